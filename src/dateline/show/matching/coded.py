"""Events as data sets code them: a CSV file of UCDP GED or ACLED in, one CodedEvent a row out; and a record's own events.

Both sides become the same thing, so that they can be laid beside each other: who, where, when, how many.
"""

import csv
import datetime as dt
import gzip
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError
from dateline.model import Event
from dateline.show.exports.acled import event_type_of
from dateline.show.facts import Facts

__all__ = ["SCHEMES", "CodedEvent", "CodedFile", "read_coded", "record_events"]

SCHEMES = ("ucdp", "acled")
_REQUIRED = {
    "ucdp": ("id", "date_start", "date_end", "latitude", "longitude", "side_a", "side_b", "best", "where_prec"),
    "acled": ("event_id_cnty", "event_date", "latitude", "longitude", "actor1", "fatalities", "event_type"),
}
# How far a place can be from where it is put, in km, by the precision that each scheme gives.
_REACH = {
    "ucdp": {1: 5.0, 2: 25.0, 3: 50.0, 4: 150.0, 5: 50.0, 6: 600.0, 7: 600.0},
    "acled": {1: 5.0, 2: 40.0, 3: 150.0},
}
_VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"})
_LARGEST = 1_000_000_000  # bytes: all of GED is a third of it
_WEEK, _MONTH = dt.timedelta(days=6), dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """One event: days and place with their slack, sides as names, counts of dead; None where it does not say."""

    id: str
    start: dt.date
    end: dt.date
    lat: float
    lon: float
    reach_km: float
    place: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    low: float | None
    best: float | None
    high: float | None
    what: str = ""
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class CodedFile:
    """The events of a file, and the rows that could not be read, each with the reason."""

    name: str
    scheme: str
    events: tuple[CodedEvent, ...]
    unread: tuple[str, ...]


def read_coded(path: Path, scheme: str) -> CodedFile:
    """Read a CSV file (also gzipped) of a scheme. Raises InputError where it is no such file."""
    events, unread = [], []
    for number, row in enumerate(_rows(path, scheme), 2):
        try:
            events.append(_of_ucdp(row) if scheme == "ucdp" else _of_acled(row))
        except (ValueError, KeyError) as error:
            unread.append(f"{path}: row {number} cannot be read ({error})")
    if not events:
        raise InputError(f"{path}: no row can be read as {scheme}; check the file, and --as")
    return CodedFile(path.name, scheme, tuple(events), tuple(unread))


def _rows(path: Path, scheme: str) -> Iterator[dict[str, str]]:
    try:
        text = _bytes(path).decode("utf-8-sig")
    except (OSError, EOFError) as error:
        raise InputError(
            f"{path}: cannot be read ({getattr(error, 'strerror', None) or error}); check the file"
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: this is no CSV file in UTF-8; save it as one") from error
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    missing = [name for name in _REQUIRED[scheme] if name not in (reader.fieldnames or ())]
    if missing:
        raise InputError(f"{path}: no {scheme} file: the columns {', '.join(missing)} are missing; check --as")
    yield from reader


def _bytes(path: Path) -> bytes:
    with path.open("rb") as stream:
        zipped = stream.read(2) == b"\x1f\x8b"
    with gzip.open(path) if zipped else path.open("rb") as stream:
        data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise InputError(f"{path}: larger than {_LARGEST:,} bytes; cut it to the country or the years of the record")
    return data


def _of_ucdp(row: dict[str, str]) -> CodedEvent:
    precision = int(float(row["where_prec"] or 1))
    return CodedEvent(
        id=row["id"].removesuffix(".0"),
        start=dt.date.fromisoformat(row["date_start"][:10]),
        end=dt.date.fromisoformat(row["date_end"][:10]),
        lat=float(row["latitude"]),
        lon=float(row["longitude"]),
        reach_km=_REACH["ucdp"].get(precision, 5.0),
        place=row.get("where_coordinates") or "",
        sides=((row["side_a"],), (row["side_b"],)),
        low=_number(row.get("low")),
        best=_number(row["best"]),
        high=_number(row.get("high")),
    )


def _of_acled(row: dict[str, str]) -> CodedEvent:
    """ACLED writes the first day and how exactly it is known: 2 is the week around it, 3 the month."""
    day, killed = _acled_day(row["event_date"]), _number(row["fatalities"])
    slack = {"2": _WEEK, "3": _MONTH}.get(row.get("time_precision", "1").strip(), dt.timedelta())
    sides = (_names(row, "1"), _names(row, "2"))
    return CodedEvent(
        id=row["event_id_cnty"],
        start=day - slack,
        end=day + slack,
        lat=float(row["latitude"]),
        lon=float(row["longitude"]),
        reach_km=_REACH["acled"].get(int(float(row.get("geo_precision") or 1)), 5.0),
        place=row.get("location") or "",
        sides=sides,
        low=killed,
        best=killed,
        high=killed,
        what=row["event_type"],
    )


def _acled_day(text: str) -> dt.date:
    """ACLED's files have had `2016-12-13` and `13 December 2016`."""
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        day, month, year = text.split()
        months = "jan feb mar apr may jun jul aug sep oct nov dec".split()
        return dt.date(int(year), months.index(month[:3].lower()) + 1, int(day))


def _names(row: dict[str, str], side: str) -> tuple[str, ...]:
    named = [row.get(f"actor{side}") or "", *(row.get(f"assoc_actor_{side}") or "").split(";")]
    return tuple(name.strip() for name in named if name.strip())


def _number(text: str | None) -> float | None:
    return float(text) if text and text.strip() else None


def record_events(facts: Facts, scheme: str) -> Iterator[CodedEvent]:
    """Yield those events of a record that such a data set would hold: told as facts, placed, dated, and of its kind."""
    for event in facts.contents.events:
        place, days, claims = facts.spot(event.places), facts.days(event.time, event.documents), facts.happened(event)
        if place is None or place.lat is None or place.lon is None or days is None or days.length > 366:
            continue
        killed = facts.count(event, "killed")
        what = next((claim.acled for claim in claims if claim.acled), "")
        if not what and not killed.best:
            continue
        if scheme == "ucdp" and _peaceful(facts, event) and not killed.best:
            continue
        yield CodedEvent(
            id=event.id,
            start=days.start,
            end=days.end,
            lat=place.lat,
            lon=place.lon,
            reach_km=max(place.radius_km, _REACH["ucdp"].get(place.precision, 5.0)),
            place=place.name,
            sides=_sides(event),
            low=killed.low,
            best=killed.best,
            high=killed.high,
            what=what,
            open_ended=days.open_start or days.open_end,
        )


def _peaceful(facts: Facts, event: Event) -> bool:
    return all(event_type_of(claim.acled) not in _VIOLENT for claim in facts.happened(event))


def _sides(event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    ones, others = event.actors, tuple(id for id in event.targets if id not in event.actors)
    return (ones, others) if others or len(ones) < 2 else (ones[:1], ones[1:])
