"""Places that no gazetteer of ours lists: a parsed French sentence in, the names that stand where only a place stands out."""

from collections.abc import Iterator

from dateline.understand.syntax import Parse, Word

__all__ = ["places_told", "struck"]

_SHORTEST = 4  # letters of such a name
_WHERE = frozenset("à vers dans près autour jusque jusqu' aux".split())
_HELD = frozenset(
    "prendre reprendre conquérir reconquérir occuper assiéger encercler bombarder pilonner attaquer quitter fuir atteindre "
    "tenir contrôler libérer abandonner perdre envahir rejoindre gagner évacuer frapper viser".split()
)
_OF_PLACES = frozenset(
    "chute prise reprise conquête reconquête libération siège bataille contrôle bombardement pilonnage habitant population "
    "encerclement évacuation périphérie abord lisière".split()
)
# Beside these a name that the model took for somebody's is a place all the same.
_TAKEN = frozenset("chute prise reprise conquête reconquête siège bataille bombardement pilonnage encerclement".split())
_BESIEGED = frozenset("assiéger encercler bombarder pilonner reconquérir envahir".split())
_STRIKES = frozenset(
    "embuscade combat affrontement raid frappe bombardement tir offensive attaque assaut pilonnage missile roquette obus "
    "drone".split()
)
_SPOKEN_TO = frozenset(
    "demander reprocher dire répondre accorder donner livrer remettre attribuer imputer succéder appartenir parler".split()
)
_PLACED = frozenset(
    "village localité ville bourgade commune cité quartier bastion colline position base camp poste".split()
)


def struck(parse: Parse, head: Word) -> bool:
    """True for "des raids sur Khan Younès": what strikes fall on is a place, whatever the model took the name for."""
    above = parse.words[head.head].lemma if head.head >= 0 else ""
    return head.rel == "obl" and head.prep == "sur" and above in _STRIKES


def places_told(parse: Parse, taken: set[int], persons: set[int]) -> Iterator[list[Word]]:
    """Yield the words of each unknown name that stands as a place does.

    `taken` are the words that name somebody or a place, `persons` those that the model took for a person's name.
    """
    for word in parse.words:
        run = _run(parse, word)
        inside = {w.i for w in run}
        if not run or taken & inside or (persons & inside and not _surely(parse, word)):
            continue
        if _stands(parse, word) or _listed(parse, word):
            yield run


def _surely(parse: Parse, word: Word) -> bool:
    """True for "la chute de X", "pilonner X"."""
    above = parse.words[word.head].lemma if word.head >= 0 else ""
    if word.prep in ("à", "dans"):
        return above in _PLACED or above in _STRIKES
    return above in _BESIEGED if word.rel == "obj" else word.prep == "de" and above in _TAKEN


def _run(parse: Parse, word: Word) -> list[Word]:
    """Return the words of a name that this word heads, [] where it heads none."""
    if word.pos != "PROPN" or word.name >= 0 or word.rel in ("flat", "compound") or not _large(word) or not word.i:
        return []
    run = [word]
    while run[-1].i + 1 < len(parse.words):
        after = parse.words[run[-1].i + 1]
        if after.rel not in ("flat", "compound") or after.head not in {w.i for w in run} or not after.text[0].isupper():
            break
        run.append(after)
    before, behind = parse.words[word.i - 1], parse.words[min(run[-1].i + 1, len(parse.words) - 1)]
    titled = before.pos in ("NOUN", "PROPN") and before.rel != "conj" and before.text[0].isupper()
    return [] if titled or (behind.pos == "PROPN" and behind.rel == "flat") else run


def _large(word: Word) -> bool:
    return word.text[0].isupper() and not word.text.isupper() and len(word.text) >= _SHORTEST and word.text[1:2] != "'"


def _stands(parse: Parse, word: Word) -> bool:
    """True behind "à", "vers" and their like, as what is taken or held, and behind "la chute de"."""
    above = parse.words[word.head] if word.head >= 0 else None
    if above is None or any(parse.words[k].rel in ("det", "nmod", "appos") for k in word.kids):
        return False
    if word.rel == "obl" and word.prep in _WHERE:
        return above.lemma not in _SPOKEN_TO
    if word.rel == "obl" and word.prep == "de":
        return above.lemma in _OF_PLACES
    return word.rel in ("obj", "xcomp") and above.lemma in _HELD


def _listed(parse: Parse, word: Word) -> bool:
    """True for "plusieurs villages, dont X", "cinq bastions, notamment X et Y"."""
    if word.rel == "conj" and word.head >= 0:
        first = parse.words[parse.first_conjunct(word.i)]
        return first.i != word.i and first.pos == "PROPN" and (_stands(parse, first) or _listed(parse, first))
    before = parse.words[word.i - 1].low if word.i else ""
    if before not in ("dont", "notamment", "comme", "y compris"):
        return False
    return any(w.lemma in _PLACED and w.plural for w in parse.words[max(0, word.i - 6) : word.i])
