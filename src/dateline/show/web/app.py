"""The workbench as an ASGI app: a record and hands in, an app that answers all addresses out."""

from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from dateline.record import Record
from dateline.show.web.geo import events_geojson, places_geojson
from dateline.show.web.guard import LOOPBACK, Guard, new_token
from dateline.show.web.hands import Hands
from dateline.show.web.lanes import LANES, lanes_json
from dateline.show.web.listing import answer_csv, answer_json, answer_page
from dateline.show.web.lists import LISTS, ListSpec
from dateline.show.web.pages.claim import claim_page
from dateline.show.web.pages.document import LAYERS, document_page
from dateline.show.web.pages.event import event_page
from dateline.show.web.rendering import Site, make_site
from dateline.show.web.static_files import answer_static

__all__ = ["make_app"]

Answer = Callable[[Record, Request], Response]


def make_app(record: Record, hands: Hands | None = None, hosts: frozenset[str] = LOOPBACK) -> ASGIApp:
    """Return the app; `hosts` are the names it answers to."""
    site = make_site(new_token(), record.path.name)
    app = Starlette(routes=_routes(record, site))
    return Guard(app, site.token, hosts)


def answer_document(record: Record, request: Request, site: Site) -> Response:
    """Return the page of a report; `hide` in the address names what is not marked in its text."""
    found = document_page(record, request.path_params["id"])
    if found is None:
        return site.page(request, "missing.html", 404)
    asked = request.query_params.get("hide", "neutral").split(",")
    return site.page(request, "document.html", layers=LAYERS, hide=[name for name in LAYERS if name in asked], **found)


def _routes(record: Record, site: Site) -> list[Route]:
    def data(path: str, answer: Answer) -> Route:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(answer, record, request)

        return Route(path, endpoint)

    def page(path: str, template: str, values: Callable[[Record, Request], dict[str, Any]]) -> Route:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(lambda: site.page(request, template, **values(record, request)))

        return Route(path, endpoint)

    def listed(spec: ListSpec) -> list[Route]:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(answer_page, record, request, site, spec)

        return [
            Route(f"/{spec.name}", endpoint),
            data(f"/{spec.name}.json", lambda record, request: answer_json(record, request, spec)),
            data(f"/{spec.name}.csv", lambda record, request: answer_csv(record, request, spec)),
        ]

    async def document(request: Request) -> Response:
        return await run_in_threadpool(answer_document, record, request, site)

    def thing(name: str, values: Callable[[Record, str], dict[str, Any] | None]) -> Route:
        def answer(request: Request) -> Response:
            found = values(record, request.path_params["id"])
            if found is None:
                return site.page(request, "missing.html", 404)
            return site.page(request, f"{name}.html", **found)

        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(answer, request)

        return Route(f"/{name}/{{id}}", endpoint)

    return [
        thing("event", event_page),
        thing("claim", claim_page),
        Route("/document/{id}", document),
        *(route for spec in LISTS.values() for route in listed(spec)),
        Route("/static/{version}/{path:path}", answer_static),
        data("/events.geojson", events_geojson),
        data("/places.geojson", places_geojson),
        data("/lanes.json", lanes_json),
        page("/", "overview.html", lambda record, request: {}),
        page("/map", "map.html", lambda record, request: {}),
        page("/timeline", "timeline.html", lambda record, request: {"by": request.query_params.get("by", LANES[0])}),
    ]
