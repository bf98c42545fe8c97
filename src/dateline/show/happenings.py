"""The told part of a brief: chosen events in, the lead, what happened day by day and what lay before out."""

from datetime import date

from dateline.show.choosing import Chosen
from dateline.show.contents import Contents
from dateline.show.days import is_sure, label
from dateline.show.footnotes import Footnotes
from dateline.show.page import Block, Bullets, Line, Mark, Paragraph, Section, Words, line
from dateline.show.sentences import Told

__all__ = ["happenings"]

_MARKS = {
    "accepted": "confirmed by a reviewer",
    "changed": "corrected by a reviewer",
    "unsure": "a reviewer was not sure of it",
    "disputed": "reviewers differ on it",
}


def happenings(contents: Contents, notes: Footnotes, chosen: Chosen, year: int | None) -> list[Section]:
    """Return the sections Lead, What happened and Earlier."""
    lead = [Paragraph(_lead(contents, notes, chosen))] if chosen.lead else []
    told = tuple(_dated(contents, notes, one, year) for one in chosen.told if _has_day(one))
    loose = sorted((one for one in chosen.told if not _has_day(one)), key=lambda one: _first_told(contents, one))
    undated = tuple(_sentence(contents, notes, one) for one in loose)
    earlier = tuple(_dated(contents, notes, one, year) for one in chosen.earlier)
    left = _left_out(chosen.left_out) if chosen.told else "The record holds no event that could be told in a sentence."
    days: list[Block] = [Bullets(told)] if told else []
    no_days: list[Block] = (
        [Paragraph(line("Told without a day, in the order of the reports:")), Bullets(undated)] if undated else []
    )
    return [
        Section("Lead", tuple(lead)),
        Section("What happened", (*days, *no_days, *([Paragraph(line(left))] if left else []))),
        Section("Earlier", (Bullets(earlier),) if earlier else ()),
    ]


def _has_day(told: Told) -> bool:
    return bool(told.event.time.earliest or told.event.time.latest)


def _first_told(contents: Contents, told: Told) -> tuple[date, int, int]:
    """When and where a sentence without days is first told: the report's date, its number and the place in it."""
    first = min(told.claims, key=lambda claim: (_came_out(contents, claim.document), contents.numbers[claim.document]))
    return _came_out(contents, first.document), contents.numbers[first.document], first.trigger.start


def _came_out(contents: Contents, document: str) -> date:
    published = contents.documents[document].published
    return published.date or published.latest or published.earliest or date.max


def _left_out(count: int) -> str:
    if not count:
        return ""
    return f"The record holds {count:,} more event{'s' if count > 1 else ''}, not told here."


def _lead(contents: Contents, notes: Footnotes, chosen: Chosen) -> Line:
    pieces: list[Words | Mark] = []
    whole: Line = ()
    for told in chosen.lead:
        whole = (*whole, *([Words(" ")] if whole else []), *_sentence(contents, notes, told, most=3, more=False))
    contested = [told for told in chosen.lead if told.event.contested]
    if contested:
        pieces.append(
            Words(
                " Reports contradict each other on this."
                if len(chosen.lead) == 1
                else " Reports contradict each other here."
            )
        )
    return (*whole, *pieces)


def _dated(contents: Contents, notes: Footnotes, told: Told, year: int | None) -> Line:
    days = label(told.event.time, year, is_sure(contents, told.event.time, told.claims))
    days = days.replace("from ", "as of ", 1) if told.to_come else days
    return (Words(days, "emphasis"), Words("  "), *_sentence(contents, notes, told))


def _sentence(contents: Contents, notes: Footnotes, told: Told, most: int = 4, more: bool = True) -> Line:
    mark = contents.review_mark((told.event.id, *(claim.id for claim in told.claims)))
    marks = [Mark(_MARKS[mark])] if mark in _MARKS else []
    cited = notes.cite(told.claims, most)
    return (Words(f"{told.sentence}."), *(cited if more else cited[:1]), *marks)
