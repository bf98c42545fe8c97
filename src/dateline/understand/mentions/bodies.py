"""Bodies that people choose, send or lead: "a committee of residents", "envoys of the elders" in, whose they are out."""

from dateline.theatres import RoleNoun
from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Ref
from dateline.understand.syntax import Parse, Word

__all__ = ["CHOSEN", "CIVILIANS", "chosen_of", "led_by", "mere_people", "sent"]

CIVILIANS, CHOSEN = "civilians", "community-leaders"
_BODIES = frozenset(
    "committee council delegation assembly commission comité conseil délégation assemblée commission".split()
)
_SENT = frozenset("delegation envoy representative negotiator délégation émissaire représentant négociateur".split())
_OF = ("of", "from", "de", "d'")
# Fighters are called so too, by the side they belong to.
_OF_A_SIDE = frozenset("wounded injured dead martyr son youth blessé martyr mort fils jeune".split())


def mere_people(word: Word, noun: RoleNoun) -> bool:
    """True for the families of "families of rebel fighters": whosever they are, they are none of them."""
    return noun.actor == CIVILIANS and word.lemma not in _OF_A_SIDE


def chosen_of(parse: Parse, word: Word) -> bool:
    """True for the residents of "a committee of residents": those whom they chose act for them, not all of them."""
    return word.rel == "obl" and word.prep in _OF and word.head >= 0 and parse.words[word.head].lemma in _BODIES


def sent(word: Word, ref: Ref) -> bool:
    """True for "a delegation of elders", "envoys of the rebels": theirs, though nobody names them."""
    return (
        word.lemma in _SENT
        and ref.form == "nominal"
        and ref.noun is not None
        and ref.noun.kind not in ("source", "media")
    )


def led_by(key: str, lexicon: Lexicon, role: str = "") -> str:
    """Return whose the men of a listed leader are: his armed group's, or his state's body of that role; else as is told."""
    leader = lexicon.actor(key)
    if leader is None or leader.kind != "person":
        return key
    for membership in leader.part_of:
        led = lexicon.actor(membership.parent)
        if led is not None and led.kind in ("armed group", "state force"):
            return led.id
        if led is not None and led.kind in ("state", "state body") and role:
            return lexicon.body_of(leader.country, role) or key  # "Assad's forces"
    return key
