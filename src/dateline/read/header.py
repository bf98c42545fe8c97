"""The head of a report: takes text, gives back publication date, outlet and title where the text tells them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.model import Span
from dateline.read.lines import FINAL, find_blocks
from dateline.read.months import match_date, match_day_month

__all__ = ["Header", "find_header", "find_title"]

_PREFIX = re.compile(
    r"(?:date(?: of publication)?|(?:first )?published(?: on| at)?|posted(?: on)?|"
    r"(?:last )?updated?(?: at| on)?|"
    r"date de publication|publié(?:e)? le|mis en ligne le|posté le|le|"
    r"опубликовано|дата(?: публикации)?|تاريخ النشر|نُ?شر(?:ت)?(?: في| بتاريخ)?|بتاريخ|التاريخ)\b\s*[:：]?\s*",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\s*(?:(?:at|à|в|,|\||-|–)\s*)?(?:\d{1,2}[:h]\d{2}(?::\d{2})?|\d{6}\b|(?<=at )\d{4}\b)(?:\s*(?:GMT|"
    r"UTC|KSA|[ap]\.?m\.?))*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[ \t\u00a0]*(?:[|–—:]|\(updated\b|title:)|[ \t\u00a0]+-[ \t\u00a0]")
_NAME = r"[^\W\d_][\w'’.&-]*"
_BY = re.compile(rf"\s+(?:by|par)\s+(?P<who>[A-ZÀ-Ý][\w'’.&-]*(?:\s+{_NAME}){{0,5}})")
_OUTLET_LINE = re.compile(rf"\s*[|–—-]\s*(?P<who>[A-ZÀ-Ý][\w'’.&-]*(?:\s+{_NAME}){{0,4}})\s*$")
_PLACE = re.compile(r"[A-ZÀ-ÝА-Я][\w'’.-]+(?:[ /][A-ZÀ-ÝА-Я][\w'’.-]+){0,3}")
# "RIMBO, Sweden (Agency)": the country or state of a dateline's town, short as agencies write it.
_STATE = re.compile(rf"{_PLACE.pattern}(?=\s*[(/–—-]|,\s)")
_AGENCY = re.compile(r"\s*(?:\((?P<round>[^()\n]{2,30})\)|/(?P<slash>[^/\n]{2,30})/)")
_DASH = re.compile(r"\s*[-–—]+\s|\s*\.\s(?=[\s(/])|\s*\.\s*[-–—]\s")
_NOT_BEFORE_DATE = re.compile(
    r"(?:^|\s)(?:on|in|of|by|since|until|till|from|to|before|after|late|early|between|and|the|dated|"
    r"le|du|au|depuis|avant|après|jusqu['’]au|с|до|от|к|на|за)\s+$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:In|On|At|By|Since|Until|From|After|Before|The|En|Le|À|Depuis)\b")
_HEAD = 260


@dataclass(frozen=True, slots=True)
class Header:
    """What the head tells: `spans` are its words, `day_month` a dateline's day that lacks its year."""

    published: date | None = None
    day_month: tuple[int, int] | None = None
    outlet: str = ""
    spans: tuple[Span, ...] = ()


def find_header(text: str) -> Header:
    """Return date and outlet from the first words, a line of their own, behind a headline, or a dateline."""
    blocks = find_blocks(text)
    if not blocks:
        return Header()
    dated = _date_at_start(text, blocks[0]) or _date_on_own_line(text, blocks) or _date_after_headline(text, blocks[0])
    dateline = _find_dateline(text, blocks, dated.spans[-1].end if dated else 0)
    if not dateline:
        return dated or Header()
    if not dated:
        return dateline
    return Header(dated.published, dated.day_month, dated.outlet or dateline.outlet, (*dated.spans, *dateline.spans))


def find_title(text: str, furniture: Iterable[Span]) -> str:
    """Return the first line that is no `furniture` if it is a headline: short, without final stop, a text below it."""
    blocks, spans = find_blocks(text), tuple(furniture)
    first = next((block for block in blocks if not any(block.overlaps(span) for span in spans)), None)
    if not first:
        return ""
    line = text[first.start : first.end]
    last = blocks[-1].end
    is_short = len(line) <= 160 and len(line.split()) <= 25
    return line if is_short and line.rstrip("\"'”’»)")[-1:] not in FINAL + ":,،" and first.end < last else ""


def _date_at_start(text: str, block: Span) -> Header | None:
    prefix = _PREFIX.match(text, block.start)
    at = prefix.end() if prefix else block.start
    written = match_date(text, at)
    if not written and prefix:
        prefix, written = None, match_date(text, block.start)
    if not written:
        return None
    end = _after_time(text, written.end)
    told = prefix is not None and prefix[0].strip().lower() != "le"
    if not told and not _stands_alone(text, end):
        return None
    by = _BY.match(text, end, block.end) if told else None
    outlet, end = _outlet_of_byline(text, by) if by else ("", end)
    return Header(written.day, None, outlet, (Span(block.start, end),))


def _after_time(text: str, at: int) -> int:
    time = _TIME.match(text, at)
    return time.end() if time else at


def _stands_alone(text: str, end: int) -> bool:
    """A bare date heads a report where a new sentence, a separator or a new line follows; else it is its text."""
    rest = text[end : end + 60]
    bare = rest.lstrip(" \t\u00a0)]")
    if not bare or bare[0] in "\r\n" or _SEPARATOR.match(rest):
        return True
    return bare[0].isupper() or bare[0].isdigit() or (bare[0] in '"“«' and bare[1:2].isupper())


def _outlet_of_byline(text: str, by: re.Match[str]) -> tuple[str, int]:
    """Return who posted, and where the words end: the longest run of them that the text says again further down.

    On a page flattened to one line nothing else parts the name from the headline behind it. A name said again as that
    of a newspaper or agency is the outlet; any other is the reporter.
    """
    words = list(re.finditer(r"\S+", by["who"]))
    rest = text[by.end() :]
    for count in range(len(words), 1, -1):
        name = by["who"][: words[count - 1].end()]
        if name in rest:
            return (name if _is_publisher(name, rest) else ""), by.start("who") + len(name)
    if text[by.end() : by.end() + 1] in "\r\n":
        return by["who"], by.end()
    return "", by.start("who") + words[min(1, len(words) - 1)].end()


def _is_publisher(name: str, rest: str) -> bool:
    first_words = re.escape(" ".join(name.split()[:2]))
    return bool(re.search(rf"{first_words}\s+(?:is|was|has established|est)\b", rest))


def _date_on_own_line(text: str, blocks: tuple[Span, ...]) -> Header | None:
    for block in (*blocks[:6], *blocks[-3:]):
        prefix = _PREFIX.match(text, block.start)
        written = match_date(text, prefix.end() if prefix else block.start)
        if not written or written.end > block.end:
            continue
        end = _after_time(text, written.end)
        by = _OUTLET_LINE.match(text, end, block.end) or _BY.match(text, end, block.end)
        if by and by.end() == block.end:
            return Header(written.day, None, by["who"].strip(), (block,))
        if not text[end : block.end].strip(" .|"):
            return Header(written.day, None, "", (block,))
    return None


def _date_after_headline(text: str, block: Span) -> Header | None:
    """Read "Rockets hit city Saturday 9 Jul 2016 The army ...": a date between a headline and the text on one line."""
    head_end = min(block.end, block.start + _HEAD)
    stop = re.search(r"[.!?](?:\s|$)", text[block.start : head_end])
    limit = block.start + stop.start() if stop else head_end
    for match in re.finditer(r"(?<=\s)\S", text[block.start : limit]):
        at = block.start + match.start()
        written = match_date(text, at)
        if not written or written.end >= block.end:
            continue
        if _stands_alone(text, written.end) and not _NOT_BEFORE_DATE.search(text[block.start : at]):
            return Header(written.day, None, "", (Span(at, written.end),))
        return None
    return None


def _find_dateline(text: str, blocks: tuple[Span, ...], after: int) -> Header | None:
    for block in blocks[:4]:
        start = max(block.start, after)
        while start < block.end and text[start].isspace():
            start += 1
        found = _dateline_at(text, start, block.end) if start < block.end else None
        if found:
            return found
    return None


def _dateline_at(text: str, start: int, end: int) -> Header | None:
    """Read "ALEPPO, Dec. 15 -", "RIMBO, Sweden (AP) -", "МОСКВА, 25 марта. /ТАСС/.": a place, then day or agency.

    A town in capitals with its country is one too: "KYIV, Ukraine -". The date may stand behind the dash, alone.
    """
    place = _PLACE.match(text, start, min(end, start + 60))
    if not place:
        return None
    at = place.end()
    comma = re.compile(r"[,،]?\s*").match(text, at)
    at = comma.end() if comma else at
    state = _STATE.match(text, at, min(end, start + 80)) if comma and not match_date(text, at) else None
    if state and not match_day_month(text, at):
        at = re.compile(r"[,،]?\s*").match(text, state.end()).end()  # type: ignore[union-attr]
    day_month: tuple[int, int] | None = None
    full = match_date(text, at)
    if full:
        at = full.end
    elif partial := match_day_month(text, at):
        day_month, at = partial[:2], partial[2]
    agency = re.compile(r"[.,]?").match(text, at)
    named = _AGENCY.match(text, agency.end() if agency else at)
    at = named.end() if named else at
    opened = full and not _OPENS.match(place[0])  # "ADEN, Feb. 19, 2024. The Houthis said"
    dash = _DASH.match(text, at) or (re.compile(r"\.\s").match(text, at) if named or opened else None)
    spelled = place[0].isupper() and state is not None
    if not dash or not (full or day_month or named or spelled) or dash.end() > end:
        return None
    outlet = (named["round"] or named["slash"] or "").strip() if named else ""
    close = dash.end()
    if not full and (full := match_date(text, close)) and not text[full.end : end].strip(" ."):
        close = full.end
    day = full.day if full and close >= full.end else None
    return Header(day, day_month, outlet if _is_name(outlet) else "", (Span(start, close),))


def _is_name(words: str) -> bool:
    return bool(words) and words[0].isupper() and not any(char.isdigit() for char in words)
