"""Marks of a map picture: how a holding stands, or how many events of which kind, in; SVG elements out."""

import math
from collections.abc import Mapping, Sequence

from dateline.show.pictures.drawing import element, number, text
from dateline.show.pictures.holders import Look

__all__ = ["DRAWN_GROUPS", "drawn_group", "event_mark", "hatches", "holder_mark"]

DRAWN_GROUPS = ("violence", "territory", "deal", "movement", "other")
_CORNERS = {
    "violence": ((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),
    "territory": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "movement": ((0, -1.1), (1.05, 0.85), (-1.05, 0.85)),
}


def drawn_group(group: str) -> str:
    """Return the group a mark stands for: unrest looks like violence, what has no looks of its own is `other`."""
    return "violence" if group == "unrest" else group if group in DRAWN_GROUPS else "other"


def hatches(looks: Sequence[Look]) -> str:
    """Return the patterns that `claimed` is filled with, one a colour."""
    return element("defs", "".join(_hatch(colour) for colour in dict.fromkeys(look.colour for look in looks)))


def _hatch(colour: str) -> str:
    tint = element("rect", width=4.0, height=4.0, fill=colour, fill_opacity=0.22)
    stripe = element("line", x1=0.0, y1=0.0, x2=0.0, y2=4.0, stroke=colour, stroke_width=3.2)
    return element("pattern", tint + stripe, id=_hatch_id(colour), width=4.0, height=4.0,
                   patternUnits="userSpaceOnUse", patternTransform="rotate(45)")  # fmt: skip


def _hatch_id(colour: str) -> str:
    return f"dl-hatch-{colour.removeprefix('#')}"


def holder_mark(x: float, y: float, status: str, looks: Sequence[Look], title: str = "") -> str:
    """Return a disc: hatched where claimed, split where contested, hollow where unknown, small where nothing is told."""
    about = element("title", title) if title else ""
    if status in ("none", "unknown") or not looks:
        return _hollow(x, y, status, about)
    radius = 10.0 if len(looks) == 1 else 12.0
    parts = [about, _disc(x, y, radius + 1.5, fill="var(--dl-paper)")]
    parts += [_side(x, y, radius, index, len(looks), look, status) for index, look in enumerate(looks)]
    ink = "var(--dl-ink)" if status == "contested" else looks[0].colour
    dashes = "3 2" if status == "undated" else "none"
    width = 2.0 if status == "contested" else 1.5
    parts.append(_disc(x, y, radius, fill="none", stroke=ink, stroke_width=width, stroke_dasharray=dashes))
    parts += _letters(x, y, radius, looks, status)
    return element("g", "".join(parts), class_=f"holding {status}")


def _hollow(x: float, y: float, status: str, about: str) -> str:
    radius = 9.0 if status == "unknown" else 3.5
    ring = _disc(x, y, radius, fill="var(--dl-paper)", stroke="var(--dl-soft)", stroke_width=2.0)
    words = text("?", x, y + 3.6, class_="letters soft") if status == "unknown" else ""
    return element("g", about + ring + words, class_=f"holding {status}")


def _side(x: float, y: float, radius: float, index: int, count: int, look: Look, status: str) -> str:
    fill = f"url(#{_hatch_id(look.colour)})" if status == "claimed" else look.colour
    opacity = 0.18 if status == "undated" else 1.0
    if count == 1:
        return _disc(x, y, radius, fill=fill, fill_opacity=opacity)
    ends = [-0.75 * math.pi + turn * 2 * math.pi / count for turn in (index, index + 1)]
    (left, top), (right, bottom) = ((x + radius * math.cos(end), y + radius * math.sin(end)) for end in ends)
    path = (
        f"M{number(x)} {number(y)}L{number(left)} {number(top)}"
        f"A{number(radius)} {number(radius)} 0 0 1 {number(right)} {number(bottom)}Z"
    )
    return element("path", d=path, fill=fill, fill_opacity=opacity, stroke="var(--dl-paper)", stroke_width=1.5)


def _letters(x: float, y: float, radius: float, looks: Sequence[Look], status: str) -> list[str]:
    solid = status in ("reported", "contested")
    words = "letters on-colour" if solid else "letters halo"
    if len(looks) == 1:
        return [text(looks[0].letters, x, y + 3.3, class_=words)]
    found = []
    for index, look in enumerate(looks):
        angle, away = -0.75 * math.pi + (index + 0.5) * 2 * math.pi / len(looks), radius * 0.5
        at = x + away * math.cos(angle), y + away * math.sin(angle) + 3.3
        found.append(text(look.letters[:1], *at, class_=words))
    return found


def event_mark(x: float, y: float, counts: Mapping[str, int], title: str = "") -> str:
    """Return one shape for one event, a ring of colours with their number for several."""
    about = element("title", title) if title else ""
    total = sum(counts.values())
    if total == 1:
        group = next(group for group, count in counts.items() if count)
        return element(
            "g", about + _shape(x, y, 7.2, group, "var(--dl-paper)") + _shape(x, y, 5.2, group), class_="events"
        )
    radius = 9.0 if total < 100 else 11.5
    parts = [about, _disc(x, y, radius + 1, fill="var(--dl-paper)")]
    start = 0.0
    for group in DRAWN_GROUPS:
        share = counts.get(group, 0) / total
        parts.append(_arc(x, y, radius - 1.5, start, share, f"var(--dl-{group})") if share else "")
        start += share
    parts.append(text(str(total), x, y + 3.4, class_="letters"))
    return element("g", "".join(parts), class_="events")


def _arc(x: float, y: float, radius: float, start: float, share: float, colour: str) -> str:
    around = 2 * math.pi * radius
    return _disc(x, y, radius, fill="none", stroke=colour, stroke_width=3.5,
                 stroke_dasharray=f"{share * around:.2f} {around:.2f}",
                 transform=f"rotate({start * 360 - 90:.1f} {x:.1f} {y:.1f})")  # fmt: skip


def _shape(x: float, y: float, size: float, group: str, colour: str = "") -> str:
    fill = colour or f"var(--dl-{group})"
    if group in _CORNERS:
        points = " ".join(f"{x + right * size:.1f},{y + down * size:.1f}" for right, down in _CORNERS[group])
        return element("polygon", points=points, fill=fill)
    if group == "deal":
        return element(
            "rect", x=x - size * 0.6, y=y - size, width=size * 1.2, height=size * 2, rx=size * 0.6, fill=fill
        )
    return _disc(x, y, size, fill=fill)


def _disc(x: float, y: float, radius: float, **looks: str | float) -> str:
    return element("circle", "", cx=x, cy=y, r=radius, **looks)
