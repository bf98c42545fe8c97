"""Bodies that people choose or send: "a committee of residents", "a delegation of elders" in, whose they are out."""

from dateline.understand.scene import Ref
from dateline.understand.syntax import Parse, Word

__all__ = ["CHOSEN", "CIVILIANS", "chosen_of", "sent"]

CIVILIANS, CHOSEN = "civilians", "community-leaders"
_BODIES = frozenset(
    "committee council delegation assembly commission comité conseil délégation assemblée commission".split()
)
_SENT = frozenset("delegation envoy representative negotiator délégation émissaire représentant négociateur".split())
_OF = ("of", "from", "de", "d'")


def chosen_of(parse: Parse, word: Word) -> bool:
    """True for the residents of "a committee of residents": those whom they chose act for them, not all of them."""
    return word.rel == "obl" and word.prep in _OF and word.head >= 0 and parse.words[word.head].lemma in _BODIES


def sent(word: Word, ref: Ref) -> bool:
    """True for "a delegation of elders", "envoys of the rebels": theirs, though nobody names them."""
    return word.lemma in _SENT and ref.form == "nominal" and ref.noun is not None and ref.noun.kind not in ("source", "media")
