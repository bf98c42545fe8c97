"""What the order of words tells of a saying: a verb of saying in, the words it covers out."""

from itertools import pairwise

from dateline.understand.syntax import Parse

__all__ = ["before_inversion", "same_again", "tells_of_it"]

_NEAR = 6  # words before a verb in which "ce que" stands
_IT = frozenset("it this that them these le la les l' l’ cela ça".split())
_SAME = frozenset("l' l’ le la les ce cet cette même".split())
_BODIES = frozenset("organisation ong association institution agence observatoire fondation collectif".split())
_PEOPLE = frozenset(
    "militaire officier responsable diplomate dirigeant élu gradé officiel avocat médecin militant activiste ministre".split()
)
_SHORTEST = 3  # words that can be a saying of their own


def tells_of_it(parse: Parse, verb: int) -> bool:
    """Return whether a verb speaks of what was told before: "denies it", "l'a démenti", "ce que dément l'armée"."""
    if any(parse.words[k].low in _IT and parse.words[k].pos == "PRON" for k in parse.kids(verb, "obj")):
        return True
    low = [word.low for word in parse.words[max(0, verb - _NEAR) : verb]]
    return any(pair in (("ce", "que"), ("ce", "qu'")) for pair in pairwise(low))


def before_inversion(parse: Parse, verb: int) -> set[int]:
    """Return all before "…, a annoncé dimanche l'Observatoire, …", which its subject follows; nothing where none does."""
    subjects = parse.kids(verb, "subj")
    first = min([verb, *parse.kids(verb, "aux", "expl", "neg")])
    if not subjects or min(subjects) < verb or parse.words[verb].rel == "relcl" or first < _SHORTEST:
        return set()
    return set(range(first)) if parse.words[first - 1].text in (",", "»", "”", '"', "?", "!") else set()


def same_again(parse: Parse, i: int) -> str:
    """Return whether "ajoute l'organisation", "précise le militaire" only take up who spoke: "body", "person" or ""."""
    word, below = parse.words[i], [parse.words[k] for k in parse.words[i].kids]
    if (
        word.plural
        or word.name >= 0
        or not any(w.low in _SAME for w in below)
        or any(w.low not in _SAME for w in below)
    ):
        return ""
    return "body" if word.lemma in _BODIES else "person" if word.lemma in _PEOPLE else ""
