"""The addresses of the map and of time: a record and the site in, routes of their pages, data and pictures out."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from dateline.record import Record
from dateline.show.web.days import days_json
from dateline.show.web.drawn import lanes_picture, map_picture
from dateline.show.web.geo import events_geojson, places_geojson
from dateline.show.web.lanes import LANES, lanes_json
from dateline.show.web.rendering import Site

__all__ = ["atlas_routes"]

_TILES = "/tiles.pmtiles"
_DATA: dict[str, Callable[[Record, Request], Response]] = {
    "/events.geojson": events_geojson,
    "/places.geojson": places_geojson,
    "/lanes.json": lanes_json,
    "/days.json": days_json,
    "/map.svg": map_picture,
    "/timeline.svg": lanes_picture,
}


def atlas_routes(record: Record, site: Site, tiles: Path | None = None) -> list[Route]:
    """Return the routes; `tiles` is a PMTiles archive to lay under the map, of which browsers ask parts."""

    def lanes(request: Request) -> str:
        asked = request.query_params.get("by", LANES[0])
        return asked if asked in LANES else LANES[0]

    routes = [_get(path, partial(answer, record)) for path, answer in _DATA.items()]
    routes += [
        _get("/map", lambda request: site.page(request, "map.html", tiles=_TILES if tiles else "")),
        _get("/timeline", lambda request: site.page(request, "timeline.html", by=lanes(request))),
    ]
    if tiles:
        routes.append(_get(_TILES, lambda request: FileResponse(tiles, media_type="application/vnd.pmtiles")))
    return routes


def _get(path: str, answer: Callable[[Request], Response]) -> Route:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return Route(path, endpoint)
