"""What was seen and not coded: a record in; reports with the sentences that have an event word and no claim out."""

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from dateline.model import Article
from dateline.record import Around, Record, by_id, coverage_by_language, find_all_ids, uncoded_in, words
from dateline.show.inert import one_line
from dateline.show.web.asking import asked, number, with_changes
from dateline.show.web.scene import Ref, Scene
from dateline.show.web.table import Cell, Column, Row

__all__ = ["COVERAGE_COLUMNS", "coverage_page", "coverage_rows"]

_REPORTS = 25
COVERAGE_COLUMNS = (Column("report", "Report"), Column("outlet", "Outlet"), Column("sentence", "Sentence", number=True),
                    Column("words", "Words"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """A report with its sentences that were seen and not coded."""

    document: Ref
    outlet: Ref
    language: str
    note: str
    sentences: tuple[tuple[str, str], ...]


def coverage_page(record: Record, request: Request) -> dict[str, Any]:
    """Return how much of the reports was coded, by language, and the uncoded sentences of some reports."""
    ids, offset = find_all_ids(record, Article, asked(request)), number(request, "offset", 0, 10**9)
    some = ids[offset : offset + _REPORTS]
    return {
        "languages": coverage_by_language(record),
        "reports": _seen(record, some),
        "total": len(ids),
        "first": offset + 1 if some else 0,
        "last": offset + len(some),
        "after": with_changes(request, {"offset": str(offset + _REPORTS)}) if offset + _REPORTS < len(ids) else "",
        "before": with_changes(request, {"offset": str(max(0, offset - _REPORTS))}) if offset else "",
        "query": request.url.query,
    }


def coverage_rows(record: Record, request: Request) -> list[Row]:
    """Return each sentence that was seen and not coded; of 500 reports, or as many as `limit` says from `offset` on."""
    offset = number(request, "offset", 0, 10**9)
    ids = find_all_ids(record, Article, asked(request))[offset : offset + number(request, "limit", 500, 10_000)]
    return [
        Row(seen.document.id, (Cell((seen.document,)), Cell((seen.outlet,)), Cell(int(anchor[1:])), Cell(said)))
        for seen in _seen(record, ids)
        for anchor, said in seen.sentences
    ]


def _seen(record: Record, ids: list[str]) -> list[Seen]:
    scene = Scene(record, Around(documents=ids))
    return [_of(record, scene, article) for article in by_id(record, Article, ids)]


def _of(record: Record, scene: Scene, article: Article) -> Seen:
    spans = uncoded_in(record, article.id)
    said = words(record, [(article.id, span) for span in spans])
    anchors = [scene.sentence_anchor(article.id, span) for span in spans]
    sentences = tuple(zip(anchors, map(one_line, said), strict=False))
    return Seen(scene.document(article.id), scene.outlet(article.id), article.language, article.note, sentences)
