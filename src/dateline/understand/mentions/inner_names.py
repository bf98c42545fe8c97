"""Names inside longer ones: a sentence's references in, "US" of "US forces" and "Assad" of "Assad's men" out.

They are mentions and no more: nobody acts by them, and they say less of what a report is about than a name on its own.
"""

from collections.abc import Iterator

from dateline.model import Span
from dateline.understand.lexicon import Lexicon, Token
from dateline.understand.mentions.names import find_names
from dateline.understand.scene import Ref, Scene

__all__ = ["inner_names"]

_SMALL = frozenset("of the in for and to de du des la le les l d et en s".split())


def inner_names(scene: Scene, lexicon: Lexicon) -> Iterator[Ref]:
    """Yield who is named within the words for another one."""
    offset = scene.parsed.sentence.span.start
    for ref in scene.actors.values():
        if not ref.key or scene.parsed.text[ref.span.start - offset : ref.span.end - offset].isalnum():
            continue  # one word
        tokens = [token for token in scene.parsed.tokens if ref.span.start <= token.start and token.end <= ref.span.end]
        if len(tokens) > 1:
            yield from _inside(ref, tokens, lexicon)


def _inside(ref: Ref, tokens: list[Token], lexicon: Lexicon) -> Iterator[Ref]:
    """Yield whom the words for somebody name too: a name that common words make another's ("US forces", "Assad's men")."""
    told: set[Span] = set()
    for part in (tokens[:-1], tokens[1:]):
        for name in find_names(part, lexicon):
            rest = [t.text for t in tokens if not name.start <= t.start < name.end and t.folded not in _SMALL]
            common = ref.form != "name" or any(text[0].islower() for text in rest)
            span = Span(name.start, name.end)
            if (
                name.kind != "place"
                and name.ids[0] != ref.key
                and common
                and not any(span.overlaps(one) for one in told)
            ):
                told.add(span)
                yield Ref(ref.word, span, "actor", "nominal", name.ids[0], "name within another", name.ids)
