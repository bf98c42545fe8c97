"""A candidate place and what a report says around it in; how much speaks for it, by reason in words, out."""

from dataclasses import dataclass
from math import log10

from dateline.resolve.place_names import SETTLEMENTS, Candidate

__all__ = ["NEAR", "Weights", "weigh"]

NEAR = "nearest"
_LISTED, _MAIN, _PER_TENFOLD = 2.5, 0.5, 0.5
_USUAL_SIZE = {"city": 200_000, "town": 20_000, "village": 1_000}
# How readily a bare name means such a place: a state's name nearly always the state, a province's name mostly its city.
_BARE = {"country": 4.5, "province": 2.0, "area": 2.0, "sea": 2.0, "river": 2.0}
_BARE_OTHERS = 1.5
_SAID, _NEARLY, _OTHERWISE = 2.0, 1.0, -2.0
_CLOSE = {
    "city": ("town",),
    "town": ("city", "village"),
    "village": ("town",),
    "district": ("neighbourhood", "area"),
    "neighbourhood": ("district", "area"),
    "province": ("area", "district"),
    "camp": ("site",),
    "air base": ("site",),
    "site": ("air base", "camp"),
}


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for a candidate, in points by reason; the reasons are worded for the reader."""

    points: dict[str, float]

    @property
    def total(self) -> float:
        """Return all points together, rounded so that the order of adding cannot decide."""
        return round(sum(self.points.values()), 9)

    def above(self, other: "Weights") -> str:
        """Return the reason that sets this candidate above another the most; "" where nothing does."""
        gains = {reason: points - other.points.get(reason, 0.0) for reason, points in self.points.items()}
        reason = max(gains, key=lambda key: (gains[key], key))
        return reason if gains[reason] > 0 else ""


def weigh(candidate: Candidate, hint: str, around: Weights) -> Weights:
    """Return all that speaks for a candidate: its own weight, the kind word beside the name, and the surroundings."""
    state = candidate.place.kind == "country"
    own = {
        "the theatre lists it": _LISTED * (candidate.source == "theatre") - (100 - candidate.likeness) / 8,
        "a state's name" if state else "the better known": _size(candidate),
        f"the report says {hint}": _said(candidate.place.kind, hint),
        "its main name": _MAIN * candidate.main,
    }
    return Weights(own | around.points)


def _size(candidate: Candidate) -> float:
    kind = candidate.place.kind
    if kind in SETTLEMENTS:
        people = candidate.population or (_USUAL_SIZE[kind] if candidate.source == "theatre" else 0)
        return _PER_TENFOLD * log10(people + 10)
    return _BARE.get(kind, _BARE_OTHERS)


def _said(kind: str, hint: str) -> float:
    """Return what a kind word beside the name says for a kind of place; "area" may be said of any but a state."""
    if not hint or kind == hint:
        return _SAID * (kind == hint)
    if hint == "area":
        return _OTHERWISE * (kind == "country")
    return _NEARLY if kind in _CLOSE.get(hint, ()) else _OTHERWISE
