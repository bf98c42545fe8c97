"""ACLED-shaped CSV: a selection in, events in the columns and vocabularies of ACLED's codebook out.

It is shaped like ACLED's data so that scripts made for those read it; it is not ACLED's data, and its coders did not see it.
An event is in where a report tells it as a fact, with a sub-event type, a place that has coordinates and a day known to
the month; what is not is counted in the metadata. What the codebook of ACLED names is in acled.yaml.
"""

import csv
import datetime as dt
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.model import Actor, Claim, Event, Place
from dateline.show.exports.cells import to_cell
from dateline.show.exports.countries import country
from dateline.show.exports.form import Files
from dateline.show.facts import Days, Facts
from dateline.show.selection import Selection

__all__ = ["ACLED", "ACLED_COLUMNS", "ACLED_NOTE", "ACLED_OWN", "event_type_of", "write_acled"]

ACLED = "acled-shaped.csv"
ACLED_NOTE = (
    "This file is ACLED-shaped: it has the columns and vocabularies of ACLED's codebook, "
    "but it is not ACLED data and was not coded by ACLED."
)
_MONTH, _WEEK = 31, 7  # days


@cache
def _codebook() -> dict[str, Any]:
    text = (resources.files("dateline.show.exports") / "acled.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


ACLED_COLUMNS: tuple[str, ...] = tuple(_codebook()["columns"])
# Ours, behind ACLED's own: how well the event stands and who has looked at it.
ACLED_OWN = ("dateline_id", "told_as", "credibility", "independent_sources", "contested", "claims_accepted", "review")


def event_type_of(sub_event: str) -> str:
    """The event type that a sub-event type belongs to; empty for none."""
    return next((name for name, subs in _codebook()["event_types"].items() if sub_event in subs), "")


def write_acled(selection: Selection, files: Files) -> None:
    """Write one row an event, by day."""
    facts = Facts(selection)
    rows = [row for event in facts.contents.events if (row := _row(facts, event, files))]
    with files.text(ACLED, newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow((*ACLED_COLUMNS, *ACLED_OWN))
        for row in sorted(rows, key=lambda row: (row["event_date"], row["dateline_id"])):
            cells = (row[name] for name in (*ACLED_COLUMNS, *ACLED_OWN))
            writer.writerow([to_cell(cell, "text") for cell in cells])


def _row(facts: Facts, event: Event, files: Files) -> dict[str, Any] | None:
    """The event's row; None, counted, where ACLED's columns have no place for it."""
    claim = next((claim for claim in facts.happened(event) if claim.acled), None)
    place, days = facts.spot(event.places), facts.days(event.time, event.documents)
    precision = _time_precision(days, claim)
    why = (
        (claim is None, "events told as no fact, or without an ACLED sub-event type"),
        (place is None, "events without a place that has coordinates"),
        (precision is None, "events without a day, week or month"),
    )
    reason = next((words for is_so, words in why if is_so), "")
    if reason or claim is None or place is None or days is None:
        files.leave_out(reason)
        return None
    return {
        **_when(event, days, precision, place),
        **_what(claim),
        **_who(facts, event, claim, place),
        **_where(facts, place),
        **_source(facts, event, place),
        "dateline_id": event.id,
        "told_as": claim.modality.value,
        "credibility": event.credibility,
        "independent_sources": event.independent_sources,
        "contested": event.contested,
        "claims_accepted": facts.claims_accepted(event),
        "review": facts.review(event.id),
    }


def _time_precision(days: Days | None, claim: Claim | None) -> int | None:
    """1 the day, 2 the week, 3 the month; history told without its days has none."""
    if days is None or claim is None or days.length > _MONTH:
        return None
    if days.open_start or days.open_end:
        return None if claim.background or days.length else 3
    return 1 if days.length == 0 else 2 if days.length < _WEEK else 3


def _when(event: Event, days: Days, precision: int | None, place: Place) -> dict[str, Any]:
    return {
        "event_id_cnty": f"{country(place.country).code3 or 'XXX'}{event.id.removeprefix('e-')}",
        "event_date": days.start.isoformat(),
        "year": days.start.year,
        "time_precision": precision,
    }


def _what(claim: Claim) -> dict[str, Any]:
    book = _codebook()
    event_type = event_type_of(claim.acled)
    disorder = book["disorder_types"].get(claim.acled) or book["disorder_types"].get(event_type, "")
    return {"disorder_type": disorder, "event_type": event_type, "sub_event_type": claim.acled}


# --- who ------------------------------------------------------------------------------------------------------------
def _who(facts: Facts, event: Event, claim: Claim, place: Place) -> dict[str, Any]:
    """The two sides: those who act, and those acted on, or the second of two who fight or agree."""
    ones, others = list(event.actors), [id for id in event.targets if id not in event.actors]
    if not others and len(ones) > 1:
        ones, others = ones[:1], ones[1:]
    event_type = _what(claim)["event_type"]
    land = country(place.country).name or "country not told"
    first = _side(facts, ones, event_type, place) or _unnamed(event_type, land)
    second = _side(facts, others, event_type if event_type not in ("Protests", "Riots") else "", place)
    names = {"actor1": first[0], "assoc_actor_1": first[1], "inter1": first[2]}
    names |= dict(zip(("actor2", "assoc_actor_2", "inter2"), second or ("", "", ""), strict=True))
    against = "Civilians" in (names["inter2"], names["inter1"]) and event_type in (
        "Violence against civilians",
        "Explosions/Remote violence",
    )
    targeted = against or claim.acled == "Excessive force against protesters"
    names["civilian_targeting"] = "Civilian targeting" if targeted else ""
    return names | {"interaction": _interaction(first[2], second[2] if second else "")}


def _side(facts: Facts, ids: list[str], event_type: str, place: Place) -> tuple[str, str, str] | None:
    """The name of the first on a side, those of the others, and the first one's type."""
    if not ids:
        return None
    names = [_name(facts, id, place) for id in ids]
    actor = facts.contents.actors.get(ids[0])
    return names[0], "; ".join(names[1:]), _type(actor, event_type, place)


def _name(facts: Facts, id: str, place: Place) -> str:
    actor = facts.contents.actors.get(id)
    if actor and actor.id == "civilians":
        return f"Civilians ({country(place.country).name})"
    return facts.actor_names([id])[0]


def _unnamed(event_type: str, land: str) -> tuple[str, str, str]:
    """Nobody is named: ACLED then writes of the unidentified."""
    if event_type in ("Protests", "Riots"):
        who = "Protesters" if event_type == "Protests" else "Rioters"
        return f"{who} ({land})", "", who
    return f"Unidentified Armed Group ({land})", "", "Political militia"


def _type(actor: Actor | None, event_type: str, place: Place) -> str:
    book = _codebook()
    found = book["kinds"].get(actor.kind if actor else "", "Civilians")
    if found == "Civilians":
        return {"Protests": "Protesters", "Riots": "Rioters"}.get(event_type, "Civilians")
    if found == "State forces" and actor and actor.country and place.country and actor.country != place.country:
        return "External/Other forces"
    if found == "Rebel group" and actor and actor.camp in book["pro_government_camps"]:
        return "Political militia"
    return str(found)


def _interaction(first: str, second: str) -> str:
    book = _codebook()
    if not second:
        return f"{first} only"
    pair = sorted((first, second), key=book["actor_types"].index)
    return "-".join(reversed(pair) if pair == book["turned"] else pair)


# --- where and by whom ----------------------------------------------------------------------------------------------
def _where(facts: Facts, place: Place) -> dict[str, Any]:
    """Precision 1 is a town or better, 2 an area or district, 3 a province or more."""
    land, around = country(place.country), facts.within(place.id)
    of_kind = {
        kind: next((p.name for p in (place, *around) if p.kind == kind), "") for kind in ("province", "district")
    }
    return {
        "iso": int(land.number) if land.number else "",
        "region": land.acled_region,
        "country": land.name,
        "admin1": of_kind["province"],
        "admin2": of_kind["district"],
        "admin3": "",
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": 1 if place.precision <= 2 else 2 if place.precision in (3, 5) else 3,
    }


def _source(facts: Facts, event: Event, place: Place) -> dict[str, Any]:
    killed, crowd = facts.count(event, "killed"), facts.count(event, "protester")
    published = (facts.contents.documents[id].published for id in event.documents if id in facts.contents.documents)
    last = max((day for one in published if (day := one.date or one.latest)), default=None)
    is_protest = event.type in ("protest", "riot")
    size = f"about {crowd.best:,.0f}" if crowd.best else "no report"
    return {
        "source": "; ".join(facts.publishers(event)),
        "source_scale": "-".join(_scales(facts, event, place)),
        "notes": facts.words(event),
        "fatalities": int(killed.low if killed.low is not None else killed.best or 0),
        "tags": f"crowd size={size}" if is_protest else "",
        "timestamp": int(dt.datetime.combine(last, dt.time(), dt.UTC).timestamp()) if last else "",
    }


def _scales(facts: Facts, event: Event, place: Place) -> Iterable[str]:
    scales: dict[str, None] = {}
    for outlet in filter(None, map(facts.contents.outlet, event.documents)):
        at_home = outlet.country and outlet.country == place.country
        scales[_codebook()["scales"].get(outlet.kind) or ("National" if at_home else "International")] = None
    return scales or ["Other"]
