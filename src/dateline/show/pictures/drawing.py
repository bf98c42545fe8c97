"""Parts of an SVG: words and numbers in, escaped elements out, with a palette that the colour-blind can tell apart."""

from dataclasses import dataclass
from html import escape

__all__ = ["Caption", "captioned", "element", "frame", "number", "text", "text_width"]

_HEAD, _FOOT = 64.0, 32.0

# Okabe and Ito's colours, lightened for dark paper; shapes and titles say the same as the colours do.
_LIGHT = """
.dl-picture { --dl-ink: #1d2126; --dl-soft: #5b6470; --dl-line: #c9ced4; --dl-paper: #fcfcfa;
  --dl-place: #3b4753; --dl-violence: #c04a00; --dl-territory: #0072b2; --dl-deal: #007f5f; --dl-movement: #a3497a;
  --dl-other: #6b7480; font-family: system-ui, sans-serif; }
"""
_OTHER_PAPER = """@media (prefers-color-scheme: dark) { .dl-picture { --dl-ink: #e6e8ea; --dl-soft: #a3abb5; --dl-line: #454d56;
  --dl-paper: #14171a; --dl-place: #c3ccd6; --dl-violence: #f08a45; --dl-territory: #6bb8ee; --dl-deal: #4fc9a0;
  --dl-movement: #dd93bd; --dl-other: #9aa3ad; } }
@media print { .dl-picture { --dl-ink: #000; --dl-soft: #333; --dl-line: #bbb; --dl-paper: #fff; --dl-place: #222;
  --dl-violence: #c04a00; --dl-territory: #0072b2; --dl-deal: #007f5f; --dl-movement: #a3497a; --dl-other: #6b7480;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
_LOOKS = """.dl-picture text { fill: var(--dl-ink); }
.dl-picture .soft { fill: var(--dl-soft); }
.dl-picture .halo { paint-order: stroke; stroke: var(--dl-paper); stroke-width: 3px; stroke-linejoin: round; }
.dl-picture .grid { stroke: var(--dl-line); stroke-width: 1; fill: none; }
"""


def frame(width: float, height: float, title: str, description: str, body: str, *, fixed: bool = False) -> str:
    """Return a whole SVG with its title and description for those who cannot see it.

    A `fixed` one stands by itself: it has a size and light paper, whatever the reader's screen is set to.
    """
    size = f'width="{number(width)}" height="{number(height)}" ' if fixed else ""
    style = _LIGHT + ("" if fixed else _OTHER_PAPER) + _LOOKS
    paper = element("rect", width=width, height=height, fill="var(--dl-paper)") if fixed else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="dl-picture" {size}'
        f'viewBox="0 0 {number(width)} {number(height)}" '
        f'role="img" aria-label="{escape(title)}"><title>{escape(title)}</title><desc>{escape(description)}</desc>'
        f"<style>{style}</style>{paper}{body}</svg>"
    )


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands around a picture: what it is, which days and filter, and what it rests on."""

    title: str
    about: str
    source: str


def captioned(caption: Caption, body: str, size: tuple[float, float], description: str) -> str:
    """Return a picture that stands by itself, with its caption above and its source below."""
    width, height = size
    head = text(caption.title, 16, 30, font_size=width / 44, font_weight=600)
    head += text(caption.about, 16, 51, font_size=width / 74, class_="soft")
    foot = text(caption.source, 16, _HEAD + height + 18, font_size=width / 84, class_="soft")
    inside = head + element("g", body, transform=f"translate(0 {_HEAD:g})") + foot
    return frame(width, _HEAD + height + _FOOT, caption.title, f"{caption.about}. {description}", inside, fixed=True)


def element(name: str, inside: str = "", **attributes: str | float) -> str:
    """Return one element; `inside` is markup, attribute values are escaped, `_` in their names stands for `-`."""
    pairs = (
        f'{key.rstrip("_").replace("_", "-")}="{escape(value if isinstance(value, str) else number(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name} {' '.join(pairs)}>{inside}</{name}>"


def text(words: str, x: float, y: float, **attributes: str | float) -> str:
    """Return a text element with its words escaped."""
    return element("text", escape(words), x=x, y=y, **attributes)


def number(value: float) -> str:
    """Return a coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def text_width(words: str, size: float) -> float:
    """Guess how wide words stand: no font is at hand, so each letter counts as in the widest common one."""
    return sum(map(_letter_width, words)) * size


def _letter_width(sign: str) -> float:
    if sign > "\u2e80":
        return 1.0
    if sign in "mwMW@%":
        return 0.98
    if sign in "ijlI.,:;'’| ":
        return 0.34
    return 0.72 if sign.isupper() else 0.45 if sign in "frt-()" else 0.64
