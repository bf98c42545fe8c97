"""Numbers in words: figures and counts in, "at least 43", "dozens of" out; never surer than the reports are."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from dateline.model import Claim, Count, Event, Figure
from dateline.show.contents import Contents

__all__ = [
    "Amount",
    "amount_of_count",
    "amount_of_figure",
    "bare_number",
    "people_words",
    "role_clauses",
    "role_words",
    "told_counts",
]

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Told beside an event as a clause of its own, in this order; other roles say little without their context.
_CLAUSES = ("killed", "wounded", "missing", "captured", "released", "evacuated", "displaced", "returned", "surrendered")
_HARM = _CLAUSES[:4]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in words, and whether it is one."""

    words: str
    single: bool = False

    def people(self, noun: str = "people") -> str:
        """Return `43 people`, `dozens of civilians`, `one person`."""
        if self.single:
            noun = {"people": "person", "civilians": "civilian"}.get(noun, noun)
        return f"{self.words} {noun}"


def number(value: float) -> str:
    """Return a number as English text prints it: small whole ones in words, others with thousands marks."""
    if value == int(value):
        return _SMALL[int(value)] if 0 <= value <= 10 else f"{int(value):,}"
    return f"{value:,.1f}"


def bare_number(value: float | None) -> str:
    """Return a number for a table cell; a dash where there is none."""
    return "–" if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def amount_of_figure(contents: Contents, figure: Figure) -> Amount | None:
    """Return a figure's number in words that are no surer than the report's own."""
    words = contents.text(figure.document, figure.span).lower()
    vague = _rules().vague.get((figure.low, figure.high)) if not re.search(r"\d", words) else None
    if vague:
        return Amount(vague)
    more = any(word in words for word in _rules().more_than)
    return _amount(figure.low, figure.high, "more than" if more else "at least")


def amount_of_count(contents: Contents, event: Event, count: Count, only: Collection[str] = ()) -> Amount | None:
    """Return how many in one role an event has, by all its figures or `only` some; where they agree, in the words of one."""
    told = [f for f in contents.figures_of(event) if f.role == count.role and (f.id in only or not only)]
    whole = [f for f in told if _is_whole(f, count)] or told
    if len({(figure.low, figure.high) for figure in whole}) == 1:
        return amount_of_figure(contents, whole[0])
    if not only:
        return _amount(count.low, count.high, "at least")
    lows = [figure.low for figure in whole if figure.low is not None]
    highs = [high for f in whole if (high := f.high if f.high is not None else f.low) is not None]
    return _amount(min(lows, default=None), max(highs, default=None), "at least")


def _is_whole(figure: Figure, count: Count) -> bool:
    """False for the count of a part, which lies below all that is counted of the whole."""
    value = figure.low if figure.low is not None else figure.high
    return count.low is None or value is None or value >= count.low


def _amount(low: float | None, high: float | None, open_end: str) -> Amount | None:
    if low is None:
        return Amount(f"up to {number(high)}", high == 1) if high else None
    if high is None:
        return Amount(f"{open_end} {number(low)}", low == 1)
    if low == high:
        return Amount(number(low), low == 1)
    return Amount(f"between {bare_number(low)} and {bare_number(high)}")


def told_counts(event: Event) -> tuple[Count, ...]:
    """The counts of an event that hold a number."""
    return tuple(count for count in event.counts if (count.low, count.best, count.high) != (None, None, None))


def people_words(contents: Contents, event: Event, role: str, noun: str, told: Iterable[Claim] = ()) -> str:
    """Return `at least 43 civilians` for a role of the event; empty where no number is told.

    With `told`, only the counts that these claims carry are heard: those of another claim count other people.
    """
    own = {id for claim in told for id in claim.figures}
    counted = [f for f in contents.figures_of(event) if f.role == role and f.id in own]
    for count in told_counts(event):
        if count.role == role and (counted or not told):
            amount = amount_of_count(contents, event, count, {f.id for f in counted})
            if amount:
                return amount.people(noun)
    return ""


def role_clauses(
    contents: Contents, event: Event, told: Iterable[Claim], without: str = "", harm_only: bool = False
) -> list[str]:
    """Return clauses such as `at least 43 people were killed`, but for the role that the sentence itself tells.

    `told` are the claims whose counts belong to the sentence; others of the event may count another thing beside it.
    With `harm_only`, who left or came back is not told: of ground held or fought over, that is another matter.
    """
    by_role = {count.role: count for count in told_counts(event)}
    own = {id for claim in told for id in claim.figures}
    clauses = []
    for role in (role for role in (_HARM if harm_only else _CLAUSES) if role in by_role and role != without):
        counted = {f.id for f in contents.figures_of(event) if f.role == role and f.id in own}
        if counted and (amount := amount_of_count(contents, event, by_role[role], counted)):
            verb = re.sub(r"\[(\w+)\|(\w+)\]", r"\1" if amount.single else r"\2", _rules().roles[role])
            clauses.append(f"{amount.people()} {verb}")
    return clauses


def role_words(role: str) -> str:
    """Return what people counted in a role did or underwent, after "people": `were killed`; empty for no known role."""
    return re.sub(r"\[(\w+)\|(\w+)\]", r"\2", _rules().roles.get(role, ""))


@dataclass(frozen=True, slots=True)
class _Rules:
    vague: dict[tuple[float | None, float | None], str]
    more_than: tuple[str, ...]
    roles: dict[str, str]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    data = yaml.safe_load((resources.files("dateline.show") / "amounts.yaml").read_text(encoding="utf-8"))
    vague: dict[tuple[float | None, float | None], str] = {
        (low, high): str(words) for low, high, words in data["vague"]
    }
    return _Rules(vague, tuple(data["more_than"]), dict(data["roles"]))
