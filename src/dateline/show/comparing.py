"""Two records side by side: what two runs, versions or theatres read differently in the same reports, text or JSON out.

Reports meet by the content of their files. Claims of a report meet by the words that signal them, those of one type first;
of a pair it is told in which fields the two differ.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Article, Claim
from dateline.record import Record
from dateline.show.inert import inert
from dateline.show.scoring.spans import likeness, paired

__all__ = ["Compared", "compare", "compared_json", "compared_text"]

# What of a claim is compared; offsets follow from the text, rules and confidence are of the machine alone.
FIELDS = ("type", "actors", "targets", "mediators", "places", "time", "speakers", "modality", "background", "figures")
_VIEWS = ("claims", "figures", "control", "framings", "events", "ledger", "deals", "contradictions", "actors", "places")
_CUT = 90


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that one record has alone, or that both have with other fields: field -> (first record, second record)."""

    document: str
    words: str
    ids: tuple[str, str]
    fields: dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Compared:
    """All that came out. `reports` are those of both, of the first alone, of the second alone."""

    names: tuple[str, str]
    reports: tuple[int, int, int]
    sizes: dict[str, tuple[int, int]]
    same: int
    differing: tuple[Told, ...]
    first_alone: tuple[Told, ...]
    second_alone: tuple[Told, ...]

    @property
    def fields(self) -> Counter[str]:
        """How often each field differs."""
        return Counter(field for told in self.differing for field in told.fields)


def compare(first: Record, second: Record) -> Compared:
    """Lay the second record beside the first."""
    left, right = ({article.sha256: article for article in record.articles()} for record in (first, second))
    claims = [_by_document(record) for record in (first, second)]
    counts = (_counts(first), _counts(second))
    same, differing = 0, list[Told]()
    alone = (list[Told](), list[Told]())
    for sha256 in [key for key in left if key in right]:
        ones, others = claims[0][left[sha256].id], claims[1][right[sha256].id]
        pairs = paired(ones, others, _fit)
        for at, to in sorted(pairs.items()):
            told = _told(left[sha256], ones[at], others[to], counts)
            same += not told.fields
            differing += [told] if told.fields else []
        alone[0].extend(_alone(left[sha256], one, 0) for at, one in enumerate(ones) if at not in pairs)
        met = set(pairs.values())
        alone[1].extend(_alone(right[sha256], one, 1) for to, one in enumerate(others) if to not in met)
    both = len(left.keys() & right.keys())
    return Compared(
        names=(first.path.name, second.path.name),
        reports=(both, len(left) - both, len(right) - both),
        sizes={view: (_size(first, view), _size(second, view)) for view in _VIEWS},
        same=same,
        differing=tuple(differing),
        first_alone=tuple(alone[0]),
        second_alone=tuple(alone[1]),
    )


def _by_document(record: Record) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims():
        found[claim.document].append(claim)
    return found


def _size(record: Record, view: str) -> int:
    return sum(1 for _ in getattr(record, view)())


def _fit(one: Claim, other: Claim) -> float:
    return likeness(one.trigger, other.trigger) + (1.0 if one.type == other.type else 0.0) * bool(
        one.trigger.overlaps(other.trigger)
    )


def _told(article: Article, one: Claim, other: Claim, counts: tuple[dict[str, str], dict[str, str]]) -> Told:
    differing = {field: (_value(one, field, counts[0]), _value(other, field, counts[1])) for field in FIELDS}
    return Told(
        article.path,
        article.text[one.span.start : one.span.end],
        (one.id, other.id),
        {field: values for field, values in differing.items() if values[0] != values[1]},
    )


def _alone(article: Article, claim: Claim, side: int) -> Told:
    words = article.text[claim.span.start : claim.span.end]
    ids = (claim.id, "") if side == 0 else ("", claim.id)
    values = (claim.type, "") if side == 0 else ("", claim.type)
    return Told(article.path, words, ids, {"type": values})


def _counts(record: Record) -> dict[str, str]:
    """What each figure says: its id hangs on the name of the report's file, which may differ."""
    return {one.id: f"{_end(one.low)} to {_end(one.high)} {one.unit} {one.role}".strip() for one in record.figures()}


def _end(end: float | None) -> str:
    return "open" if end is None else f"{end:g}"


def _value(claim: Claim, field: str, counts: dict[str, str]) -> str:
    value = getattr(claim, field)
    if field == "figures":
        return ", ".join(sorted(counts.get(id, id) for id in claim.figures))
    if field == "time":
        ends = (claim.time.earliest, claim.time.latest)
        return " to ".join(day.isoformat() if day else "open" for day in ends)
    if isinstance(value, tuple):
        return ", ".join(sorted(value))
    return str(value)


# --- telling --------------------------------------------------------------------------------------------------------
def compared_text(compared: Compared, most: int = 20) -> str:
    """Return the figures, then up to `most` differences of each kind; `most` 0: all."""
    return "\n".join(inert(line).replace("\n", " ") for line in _lines(compared, most)) + "\n"


def _lines(compared: Compared, most: int) -> Iterator[str]:
    first, second = compared.names
    both, left, right = compared.reports
    yield f"A {first}, B {second}: {both} reports in both, {left} in A alone, {right} in B alone"
    yield from (f"{view:14} {one:6} {other:6}" for view, (one, other) in compared.sizes.items())
    yield ""
    yield f"claims in both, the same       {compared.same}"
    told = ", ".join(f"{field} {number}" for field, number in compared.fields.most_common())
    yield f"claims in both, differing      {len(compared.differing)}{f' ({told})' if told else ''}"
    yield f"claims in A alone              {len(compared.first_alone)}"
    yield f"claims in B alone              {len(compared.second_alone)}"
    for title, items in (
        ("Differing", compared.differing),
        ("In A alone", compared.first_alone),
        ("In B alone", compared.second_alone),
    ):
        if items:
            yield from ("", title)
        for one in items[: most or None]:
            words = " ".join(one.words.split())
            yield f"  {one.document}: “{words[:_CUT]}{'…' if len(words) > _CUT else ''}”"
            yield from (f"    {field}: {_side(a)} | {_side(b)}" for field, (a, b) in one.fields.items())
        if most and len(items) > most:
            yield f"  and {len(items) - most} more: --all shows them, --json has them"


def _side(value: str) -> str:
    return value or "-"


def compared_json(compared: Compared) -> str:
    """Return everything as one JSON object; its keys are described in docs/comparing.md."""

    def rows(items: tuple[Told, ...]) -> list[dict[str, object]]:
        return [
            {"document": one.document, "words": one.words, "ids": list(one.ids), "fields": one.fields} for one in items
        ]

    both, left, right = compared.reports
    content = {
        "records": list(compared.names),
        "reports": {"both": both, "first": left, "second": right},
        "sizes": {view: list(sizes) for view, sizes in compared.sizes.items()},
        "same": compared.same,
        "differing": rows(compared.differing),
        "first_alone": rows(compared.first_alone),
        "second_alone": rows(compared.second_alone),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
