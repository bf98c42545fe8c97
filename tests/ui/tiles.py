"""A PMTiles archive of one vector tile for the whole world, made byte by byte: a layer name in, the file's bytes out."""

import gzip
import json
import struct

__all__ = ["make_archive"]


def _varint(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def _field(number, content):
    """A protobuf field: bytes with their length, or a number."""
    if isinstance(content, int):
        return _varint(number << 3) + _varint(content)
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _tile(layer):
    """One square over the whole tile."""
    zigzag = [9, 0, 0, 26, 8192, 0, 0, 8192, 8191, 0, 15]  # move to 0,0; three lines; close
    shape = b"".join(map(_varint, zigzag))
    feature = _field(3, 3) + _field(4, shape)
    return _field(3, _field(15, 2) + _field(1, layer.encode()) + _field(2, feature) + _field(5, 4096))


def make_archive(layer):
    """Return an archive of zoom 0 whose one tile is a square of `layer`."""
    tile = gzip.compress(_tile(layer))
    root = gzip.compress(b"".join(map(_varint, (1, 0, 1, len(tile), 1))))
    about = gzip.compress(
        json.dumps({"vector_layers": [{"id": layer, "fields": {}}], "attribution": "<b>ours</b>"}).encode()
    )
    head = 127
    sections = (head, len(root), head + len(root), len(about), 0, 0, head + len(root) + len(about), len(tile))
    numbers = struct.pack("<11Q", *sections, 1, 1, 1)
    kinds = bytes([0, 2, 2, 1, 0, 0])  # clustered, gzip inside and of tiles, vector, zoom 0 to 0
    bounds = struct.pack("<4i", -1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000)
    return b"PMTiles\x03" + numbers + kinds + bounds + bytes([0]) + struct.pack("<2i", 0, 0) + root + about + tile
