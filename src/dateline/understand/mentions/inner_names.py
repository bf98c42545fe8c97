"""Names inside longer ones: a sentence's references in, "US" of "US forces" and "Homs" of "northern Homs" out.

They are mentions and no more: nobody acts by them and nothing happens there, and they say less of what a report is about
than a name on its own.
"""

from collections.abc import Iterator

from dateline.model import INNER, Span
from dateline.understand.lexicon import Lexicon, Token
from dateline.understand.mentions.names import Name, find_names
from dateline.understand.scene import Ref, Scene

__all__ = ["inner_names"]

_SMALL = frozenset("of the in for and to de du des la le les l d et en s".split())
_WIDE = frozenset(
    "province governorate governorates state region district area city town muhafazah gouvernorat région ville".split()
)


def inner_names(scene: Scene, lexicon: Lexicon) -> Iterator[Ref]:
    """Yield who and what place is named within the words for another one."""
    offset = scene.parsed.sentence.span.start
    for ref in scene.actors.values():
        if not ref.key or scene.parsed.text[ref.span.start - offset : ref.span.end - offset].isalnum():
            continue  # one word
        tokens = _tokens(scene, ref)
        if len(tokens) > 1:
            yield from _inside(ref, tokens, lexicon)
    for ref in scene.places.values():
        if ref.form != "name" or lexicon.is_country(ref.key):
            continue
        if ref.direction and ref.own is not None:
            yield Ref(ref.word, ref.own, "place", "nominal", _town_key(ref, lexicon), INNER, ref.ids)
        elif ref.ids and len(tokens := _tokens(scene, ref)) > 1:
            yield from _places_inside(ref, tokens, lexicon)


def _town_key(ref: Ref, lexicon: Lexicon) -> str:
    """Return the key of what another place is told by: of a town and a province of one name the town."""
    towns = (i for i in ref.ids if (place := lexicon.place(i)) and place.kind in ("city", "town", "village"))
    town = next(towns, "")
    return f"@{town}" if town else ref.key.partition("/")[0]


def _tokens(scene: Scene, ref: Ref) -> list[Token]:
    return [token for token in scene.parsed.tokens if ref.span.start <= token.start and token.end <= ref.span.end]


def _inside(ref: Ref, tokens: list[Token], lexicon: Lexicon) -> Iterator[Ref]:
    """Yield whom the words for somebody name too: a name that common words make another's ("US forces", "Assad's men")."""
    told: set[Span] = set()
    for name in _shorter(tokens, lexicon):
        rest = [t.text for t in tokens if not name.start <= t.start < name.end and t.folded not in _SMALL]
        common = ref.form != "name" or any(text[0].islower() for text in rest)
        span = Span(name.start, name.end)
        if name.kind != "place" and name.ids[0] != ref.key and common and not any(span.overlaps(one) for one in told):
            told.add(span)
            yield Ref(ref.word, span, "actor", "nominal", name.ids[0], INNER, name.ids)


def _places_inside(ref: Ref, tokens: list[Token], lexicon: Lexicon) -> Iterator[Ref]:
    """Yield the town that a place's name has beside common words: "Damascus suburbs", "the Old City of Mosul"."""
    for name in _shorter(tokens, lexicon):
        place = lexicon.place(name.ids[0]) if name.kind == "place" else None
        rest = [t for t in tokens if not name.start <= t.start < name.end and t.folded not in _SMALL]
        if place is not None and place.kind != "country" and name.ids[0] not in ref.ids and _describe(rest):
            span = Span(name.start, name.end)
            yield Ref(ref.word, span, "place", "nominal", f"@{name.ids[0]}", INNER, name.ids)
            return


def _describe(rest: list[Token]) -> bool:
    """True for common words that make a town's name that of a land around it or a part of it, not of its province."""
    return all(t.text[0].islower() and t.folded not in _WIDE for t in rest)


def _shorter(tokens: list[Token], lexicon: Lexicon) -> Iterator[Name]:
    """Yield the names among some words that are not all of them, the longest first."""
    found = {
        (n.first + k, n.last + k): n
        for k, part in enumerate((tokens[:-1], tokens[1:]))
        for n in find_names(part, lexicon)
    }
    yield from (found[at] for at in sorted(found, key=lambda at: (at[0] - at[1], at)))
