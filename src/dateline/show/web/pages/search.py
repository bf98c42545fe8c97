"""Search over texts and names: words in; names, and sentences with the words marked, out."""

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.record import Around, Record, marked, search_names, search_texts, words
from dateline.show.inert import one_line
from dateline.show.web.asking import number, with_changes
from dateline.show.web.scene import Ref, Scene
from dateline.show.web.table import Cell, Column, Row

__all__ = ["SEARCH_COLUMNS", "search_page", "search_rows", "suggest"]

_ROWS = 50
_KINDS = {"actors": "actor", "places": "place", "outlets": "outlet"}
SEARCH_COLUMNS = (Column("report", "Report"), Column("outlet", "Outlet"), Column("words", "Words"))


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that holds the words."""

    document: Ref
    outlet: Ref
    words: str
    parts: tuple[tuple[str, bool], ...]
    href: str


def search_page(record: Record, request: Request) -> dict[str, Any]:
    """Return what fits the words `q`."""
    asked, offset = request.query_params.get("q", "").strip(), number(request, "offset", 0, 10**9)
    found, total = _found(record, asked, _ROWS, offset)
    return {
        "asked": asked,
        "names": search_names(record, asked),
        "kinds": _KINDS,
        "found": found,
        "total": total,
        "first": offset + 1 if found else 0,
        "last": offset + len(found),
        "after": with_changes(request, {"offset": str(offset + _ROWS)}) if offset + _ROWS < total else "",
        "before": with_changes(request, {"offset": str(max(0, offset - _ROWS))}) if offset else "",
        "query": request.url.query,
    }


def search_rows(record: Record, request: Request) -> list[Row]:
    """Return the sentences as rows."""
    found, _ = _found(record, request.query_params.get("q", ""), number(request, "limit", 1000, 10_000), 0)
    return [Row(one.href, (Cell((one.document,)), Cell((one.outlet,)), Cell(one.words))) for one in found]


def suggest(record: Record, request: Request) -> Response:
    """Return names of one kind that begin with or hold the words, for fields that complete what is typed."""
    kind = request.path_params["kind"]
    if kind not in _KINDS:
        return JSONResponse([], 404)
    hits = search_names(record, request.query_params.get("q", ""), 12, [kind])
    return JSONResponse([{"id": hit.id, "name": one_line(hit.name), "alias": one_line(hit.alias)} for hit in hits])


def _found(record: Record, asked: str, limit: int, offset: int) -> tuple[list[Found], int]:
    hits, total = search_texts(record, asked, limit, offset)
    scene = Scene(record, Around(documents=sorted({hit.document for hit in hits})))
    said = words(record, [(hit.document, hit.span) for hit in hits])
    return [
        Found(
            scene.document(hit.document),
            scene.outlet(hit.document),
            one_line(sentence),
            tuple(marked(one_line(sentence), asked)),
            f"/document/{hit.document}#s{hit.number}",
        )
        for hit, sentence in zip(hits, said, strict=True)
    ], total
