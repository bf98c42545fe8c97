""" "Both sides", "the warring parties", "the other side": the two that the report last set against or beside each other."""

from collections.abc import Iterator

from dateline.understand.lexicon import Lexicon
from dateline.understand.mentions.discourse import ARMED, STATE, Discourse
from dateline.understand.scene import PARTIES

__all__ = ["EACH", "TWO_SIDES", "other_side", "two_sides"]

TWO_SIDES = "the two sides told of last"
EACH = frozenset("each either neither no chaque aucun aucune".split())  # "each side": both of them
_FIGHTING = ARMED | STATE | {"political group", "coalition", "alliance"}
_REACH = 4  # sentences back that the two may have been named


def two_sides(discourse: Discourse, lexicon: Lexicon, sentence: int, word: int) -> tuple[str, ...]:
    """Return the two sides that the last sentence to name two of them names; () where it names three or none does."""
    for told in _by_sentence(discourse, sentence, word):
        first: dict[str, str] = {}  # side -> the first word for it
        for key in told:
            first.setdefault(lexicon.side_of(key), key)
        if len(first) > 1:
            return tuple(first.values()) if len(first) == 2 else ()
    return ()


def other_side(discourse: Discourse, lexicon: Lexicon, sentence: int, word: int) -> str:
    """Return the one of the two sides told of before that this sentence has not named; "" where it named none or both."""
    sides = two_sides(discourse, lexicon, sentence, 0)
    here = {lexicon.side_of(past.key) for past in discourse.spoken if past.sentence == sentence and past.word < word}
    left = [key for key in sides if lexicon.side_of(key) not in here]
    return left[0] if len(sides) == 2 and len(left) == 1 else ""


def _by_sentence(discourse: Discourse, sentence: int, word: int) -> Iterator[list[str]]:
    """Yield who fights of those named in each sentence, the latest sentence first, in the order of the words."""
    told: dict[int, list[tuple[int, str]]] = {}
    for past in reversed(discourse.spoken):
        if sentence - past.sentence > _REACH:
            break
        before = (past.sentence, past.word) < (sentence, word)
        if before and past.kind in _FIGHTING and past.key != PARTIES and (past.named or past.kind in STATE):
            told.setdefault(past.sentence, []).append((past.word, past.key))
    for index in sorted(told, reverse=True):
        yield [key for _, key in sorted(told[index])]
