"""GeoJSON (RFC 7946): a selection in, one file a map layer out; areas are polygons in layers of their own."""

import json

from dateline.show.exports.form import Files
from dateline.show.exports.layers import LAYERS, Feature, features
from dateline.show.facts import Facts
from dateline.show.selection import Selection

__all__ = ["write_geojson"]


def write_geojson(selection: Selection, files: Files) -> None:
    """Write every layer, also an empty one."""
    rows = list(features(Facts(selection), files))
    for layer in LAYERS:
        shapes = [(row, _shape(row, layer.areas)) for row in rows if row.rows == layer.rows]
        content = {
            "type": "FeatureCollection",
            "name": layer.name,
            "features": [_feature(row, shape) for row, shape in shapes if shape],
        }
        with files.text(f"{layer.name}.geojson") as stream:
            json.dump(content, stream, ensure_ascii=False, indent=1)
            stream.write("\n")


def _shape(row: Feature, as_area: bool) -> dict[str, object] | None:
    if not as_area:
        return {"type": "Point", "coordinates": list(row.point)}
    ring = row.ring
    return {"type": "Polygon", "coordinates": [[list(corner) for corner in ring]]} if ring else None


def _feature(row: Feature, shape: dict[str, object]) -> dict[str, object]:
    return {"type": "Feature", "id": row.values["id"], "geometry": shape, "properties": row.values}
