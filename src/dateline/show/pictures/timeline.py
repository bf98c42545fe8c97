"""The timeline: chosen events in, an inline SVG with a lane a place out; soft ends are days not told."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from dateline.show.choosing import Chosen
from dateline.show.contents import Contents
from dateline.show.days import label
from dateline.show.phrases import Naming
from dateline.show.pictures.drawing import element, frame, text, text_width
from dateline.show.sentences import Composer, Told
from dateline.show.templates import templates

__all__ = ["draw_timeline"]

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW, _GAP = 720.0, 150.0, 16.0, 34.0, 13.0, 12.0
_LANES = 8
_MOST_ROWS = 12
_COLOURS = ("violence", "territory", "deal", "movement", "other")
_KIND = {"violence": "violence", "unrest": "violence", "territory": "territory", "deal": "deal", "movement": "movement"}
_OTHERS = "elsewhere"


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    def x(self, day: date) -> float:
        """The left edge of a day."""
        return _LEFT + (day - self.first).days / self.days * (_WIDTH - _LEFT - _RIGHT)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class _Bar:
    told: Told
    start: date
    end: date
    open_start: bool
    open_end: bool
    row: int


def draw_timeline(contents: Contents, naming: Naming, composer: Composer, chosen: Chosen) -> str:
    """Return the timeline of what is told, or nothing where no event has a day."""
    dated = [one for one in chosen.told if one.event.time.earliest or one.event.time.latest]
    if not dated:
        return ""
    axis = _axis(dated)
    within = [one for one in dated if _days(one, axis)]
    lanes = _lanes(within, naming)
    parts, y, left_out = [], _TOP, len(dated) - len(within)
    for name, events in lanes:
        bars = _rows(events, axis)
        height = _GAP + _ROW * (1 + max((bar.row for bar in bars), default=0))
        parts.append(_lane(name, y, height))
        parts += [_bar(bar, axis, y) for bar in bars]
        y += height
        left_out += len(events) - len(bars)
    body = _GRADIENTS + _ticks(axis, y) + "".join(parts) + _legend(y + 22) + _note(left_out, y + 22)
    names = "; ".join(f"{name}: {len(events)}" for name, events in lanes)
    return frame(_WIDTH, y + 34, "Timeline of events by place", f"Events by place: {names}.", body)


def _axis(dated: list[Told]) -> _Axis:
    """The days that most events lie in, and those near them: one event of another year does not stretch the picture."""
    points = sorted(day for one in dated for day in (one.event.time.earliest, one.event.time.latest) if day)
    cut = len(points) // 20
    most = points[cut : len(points) - cut]
    reach = max((most[-1] - most[0]) / 2, timedelta(days=7))
    first = min(day for day in points if day >= most[0] - reach)
    last = max(day for day in points if day <= most[-1] + reach)
    pad = timedelta(days=max(1, (last - first).days // 30))
    return _Axis(first - pad, last + pad)


def _days(one: Told, axis: _Axis) -> tuple[date, date] | None:
    """The days of an event that the axis shows, if any."""
    start = max(one.event.time.earliest or axis.first, axis.first)
    end = min(one.event.time.latest or axis.last, axis.last)
    return (start, end) if start <= end else None


def _lanes(dated: list[Told], naming: Naming) -> list[tuple[str, list[Told]]]:
    counts = Counter(one.event.places[0] for one in dated if one.event.places)
    top = [place for place, _ in counts.most_common(_LANES) if naming.place_name(place)]
    lanes: dict[str, list[Told]] = {place: [] for place in top}
    rest: list[Told] = []
    for one in dated:
        lanes.get(one.event.places[0] if one.event.places else "", rest).append(one)
    named = [(naming.place_name(place).removeprefix("the "), events) for place, events in lanes.items()]
    return named + ([(_OTHERS, rest)] if rest else [])


def _rows(events: list[Told], axis: _Axis) -> list[_Bar]:
    """Give each event the first row of its lane that is free on its days; what finds none is left out."""
    ends: list[float] = []
    bars = []
    for one in sorted(events, key=lambda told: (told.event.time.earliest or axis.first, told.event.id)):
        days, time = _days(one, axis), one.event.time
        left, right = _reach(axis, *days) if days else (0.0, 0.0)
        row = next((index for index, free in enumerate(ends) if free <= left), len(ends))
        if days and row < _MOST_ROWS:
            ends[row : row + 1] = [right + 2]
            bars.append(_Bar(one, *days, time.earliest is None, time.latest is None, row))
    return bars


def _reach(axis: _Axis, start: date, end: date) -> tuple[float, float]:
    left, right = axis.x(start), axis.x(end + timedelta(days=1))
    return (left, right) if right - left >= 9 else ((left + right) / 2 - 4.5, (left + right) / 2 + 4.5)


def _bar(bar: _Bar, axis: _Axis, top: float) -> str:
    group = templates()[bar.told.claims[0].type].group
    kind = _KIND.get(group, "other")
    left, right = _reach(axis, bar.start, bar.end)
    words = f"{label(bar.told.event.time)}: {bar.told.sentence}."
    title = f"<title>{escape(words)}</title>"
    y = top + _GAP / 2 + bar.row * _ROW + 1
    if bar.start == bar.end and not (bar.open_start or bar.open_end):
        return element("circle", title, cx=(left + right) / 2, cy=y + 4.5, r=4.5, fill=f"var(--dl-{kind})")
    ends = f"{'open' if bar.open_start else 'shut'}-{'open' if bar.open_end else 'shut'}"
    fill = f"var(--dl-{kind})" if ends == "shut-shut" else f"url(#dl-{kind}-{ends})"
    return element("rect", title, x=left, y=y, width=right - left, height=9.0, rx=4.5, fill=fill, fill_opacity=0.85)


def _gradient(kind: str, start: bool, end: bool) -> str:
    def stop(offset: str, opacity: int) -> str:
        return element("stop", offset=offset, style=f"stop-color: var(--dl-{kind})", stop_opacity=opacity)

    stops = stop("0%", 0 if start else 1) + stop("50%", 1) + stop("100%", 0 if end else 1)
    ends = f"{'open' if start else 'shut'}-{'open' if end else 'shut'}"
    return element("linearGradient", stops, id=f"dl-{kind}-{ends}")


_GRADIENTS = "<defs>" + "".join(
    _gradient(kind, start, end) for kind in _COLOURS for start, end in ((True, False), (False, True), (True, True))
) + "</defs>"  # fmt: skip


def _lane(name: str, y: float, height: float) -> str:
    while name and text_width(name, 12) > _LEFT - 18:
        name = name[:-2].rstrip(" …") + "…"
    line = element("line", x1=0.0, x2=_WIDTH, y1=y, y2=y, class_="grid")
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
        if x + text_width(words, 11) < _WIDTH:
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


def _note(left_out: int, y: float) -> str:
    if not left_out:
        return ""
    words = f"{left_out} more event{'s' if left_out > 1 else ''} not in this picture"
    return text(words, _WIDTH - 12, y, class_="soft", font_size=11, text_anchor="end")
