"""The lists of actors, places and outlets: ids in, rows out, with how many claims name each."""

from collections.abc import Sequence

from dateline.model import Actor, Claim, Outlet, Place
from dateline.record import Record, by_id, count_listing, reports_of_outlets
from dateline.show.inert import one_line
from dateline.show.web.lists.spec import ListSpec
from dateline.show.web.scene import Ref
from dateline.show.web.table import Cell, Column, Row

__all__ = ["ACTORS", "OUTLETS", "PLACES"]


def _actor_rows(record: Record, ids: Sequence[str]) -> list[Row]:
    told = count_listing(record, Claim, "actors", ids)
    actors = by_id(record, Actor, ids)
    parents = {one.id: one for one in by_id(record, Actor, sorted({m.parent for a in actors for m in a.part_of}))}
    return [_actor(actor, parents, told.get(actor.id, 0)) for actor in actors]


def _actor(actor: Actor, parents: dict[str, Actor], told: int) -> Row:
    wholes = dict.fromkeys(membership.parent for membership in actor.part_of)
    part_of = tuple(Ref(id, one_line(parents[id].name) if id in parents else id, f"/actor/{id}") for id in wholes)
    cells = (
        Cell(actor.name, f"/actor/{actor.id}"),
        Cell(actor.kind, word=True),
        Cell(actor.camp, word=True),
        Cell(actor.country),
        Cell(part_of),
        Cell("" if actor.known else "in no theatre", word=True, mark="unsure"),
        Cell(told),
    )
    return Row(actor.id, cells)


def _place_rows(record: Record, ids: Sequence[str]) -> list[Row]:
    told = count_listing(record, Claim, "places", ids)
    places = by_id(record, Place, ids)
    parents = {one.id: one for one in by_id(record, Place, sorted({place.parent for place in places}))}
    return [_place(place, parents, told.get(place.id, 0)) for place in places]


def _place(place: Place, parents: dict[str, Place], told: int) -> Row:
    parent = parents.get(place.parent)
    cells = (
        Cell(place.name, f"/place/{place.id}"),
        Cell(place.kind, word=True),
        Cell((Ref(parent.id, one_line(parent.name), f"/place/{parent.id}"),) if parent else ()),
        Cell(place.country),
        Cell(place.lat),
        Cell(place.lon),
        Cell(place.precision),
        Cell("" if place.lat is not None else "not placed", word=True, mark="unsure"),
        Cell(told),
    )
    return Row(place.id, cells)


def _outlet_rows(record: Record, ids: Sequence[str]) -> list[Row]:
    reports = reports_of_outlets(record)
    return [_outlet(outlet, *reports.get(outlet.id, (0, 0))) for outlet in by_id(record, Outlet, ids)]


def _outlet(outlet: Outlet, reports: int, copied: int) -> Row:
    cells = (
        Cell(outlet.name, f"/outlet/{outlet.id}"),
        Cell(outlet.kind, word=True),
        Cell(outlet.country),
        Cell(outlet.camp, word=True),
        Cell(outlet.reliability, note=outlet.reason),
        Cell(reports),
        Cell(copied),
        Cell(outlet.reason, language="en"),
    )
    return Row(outlet.id, cells)


ACTORS = ListSpec(
    "actors",
    "Actors",
    "Who acts, speaks or is acted on.",
    Actor,
    (
        Column("name", "Name", order=True),
        Column("kind", "Kind", order=True),
        Column("camp", "Side", order=True),
        Column("country", "Country"),
        Column("part_of", "Part of"),
        Column("known", "Known"),
        Column("claims", "Claims", order=True, number=True),
    ),
    ("q", "kind", "camp", "unknown"),
    "-claims",
    _actor_rows,
)
PLACES = ListSpec(
    "places",
    "Places",
    "Where; a name that could not be placed stays without a point.",
    Place,
    (
        Column("name", "Name", order=True),
        Column("kind", "Kind", order=True),
        Column("within", "Within"),
        Column("country", "Country"),
        Column("lat", "Latitude", number=True),
        Column("lon", "Longitude", number=True),
        Column("precision", "Precision", number=True),
        Column("placed", "Placed"),
        Column("claims", "Claims", order=True, number=True),
    ),
    ("q", "kind", "place", "unknown"),
    "-claims",
    _place_rows,
    geo=True,
)
OUTLETS = ListSpec(
    "outlets",
    "Outlets",
    "Who publishes: reliability is A to F of the Admiralty code, with its reason; copies are no further source.",
    Outlet,
    (
        Column("name", "Name", order=True),
        Column("kind", "Kind"),
        Column("country", "Country"),
        Column("camp", "Side"),
        Column("reliability", "Reliability", order=True),
        Column("reports", "Reports", number=True),
        Column("copies", "Copies", number=True),
        Column("reason", "Because"),
    ),
    ("q", "camp"),
    "name",
    _outlet_rows,
)
