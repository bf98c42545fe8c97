"""The workbench as an ASGI app: a record and hands in, an app that answers all addresses out."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import asdict
from io import StringIO
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from dateline.model import Actor, Article, Claim, Deal, Event, Outlet, Place, Story
from dateline.record import Record, as_plain, decisions_on, review_queue, try_to_index
from dateline.show.web.asking import asked, number
from dateline.show.web.atlas import atlas_routes
from dateline.show.web.background import Background
from dateline.show.web.deciding import coder, decide, set_coder
from dateline.show.web.dropping import take_reports
from dateline.show.web.guard import LOOPBACK, Guard, new_token
from dateline.show.web.hands import Hands
from dateline.show.web.listing import answer_csv, answer_json, answer_page, answer_rows
from dateline.show.web.lists import LISTS, ListSpec
from dateline.show.web.pages.actor import actor_page, outlet_page
from dateline.show.web.pages.claim import claim_page
from dateline.show.web.pages.coverage import COVERAGE_COLUMNS, coverage_page, coverage_rows
from dateline.show.web.pages.deal import deal_board, deal_page
from dateline.show.web.pages.document import LAYERS, document_page
from dateline.show.web.pages.event import event_card, event_page
from dateline.show.web.pages.place import place_page
from dateline.show.web.pages.review import AGREEMENT_COLUMNS, agreement_page, agreement_rows, review_item, review_page
from dateline.show.web.pages.search import SEARCH_COLUMNS, search_page, search_rows, suggest
from dateline.show.web.pages.story import overview, story_file, story_page
from dateline.show.web.pages.wording import WORDING_COLUMNS, wording_page, wording_rows
from dateline.show.web.rendering import Site, make_site
from dateline.show.web.static_files import answer_static
from dateline.show.web.table import Column, Row

__all__ = ["make_app"]

Answer = Callable[[Request], Response]
Values = dict[str, Any]
# The pages of one thing each: name in the address -> what the page shows.
_THINGS: dict[str, Callable[[Record, str], Values | None]] = {
    "event": event_page,
    "claim": claim_page,
    "place": place_page,
    "actor": actor_page,
    "outlet": outlet_page,
    "deal": deal_page,
    "story": story_page,
}
_KINDS: dict[str, type] = {
    "event": Event, "claim": Claim, "place": Place, "actor": Actor, "outlet": Outlet, "deal": Deal, "story": Story,
    "document": Article,
}  # fmt: skip
# Lists that are no kind of object of their own: name -> their page, their columns, their rows.
_TABLES: dict[
    str, tuple[Callable[[Record, Request], Values], tuple[Column, ...], Callable[[Record, Request], list[Row]]]
] = {
    "wording": (wording_page, WORDING_COLUMNS, wording_rows),
    "coverage": (coverage_page, COVERAGE_COLUMNS, coverage_rows),
    "search": (search_page, SEARCH_COLUMNS, search_rows),
    "agreement": (agreement_page, AGREEMENT_COLUMNS, agreement_rows),
}


def make_app(
    record: Record, hands: Hands | None = None, hosts: frozenset[str] = LOOPBACK, tiles: Path | None = None
) -> ASGIApp:
    """Return the app; `hosts` are the names it answers to, `tiles` is a PMTiles archive to lay under the map."""
    hands = hands or Hands()
    background = Background(hands, lambda: try_to_index(record), pending=not record.has_current_views())
    site = make_site(new_token(), record.path.name, hands, lambda: background.state.revision)
    routes = _Routes(record, site, hands, background).all(tiles)
    app = Starlette(routes=routes, exception_handlers={404: _missing(site)}, lifespan=_working(background))
    return Guard(app, site.token, hosts)


def _working(background: Background) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        background.start()
        yield
        await run_in_threadpool(background.stop)

    return lifespan


def _missing(site: Site) -> Callable[[Request, Exception], Response]:
    return lambda request, error: site.page(request, "missing.html", 404)


class _Routes:
    """All addresses, each answered in a thread: the record is a file, and reading it waits."""

    def __init__(self, record: Record, site: Site, hands: Hands, background: Background) -> None:
        self.record, self.site, self.hands, self.background = record, site, hands, background

    def all(self, tiles: Path | None) -> list[Route]:
        """Return them, the more particular ones first."""
        record = self.record
        return [
            Route("/static/{version}/{path:path}", answer_static),
            _get("/suggest/{kind}", lambda request: suggest(record, request)),
            self.page("/", "overview.html", overview),
            *atlas_routes(record, self.site, tiles),
            _get("/status.json", lambda request: JSONResponse(asdict(self.background.state))),
            _get("/deals", self.deals),
            _get("/review", self.review),
            _get("/review.json", self.review_json),
            _get("/review/{id}", self.review_item),
            Route("/decide", self.decide, methods=["POST"]),
            Route("/who", set_coder, methods=["POST"]),
            Route("/reports", self.reports, methods=["POST"]),
            _get("/story/{id}.html", self.story_file),
            *(self.plain(name, kind) for name, kind in _KINDS.items()),
            _get("/event/{id}/card", self.card),
            _get("/document/{id}", self.document),
            *(route for spec in LISTS.values() for route in self.listed(spec)),
            *(route for name in _TABLES for route in self.table(name)),
            *(self.thing(name) for name in _THINGS),
        ]

    def page(self, path: str, template: str, values: Callable[[Record, Request], Values]) -> Route:
        """A page without an id."""
        return _get(path, lambda request: self.site.page(request, template, **values(self.record, request), **_COLUMNS))

    def thing(self, name: str) -> Route:
        """The pages of one kind of thing."""

        def answer(request: Request) -> Response:
            id = request.path_params["id"]
            found = _THINGS[name](self.record, id)
            if found is None:
                return self.elsewhere(request, name, id)
            return self.site.page(request, f"{name}.html", decisions=decisions_on(self.record, id), **found, **_COLUMNS)

        return _get(f"/{name}/{{id}}", answer)

    def elsewhere(self, request: Request, name: str, id: str) -> Response:
        """Lead an id that was merged or joined into another one there; ids never become dead ends."""
        now = self.record.resolve_id(id)
        if now and now != id:
            return RedirectResponse(f"/{name}/{now}", 301)
        return self.site.page(request, "missing.html", 404)

    def plain(self, name: str, kind: type) -> Route:
        """One thing as JSON, field by field, as the record holds it."""

        def answer(request: Request) -> Response:
            id = request.path_params["id"]
            found = as_plain(self.record, kind, id)
            if found is None and (now := self.record.resolve_id(id)) and now != id:
                return RedirectResponse(f"/{name}/{now}.json", 301)
            return JSONResponse(found, 200 if found is not None else 404)

        return _get(f"/{name}/{{id}}.json", answer)

    def listed(self, spec: ListSpec) -> list[Route]:
        """A list as a page, JSON and CSV."""
        return [
            _get(f"/{spec.name}", lambda request: answer_page(self.record, request, self.site, spec)),
            _get(f"/{spec.name}.json", lambda request: answer_json(self.record, request, spec)),
            _get(f"/{spec.name}.csv", lambda request: answer_csv(self.record, request, spec)),
        ]

    def table(self, name: str) -> list[Route]:
        """A table as a page, JSON and CSV."""
        values, columns, rows = _TABLES[name]

        def data(form: str) -> Answer:
            return lambda request: answer_rows(name, form, columns, rows(self.record, request))

        return [
            self.page(f"/{name}", f"{name}.html", values),
            *(_get(f"/{name}.{form}", data(form)) for form in ("json", "csv")),
        ]

    def deals(self, request: Request) -> Response:
        """The board of deals, or with `view=list` or any order the list."""
        if request.query_params.get("view") == "list" or "order" in request.query_params:
            return answer_page(self.record, request, self.site, LISTS["deals"])
        return self.site.page(request, "deals.html", **deal_board(self.record, request))

    def review(self, request: Request) -> Response:
        """The queue and one claim of it."""
        return self.site.page(request, "review.html", **review_page(self.record, request, coder(request, self.hands)))

    def review_json(self, request: Request) -> Response:
        """The ids of a queue, in order."""
        who, queue = coder(request, self.hands), request.query_params.get("queue", "new")
        found = review_queue(self.record, queue, who, asked(request), number(request, "limit", 500, 10_000))
        return JSONResponse({"queue": queue, "total": found.total, "rows": [{"id": id} for id in found.items]})

    def review_item(self, request: Request) -> Response:
        """One claim for judging, without the page around it."""
        found = review_item(self.record, request.path_params["id"], coder(request, self.hands))
        return self.site.page(request, "review_item.html", 200 if found else 404, **(found or {"item": None}))

    async def decide(self, request: Request) -> Response:
        """Write what a page says to the log."""
        form, who = await request.form(), coder(request, self.hands)
        return await run_in_threadpool(decide, self.record, self.hands, self.background, who, form)

    async def reports(self, request: Request) -> Response:
        """Take reports that were dropped on a page."""
        return await take_reports(request, self.hands, self.background)

    def document(self, request: Request) -> Response:
        """A report; `hide` in the address names what is not marked in its text."""
        found = document_page(self.record, request.path_params["id"])
        if found is None:
            return self.site.page(request, "missing.html", 404)
        hidden = request.query_params.get("hide", "neutral").split(",")
        hide = [layer for layer in LAYERS if layer in hidden]
        return self.site.page(request, "document.html", layers=LAYERS, hide=hide, **found)

    def card(self, request: Request) -> Response:
        """The head of an event's page by itself, for the map and the lines of time."""
        found = event_card(self.record, request.path_params["id"])
        if found is None:
            return self.site.page(request, "missing.html", 404)
        return self.site.page(request, "card.html", **found)

    def story_file(self, request: Request) -> Response:
        """A story as one HTML file."""
        out, id = StringIO(), request.path_params["id"]
        if not story_file(self.record, id, out):
            return self.site.page(request, "missing.html", 404)
        headers = {"Content-Disposition": f'attachment; filename="{id}.html"', "Content-Security-Policy": _OF_FILES}
        return Response(out.getvalue(), media_type="text/html", headers=headers)


_OF_FILES = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
_COLUMNS: Values = {f"{name.rstrip('s')}_columns": LISTS[name].columns for name in ("events", "documents", "deals")}


def _get(path: str, answer: Answer) -> Route:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return Route(path, endpoint)
