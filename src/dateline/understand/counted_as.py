"""What counted people are counted as: a parsed sentence and the word that carries a count in, "killed" or "displaced" out."""

from collections.abc import Mapping, Sequence

from dateline.understand.slots.locations import PLACE_WORDS
from dateline.understand.syntax import Parse, Word

__all__ = ["CountedAs"]

_COUNTS = frozenset("toll number count tally figure bilan nombre chiffre total".split())
_SETS_TO = frozenset({"at", "to", "à"})
_HARM = frozenset({"killed", "wounded", "missing", "displaced", "captured"})
_WEAK = frozenset(
    {"fighter", "resident", "captured", "observer", "peacekeeper"}
)  # what people are, whatever is done to them
_LOSING = frozenset("lose cost claim take perdre coûter ôter".split())
_LIFE = frozenset({"life", "vie"})
_FINDING, _DEATH = frozenset({"find", "meet", "trouver"}), frozenset({"death", "mort"})
_DRIVING = frozenset("drive force push chase jeter chasser pousser arracher".split())
_HOMES = frozenset("home house village land road foyer maison terre route domicile".split())
_REACH = "reach"
_CARED = frozenset("receive suffer sustain need require undergo recevoir subir souffrir".split())
_CARE = frozenset("treatment injury wound burn surgery amputation soin blessure brûlure".split())
_ASIDE, _CHAIN = 15, 5  # words of an aside behind a noun; words between it and its verb
_QUOTES = frozenset("»”\"'’")
_ALONE = _HARM | {"evacuated", "besieged", "released", "surrendered"}  # what a number alone tells of people
_MADE_UP = frozenset({"include", "comprise", "be", "compter", "comprendre", "figurer"})


class CountedAs:
    """The words of one language for what people are counted as."""

    def __init__(self, roles: Mapping[str, Sequence[str]]) -> None:
        self.roles = {word: role for role, words in roles.items() for word in words}

    def role(self, parse: Parse, word: int) -> str:
        """Return what people are counted as: by participles at the noun, the verb above it, then the noun itself."""
        noun = parse.words[word]
        beside, own = self._beside(parse, word), self.named(noun)
        if beside not in ("", "resident"):
            return beside
        above = parse.words[noun.head] if noun.head >= 0 else None
        part = above is not None and noun.prep in ("of", "de") and own in ("", "resident")
        if above is not None and part and (above.lemma in PLACE_WORDS or (own and above.pos == "NUM")):
            return "resident"  # "a town of 100,000 people", "half a million of its two million inhabitants"
        if own and own not in _WEAK:
            return own
        done = self._above(parse, word)
        if beside and done not in _HARM:
            return beside  # "100 people living there", but "killed 100 people sheltering inside"
        if done in ("", "resident", "fighter"):
            done = self._right_behind(parse, word) or done
        return done or own

    def _beside(self, parse: Parse, word: int) -> str:
        for k in [*parse.kids(word, "acl", "relcl", "amod"), word + 1]:
            if k < len(parse.words) and (
                parse.words[k].pos in ("VERB", "ADJ") or parse.words[k].tense or k == word + 1
            ):
                role = self._done(parse, k, word)
                if role and role not in ("fighter",):
                    return role
        return ""

    def _above(self, parse: Parse, word: int) -> str:
        """Return what the words tell that a noun hangs on, the nearest first."""
        noun, below = parse.words[word], word
        for k in list(parse.ancestors(word))[:3]:
            if parse.words[k].pos == "NOUN" and noun.rel == "conj" and self.named(parse.words[k]) == "fighter":
                continue  # "four soldiers and several civilians"
            made_up = self._made_up(parse, k)
            if made_up:
                return made_up
            grown = [self.named(parse.words[c]) for c in parse.subjects(k)]
            if "resident" in grown and parse.words[word].rel != "subj":
                return "resident"  # "the camp's population fell from 200,000 people"
            role = self._done(parse, k, below)
            if role and not (role == "fighter" and parse.words[k].pos == "VERB"):
                return role
            if parse.words[k].rel == "conj" and parse.words[k].pos == "VERB":
                break  # what its partner tells is told of others
            if parse.words[k].rel in ("ccomp", "root") and parse.words[k].pos != "NOUN":
                goals = [c for at in (k, *parse.kids(k, "attr", "xcomp")) for c in parse.kids(at, "xcomp", "advcl")]
                for c in goals:  # "were able to leave" too
                    role = self.named(parse.words[c])
                    if role and not parse.kids(k, "obj"):
                        return role
                break
            below = k
        return ""

    def _made_up(self, parse: Parse, verb: int) -> str:
        """ "Those killed include 14 children": what the others are."""
        if parse.words[verb].lemma not in _MADE_UP:
            return ""
        parts = [part for c in parse.subjects(verb) for part in (c, *parse.kids(c, "acl", "amod", "relcl"))]
        return next((role for part in parts if (role := self.named(parse.words[part]))), "")

    def _done(self, parse: Parse, verb: int, below: int) -> str:
        """Return what a verb tells of those who hang on it: lives are lost, homes are left; who arrives is in no need."""
        word = parse.words[verb]
        told = {parse.words[k].lemma for k in parse.objects(verb)}
        if (word.lemma in _LOSING and told & _LIFE) or (word.lemma in _FINDING and told & _DEATH):
            return "killed"
        if word.lemma in _DRIVING:
            hung = [k for at in (verb, *parse.objects(verb)) for k in parse.kids(at, "obl", "nmod")]
            left = {parse.words[k].lemma for k in hung}
            return "displaced" if left & _HOMES else self.named(word)
        if word.lemma in _CARED and told & _CARE:
            return "wounded"
        if word.lemma == _REACH and parse.words[below].rel == "subj" and not parse.passive(verb):
            return ""
        return self.named(word)

    def _right_behind(self, parse: Parse, word: int) -> str:
        """ "« 40 rebels » were killed", "20 villagers, ten of them women, were shot": the verb right behind them."""
        rest = parse.words[word + 1 :]
        if rest and rest[0].text == ",":
            end = next((n for n, w in enumerate(rest[1:_ASIDE], 1) if w.text == ","), 0)
            rest = rest[end + 1 :] if end else []
        verbs = [w for w in rest[:_CHAIN] if w.text not in _QUOTES]
        carried = next((n for n, w in enumerate(verbs) if w.pos != "AUX"), 0)
        role = self._done(parse, verbs[carried].i, word) if carried and verbs[carried].pos == "VERB" else ""
        return role if role in _HARM else ""

    def bare(self, parse: Parse, word: int) -> str:
        """Return what a number without a noun counts people as: by the participle beside it, else by the verb above."""
        head = parse.words[word].head
        behind = [k for k in parse.kids(word, "acl", "amod", "relcl") if parse.words[k].pos in ("VERB", "ADJ")]
        roles = [self._done(parse, k, word) for k in (*behind, *([head] if head >= 0 else []))]
        return next((role for role in roles if role in _ALONE), "")

    def named(self, word: Word) -> str:
        role = self.roles.get(word.lemma) or self.roles.get(word.low, "")
        return role or self.roles.get(word.noun) or self.roles.get(word.noun.removesuffix("s"), "")

    def toll(self, parse: Parse, word: int) -> str:
        """Return whom a number counts that a verb sets a count to: "put the number of dead at 900", "the toll rose to 43"."""
        number = parse.words[word]
        if number.head < 0 or number.prep not in _SETS_TO:
            return ""
        for k in parse.kids(number.head, "obj", "subj", "subj:pass"):
            if parse.words[k].lemma in _COUNTS:
                below = (k, *(w.i for w in parse.words if k in list(parse.ancestors(w.i))[:2] and w.i != word))
                found = next((role for i in below if (role := self.named(parse.words[i])) in _HARM), "")
                if found:
                    return found
        return ""

    def number_of(self, parse: Parse, word: int) -> int:
        """Return what a number counts that a verb sets a count to: "puts the number of strikes at 40"; -1 for nothing."""
        number = parse.words[word]
        if number.head < 0 or number.prep not in _SETS_TO:
            return -1
        counts = (k for k in parse.kids(number.head, "obj", "subj", "subj:pass") if parse.words[k].lemma in _COUNTS)
        below = (c for k in counts for c in parse.kids(k, "obl", "nmod") if parse.words[c].prep in ("of", "de"))
        return next((c for c in below if parse.words[c].pos == "NOUN"), -1)
