"""Words for an actor in, whether they name it or only describe it: "the Russian army" is a name, "Russian soldiers" is none.

What a nationality or a group's name says of people or machines is a description, as "the soldiers" is; a body's name
is one with the body's own word: "army", "government", "ministry".
"""

from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Ref, Scene

__all__ = ["describes"]

_PEOPLE = frozenset({"person", "state force", "armed group", "civilian group"})


def describes(ref: Ref, scene: Scene, lexicon: Lexicon) -> bool:
    """True where the chief word of several is a common noun for people or machines: "jets", "militias", "soldats"."""
    tokens = [token for token in scene.parsed.tokens if ref.span.start <= token.start and token.end <= ref.span.end]
    if ref.kind != "actor" or len(tokens) < 2:
        return False
    head = tokens[0] if lexicon.language == "fr" else tokens[-1]
    if not head.text[0].islower() or head.known is None:
        return False
    return any(
        noun.kind == "person" or noun.role == "aircraft" or (noun.number == "plural" and noun.kind in _PEOPLE)
        for noun in head.known.nouns
    )
