"""The sourced brief: a record in, Markdown or one self-contained HTML file out, composed by rules from claims alone."""

from collections import Counter
from typing import Literal, TextIO

from dateline.cycles import without_collecting
from dateline.errors import DatelineError
from dateline.record import Record
from dateline.show.choosing import Chosen, choose, span_of
from dateline.show.contents import Contents
from dateline.show.days import span_of_days, usual_year
from dateline.show.footnotes import Footnotes
from dateline.show.happenings import happenings
from dateline.show.html import html
from dateline.show.inert import one_line
from dateline.show.markdown import markdown
from dateline.show.page import Page, Picture, Section
from dateline.show.phrases import Naming, join_words
from dateline.show.pictures import draw_map, draw_timeline
from dateline.show.reckoning import how_well, not_known, reports, reports_read
from dateline.show.selection import Selection
from dateline.show.sentences import Composer, capital
from dateline.show.standings import Standings

__all__ = ["write_brief"]

_FORMATS = {"md": markdown, "html": html}


def write_brief(record: Record, format: Literal["md", "html"], stream: TextIO) -> None:
    """Write the brief on a record to `stream`. Raises DatelineError for another format."""
    if format not in _FORMATS:
        raise DatelineError(f"{record.path}: a brief cannot be written as {format!r}; use one of {', '.join(_FORMATS)}")
    with without_collecting():
        stream.write(_FORMATS[format](compose(record)))


def compose(record: Record | Selection) -> Page:
    """Return the brief as a page that any format can show."""
    contents = Contents(record, own_words=True)
    naming = Naming(contents)
    composer = Composer(contents, naming)
    chosen, notes = choose(contents, composer), Footnotes(contents)
    told = happenings(contents, notes, chosen, usual_year(tuple(one.event for one in chosen.told)))
    tables = Standings(contents, naming, composer, notes)
    sections = (
        *told[:2],
        _pictures(contents, naming, composer, chosen),
        *told[2:],
        tables.contested(),
        tables.held(),
        tables.deals(),
        tables.figures(),
        tables.wording(),
        how_well(contents, composer, chosen),
        not_known(contents, record.count_uncoded(list(contents.documents))),
        reports(contents),
    )
    shown = tuple(section for section in sections if section.blocks)
    return Page(_title(contents, composer, chosen), reports_read(contents), shown, notes.notes)


def _pictures(contents: Contents, naming: Naming, composer: Composer, chosen: Chosen) -> Section:
    found = (
        Picture(draw_map(contents, naming), "Places of the events told in the record; larger dots mean more events."),
        Picture(
            draw_timeline(contents, naming, composer, chosen), "Events by place and day; soft ends are days not told."
        ),
    )
    return Section("Where and when", tuple(picture for picture in found if picture.svg))


def _title(contents: Contents, composer: Composer, chosen: Chosen) -> str:
    area, days = _area(contents, composer, chosen), span_of(chosen.told)
    parts = [capital(area) or "Reports", span_of_days(*days) if days else ""]
    return one_line(", ".join(filter(None, parts)))


def _area(contents: Contents, composer: Composer, chosen: Chosen) -> str:
    """The smallest area that holds most of the events told; else the one or two places most of them are told of."""
    naming, within = composer.naming, composer.knowing.backing.lies_in
    told = [one.event.places for one in chosen.told if one.event.places]
    named = Counter(id for ids in told for id in dict.fromkeys(ids) if _is_local(contents, id))
    areas = {p for id in named for p in (id, *contents.ancestors(id)) if _is_local(contents, p)}
    held = {area: sum(any(within(id, area) for id in ids) for ids in told) for area in areas}
    wide = [area for area in areas if held[area] >= 0.6 * len(told)]
    if wide:
        return naming.place_name(min(wide, key=lambda id: (contents.places[id].radius_km, -held[id], id)))
    most = max(held.values(), default=0)
    chief = [id for id in sorted(held, key=lambda id: (-held[id], id)) if held[id] >= 0.6 * most]
    apart = [id for at, id in enumerate(chief) if not any(within(id, o) or within(o, id) for o in chief[:at])]
    names = {name.lower(): name for id in apart[:2] if (name := naming.place_name(id))}
    return join_words(list(names.values()))


def _is_local(contents: Contents, place: str) -> bool:
    return place in contents.places and contents.places[place].kind != "country"
