"""Whom a deed harms where clauses beside it tell, or where mere people are told of: a draft in, its targets noted."""

import re
from collections.abc import Callable, Iterator

from dateline.model import MERE_PEOPLE, Evidence, Span
from dateline.understand.coding.conditions import QUANTITIES
from dateline.understand.draft import Draft
from dateline.understand.scene import Ref
from dateline.understand.slots.deeds import killed_beside
from dateline.understand.slots.likely import CIVILIANS, FIRED
from dateline.understand.slots.role_words import DEADLY, DYING
from dateline.understand.syntax import Parse, Word

__all__ = ["find_harmed", "find_people"]

_HARMING = FIRED | frozenset("killing abduction arrest siege coercion".split())
_PEOPLE = frozenset("people person everyone everybody anyone anybody personne individu quiconque".split())
_PROTESTERS = "protesters"
_QUELLING = frozenset({"coercion", "arrest"})
_PROTESTS = frozenset(
    "protest demonstration rally march sit-in uprising manifestation contestation rassemblement".split()
)
_WARS = frozenset("conflict war insurgency conflit guerre insurrection".split())
_THOUSANDS = frozenset("thousand million millier".split())
_MANY = re.compile(
    r"(?<![\d.,])(?:[5-9]|\d{2,3}|\d{1,3}[., \u00a0\u202f]\d{3})[., \u00a0\u202f]?\d{3}(?!\d)"
)  # 5,000 or more
_DEATHS = frozenset("death casualty fatality life mort décès vie".split())
# The defenceless are massacred, and executed in numbers.
_MASSACRES = frozenset("massacre tuerie pogrom bloodbath carnage genocide slaughter génocide".split())
_IN_NUMBERS = frozenset("mass summary extrajudicial massacre sommaire".split())
_MEANS = ("in", "by", "from", "dans", "par", "lors")

Take = Callable[[str, list[Ref], str], None]
RefsAt = Callable[[int], list[Ref]]


def find_harmed(draft: Draft, refs_at: RefsAt, take: Take) -> None:
    """Take whom the outcome names: "the strikes killed 21 civilians", "civilians died in raids", "raids that killed rebels"."""
    if draft.type not in FIRED:
        return
    if (verb := _outcome(draft)) is not None:
        draft.carrier = verb.i  # "would have been killed in a raid": so the raid is told too
        if not draft.targets:
            rule = f"hit where they {verb.lemma}" if verb.lemma in DYING else f"object of {verb.lemma}"
            take("target", [ref for k in _victims(draft.scene.parse, verb) for ref in refs_at(k)], rule)
    for words, rule in () if draft.targets else (*killed_beside(draft), *_dead_of(draft)):
        take("target", [ref for word in words for ref in refs_at(word)], rule)


def find_people(draft: Draft) -> None:
    """ "Raids killed 40 people", "six persons were abducted": people of whom nothing more is told are civilians."""
    moved = draft.type == "evacuation" and draft.actors  # "helicopters of X flew out 120 people"
    if draft.targets or not (moved or draft.type in _HARMING):
        return
    parse = draft.scene.parse
    beside = {parse.words[k].lemma for k in parse.kids(draft.head, "amod", "compound")}
    if parse.words[draft.head].lemma in _MASSACRES or (draft.type == "killing" and beside & _IN_NUMBERS):
        _note(draft, CIVILIANS, draft.hit.span, "massacred")
        return
    if _counts_a_war(draft):
        return
    for k in (c for word in _all_harmed(draft) for c in parse.coordinates(word)):
        if _only_people(parse, k):
            _note(draft, CIVILIANS, parse.words[k].span, MERE_PEOPLE)
            return
        if draft.type in _QUELLING and parse.words[k].lemma in _PROTESTS:
            _note(draft, _PROTESTERS, parse.words[k].span, "whose protest it is")
            return


def _note(draft: Draft, key: str, span: Span, rule: str) -> None:
    draft.targets.append(key)
    draft.evidence.append(Evidence("target", span, rule))


def _outcome(draft: Draft) -> Word | None:
    """Return the verb of killing or dying that a noun stands beside as its means: "21 died in the raid"."""
    parse = draft.scene.parse
    word = parse.words[parse.first_conjunct(draft.head)]
    named = draft.hit.trigger.part == "noun" or word.tense == "ger"  # "shelling killed nine"
    if not named or word.head < 0:
        return None
    means = word.rel in ("subj", "agent") or (word.rel == "obl" and word.prep in _MEANS)
    verb = parse.words[word.head]
    return verb if means and verb.lemma in DEADLY | DYING else None


def _dead_of(draft: Draft) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield whose deaths a deed is told with: "civilian deaths in its raids", "raids brought the deaths of villagers"."""
    parse = draft.scene.parse
    word = parse.words[parse.first_conjunct(draft.head)]
    if draft.hit.trigger.part != "noun" or word.head < 0:
        return
    above = parse.words[word.head]
    if word.rel == "obl" and word.prep in _MEANS and above.lemma in _DEATHS:
        yield (above.i,), f"{above.lemma} {word.prep}"
    if word.rel == "subj" and above.pos == "VERB":
        yield tuple(k for k in parse.objects(above.i) if parse.words[k].lemma in _DEATHS), f"object of {above.lemma}"


def _victims(parse: Parse, verb: Word) -> tuple[int, ...]:
    return parse.subjects(verb.i) if verb.lemma in DYING else parse.objects(verb.i)


def _all_harmed(draft: Draft) -> Iterator[int]:
    """Yield the words for those in a deed's frame, then for those whom its outcome names."""
    parse, head = draft.scene.parse, draft.head
    for slot in draft.hit.trigger.slots("target"):
        yield from parse.slot(head, slot)
    for verb in (parse.words[k] for k in (head, *draft.absorbed) if parse.words[k].pos in ("VERB", "AUX")):
        yield from _victims(parse, verb)
    if draft.type in FIRED and (outcome := _outcome(draft)) is not None:
        yield from _victims(parse, outcome)
    for words, _ in (*killed_beside(draft), *_dead_of(draft)):
        yield from words


def _only_people(parse: Parse, k: int) -> bool:
    """True for "40 people", "dozens of persons", a bare "four": nobody tells what they were."""
    word = parse.words[k]
    if word.lemma in QUANTITIES | _DEATHS or word.low in QUANTITIES or word.pos == "NUM":
        counted = [c for slot in ("of", "de", "d'", "among", "parmi") for c in parse.slot(k, slot)]
        bare = word.pos == "NUM" and not parse.kids(k, "appos", "nmod", "compound")
        return any(_only_people(parse, c) for c in counted) if counted else bare
    return word.lemma in _PEOPLE


def _counts_a_war(draft: Draft) -> bool:
    """True where a whole war's dead are counted, by its name or by thousands: soldiers are among them."""
    if draft.type != "killing":
        return False
    named = any(word.lemma in _WARS or word.lemma in _THOUSANDS for word in draft.scene.parse.words)
    return named or _MANY.search(draft.scene.parsed.text) is not None
