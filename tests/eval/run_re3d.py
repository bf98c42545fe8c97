"""python tests/eval/run_re3d.py [--misses N]: names, aliases, who fights whom, quantities in 67 texts on Syria and Iraq (Dstl re3d).

Of the set only what annotators were sure of counts (confidence of at least a half). A name has a capital letter beside its
article; names that overlap ("the UN Security Council", "Security Council") are one to find. It is found where a name or noun of
the program covers half of the same words, or is the beginning or the end of it, since the set takes in titles and what a name
stands with. Words that the set marks otherwise ("We", "the regime") are free to be found or not.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline.codebook import load_codebook
from dateline.model import Claim, Figure, Mention, Span
from dateline.resolve import Resolve
from dateline.theatres import load_theatre
from dateline.understand import Understand
from tests.eval import public
from tests.eval.public import Names, Outcome, Sheet

TEXTS = public.FOLDER / "re3d"
ABOUT = "names, aliases, sides and quantities in texts of governments and Wikipedia on Syria and Iraq (re3d)"
THEATRES = ("world", "syria")
SURE = 0.5
POINTING = frozenset(
    "We we They they It it He he She she I You you Our our Their their His his Her her My my Its its This These Those That "
    "There All Both Some Others Many Who Us us".split()
)
ARTICLES = frozenset("the The a A an An its Its their Their his His our Our".split())
NO_COUNTS = re.compile(r"\b(?:months?|years?|days?|hours?|weeks?|occasions?|once|twice)\b|\d(?:st|nd|rd|th)\b")
BACKING = frozenset({"support", "aid", "agreement", "praise", "ceasefire", "negotiation", "deployment"})


@dataclass(frozen=True)
class Gold:
    """A text of the set with its entities and relations."""

    id: str
    text: str
    entities: tuple[tuple[Span, str, bool], ...]  # words, type, whether annotators were sure
    relations: tuple[tuple[str, Span, Span], ...]

    def names(self, *types: str, free: str = "") -> Names:
        """Return the names of these types; all other words annotated so, or as `free`, may be found or not."""
        mine = [(span, self._bare(span), sure) for span, kind, sure in self.entities if kind in types]
        named = [bare for _, bare, sure in mine if sure and self._is_name(bare)]
        other = [span for span, kind, _ in self.entities if kind == free]
        return Names(tuple(named), (*(span for span, _, _ in mine), *other))

    def _bare(self, span: Span) -> Span:
        """Leave out the article and blanks, which the program's own spans never hold."""
        words = self.text[span.start : span.end]
        before = re.match(rf"\s*(?:(?:{'|'.join(sorted(ARTICLES))})\s+)?", words)
        start = span.start + (before.end() if before else 0)
        return Span(start, span.start + len(words.rstrip())) if words.rstrip() and start < span.end else span

    def _is_name(self, span: Span) -> bool:
        words = re.findall(r"\w[\w'’.-]*", self.text[span.start : span.end])
        degrees = "°" in self.text[span.start : span.end]
        return not degrees and any(w[0].isupper() and w not in POINTING | ARTICLES for w in words)

    def kinds(self, span: Span) -> set[str]:
        """Return the types of the entities at just these words."""
        return {kind for other, kind, _ in self.entities if other == span}


def gold() -> tuple[Gold, ...]:
    """Return the texts of all parts of the set."""
    entities: dict[str, list[tuple[Span, str, bool]]] = defaultdict(list)
    relations: dict[str, dict[tuple[str, Span, Span], None]] = defaultdict(dict)
    for row in _rows("entities"):
        told = (Span(row["begin"], row["end"]), row["type"], row["confidence"] >= SURE)
        entities[row["documentId"]].append(told)
    for row in _rows("relations"):
        ends = sorted(Span(row[f"{end}Begin"], row[f"{end}End"]) for end in ("source", "target"))
        if row["confidence"] >= SURE and ends[0] != ends[1]:
            relations[row["documentId"]][row["type"], ends[0], ends[1]] = None
    return tuple(
        Gold(row["_id"], row["text"], tuple(entities[row["_id"]]), tuple(relations[row["_id"]]))
        for row in _rows("documents")
    )


def _rows(name: str) -> Iterable[dict[str, Any]]:
    for path in sorted(TEXTS.glob(f"*/{name}.json")):
        yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


@dataclass(frozen=True)
class Found:
    """What the program says of one text; `persons` and `bodies` are the ids of people and of all other actors."""

    mentions: Sequence[Mention]
    claims: Sequence[Claim]
    figures: Sequence[Figure]
    persons: frozenset[str]

    def spans(self, kind: str, form: str = "") -> list[Span]:
        """Return the words of mentions: of places, persons or bodies; all forms or one."""
        return [m.span for m in self.mentions if self._kind(m) == kind and form in ("", m.form)]

    def ids(self, span: Span) -> set[str]:
        """Return everything that the mentions among these words mean."""
        return {m.refers_to for m in self.mentions if m.span.overlaps(span) and m.refers_to}

    def _kind(self, mention: Mention) -> str:
        return "place" if mention.kind == "place" else "person" if mention.refers_to in self.persons else "body"


@lru_cache(maxsize=1)
def measure() -> Outcome:
    """Read all texts, resolve them together and compare."""
    sheet = Sheet("re3d", public.mark_of(*TEXTS.glob("*/*.json")))
    texts = gold()
    read = public.articles({text.id: text.text for text in texts})
    understand = Understand(THEATRES)
    resolved = Resolve(load_theatre(THEATRES))([understand.read(article) for article in read.values()])
    persons = frozenset(actor.id for actor in resolved.actors if actor.kind == "person")
    for text in texts:
        mine = read[text.id].id
        mentions = [m for m in resolved.mentions if m.document == mine]
        claims = [c for c in resolved.claims if c.document == mine]
        figures = [f for f in resolved.figures if f.document == mine]
        found = Found(mentions, claims, figures, persons)
        _names(sheet, text, found)
        _relations(sheet, text, found)
        _quantities(sheet, text, found)
    return sheet.outcome(ABOUT)


# --- names ------------------------------------------------------------------------------------------------------------
def _names(sheet: Sheet, text: Gold, found: Found) -> None:
    """Compare names, kind by kind and organisations with locations whichever the program takes them for.

    An office ("the Foreign Secretary") is a person in the set and a body here: it counts as found, and never as too many.
    """
    organisations, locations = text.names("Organisation", free="Person"), text.names("Location")
    bodies = (found.spans("body", "name"), found.spans("body"))
    places = (found.spans("place", "name"), found.spans("place"))
    for figure, wanted, ours in (("organisations", organisations, bodies), ("locations", locations, places)):
        tally = _compare(sheet, f"names of {figure}, F1", text, wanted, ours)
        sheet.found("names of organisations and locations, F1", text.id, tally)
        strict = public.match(text.names(figure.title().removesuffix("s")), *ours)
        missed = len(wanted.groups) - len(strict[0])
        sheet.found(
            "organisations and locations, half the words, F1", text.id, (len(strict[0]), len(strict[1]), missed)
        )
    either = ([*bodies[0], *places[0]], [*bodies[1], *places[1]])
    both = text.names("Organisation", "Location", free="Person")
    _compare(sheet, "organisations and locations taken for either, F1", text, both, either)
    people = text.names("Person")
    offices = [span for span in bodies[0] if public.match(people, [span])[0]]
    persons = (found.spans("person", "name"), [*found.spans("person"), *offices])
    _compare(sheet, "names of persons, F1", text, people, persons)
    for group in text.names("Nationality").groups:
        inside = any(m.span.overlaps(group[0]) for m in found.mentions)
        miss = f"{text.id[:6]}: {_around(text.text, group[0])}"
        sheet.share("nationalities within a mention", text.id, inside, miss)


def _compare(
    sheet: Sheet, figure: str, text: Gold, names: Names, ours: tuple[Sequence[Span], Sequence[Span]]
) -> tuple[int, int, int]:
    met, extra = public.match(names, *ours, aligned=True)
    lost = [group[0] for k, group in enumerate(names.groups) if k not in met]
    misses = [f"{text.id[:6]}: lost {_around(text.text, span)}" for span in lost]
    misses += [f"{text.id[:6]}: too many {_around(text.text, ours[0][k])}" for k in extra]
    tally = (len(met), len(extra), len(lost))
    sheet.found(figure, text.id, tally, misses)
    return tally


# --- relations --------------------------------------------------------------------------------------------------------
def _relations(sheet: Sheet, text: Gold, found: Found) -> None:
    """Compare aliases with ids, and who fights or backs whom with the claims of the report."""
    violent = {type_.id for type_ in load_codebook().types.values() if type_.group == "violence"}
    for kind, one, other in text.relations:
        a, b = found.ids(one), found.ids(other)
        what = f"{text.id[:6]}: {text.text[one.start : one.end]!r} {sorted(a)}, {text.text[other.start : other.end]!r} {sorted(b)}"
        if kind == "IsSynonymOf" and not {"Quantity", "Coordinate"} & (text.kinds(one) | text.kinds(other)):
            sheet.share("alias pairs under one id", text.id, bool(a & b), what)
        elif kind == "FightingAgainst":
            sheet.share("who fights whom, both named", text.id, bool(a) and bool(b), what)
            against = any(c.type in violent and _opposed(c, a, b) for c in found.claims)
            sheet.share("who fights whom, in one violent claim", text.id, against, what)
        elif kind == "AlliesOf":
            beside = any(
                (c.type in BACKING and (_opposed(c, a, b) or _beside(c, a, b)))
                or (c.type in violent and _beside(c, a, b))
                for c in found.claims
            )
            sheet.share("allies, in one claim of backing or fighting beside", text.id, beside, what)


def _opposed(claim: Claim, a: set[str], b: set[str]) -> bool:
    """True where one side acts and the other is its target or place, or both clash."""
    actors, suffer = set(claim.actors), {*claim.targets, *claim.places}
    one_way = (actors & a and suffer & b) or (actors & b and suffer & a)
    return bool(one_way) or (claim.type == "clash" and _beside(claim, a, b))


def _beside(claim: Claim, a: set[str], b: set[str]) -> bool:
    """True where two different parties act together."""
    return any(x != y for x in set(claim.actors) & a for y in set(claim.actors) & b)


# --- quantities -------------------------------------------------------------------------------------------------------
def _quantities(sheet: Sheet, text: Gold, found: Found) -> None:
    """Count which quantities became figures; spans of time, ordinals and sums of money are none."""
    for span, kind, sure in text.entities:
        words = text.text[span.start : span.end + 8]
        if kind == "Quantity" and sure and not NO_COUNTS.search(words):
            right = any(figure.span.overlaps(span) for figure in found.figures)
            sheet.share("quantities found", text.id, right, f"{text.id[:6]}: {_around(text.text, span)}")


def _around(text: str, span: Span) -> str:
    """Return words with what stands around them."""
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 30]
    return " ".join(f"{before}[{text[span.start : span.end]}]{after}".split())


if __name__ == "__main__":
    public.run(measure, TEXTS, __doc__ or ABOUT)
