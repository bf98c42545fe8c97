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
from dateline.show.web.rendering import Site, make_site
from dateline.show.web.static_files import answer_static

__all__ = ["make_app"]

Answer = Callable[[Record, Request], Response]


def make_app(record: Record, hands: Hands | None = None, hosts: frozenset[str] = LOOPBACK) -> ASGIApp:
    """Return the app; `hosts` are the names it answers to."""
    site = make_site(new_token())
    app = Starlette(routes=_routes(record, site))
    return Guard(app, site.token, hosts)


def _routes(record: Record, site: Site) -> list[Route]:
    def data(path: str, answer: Answer) -> Route:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(answer, record, request)

        return Route(path, endpoint)

    def page(path: str, template: str, values: Callable[[Record, Request], dict[str, Any]]) -> Route:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(lambda: site.page(request, template, **values(record, request)))

        return Route(path, endpoint)

    return [
        Route("/static/{version}/{path:path}", answer_static),
        data("/events.geojson", events_geojson),
        data("/places.geojson", places_geojson),
        data("/lanes.json", lanes_json),
        page("/", "overview.html", lambda record, request: {}),
        page("/map", "map.html", lambda record, request: {}),
        page("/timeline", "timeline.html", lambda record, request: {"by": request.query_params.get("by", LANES[0])}),
    ]
