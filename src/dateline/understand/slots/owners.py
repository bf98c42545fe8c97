"""Whose a happening is where the words beside it tell: a draft in, its owner and the verb that carries it noted."""

from collections.abc import Callable

from dateline.model import Evidence
from dateline.theatres import fold
from dateline.understand.draft import Draft
from dateline.understand.lexicon import Lexicon
from dateline.understand.parse.words import Word
from dateline.understand.scene import POSSESSIVES, Ref, Scene

__all__ = ["carry_beginning", "find_helped", "find_owner", "second_nationality"]

_SUFFERED = frozenset({"killing", "arrest", "abduction"})  # "sa mort", "son arrestation": not done by him
_WITH = ("with", "avec", "grâce", "through")
_MODALS = frozenset("devoir pouvoir aller".split())
_BEGINS = frozenset("ouvrir commencer débuter reprendre tenir dérouler poursuivre démarrer lieu avoir".split())


def find_owner(draft: Draft, refs_at: Callable[[Scene, int, str], list[Ref]]) -> None:
    """ "A annoncé la fin de ses bombardements": whose they are, French tells by an article: the subject's."""
    parse, head = draft.scene.parse, draft.head
    theirs = any(parse.words[k].low in POSSESSIVES for k in parse.kids(head, "det"))
    role, other = ("target", draft.actors) if draft.type in _SUFFERED else ("actor", draft.targets)
    if not theirs or draft.hit.trigger.part != "noun" or draft.role(role):
        return
    verb = next((k for k in parse.ancestors(head) if parse.words[k].pos in ("VERB", "AUX")), -1)
    for ref in (ref for k in (parse.subjects(verb) if verb >= 0 else ()) for ref in refs_at(draft.scene, k, role)):
        if ref.key and ref.key not in other and ref.key not in draft.role(role):
            draft.role(role).append(ref.key)
            draft.evidence.append(Evidence(role, ref.span, f"possessive; {ref.rule}"))


def second_nationality(scene: Scene, word: int, k: int, lexicon: Lexicon) -> Ref | None:
    """Return whom the second adjective of "les soldats français et maliens" means: it is that of soldiers too."""
    first, low = scene.actors.get(word), scene.parse.words[k]
    role = first.noun.role if first is not None and first.noun is not None else ""
    country = lexicon.demonyms.get(fold(low.text), "")
    if k == word or not role or not country or low.pos != "ADJ":
        return None
    return Ref(k, low.span, "actor", "nominal", lexicon.with_role(country, role), "second nationality")


def carry_beginning(draft: Draft, word: Word) -> None:
    """ "Des pourparlers doivent s'ouvrir jeudi": the verb's tense and mode are the talks'; `word` is the noun it belongs to."""
    if word.rel not in ("subj", "subj:pass") or word.head < 0 or draft.hit.trigger.part != "noun":
        return
    parse = draft.scene.parse
    verb = parse.words[word.head]
    inner = parse.kids(verb.i, "xcomp") if verb.lemma in _MODALS else []
    into = any(parse.words[k].lemma == "vigueur" for k in parse.kids(verb.i, "obl"))  # "entrera en vigueur jeudi"
    if into or any(parse.words[k].lemma in _BEGINS for k in (verb.i, *inner)):
        draft.carrier = verb.i


def find_helped(draft: Draft, refs_at: Callable[[Scene, int, str], list[Ref]]) -> None:
    """ "Hit the bridges with rockets given by X", "a repris la ville avec l'appui de X": help is for who acts with it."""
    parse = draft.scene.parse
    word = parse.words[draft.head]
    if draft.type != "support" or draft.targets:
        return
    if word.rel in ("acl", "relcl") and word.head >= 0:
        word = parse.words[word.head]
    if word.rel != "obl" or word.prep not in _WITH or word.head < 0:
        return
    for ref in (ref for k in parse.subjects(word.head) for ref in refs_at(draft.scene, k, "target")):
        if ref.key and ref.key not in (*draft.actors, *draft.targets):
            draft.targets.append(ref.key)
            draft.evidence.append(Evidence("target", ref.span, f"acts with the help; {ref.rule}"))
