"""Who did a deed and whom it killed, where clauses beside it tell: a draft in, the words that name them out."""

from collections.abc import Iterator

from dateline.understand.draft import Draft
from dateline.understand.slots.likely import FIRED
from dateline.understand.slots.locations import PLACE_WORDS
from dateline.understand.slots.role_words import AFTERWARDS, MEANWHILE, WINS
from dateline.understand.syntax import Parse, Word

__all__ = [
    "BLAMED",
    "CARRYING",
    "MOVING",
    "ORDERING",
    "a_part",
    "blames_on",
    "counted_before",
    "doers_beside",
    "killed_beside",
    "of_ground",
    "whose_clause",
]

_KILLING = frozenset("kill wound injure tuer blesser".split())
_LAUNCH = frozenset({"lancement", "déclenchement", "début"})
BLAMED = frozenset({"blame", "attribute", "imputer", "attribuer"})
_ON = ("on", "to", "à")
_SUFFERED = frozenset({"capture", "loss", "withdrawal", "surrender", "displacement"})
_CAMPAIGNS = frozenset({"offensive", "attack"})
_AS = frozenset("as when after with because lorsque quand alors comme après".split())
_BREAKING = frozenset(
    "shell attack fire bomb bombard strike hit storm advance launch open target kill assault shoot pound "
    "bombarder attaquer tirer frapper viser pilonner lancer ouvrir avancer tuer".split()
)
_NUMBERS = frozenset("dozen hundred thousand dizaine vingtaine trentaine centaine millier".split())
_SOME = frozenset("several many others some plusieurs autres certains".split())
_PARTS, _PART_PREPS = frozenset("them whom eux elles".split()), frozenset("of among parmi entre de".split())
# Who orders a retreat does not retreat.
MOVING = frozenset({"withdrawal", "evacuation", "deployment", "displacement", "surrender"})
ORDERING = frozenset("order authorise authorize approve command decree ordonner autoriser approuver".split())
# Verbs that carry a deed, each with the slot of who did it.
CARRYING = {
    "blame": "on",
    "attribute": "to",
    "imputer": "à",
    "attribuer": "à",
    **dict.fromkeys(
        "carry launch stage mount conduct perpetrate commit order lead claim execute declare impose decree enforce set "
        "suffer sustain".split(),
        "by",
    ),
    **dict.fromkeys(
        "commettre mener lancer perpétrer revendiquer conduire effectuer exécuter déclencher orchestrer ordonner diriger "
        "opérer tendre tirer larguer organiser planifier réaliser engager entamer provoquer décider subir essuyer".split(),
        "par",
    ),
}


def doers_beside(draft: Draft) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield who did it and how that is told: "the massacre committed by X", "an ambush blamed on X"."""
    parse, noun = draft.scene.parse, draft.scene.parse.words[draft.head]
    if noun.prep == "de" and noun.head >= 0 and parse.words[noun.head].lemma in _LAUNCH:
        yield parse.slot(noun.head, "par"), "launched by"  # "le lancement par X d'une offensive"
    above = [noun.head] if noun.rel in ("obj", "subj:pass") and noun.head >= 0 else []
    if draft.type in _SUFFERED:
        above = []  # who is blamed for the fall of a town did not take it
    blamed = [k for k in above if parse.words[k].lemma in BLAMED]  # "a attribué l'assaut à X"
    for slot in _ON if blamed else ():
        if blames_on(parse, draft.head, slot):  # however it hangs
            yield parse.slot(draft.head, slot), f"{parse.words[blamed[0]].lemma} {slot}"
    places = [k for slot in ("of", "de") for k in parse.slot(draft.head, slot) if k in draft.scene.places]
    told = [k for at in (draft.head, *places) for k in parse.kids(at, "acl", "relcl")]  # "a siege of X imposed by Y"
    if noun.rel == "subj" and noun.head >= 0:  # "the massacre was the worst committed by X"
        told += [k for at in (noun.head, *parse.kids(noun.head, "attr")) for k in parse.kids(at, "acl", "relcl", "dep")]
    for k in (*told, *blamed):
        ordered = draft.type in MOVING and parse.words[k].lemma in ORDERING
        slot = "" if ordered else CARRYING.get(parse.words[k].lemma, "")
        yield (parse.slot(k, slot) if slot else ()), f"{parse.words[k].lemma} {slot}"


def blames_on(parse: Parse, head: int, slot: str) -> bool:
    """True for the X of "blamed the raid on X" where it hangs on the raid: X made it, nobody raided X."""
    noun = parse.words[head]
    if slot not in _ON or noun.rel not in ("obj", "subj:pass") or noun.head < 0:
        return False
    return parse.words[noun.head].lemma in BLAMED and not parse.slot(noun.head, slot)


def whose_clause(draft: Draft, word: Word) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield who acts in the clause that a deed stands in, where that tells whose deed it was.

    "Overran the camp after two days of shelling", "took the hill in an offensive", "the truce was broken as X shelled Y".
    `word` is what stands for the deed in its clause.
    """
    parse = draft.scene.parse
    if word.rel == "compound" and word.head >= 0:
        word = parse.words[word.head]  # "killed five in an ambush operation"
    span = parse.words[word.head] if word.rel == "obl" and word.prep in ("of", "de") and word.head >= 0 else word
    verb = parse.words[span.head] if span.rel == "obl" and span.head >= 0 else None
    if verb is not None and verb.lemma in WINS and not parse.passive(verb.i):
        before = span.prep in AFTERWARDS and draft.type in (*FIRED, "siege", "offensive")
        if before or (span.prep in MEANWHILE and draft.type in _CAMPAIGNS):
            yield parse.subjects(verb.i), f"subject of {verb.lemma}"
    if draft.type == "violation" and draft.hit.trigger.part == "verb":
        for k in parse.kids(draft.head, "advcl"):
            marks = {parse.words[m].low for m in parse.kids(k, "mark", "advmod", "case")}
            if marks & _AS and parse.words[k].lemma in _BREAKING and not parse.passive(k):
                yield parse.subjects(k), f"subject of {parse.words[k].lemma}"


def killed_beside(draft: Draft) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield whom the clause behind a deed names: "raids that killed 12 rebels", "hit a car, killing two civilians"."""
    parse, noun = draft.scene.parse, draft.hit.trigger.part == "noun"
    for k in parse.kids(draft.head, "relcl", "advcl"):
        if parse.words[k].lemma not in _KILLING:
            continue
        if draft.head in parse.subjects(k) if noun else parse.words[k].tense == "ger":
            yield parse.objects(k), f"object of {parse.words[k].lemma}"
    for k in () if noun else _consequences(parse, draft.head):
        yield parse.objects(k), f"object of {parse.words[k].lemma}"


def _consequences(parse: Parse, head: int) -> Iterator[int]:
    """Yield the killing that a sentence ends on, however it hangs: "blew up a car parked by a school, injuring two"."""
    for word in parse.words[head + 1 :]:
        if word.lemma in _KILLING and word.tense == "ger" and word.rel in ("advcl", "acl") and word.head != head:
            above = [parse.words[k] for k in parse.ancestors(word.i)]
            between = above[: next((n for n, up in enumerate(above) if up.i == head), 0)]
            if between and all(up.pos == "NOUN" or up.rel in ("relcl", "acl", "conj") for up in between):
                yield word.i


def counted_before(parse: Parse, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return what a bare number counts: "three rebels were captured and more than ten were killed", ten rebels."""
    if not words or any(not _bare_number(parse, k) for k in words):
        return words
    verb = parse.words[parse.words[words[0]].head]
    before = verb.head if verb.rel == "conj" and verb.head >= 0 else -1
    told = parse.kids(before, "subj:pass") or parse.kids(before, "subj") if before >= 0 else ()
    return told if told and parse.words[told[0]].pos in ("NOUN", "PROPN") else words


def _bare_number(parse: Parse, k: int) -> bool:
    word = parse.words[k]
    counts = word.pos == "NUM" or word.lemma in _NUMBERS or word.low in _SOME
    return counts and not parse.kids(k, "obl", "compound", "appos")


def of_ground(draft: Draft, word: int) -> bool:
    """True for the rebels of "bombardements des quartiers rebelles": theirs is the ground that is hit."""
    parse = draft.scene.parse
    between = (k for k in parse.ancestors(word) if draft.head in parse.ancestors(k))
    return any(parse.words[k].lemma in PLACE_WORDS for k in between)


def a_part(parse: Parse, word: int) -> bool:
    """True where words tell of a part of those named before only: "8,000 people, 3,000 of them fighters"."""
    below = (parse.words[k] for k in parse.subtree(word))
    return any(k.low in _PARTS and k.prep in _PART_PREPS for k in below)
