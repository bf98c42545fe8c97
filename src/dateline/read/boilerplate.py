"""Page furniture: takes text, gives back the spans (lines, sentences or parts of them) that tell nothing of the news.

Captions, credits, "read more", tags, self-description of the outlet, repeats. Nothing is coded from these, so a wrong
span costs a claim: every rule asks for a telling word, a telling place or a repeat.
"""

import re
from collections.abc import Iterable, Iterator

from dateline.model import Span
from dateline.read import phrases
from dateline.read.abbreviations import OPENERS, word_set
from dateline.read.lines import FINAL, find_blocks, trim
from dateline.read.repeats import find_repeats
from dateline.read.sentences import split_sentences

__all__ = ["find_boilerplate"]

_LINE_WORDS = 45
_CAPTION_WORDS = 18
_TAG_WORDS = 30
_TAIL_FROM = 0.5
_TAIL_CHARS = 1500
_SHORT_TAIL = 300
_CREDIT_SLASHES = re.compile(
    r"(?<=[.!?\"”)])\s+[A-Z][\w.]*(?: [A-Z][\w.]*)?(?:\s?/\s?[A-Z][\w.]*(?: [A-Z][\w.]*)?)+\s*$"
)
_CREDIT_NUMBER = re.compile(r"(?<=[.!?\"”)])\s+\d{1,4}(?:-\d{1,4})?\s*$")
_PROSE = word_set("""
    and or has have had was were is are been be said says told after that who which in on by from to with at as will
    would could into out up over off between against amid near than it its their his her
""")
_TITLE = word_set("""
    president minister general colonel king prime secretary leader spokesman spokesperson mr dr
""")


def find_boilerplate(text: str, header: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Return the spans of page furniture in order, merged where they touch; `header` (dateline, date) is part of it."""
    blocks = find_blocks(text)
    found = list(header)
    found.extend(_find_lines(text, blocks))
    found.extend(_find_inline(text, blocks))
    found.extend(find_repeats(text, blocks))
    sentences = split_sentences(text, found)
    found.extend(_find_captions(text, sentences))
    found.extend(span for span in sentences if phrases.SENTENCES.fullmatch(text, span.start, span.end))
    found.extend(_find_self_description(text, split_sentences(text, found)))
    return merge_spans(text, found)


def merge_spans(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return trimmed spans in order, those that overlap or have only white space between them made one."""
    merged: list[Span] = []
    trimmed = sorted(span for raw in spans if (span := trim(text, raw.start, raw.end)))
    for span in trimmed:
        if merged and (span.start <= merged[-1].end or not text[merged[-1].end : span.start].strip(" \t")):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _words(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())


def _is_unfinished(text: str, span: Span) -> bool:
    return text[span.start : span.end].rstrip("\"'”’»)]")[-1:] not in FINAL


def _find_lines(text: str, blocks: tuple[Span, ...]) -> Iterator[Span]:
    under_heading = False
    for number, block in enumerate(blocks):
        short = _words(text, block) <= _LINE_WORDS
        is_heading = bool(phrases.HEADINGS.fullmatch(text, block.start, block.end)) and number > 0
        under_heading = is_heading or (under_heading and short and _is_unfinished(text, block))
        is_line = short and bool(phrases.LINES.match(text, block.start, block.end))
        names_picture = bool(phrases.LINE_CAPTIONS.match(text, block.start, block.end))
        is_caption = names_picture and _is_unfinished(text, block) and _words(text, block) <= _CAPTION_WORDS
        # A colon at the end introduces what follows ("This video of ... shows:"), so the line is text.
        if under_heading or is_line or (is_caption and number > 0 and text[block.end - 1] != ":"):
            yield block


def _find_inline(text: str, blocks: tuple[Span, ...]) -> Iterator[Span]:
    for block in blocks:
        yield from (Span(*match.span()) for match in phrases.INLINE.finditer(text, block.start, block.end))
        yield from (Span(match.start(), _end_of_tags(text, match, block)) for match in _tags(text, block))
        yield from _find_tail(text, block)
    if blocks:
        last = blocks[-1]
        for pattern in (_CREDIT_SLASHES, _CREDIT_NUMBER):
            yield from (Span(*match.span()) for match in pattern.finditer(text, last.start, last.end))


def _tags(text: str, block: Span) -> Iterator[re.Match[str]]:
    for match in phrases.TAGS.finditer(text, block.start, block.end):
        before = text[block.start : match.start()].rstrip()
        if not before or before[-1] in FINAL + '"”)0123456789':
            yield match


def _end_of_tags(text: str, tags: re.Match[str], block: Span) -> int:
    """Find where a run of tags turns into prose: at a word that opens sentences, or before the subject of a verb."""
    words = list(re.finditer(r"\S+", text[tags.end() : block.end]))[:_TAG_WORDS]
    for place, word in enumerate(words):
        token = word[0]
        following = words[place + 1][0] if place + 1 < len(words) else ""
        opens = token[0].isupper() and token.lower() in OPENERS and following[:1].islower()
        if token[0].isupper() and (opens or token in {"The", "A", "An", "At"}) and place:
            return tags.end() + word.start()
        if place > 1 and (token.lower() in _PROSE or re.fullmatch(r"[a-z]+ed", token)):
            return tags.end() + words[_subject(words, place)].start()
        if token[-1] in ".!?" and place:
            return tags.end() + word.end()
    return tags.end() + words[-1].end() if len(words) < _TAG_WORDS else tags.end()


def _subject(words: list[re.Match[str]], verb: int) -> int:
    """Walk back from a verb over its small words to the capital that opens its sentence, with a title before a name."""
    at = verb - 1
    while at > 0 and not words[at][0][0].isupper():
        at -= 1
    while at > 0 and (words[at - 1][0].lower() in _TITLE or re.search(r"(?:ian|ish|ese|US-led)$", words[at - 1][0])):
        at -= 1
    return at


def _find_tail(text: str, block: Span) -> Iterator[Span]:
    """Yield the part of a line from the first tail mark in its later half to its end."""
    length = block.end - block.start
    if length < 200:
        return
    for match in phrases.TAILS.finditer(text, block.start + int(length * _TAIL_FROM), block.end):
        if _is_tail(text, match, block):
            yield Span(match.start(), block.end)
            return


def _is_tail(text: str, mark: re.Match[str], block: Span) -> bool:
    """A short rest is furniture; a long one ("Read also" and then more of the report) only if it ends in furniture."""
    length = block.end - mark.start()
    near_end = max(mark.end(), block.end - _SHORT_TAIL)
    again = phrases.TAILS.search(text, near_end, block.end)
    return length <= _SHORT_TAIL or (length <= _TAIL_CHARS and again is not None)


def _find_captions(text: str, sentences: tuple[Span, ...]) -> Iterator[Span]:
    """Yield what stands from a sentence's start to the credit of a picture in it, the credit included."""
    for number, span in enumerate(sentences):
        for credit in phrases.CAPTION_CREDIT.finditer(text, span.start, span.end):
            after = text[credit.end() : credit.end() + 3].strip()
            ends = credit.end() >= span.end or after[:1].isupper() or after[:1] in '"“«'
            dateline = re.search(r"(?<!\S)[A-ZÀ-ÝА-Я]{4,}$", text[span.start : credit.start()])
            if ends and dateline:
                yield Span(span.start + dateline.start(), credit.end())
                break
            if ends and 4 <= len(text[span.start : credit.start()].split()) <= 45:
                yield Span(span.start, credit.end())
                break
            if ends and not text[span.start : credit.start()].strip():
                # "A man walks past rubble. (Reuters Photo)": the sentence before is the caption.
                names_picture = number > 0 and phrases.PICTURE_CREDIT.search(credit[0])
                yield Span(sentences[number - 1].start if names_picture else credit.start(), credit.end())
                break


def _find_self_description(text: str, sentences: tuple[Span, ...]) -> Iterator[Span]:
    """Yield all from the outlet's words on itself to the end, where they are among the last few sentences."""
    first_of_last = max(2, len(sentences) - 4)
    for span in sentences[first_of_last:]:
        words = text[span.start : span.end]
        if phrases.SELF_DESCRIPTION.search(words) and words[0].isupper():
            yield Span(span.start, len(text))
            return
