"""The timeline: events with days in, an SVG with a lane a place (or actor, or deal) out; soft ends are days not told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape

from dateline.model import Interval
from dateline.show.choosing import Chosen
from dateline.show.contents import Contents
from dateline.show.days import label
from dateline.show.phrases import Naming
from dateline.show.pictures.drawing import Caption, captioned, element, frame, text, text_width
from dateline.show.sentences import Composer, Told
from dateline.show.templates import templates

__all__ = ["Moment", "draw_lanes", "draw_timeline"]

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW, _GAP = 720.0, 150.0, 16.0, 34.0, 13.0, 12.0
_LANES, _MOST_LANES = 8, 40  # in a brief, and in a picture that stands by itself
_MOST_ROWS = 12
_WIDE, _TAGGED, _SOFT, _TAG = 960.0, 100.0, 40.0, 10.0
_COLOURS = ("violence", "territory", "deal", "movement", "other")
_KIND = {"violence": "violence", "unrest": "violence", "territory": "territory", "deal": "deal", "movement": "movement"}
_OTHERS = "elsewhere"


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date
    width: float = _WIDTH
    right: float = _RIGHT  # room beside the last day

    def x(self, day: date) -> float:
        """The left edge of a day."""
        return _LEFT + (day - self.first).days / self.days * (self.width - _LEFT - self.right)

    @property
    def soft(self) -> timedelta:
        """How many days an end fades over that nobody tells."""
        return timedelta(days=max(1, round(_SOFT * self.days / (self.width - _LEFT - self.right))))

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Moment:
    """One event on one lane: its days, its group, and words that are told where a hand rests on it."""

    id: str
    time: Interval
    group: str
    words: str
    lane: str = ""  # empty for one on no lane
    tag: str = ""  # a word written beside it


@dataclass(frozen=True, slots=True)
class _Bar:
    moment: Moment
    start: date
    end: date
    row: int


def draw_timeline(contents: Contents, naming: Naming, composer: Composer, chosen: Chosen) -> str:
    """Return the timeline of what is told by place, or nothing where no event has a day."""
    moments = [_moment(one, naming) for one in chosen.told]
    return draw_lanes(moments, "Timeline of events by place")


def _moment(one: Told, naming: Naming) -> Moment:
    event = one.event
    place = naming.place_name(event.places[0]).removeprefix("the ") if event.places else ""
    words = f"{label(event.time)}: {one.sentence}."
    return Moment(event.id, event.time, templates()[one.claims[0].type].group, words, place)


def draw_lanes(
    moments: Sequence[Moment], title: str, days: tuple[date, date] | None = None, caption: Caption | None = None
) -> str:
    """Return events on lanes, or nothing where none has a day; with a `caption` the picture stands by itself.

    Without `days` those are shown that most events lie in.
    """
    dated = [one for one in moments if one.time.earliest or one.time.latest]
    if not dated:
        nothing = text("No event with a day.", 16, 30, font_size=13, class_="soft")
        return captioned(caption, nothing, (_WIDE, 60.0), "Nothing to draw.") if caption else ""
    axis = _Axis(*days) if days else _axis(dated)
    axis = replace(axis, width=_WIDE, right=_TAGGED) if caption else axis
    within = [one for one in dated if _days(one, axis)]
    lanes = _lanes(within, _LANES if caption is None else _MOST_LANES)
    parts, y, left_out = [], _TOP, len(dated) - len(within)
    for name, events in lanes:
        bars = _rows(events, axis)
        height = _GAP + _ROW * (1 + max((bar.row for bar in bars), default=0))
        parts.append(_lane(name, y, height, axis.width))
        parts += [_bar(bar, axis, y) for bar in bars]
        y += height
        left_out += len(events) - len(bars)
    body = _GRADIENTS + _ticks(axis, y) + "".join(parts) + _legend(y + 22) + _note(left_out, axis.width, y + 22)
    names = "; ".join(f"{name}: {len(events)}" for name, events in lanes)
    told = f"Events by lane: {names}." if caption else f"Events by place: {names}."
    if caption is None:
        return frame(_WIDTH, y + 34, title, told, body)
    return captioned(caption, body, (axis.width, y + 34), told)


def _axis(dated: list[Moment]) -> _Axis:
    """The days that most events lie in, and those near them: one event of another year does not stretch the picture."""
    points = sorted(day for one in dated for day in (one.time.earliest, one.time.latest) if day)
    cut = len(points) // 20
    most = points[cut : len(points) - cut]
    reach = max((most[-1] - most[0]) / 2, timedelta(days=7))
    first = min(day for day in points if day >= most[0] - reach)
    last = max(day for day in points if day <= most[-1] + reach)
    pad = timedelta(days=max(1, (last - first).days // 30))
    return _Axis(first - pad, last + pad)


def _days(one: Moment, axis: _Axis) -> tuple[date, date] | None:
    """The days of an event that the axis shows, if any."""
    known = [day for day in (one.time.earliest, one.time.latest) if day]
    start = max(one.time.earliest or known[-1] - axis.soft, axis.first)
    end = min(one.time.latest or known[0] + axis.soft, axis.last)
    return (start, end) if start <= end else None


def _lanes(dated: list[Moment], most: int) -> list[tuple[str, list[Moment]]]:
    counts = Counter(one.lane for one in dated if one.lane)
    lanes: dict[str, list[Moment]] = {name: [] for name, _ in counts.most_common(most)}
    rest: list[Moment] = []
    for one in dated:
        lanes.get(one.lane, rest).append(one)
    return [*lanes.items()] + ([(_OTHERS, rest)] if rest else [])


def _rows(events: list[Moment], axis: _Axis) -> list[_Bar]:
    """Give each event the first row of its lane that is free on its days; what finds none is left out."""
    ends: list[float] = []
    bars = []
    for one in sorted(events, key=lambda moment: (moment.time.earliest or axis.first, moment.id)):
        days = _days(one, axis)
        left, right = _reach(axis, *days) if days else (0.0, 0.0)
        row = next((index for index, free in enumerate(ends) if free <= left), len(ends))
        if days and row < _MOST_ROWS:
            ends[row : row + 1] = [right + 2 + (text_width(one.tag, _TAG) + 6 if one.tag else 0)]
            bars.append(_Bar(one, *days, row))
    return bars


def _reach(axis: _Axis, start: date, end: date) -> tuple[float, float]:
    left, right = axis.x(start), axis.x(end + timedelta(days=1))
    return (left, right) if right - left >= 9 else ((left + right) / 2 - 4.5, (left + right) / 2 + 4.5)


def _bar(bar: _Bar, axis: _Axis, top: float) -> str:
    kind, time = _KIND.get(bar.moment.group, "other"), bar.moment.time
    left, right = _reach(axis, bar.start, bar.end)
    title = f"<title>{escape(bar.moment.words)}</title>"
    y = top + _GAP / 2 + bar.row * _ROW + 1
    tag = text(bar.moment.tag, right + 4, y + 8, font_size=_TAG) if bar.moment.tag else ""
    if bar.start == bar.end and time.earliest and time.latest:
        return element("circle", title, cx=(left + right) / 2, cy=y + 4.5, r=4.5, fill=f"var(--dl-{kind})") + tag
    ends = f"{'shut' if time.earliest else 'open'}-{'shut' if time.latest else 'open'}"
    fill = f"var(--dl-{kind})" if ends == "shut-shut" else f"url(#dl-{kind}-{ends})"
    return (
        element("rect", title, x=left, y=y, width=right - left, height=9.0, rx=4.5, fill=fill, fill_opacity=0.85) + tag
    )


def _gradient(kind: str, start: bool, end: bool) -> str:
    def stop(offset: str, opacity: int) -> str:
        return element("stop", offset=offset, style=f"stop-color: var(--dl-{kind})", stop_opacity=opacity)

    stops = stop("0%", 0 if start else 1) + stop("50%", 1) + stop("100%", 0 if end else 1)
    ends = f"{'open' if start else 'shut'}-{'open' if end else 'shut'}"
    return element("linearGradient", stops, id=f"dl-{kind}-{ends}")


_GRADIENTS = "<defs>" + "".join(
    _gradient(kind, start, end) for kind in _COLOURS for start, end in ((True, False), (False, True), (True, True))
) + "</defs>"  # fmt: skip


def _lane(name: str, y: float, height: float, width: float) -> str:
    while name and text_width(name, 12) > _LEFT - 18:
        name = name[:-2].rstrip(" …") + "…"
    line = element("line", x1=0.0, x2=width, y1=y, y2=y, class_="grid")
    return line + text(name, 8, y + height / 2 + 4, font_size=12)


def _ticks(axis: _Axis, bottom: float) -> str:
    """Dates above, so many that none covers the next; the year stands at the first and wherever it changes."""
    step = next((n for n in (1, 2, 5, 7, 14, 30, 61, 91, 182, 365, 730, 1825) if axis.days / n <= 7), 3650)
    parts, year = [], 0
    for offset in range(0, axis.days, step):
        day = axis.first + timedelta(days=offset)
        x = axis.x(day)
        words = f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != year else "")
        year = day.year
        parts.append(element("line", x1=x, x2=x, y1=_TOP - 8, y2=bottom, class_="grid"))
        if x + text_width(words, 11) < axis.width:
            parts.append(text(words, x, _TOP - 14, class_="soft", font_size=11))
    return "".join(parts)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _legend(y: float) -> str:
    parts, x = [], 8.0
    for kind in _COLOURS:
        parts.append(element("circle", cx=x + 5, cy=y - 4, r=4.5, fill=f"var(--dl-{kind})"))
        parts.append(text(kind, x + 14, y, class_="soft", font_size=11))
        x += 28 + text_width(kind, 11)
    return "".join(parts)


def _note(left_out: int, width: float, y: float) -> str:
    if not left_out:
        return ""
    words = f"{left_out} more event{'s' if left_out > 1 else ''} not in this picture"
    return text(words, width - 12, y, class_="soft", font_size=11, text_anchor="end")
