"""UCDP GED-shaped CSV: a selection in, events with deaths in the columns of UCDP's Georeferenced Event Dataset out.

GED knows events in which somebody died, at a place and within a year; what is not is counted in the metadata. Numbers that
only UCDP gives (of conflicts, dyads, actors and countries) are left empty.
"""

import csv
from collections.abc import Sequence
from typing import Any

from dateline.model import Actor, Claim, Event, Place
from dateline.show.exports.cells import to_cell
from dateline.show.exports.countries import country
from dateline.show.exports.form import Files
from dateline.show.exports.geography import cell
from dateline.show.facts import Days, Facts
from dateline.show.selection import Selection

__all__ = ["UCDP", "UCDP_COLUMNS", "UCDP_NOTE", "UCDP_OWN", "write_ucdp"]

UCDP = "ucdp-ged-shaped.csv"
UCDP_NOTE = (
    "This file has the columns of UCDP GED, but it is not data of the Uppsala Conflict Data Program "
    "and was not coded by it."
)
UCDP_COLUMNS = tuple(
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id "
    "dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources "
    "source_article source_office source_date source_headline source_original where_prec where_coordinates "
    "where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity "
    "date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob".split()
)
UCDP_OWN = ("dateline_id", "told_as", "credibility", "independent_sources", "contested", "claims_accepted", "review")
_YEAR = 366
_STATES = frozenset({"state", "state force", "state body", "coalition", "intergovernmental"})
_ARMED = frozenset({"armed group", "political group"})
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3


def write_ucdp(selection: Selection, files: Files) -> None:
    """Write one row an event with deaths, by day."""
    facts = Facts(selection)
    rows = [row for event in facts.contents.events if (row := _row(facts, event, files))]
    with files.text(UCDP, newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow((*UCDP_COLUMNS, *UCDP_OWN))
        for row in sorted(rows, key=lambda row: (row["date_start"], row["dateline_id"])):
            writer.writerow([to_cell(row.get(name), "text") for name in (*UCDP_COLUMNS, *UCDP_OWN)])


def _row(facts: Facts, event: Event, files: Files) -> dict[str, Any] | None:
    claim = next(iter(facts.happened(event)), None)
    place, days = facts.spot(event.places), facts.days(event.time, event.documents)
    killed = facts.count(event, "killed")
    why = (
        (claim is None, "events told as no fact"),
        (not (killed.best or killed.high), "events without deaths told"),
        (place is None, "events without a place that has coordinates"),
        (days is None or days.length > _YEAR, "events without a day, month or year"),
    )
    reason = next((words for is_so, words in why if is_so), "")
    if reason or claim is None or place is None or days is None:
        files.leave_out(reason)
        return None
    kind, sides = _sides(facts, event, claim)
    return {
        **_ids(event, kind, place, days),
        "dyad_name": " - ".join(sides),
        "side_a": sides[0],
        "side_b": sides[1],
        **_sources(facts, event),
        **_where(facts, place),
        **_when(days, place),
        **_deaths(facts, event, kind),
        "dateline_id": event.id,
        "told_as": claim.modality.value,
        "credibility": event.credibility,
        "independent_sources": event.independent_sources,
        "contested": event.contested,
        "claims_accepted": facts.claims_accepted(event),
        "review": facts.review(event.id),
    }


def _ids(event: Event, kind: int, place: Place, days: Days) -> dict[str, Any]:
    """GED's ids are whole numbers: ours are the event's own hexadecimal id read as one."""
    code, digits = country(place.country).code3 or "XXX", event.id.removeprefix("e-")
    number = int(digits, 16) if all(sign in "0123456789abcdef" for sign in digits) else ""
    relid = f"{code}-{days.start.year}-{kind}-{digits}"
    return {
        "id": number,
        "relid": relid,
        "year": days.start.year,
        "code_status": "Machine-coded",
        "type_of_violence": kind,
    }


# --- who ------------------------------------------------------------------------------------------------------------
def _sides(facts: Facts, event: Event, claim: Claim) -> tuple[int, tuple[str, str]]:
    """The kind of violence, and its two sides; of one-sided violence the second is always civilians."""
    ones, others = list(event.actors), [id for id in event.targets if id not in event.actors]
    if not others and len(ones) > 1:
        ones, others = ones[:1], ones[1:]
    kinds = [_kinds(facts, ids) for ids in (ones, others)]
    names = (_side(facts, ones), _side(facts, others))
    if claim.type == "clash" or kinds[1] & (_STATES | _ARMED):
        is_state = bool((kinds[0] | kinds[1]) & _STATES)
        return (_STATE_BASED if is_state else _NON_STATE), names
    return _ONE_SIDED, (names[0], "Civilians")


def _kinds(facts: Facts, ids: Sequence[str]) -> set[str]:
    actors = (facts.contents.actors.get(id) for id in ids)
    return {actor.kind for actor in actors if isinstance(actor, Actor)}


def _side(facts: Facts, ids: Sequence[str]) -> str:
    return ", ".join(facts.actor_names(ids)) or "Unknown"


# --- by whom, where, when -------------------------------------------------------------------------------------------
def _sources(facts: Facts, event: Event) -> dict[str, Any]:
    """The reports, and who they have it from: GED's source_original is the claimant, not the paper."""
    documents = [facts.contents.documents[id] for id in event.documents if id in facts.contents.documents]
    days = [(one.published.date or one.published.latest) for one in documents]
    claimants = dict.fromkeys(
        name
        for claim in facts.happened(event)
        for name in facts.actor_names(claim.speakers) or [facts.contents.publisher(claim.document)]
    )
    articles = zip(documents, days, strict=True)
    return {
        "number_of_sources": event.independent_sources,
        "source_article": "; ".join(_article(facts, one.id, str(day or ""), one.title) for one, day in articles),
        "source_office": "; ".join(facts.publishers(event)),
        "source_date": "; ".join(dict.fromkeys(day.isoformat() for day in days if day)),
        "source_headline": "; ".join(dict.fromkeys(one.title for one in documents if one.title)),
        "source_original": "; ".join(claimants),
    }


def _article(facts: Facts, document: str, day: str, title: str) -> str:
    return ", ".join(filter(None, (facts.contents.publisher(document), day, title)))


def _where(facts: Facts, place: Place) -> dict[str, Any]:
    land, around = country(place.country), facts.within(place.id)
    of_kind = {
        kind: next((p.name for p in (place, *around) if p.kind == kind), "") for kind in ("province", "district")
    }
    assert place.lat is not None and place.lon is not None
    return {
        "where_prec": place.precision,
        "where_coordinates": f"{place.name} {place.kind}".strip(),
        "where_description": ", ".join(dict.fromkeys((place.name, *(one.name for one in around)))),
        "adm_1": of_kind["province"],
        "adm_2": of_kind["district"],
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})",
        "priogrid_gid": cell(place.lat, place.lon),
        "country": land.name,
        "region": land.ucdp_region,
    }


def _when(days: Days, place: Place) -> dict[str, Any]:
    """1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year; an open end is not known to a day."""
    steps = ((0, 1), (5, 2), (6, 3), (31, 4))
    precision = next((code for most, code in steps if days.length <= most), 5)
    if days.open_start or days.open_end:
        precision = max(precision, 4)
    clear = precision <= 3 and place.precision <= 3
    return {
        "event_clarity": 1 if clear else 2,
        "date_prec": precision,
        "date_start": days.start.isoformat(),
        "date_end": days.end.isoformat(),
    }


def _deaths(facts: Facts, event: Event, kind: int) -> dict[str, Any]:
    """Best, high and low; of one-sided violence they are civilians', else whose they are is not known."""
    killed = facts.count(event, "killed")
    best = int(killed.best if killed.best is not None else killed.low or killed.high or 0)
    low = int(killed.low if killed.low is not None else best)
    high = int(killed.high if killed.high is not None else best)
    civilians = best if kind == _ONE_SIDED else 0
    return {
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": civilians,
        "deaths_unknown": best - civilians,
        "best": best,
        "high": max(high, best),
        "low": min(low, best),
    }
