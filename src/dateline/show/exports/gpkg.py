"""GeoPackage: a selection in, one file with a table a map layer out; its days are dates, as QGIS's temporal controller asks."""

import struct
from pathlib import Path
from typing import Any

import numpy as np

from dateline.show.exports.form import Files
from dateline.show.exports.layers import COLUMNS, LAYERS, Feature, Layer, features
from dateline.show.facts import Facts
from dateline.show.selection import Selection

__all__ = ["GPKG", "write_gpkg"]

GPKG = "record.gpkg"
_TYPES: dict[str, Any] = {
    "text": object,
    "date": "datetime64[D]",
    "number": "float64",
    "integer": "int32",
    "boolean": bool,
}


def write_gpkg(selection: Selection, files: Files) -> None:
    """Write every layer, also an empty one, so that a project in QGIS finds them all."""
    rows = list(features(Facts(selection), files))
    for layer in LAYERS:
        of_layer = [row for row in rows if row.rows == layer.rows]
        _write(files.path(GPKG), layer, [row for row in of_layer if not layer.areas or row.ring])


def _write(path: Path, layer: Layer, rows: list[Feature]) -> None:
    from pyogrio.raw import write  # with pandas behind it: a second that no other command should wait for

    columns = COLUMNS[layer.rows]
    shapes = [_polygon(row.ring) if layer.areas else _point(*row.point) for row in rows]
    write(
        path,
        geometry=np.array(shapes, dtype=object),
        field_data=[_column([row.values[name] for row in rows], kind) for name, kind in columns.items()],
        fields=list(columns),
        layer=layer.name,
        driver="GPKG",
        geometry_type="Polygon" if layer.areas else "Point",
        crs="EPSG:4326",
        append=path.exists(),
    )


def _column(values: list[Any], kind: str) -> np.ndarray[Any, Any]:
    held = [np.nan if value is None else value for value in values] if kind == "number" else values
    column: np.ndarray[Any, Any] = np.array(held, dtype=_TYPES[kind])
    return column


def _point(lon: float, lat: float) -> bytes:
    """A point as well-known binary: byte order, kind 1, x, y."""
    return struct.pack("<BIdd", 1, 1, lon, lat)


def _polygon(ring: list[tuple[float, float]]) -> bytes:
    """A polygon of one ring: byte order, kind 3, one ring, its number of corners, the corners."""
    corners = [number for corner in ring for number in corner]
    return struct.pack(f"<BIII{len(corners)}d", 1, 3, 1, len(ring), *corners)
