"""Answers of lists: a list and a request in; a page, JSON or CSV of what is wanted out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from dateline.model import DEAL_STATUSES, Actor, Article, Modality, Outlet, Place
from dateline.record import Page, Record, Wanted, by_id, distinct, find, find_all_ids
from dateline.show.inert import one_line
from dateline.show.templates import templates
from dateline.show.web.asking import GROUPS, asked, number, with_changes
from dateline.show.web.lists import ListSpec
from dateline.show.web.rendering import Site
from dateline.show.web.table import Column, Row, as_csv, as_json

__all__ = ["LABELS", "answer_csv", "answer_json", "answer_page", "answer_rows"]

LABELS = {
    "from": "From",
    "to": "To",
    "q": "Name",
    "group": "Group",
    "type": "Type",
    "actor": "Actor",
    "place": "Place",
    "outlet": "Outlet",
    "camp": "Side",
    "mode": "Mode",
    "language": "Language",
    "kind": "Kind",
    "status": "Status",
    "story": "Story",
    "contested": "only contested",
    "unknown": "only unknown",
}
_ROWS = 50
_PORTION = 500
_MOST_OUTLETS = 500


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's head: where a click on it leads, and how the list is in order by it."""

    column: Column
    href: str
    sorted: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter as a form field: its name, kind of field and present value, and what can be chosen."""

    name: str
    form: str
    value: str
    options: tuple[tuple[str, str], ...] = ()
    text: str = ""


def answer_page(record: Record, request: Request, site: Site, spec: ListSpec) -> Response:
    """Return one page of a list."""
    wanted, offset = asked(request), number(request, "offset", 0, 10**9)
    found: Page[Any] = find(record, spec.kind, wanted, _ROWS, offset)
    values: dict[str, Any] = {
        "spec": spec,
        "rows": spec.rows(record, [item.id for item in found.items]),
        "headings": [_heading(request, column, wanted.order or spec.usual) for column in spec.columns if column.shown],
        "shown": [column.shown for column in spec.columns],
        "labels": LABELS,
        "choices": [_choice(record, request, name, spec) for name in spec.filters],
        "total": found.total,
        "first": offset + 1 if found.items else 0,
        "last": offset + len(found.items),
        "before": with_changes(request, {"offset": str(max(0, offset - _ROWS)) if offset > _ROWS else ""})
        if offset
        else "",
        "after": with_changes(request, {"offset": str(offset + _ROWS)}) if offset + _ROWS < found.total else "",
        "query": request.url.query,
    }
    return site.page(request, "list.html", **values)


def answer_json(record: Record, request: Request, spec: ListSpec) -> Response:
    """Return the list as JSON, all of it or a portion by `limit` and `offset`."""
    ids, total = _ids(record, request, spec)
    return _streamed(as_json(spec.columns, _rows(record, spec, ids), total), "application/json", total)


def answer_csv(record: Record, request: Request, spec: ListSpec) -> Response:
    """Return the list as CSV, all of it or a portion by `limit` and `offset`."""
    ids, total = _ids(record, request, spec)
    response = _streamed(as_csv(spec.columns, _rows(record, spec, ids)), "text/csv; charset=utf-8", total)
    response.headers["Content-Disposition"] = f'attachment; filename="{spec.name}.csv"'
    return response


def answer_rows(name: str, form: str, columns: tuple[Column, ...], rows: list[Row]) -> Response:
    """Return rows that are no list of objects, as JSON or CSV."""
    if form == "json":
        return _streamed(as_json(columns, rows, len(rows)), "application/json", len(rows))
    response = _streamed(as_csv(columns, rows), "text/csv; charset=utf-8", len(rows))
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _ids(record: Record, request: Request, spec: ListSpec) -> tuple[list[str], int]:
    ids = find_all_ids(record, spec.kind, asked(request))
    offset = number(request, "offset", 0, 10**9)
    return ids[offset : offset + number(request, "limit", 10**9, 10**9)], len(ids)


def _rows(record: Record, spec: ListSpec, ids: list[str]) -> Iterator[Row]:
    for start in range(0, len(ids), _PORTION):
        yield from spec.rows(record, ids[start : start + _PORTION])


def _streamed(parts: Iterator[str], kind: str, total: int) -> Response:
    return StreamingResponse(parts, media_type=kind, headers={"X-Total-Count": str(total)})


# --- the form -------------------------------------------------------------------------------------------------------
def _heading(request: Request, column: Column, order: str) -> Heading:
    if not column.order:
        return Heading(column, "", "")
    up = order == column.name
    is_sorted = "ascending" if up else "descending" if order == f"-{column.name}" else "none"
    return Heading(
        column, with_changes(request, {"order": f"-{column.name}" if up else column.name, "offset": ""}), is_sorted
    )


def _choice(record: Record, request: Request, name: str, spec: ListSpec) -> Choice:
    value = request.query_params.get(name, "")
    if name in ("from", "to"):
        return Choice(name, "date", value)
    if name == "q":
        return Choice(name, "search", value)
    if name in ("contested", "unknown"):
        return Choice(name, "check", value)
    if name in ("actor", "place"):
        return Choice(name, "thing", value, text=_called(record, Actor if name == "actor" else Place, value))
    return Choice(name, "select", value, _options(record, name, spec))


def _called(record: Record, kind: type[Actor] | type[Place], id: str) -> str:
    found = by_id(record, kind, [id]) if id else []
    return one_line(found[0].name) if found else id


def _options(record: Record, name: str, spec: ListSpec) -> tuple[tuple[str, str], ...]:
    if name == "outlet":
        outlets = find(record, Outlet, Wanted(), _MOST_OUTLETS).items
        return tuple((outlet.id, one_line(outlet.name)) for outlet in outlets)
    values: dict[str, Callable[[], list[str]]] = {
        "group": lambda: list(GROUPS),
        "type": lambda: sorted(templates()),
        "mode": lambda: [mode.value for mode in Modality],
        "status": lambda: (
            list(DEAL_STATUSES) if spec.name == "deals" else ["reported", "claimed", "contested", "unknown"]
        ),
        "language": lambda: distinct(record, Article, "language"),
        "camp": lambda: distinct(record, Outlet if spec.kind is Outlet else Actor, "camp"),
        "kind": lambda: distinct(record, spec.kind, "kind"),
        "story": list,
    }
    return tuple((value, value) for value in values[name]())
