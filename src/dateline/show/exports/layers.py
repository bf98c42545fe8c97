"""The map layers of geojson and gpkg: a selection in; events and holdings as rows with a point, a circle and days out.

Every row has `date_start` and `date_end`, so that a time slider can play it. Holdings last from the day they are told to
the day another one is, or to the last day the record tells of.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Event, LedgerEntry, Place
from dateline.show.exports.form import Files
from dateline.show.exports.geography import circle
from dateline.show.facts import Days, Facts

__all__ = ["COLUMNS", "LAYERS", "Feature", "Layer", "features"]

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: the rows of that name as points, or with `areas` the circles of those whose places are no points."""

    name: str
    rows: str
    areas: bool = False


# The columns of each kind of row, and what stands in them: text, date, number, integer or boolean.
COLUMNS: dict[str, dict[str, str]] = {
    "events": {
        "id": "text",
        "date_start": "date",
        "date_end": "date",
        "date_basis": "text",
        "open_start": "boolean",
        "open_end": "boolean",
        "type": "text",
        "told": "text",
        "told_as": "text",
        "actors": "text",
        "targets": "text",
        "place": "text",
        "precision": "integer",
        "radius_km": "number",
        "killed_low": "number",
        "killed_best": "number",
        "killed_high": "number",
        "sources": "text",
        "independent_sources": "integer",
        "credibility": "integer",
        "contested": "boolean",
        "claims": "integer",
        "claims_accepted": "integer",
        "review": "text",
    },
    "control": {
        "id": "text",
        "date_start": "date",
        "date_end": "date",
        "open_start": "boolean",
        "open_end": "boolean",
        "place": "text",
        "holder": "text",
        "holder_id": "text",
        "status": "text",
        "precision": "integer",
        "radius_km": "number",
        "sources": "text",
        "claims": "integer",
        "claims_accepted": "integer",
        "review": "text",
    },
}


@dataclass(frozen=True, slots=True)
class Feature:
    """One row: its place, and its values by column, the same columns for all rows of a layer."""

    rows: str
    place: Place
    values: dict[str, Value]

    @property
    def point(self) -> tuple[float, float]:
        """Longitude and latitude."""
        assert self.place.lon is not None and self.place.lat is not None
        return self.place.lon, self.place.lat

    @property
    def ring(self) -> list[tuple[float, float]]:
        """The circle that stands for a wider place; empty for a point."""
        lon, lat = self.point
        return circle(lat, lon, self.place.radius_km) if self.place.radius_km >= 1 and self.place.precision > 1 else []


LAYERS = (
    Layer("events", "events"),
    Layer("event_areas", "events", areas=True),
    Layer("control", "control"),
    Layer("control_areas", "control", areas=True),
)


def features(facts: Facts, files: Files) -> Iterator[Feature]:
    """Yield the rows of `events` and `control`; what cannot be placed or dated is counted as left out."""
    for event in facts.contents.events:
        place, days = facts.spot(event.places), facts.days(event.time, event.documents)
        if place is None or days is None:
            files.leave_out("events without a place that has coordinates" if place is None else "events without a day")
        else:
            yield Feature("events", place, _event(facts, event, place, days))
    for entry in facts.contents.ledger:
        place, held = facts.spot([entry.place]), facts.holding_days(entry.since, entry.until)
        if place is None or held is None:
            files.leave_out("holdings without coordinates or days")
        else:
            yield Feature("control", place, _holding(facts, entry, place, held))


def _event(facts: Facts, event: Event, place: Place, days: Days) -> dict[str, Value]:
    claims = facts.happened(event)
    killed = facts.count(event, "killed")
    return {
        "id": event.id,
        "date_start": days.start.isoformat(),
        "date_end": days.end.isoformat(),
        "date_basis": days.basis,
        "open_start": days.open_start,
        "open_end": days.open_end,
        "type": event.type,
        "told": facts.words(event),
        "told_as": "fact" if claims else _modes(facts, event),
        "actors": "; ".join(facts.actor_names(event.actors)),
        "targets": "; ".join(facts.actor_names(event.targets)),
        "place": facts.place_name(place.id),
        "precision": place.precision,
        "radius_km": place.radius_km,
        "killed_low": killed.low,
        "killed_best": killed.best,
        "killed_high": killed.high,
        "sources": "; ".join(facts.publishers(event)),
        "independent_sources": event.independent_sources,
        "credibility": event.credibility,
        "contested": event.contested,
        "claims": len(facts.contents.claims_of(event)),
        "claims_accepted": facts.claims_accepted(event),
        "review": facts.review(event.id) or None,
    }


def _modes(facts: Facts, event: Event) -> str:
    return ", ".join(dict.fromkeys(claim.modality.value for claim in facts.contents.claims_of(event)))


def _holding(facts: Facts, entry: LedgerEntry, place: Place, days: Days) -> dict[str, Value]:
    sources = facts.contents.sources(entry.claims)
    publishers = dict.fromkeys(facts.contents.publisher(one.document) for one in sources)
    return {
        "id": entry.id,
        "date_start": days.start.isoformat(),
        "date_end": days.end.isoformat(),
        "open_start": days.open_start,
        "open_end": days.open_end,
        "place": facts.place_name(entry.place),
        "holder": "; ".join(facts.actor_names([entry.holder] if entry.holder else [])) or None,
        "holder_id": entry.holder or None,
        "status": entry.status,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "sources": "; ".join(publishers),
        "claims": len(sources),
        "claims_accepted": sum(facts.review(one.id) in ("accepted", "changed") for one in sources),
        "review": facts.review(entry.id) or None,
    }
