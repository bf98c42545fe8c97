"""HXL: a selection in, events as a CSV file with the row of hashtags under its header out (hxlstandard.org)."""

import csv

from dateline.show.exports.cells import to_cell
from dateline.show.exports.countries import country
from dateline.show.exports.form import Files
from dateline.show.exports.layers import Feature, features
from dateline.show.facts import Facts
from dateline.show.selection import Selection

__all__ = ["HXL", "HXL_COLUMNS", "write_hxl"]

HXL = "events-hxl.csv"
# Header -> hashtag with its attributes.
HXL_COLUMNS = {
    "Event": "#event+id",
    "Type": "#event+type",
    "From": "#date+start",
    "To": "#date+end",
    "Country": "#country+code+v_iso3",
    "Province": "#adm1+name",
    "Place": "#loc+name",
    "Latitude": "#geo+lat",
    "Longitude": "#geo+lon",
    "Place precision": "#geo+precision",
    "Who": "#group+name+actor",
    "To whom": "#group+name+target",
    "Told as": "#event+status",
    "What is told": "#description",
    "Killed, lowest": "#affected+killed+min",
    "Killed, best": "#affected+killed",
    "Killed, highest": "#affected+killed+max",
    "Wounded, best": "#affected+injured",
    "Displaced or evacuated, best": "#affected+displaced",
    "Sources": "#meta+source",
    "Addresses of sources": "#meta+source+url",
    "Independent sources": "#meta+source+num",
    "Credibility, 1 to 6": "#meta+credibility",
    "Contested": "#meta+contested",
    "Claims accepted by a person": "#meta+claims+accepted+num",
    "Review by a person": "#meta+review",
}


def write_hxl(selection: Selection, files: Files) -> None:
    """Write one row an event, by day; what cannot be placed or dated is counted."""
    facts = Facts(selection)
    events = {event.id: event for event in facts.contents.events}
    rows = [row for row in features(facts, files) if row.rows == "events"]
    with files.text(HXL, newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HXL_COLUMNS)
        writer.writerow(HXL_COLUMNS.values())
        for row in sorted(rows, key=lambda row: (str(row.values["date_start"]), str(row.values["id"]))):
            event = events[str(row.values["id"])]
            best = {role: facts.count(event, role).best for role in ("wounded", "displaced", "evacuated")}
            moved = best["displaced"] if best["displaced"] is not None else best["evacuated"]
            cells = _cells(facts, row, best["wounded"], moved, "; ".join(facts.urls(event)))
            writer.writerow([to_cell(cell, "text") for cell in cells])


def _cells(
    facts: Facts, row: Feature, wounded: float | None, moved: float | None, urls: str
) -> list[str | float | int | bool | None]:
    """The cells in the order of the columns."""
    told, place = row.values, row.place
    province = next((one.name for one in (place, *facts.within(place.id)) if one.kind == "province"), "")
    where = [country(place.country).code3, province, told["place"], place.lat, place.lon, place.precision]
    killed = [told["killed_low"], told["killed_best"], told["killed_high"], wounded, moved]
    stands = [told[name] for name in ("independent_sources", "credibility", "contested", "claims_accepted", "review")]
    what = [told[name] for name in ("actors", "targets", "told_as", "told")]
    first = [told[name] for name in ("id", "type", "date_start", "date_end")]
    return [*first, *where, *what, *killed, told["sources"], urls, *stands]
