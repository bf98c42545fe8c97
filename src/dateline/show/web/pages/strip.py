"""Who held a place when, as a picture: ledger entries in, an SVG with a bar an entry out; soft ends are open ends."""

from datetime import date, timedelta

from markupsafe import Markup

from dateline.model import LedgerEntry
from dateline.show.pictures.drawing import element, text
from dateline.show.web.scene import Scene

__all__ = ["ledger_strip"]

_WIDTH, _LEFT, _ROW, _TOP = 960.0, 190.0, 26.0, 26.0


def ledger_strip(scene: Scene, entries: list[LedgerEntry], title: str) -> Markup:
    """Return the picture; empty where no entry has a day."""
    days = [day for entry in entries for day in (entry.since, entry.until) if day]
    if not days:
        return Markup("")
    margin = max(timedelta(days=2), (max(days) - min(days)) / 12)
    first, last = min(days) - margin, max(days) + margin

    def x(day: date) -> float:
        return _LEFT + (day - first) / (last - first) * (_WIDTH - _LEFT - 10)

    holders = list(dict.fromkeys(entry.holder for entry in entries))
    parts = [_axis(x, first, last, _TOP + _ROW * len(holders))]
    for row, holder in enumerate(holders):
        y = _TOP + _ROW * row
        parts.append(text(_cut(scene.actor(holder).text if holder else "–"), _LEFT - 8, y + 17, text_anchor="end"))
        parts += [_bar(entry, x, y) for entry in entries if entry.holder == holder]
    height = _TOP + _ROW * len(holders) + 8
    inside = f"<title>{Markup.escape(title)}</title>{_PATTERNS}{''.join(parts)}"
    box = f"0 0 {_WIDTH:g} {height:g}"
    return Markup(element("svg", inside, viewBox=box, class_="strip", role="img", aria_label=title))


def _bar(entry: LedgerEntry, x: object, y: float) -> str:
    assert callable(x)
    start = x(entry.since) if entry.since else _LEFT
    end = x(entry.until + timedelta(days=1)) if entry.until else _WIDTH - 10
    look = f"held {entry.status}{' from-before' if not entry.since else ''}{' still' if not entry.until else ''}"
    days = f"{entry.since or '…'} – {entry.until or '…'}: {entry.status}"
    inside = f"<title>{days}</title>"
    return element("rect", inside, x=start, y=y + 5, width=max(4.0, end - start), height=_ROW - 10, rx=3, class_=look)


def _axis(x: object, first: date, last: date, bottom: float) -> str:
    assert callable(x)
    step = max(1, (last - first).days // 6)
    marks = []
    for number in range(7):
        day = first + timedelta(days=step * number)
        if day < last:
            at = x(day)
            marks.append(element("line", x1=at, x2=at, y1=_TOP - 4, y2=bottom, class_="grid"))
            marks.append(text(day.isoformat(), at, 14, class_="soft", text_anchor="middle"))
    return "".join(marks)


def _cut(name: str) -> str:
    return name if len(name) <= 26 else name[:25] + "…"


_PATTERNS = (
    '<defs><pattern id="claimed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" class="under"/><rect width="2.5" height="6" class="over"/></pattern>'
    '<pattern id="contested" width="8" height="16" patternUnits="userSpaceOnUse">'
    '<rect width="8" height="16" class="under"/><rect width="8" height="8" class="clash"/></pattern></defs>'
)
