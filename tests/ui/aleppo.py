"""A record for maps and lanes: December 2016 around Aleppo, a few places, who is told to hold them, and events of all kinds."""

from datetime import date, timedelta

from dateline.model import Actor, Deal, DealStep, Event, Interval, LedgerEntry, Place
from dateline.model.views import Views
from dateline.record import Record, create_or_open

FIRST = date(2016, 12, 11)
UNKNOWN = Interval(None, None, "unknown")

PLACES = (
    Place("aleppo", "Aleppo", "city", 36.2012, 37.1612, 8.0, "SY", precision=1),
    Place("eastern-aleppo", "Eastern Aleppo", "area", 36.21, 37.24, 5.0, "SY", precision=3),
    Place("idlib", "Idlib", "city", 35.9306, 36.6339, 3.0, "SY", precision=1),
    Place("kafraya", "Kafraya", "town", 35.99, 36.69, 1.0, "SY", precision=1),
    Place("palmyra", "Palmyra", "city", 34.5624, 38.284, 3.0, "SY", precision=1),
    Place("quneitra", "Quneitra", "town", 33.1258, 35.8239, 1.0, "SY", precision=1),
    Place("homs", "Homs", "city", 34.7324, 36.7137, 5.0, "SY", precision=1),
    Place("syria", "Syria", "country", 35.0, 38.5, 270.0, "SY", precision=6),
)
ACTORS = (
    Actor("army", "Syrian Arab Army", "state force", camp="government"),
    Actor("rebels", "rebels", "armed group", camp="opposition"),
    Actor("islamic-state", "Islamic State", "armed group"),
)
LEDGER = (
    LedgerEntry("l1", "eastern-aleppo", "rebels", date(2016, 12, 1), date(2016, 12, 15), "reported", ()),
    LedgerEntry("l2", "eastern-aleppo", "army", date(2016, 12, 13), None, "contested", ()),
    LedgerEntry("l3", "eastern-aleppo", "rebels", date(2016, 12, 16), date(2016, 12, 18), "contested", ()),
    LedgerEntry("l4", "aleppo", "army", date(2016, 12, 12), None, "reported", ()),
    LedgerEntry("l5", "idlib", "rebels", date(2016, 12, 11), None, "claimed", ()),
    LedgerEntry("l6", "palmyra", "islamic-state", date(2016, 12, 11), None, "reported", ()),
    LedgerEntry("l7", "quneitra", "", date(2016, 12, 11), None, "unknown", ()),
    LedgerEntry("l8", "kafraya", "army", None, None, "claimed", ()),
)


def _event(number, type, place, earliest, latest, *, actors=("army",), sources=1, contested=False):
    days = Interval(earliest, latest, "text") if earliest or latest else UNKNOWN
    return Event(
        f"e{number}",
        type,
        actors,
        (),
        (place,) if place else (),
        days,
        (f"c{number}",),
        (),
        sources,
        (),
        contested,
        (),
        3,
    )


def _events():
    made = [
        _event(day * 2 + turn, ("shelling", "evacuation")[turn], "eastern-aleppo", on, on, actors=("army", "rebels"))
        for day in range(10)
        for turn in range(2)
        for on in [FIRST + timedelta(days=day)]
    ]
    return (
        *made,
        _event(30, "capture", "aleppo", date(2016, 12, 12), date(2016, 12, 14), sources=3),
        _event(31, "siege", "kafraya", None, date(2016, 12, 16), actors=("rebels",)),
        _event(32, "ceasefire", "aleppo", date(2016, 12, 18), None, contested=True),
        _event(33, "capture", "palmyra", FIRST, FIRST, actors=("islamic-state",)),
        _event(34, "agreement", "aleppo", date(2016, 12, 13), date(2016, 12, 13), actors=("army", "rebels")),
        _event(35, "clash", "syria", date(2016, 12, 14), date(2016, 12, 14)),
        _event(36, "protest", "idlib", None, None, actors=("rebels",)),
        _event(37, "killing", "homs", date(2012, 2, 4), date(2012, 2, 4)),
    )


DEALS = (
    Deal("deal-1", ("army", "rebels"), (), "aleppo", (), "agreed", (DealStep("agreed", FIRST, ("c34",)),), ("c34",)),
)


def make_record(folder) -> Record:
    """Return the record, written anew."""
    record = create_or_open(folder / "aleppo.dateline")
    record.replace_views(Views(places=PLACES, actors=ACTORS, ledger=LEDGER, events=_events(), deals=DEALS))
    return record
