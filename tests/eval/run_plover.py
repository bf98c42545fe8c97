"""python tests/eval/run_plover.py [--misses N]: event category and who did it to whom on the 322 PLOVER gold standard records.

A record is one sentence with one event. Older category names are read as today's (DEMAND is REQUEST, DISAPPROVE and
INVESTIGATE are ACCUSE, FIGHT is ASSAULT).
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline.model import Article, Claim, Published, Reading, Sentence, Span
from dateline.theatres import fold
from dateline.understand import Understand
from tests.eval import public
from tests.eval.public import Outcome, Sheet

TEXTS = public.FOLDER / "plover_gsr" / "PLOVER_GSR_CAMEO.txt"
NEWER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
ABOUT = "categories and actors of single sentences (PLOVER gold standard records)"
FIGURES = {
    "lead": "category of the lead claim",
    "any": "category of any claim",
    "source": "source is an actor of the lead claim",
    "target": "target is a target of the lead claim",
    "target, some part": "target has some part in the lead claim",
    "source, right": "source, where the category is right",
    "target, right": "target, where the category is right",
}


def sentence_article(text: str, language: str = "en") -> Article:
    """Return a sentence as a report of its own."""
    whole = (Sentence(0, Span(0, len(text))),)
    return Article("d", "", "", "", language, Published(None, None, None, "unknown"), "", "0" * 64, text, whole, ())


@dataclass(frozen=True)
class Record:
    """A PLOVER record: its sentence, its category by today's name, what the triggers find, and who acts on whom."""

    text: str
    category: str
    reading: Reading
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


def plover_records(read: Understand) -> list[Record]:
    """Return the records with what triggers make of them."""
    rows = json.loads(TEXTS.read_text(encoding="utf-8"))
    return [
        Record(
            row["text"],
            NEWER.get(row["event"], row["event"]),
            read.read(sentence_article(row["text"])),
            _actors(row.get("source")),
            _actors(row.get("target")),
        )
        for row in rows
        if row["event"] != "DOCUMENT"
    ]


def _actors(given: object) -> tuple[str, ...]:
    """Return the words for the actors of a record; where it has none, an empty text stands for the list."""
    listed = given if isinstance(given, list) else []
    return tuple(row["actorText"] for row in listed if row.get("actorText"))


def lead(claims: Sequence[Claim]) -> Claim | None:
    """Return the claim a sentence is chiefly about."""
    return next((c for c in claims if c.lead), claims[0] if claims else None)


@lru_cache(maxsize=1)
def measure() -> Outcome:
    """Read every record as a report of its own and compare."""
    sheet = Sheet("plover", public.mark_of(TEXTS))
    for number, record in enumerate(plover_records(Understand(("world",)))):
        _judge(sheet, f"{number:03}", record)
    return sheet.outcome(ABOUT)


def _judge(sheet: Sheet, name: str, record: Record) -> None:
    claims = record.reading.claims
    first = lead(claims)
    told = [f"{claim.type} {_words(record, claim)!r}" for claim in claims]
    miss = f"{record.category}, not {first.plover if first else 'nothing'}: {'; '.join(told)} | {record.text[:300]}"
    right = first is not None and first.plover == record.category
    sheet.share(FIGURES["lead"], name, right, miss)
    sheet.share(FIGURES["any"], name, any(claim.plover == record.category for claim in claims), miss)
    for role, wanted in (("source", record.sources), ("target", record.targets)):
        if wanted:
            have = (first.actors if role == "source" else first.targets) if first else ()
            agreed = any(_is(record, text, have) for text in wanted)
            if role == "target":
                parts = (*first.targets, *first.actors, *first.mediators, *first.places) if first else ()
                sheet.share(FIGURES["target, some part"], name, any(_is(record, text, parts) for text in wanted))
            miss = f"{role} {wanted}, have {have}: {'; '.join(told)} | {record.text[:300]}"
            sheet.share(FIGURES[role], name, agreed, miss)
            if right:
                sheet.share(FIGURES[f"{role}, right"], name, agreed, miss)


def _is(record: Record, wanted: str, have: Sequence[str]) -> bool:
    return words_mean(record.reading, record.text, wanted, have)


def words_mean(reading: Reading, text: str, wanted: str, have: Sequence[str]) -> bool:
    """True where a pointing word within the gold words means one of `have`, or a name of one of them is among those words."""
    at = text.lower().find(wanted.lower())
    inside = {
        mention.refers_to
        for mention in reading.mentions
        if at >= 0 and mention.span.start < at + len(wanted) and at < mention.span.end
    }
    words = f" {fold(wanted)} "
    return bool(inside & set(have)) or any(f" {name} " in words for name in _names(reading, have))


def _names(reading: Reading, keys: Sequence[str]) -> set[str]:
    told = [name for entity in reading.entities if entity.key in keys for name in (entity.name, *entity.surfaces)]
    return {fold(name) for name in told if fold(name)}


def _words(record: Record, claim: Claim) -> str:
    return record.text[claim.trigger.start : claim.trigger.end]


if __name__ == "__main__":
    public.run(measure, TEXTS, __doc__ or ABOUT)
