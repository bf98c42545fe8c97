"""Pictures of a record: a map and a timeline as inline SVG that needs no script and no other file."""

from dateline.record import Record
from dateline.show.choosing import choose
from dateline.show.contents import Contents
from dateline.show.phrases import Naming
from dateline.show.pictures.map import draw_map
from dateline.show.pictures.timeline import draw_timeline
from dateline.show.sentences import Composer

__all__ = ["draw_map", "draw_timeline", "map_svg", "timeline_svg"]


def map_svg(record: Record) -> str:
    """Return a map of the record's places; empty where none has coordinates."""
    contents = Contents(record)
    return draw_map(contents, Naming(contents))


def timeline_svg(record: Record) -> str:
    """Return the record's events on lanes by place; empty where none has a day."""
    contents = Contents(record, own_words=True)
    naming = Naming(contents)
    composer = Composer(contents, naming)
    return draw_timeline(contents, naming, composer, choose(contents, composer))
