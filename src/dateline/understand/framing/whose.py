"""Loaded words of a report and its claims in, those that count out, about whom even where only the whole report tells it.

A reader knows who "the terrorists" are where the report names one armed group only, and whose "massacre" the headline means
where one side alone strikes. Where two could be meant, nobody is.
"""

from collections.abc import Iterable
from dataclasses import replace

from dateline.understand.draft import Draft
from dateline.understand.framing.whom import LoadedWords, bears_no_arms
from dateline.understand.lexicon import Lexicon

__all__ = ["of_report"]

_TAKES_SIDES = 5  # other loaded words that show a report to take sides
_TAKING = frozenset({"took", "a pris"})
_GROUP = "rebels"  # what a word for any armed group stands for
_ARMED = frozenset({"armed group", "coalition"})
_TERRORISM = frozenset({"terrorism", "terrorisme"})
_ITS_STATE = frozenset({"caliphate", "califat"})
_STRIKES = frozenset(
    "attack shelling airstrike bombing chemical-attack killing siege crime abduction destruction sexual-violence".split()
)


def of_report(found: list[LoadedWords], drafts: list[Draft], text: str, lexicon: Lexicon) -> list[LoadedWords]:
    """Return the loaded words that count in a report, with whom they are about.

    Words marked "beside" count where it takes sides in other words too. A claim with the same words knows who does it and to
    whom; and a report says "liberated" of one side.
    """
    sure = {text[w.span.start : w.span.end].casefold() for w in found if w.row.when != "beside"}
    counting = [w for w in found if w.row.when != "beside" or len(sure) >= _TAKES_SIDES]
    told = [replace(words, about=words.about or _by_claim(words, drafts, lexicon)) for words in counting]
    taker = _sole(w.about for w in told if w.row.neutral in _TAKING and w.about)
    group, striker = _the_group(drafts, lexicon), _the_striker(drafts, lexicon)
    taker = taker or _the_taker(drafts, group, lexicon)
    return [_by_report(words, text, taker, group, striker) for words in told]


def _by_claim(words: LoadedWords, drafts: list[Draft], lexicon: Lexicon) -> str:
    """Return who does what a claim with the same words tells, or to whom it is done; a verdict on a deed is on its doer."""
    if words.row.about not in ("subject", "object", "modified") or _lauds_a_thing(words):
        return ""
    for draft in drafts:
        if draft.hit.span.overlaps(words.span):
            for key in draft.targets if words.row.about == "object" else draft.actors:
                if words.row.about == "object" or not bears_no_arms(key, lexicon):
                    return key
    return ""


def _lauds_a_thing(words: LoadedWords) -> bool:
    return words.row.about == "modified" and words.row.stance == "favourable"


def _by_report(words: LoadedWords, text: str, taker: str, group: str, striker: str) -> LoadedWords:
    """Fill in who is meant where the sentence leaves it open."""
    row, said = words.row, text[words.span.start : words.span.end].casefold()
    unfavourable = row.stance == "unfavourable"
    if not words.about and row.neutral in _TAKING:
        return replace(words, about=taker)
    if not words.about and unfavourable and said.strip("\"'") in _TERRORISM | _ITS_STATE:
        return replace(words, about=group)
    if not words.about and unfavourable and row.about == "subject":
        return replace(words, about=striker)
    if unfavourable and words.about.lstrip("?@") == _GROUP and group:
        return replace(words, about=group)
    return words


def _the_group(drafts: list[Draft], lexicon: Lexicon) -> str:
    """Return the one armed group that a report names among those who act and suffer, "" where there are several."""
    named = {key for draft in drafts for key in (*draft.actors, *draft.targets)}
    return _sole(key for key in named if (actor := lexicon.actor(key)) and actor.kind in _ARMED and key != _GROUP)


def _the_taker(drafts: list[Draft], group: str, lexicon: Lexicon) -> str:
    """Return the one side that takes places in a report; of several armed groups another may be the liberator."""
    taker = _sole(key for draft in drafts if draft.type == "capture" for key in draft.actors)
    actor = lexicon.actor(taker)
    return "" if actor and actor.kind in _ARMED and taker != group else taker


def _the_striker(drafts: list[Draft], lexicon: Lexicon) -> str:
    """Return the one side that strikes in a report, "" where there are several."""
    return _sole(
        key for draft in drafts if draft.type in _STRIKES for key in draft.actors if not bears_no_arms(key, lexicon)
    )


def _sole(keys: Iterable[str]) -> str:
    found = set(keys)
    return found.pop() if len(found) == 1 else ""
