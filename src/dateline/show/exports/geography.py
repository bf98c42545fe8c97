"""Shapes of places: a point and a radius in, the ring of a polygon out; and the PRIO-GRID cell of a point."""

import math

__all__ = ["cell", "circle"]

_KM_A_DEGREE = 111.32
_CORNERS = 48
_MOST_KM = 2000  # a wider area is no shape that a circle could stand for
_COLUMNS = 720


def circle(lat: float, lon: float, radius_km: float) -> list[tuple[float, float]]:
    """Return a closed ring of (lon, lat), counter-clockwise as RFC 7946 asks; empty where no circle can stand for it."""
    high = abs(lat) + radius_km / _KM_A_DEGREE
    if not 0 < radius_km <= _MOST_KM or high >= 89:
        return []
    wide = radius_km / (_KM_A_DEGREE * math.cos(math.radians(lat)))
    if lon - wide < -180 or lon + wide > 180:
        return []  # would have to be cut at the date line
    steps = (2 * math.pi * step / _CORNERS for step in range(_CORNERS))
    ring = [
        (round(lon + wide * math.cos(turn), 6), round(lat + radius_km / _KM_A_DEGREE * math.sin(turn), 6))
        for turn in steps
    ]
    return [*ring, ring[0]]


def cell(lat: float, lon: float) -> int:
    """Return the number of the half-degree PRIO-GRID cell that holds a point, counted from the south-west corner."""
    row = min(int((lat + 90) * 2), 359)
    column = min(int((lon + 180) * 2), _COLUMNS - 1)
    return row * _COLUMNS + column + 1
