"""Names that no list has and their form or place gives away: a sentence in, units, speakers and accounts out.

"The 9th Armoured Division", "Battalion 372", "la 101e brigade"; "Getachew Reda, a spokesman, told Reuters"; "told RFA";
"@MilaP" after Mila Petrov.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from dateline.model import Span
from dateline.theatres import fold
from dateline.understand.memory import Memory
from dateline.understand.scene import Ref, Scene
from dateline.understand.syntax import Word

__all__ = ["Forms"]

_UNIT = r"(?:[Dd]ivision|[Bb]rigade|[Bb]attalion|[Rr]egiment|[Cc]orps|[Ss]quadron|[Bb]ataillon|[Rr]égiment|[Ll]égion)"
_ORDINAL = (
    r"(?:\d{1,4}(?:st|nd|rd|th|er|re|e|ème)|\d{1,4}(?=\s[A-Z])|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|"
    r"[IVX]{1,4})"
)
_KINDS_OF_UNITS = (
    r"(?:[Aa]rmou?red|[Mm]echani[sz]ed|[Mm]otori[sz]ed|[Ii]nfantry|[Aa]irborne|[Aa]ir [Aa]ssault|[Mm]arine|[Nn]aval|[Tt]ank|"
    r"[Mm]ountain|[Aa]rtillery|[Pp]arachute|[Aa]rmy|[Gg]uards?|[Cc]ommando|[Rr]apid|[Rr]ifle|[Ll]ight|[Ss]eparate|[Bb]order|"
    r"[Ii]ndependent|[Ss]pecial|[Ff]orces)"
)
_FRENCH_KINDS = (
    r"(?:blindée?|mécanisée?|motorisée?|aéroportée?|d['’]infanterie|d['’]assaut|de marine|parachutiste|d['’]artillerie)"
)
_NUMBERED = re.compile(
    rf"(?<![\w.,-])(?P<name>{_ORDINAL}\s(?:{_KINDS_OF_UNITS}\s){{0,3}}{_UNIT}(?:\s{_FRENCH_KINDS})?|"
    rf"(?:[A-Z][\w-]+\s){{0,2}}(?:Division|Brigade|Battalion|Regiment|Unit|Unité|Bataillon)\s(?:No\.?\s)?\d{{1,4}})(?![\w-])"
)
_HANDLE = re.compile(r"(?<![\w@.])@(?P<account>\w{3,15})(?!\w)")
_SHORTEST = 4  # letters of an account's name that can be told from a person's initials
_MANY = 3  # words of a person's name


class Forms:
    """Notes units by their number, persons and outlets by who speaks to whom, accounts by their mark."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.accounts: dict[str, str] = {}  # an account's name -> whose it is

    def read(self, scene: Scene) -> None:
        """Add these names to the scene."""
        text, offset = scene.parsed.text, scene.parsed.sentence.span.start
        for match in _NUMBERED.finditer(text):
            self._unit(scene, Span(match.start("name") + offset, match.end("name") + offset), match["name"])
        self._countrymen(scene)
        for word in scene.parse.words:
            if word.pos == "PROPN" and self._free(scene, word):
                self._speaker(scene, word)
        for match in (*_HANDLE.finditer(text), *self._told_accounts(text)):
            self._account(scene, Span(match.start() + offset, match.end("account") + offset), match)

    # --- units ------------------------------------------------------------------------------------------------------
    def _unit(self, scene: Scene, span: Span, text: str) -> None:
        inside = [word for word in scene.parse.words if span.overlaps(word.span)]
        bare = " ".join(text.split()[-2:])  # "Battalion 372" of "Junta Battalion 372"
        named = next((ref for ref in scene.actors.values() if ref.span.overlaps(span)), None)
        if named is not None and named.form == "name" and text[-1].isdigit():
            self.memory.short.setdefault(fold(bare), named.key)
        if not inside or named is not None:
            return
        first = {word.i for word in inside}
        head = next((word for word in inside if word.head not in first and word.pos != "NUM"), inside[-1])
        known = self.memory.short.get(fold(text), "")
        self._note(scene, head, span, known or f"?organisation:{fold(text)}", "state force", "numbered unit")

    # --- who speaks, and to whom --------------------------------------------------------------------------------------
    def _speaker(self, scene: Scene, word: Word) -> None:
        """ "Getachew Reda said": a name of two words that speaks is a person's; "told RFA": capitals are an outlet's."""
        parse = scene.parse
        head = parse.words[word.head] if word.head >= 0 else None
        if head is None or not word.text[0].isupper():
            return
        short = word.text.isupper() and 2 < len(word.text) < 7
        speaks = word.rel == "subj" and head.lemma in self.memory.speaking
        if short and (speaks or (word.rel in ("obj", "iobj") and head.lemma in _TELLING)):
            known = self.memory.short.get(fold(word.text), "")
            self._note(
                scene, word, word.span, known or f"?organisation:{fold(word.text)}", "media", "speaks or is told"
            )
            return
        run = self._run(scene, word)
        if not short and 1 < len(run) <= _MANY and (speaks or self._has_office(scene, word)):
            text = " ".join(w.text for w in run)
            self._note(
                scene, word, Span(run[0].start, run[-1].end), f"?person:{fold(text)}", "person", "person who speaks"
            )

    def _countrymen(self, scene: Scene) -> None:
        """ "La serbe Mila Petrov": a French people's name before a name of two words makes it a person's."""
        words = scene.parse.words
        for one, two, last in zip(words[1:], words[2:], words[3:], strict=False):
            told = one.text.islower() and one.low in self.memory.lexicon.demonyms
            if (
                told
                and words[one.i - 1].low in ("le", "la", "l'")
                and all(_is_named(w) and self._free(scene, w) for w in (two, last))
            ):
                key = f"?person:{fold(f'{two.text} {last.text}')}"
                self._note(scene, two, Span(two.start, last.end), key, "person", "people's name before")

    def _run(self, scene: Scene, word: Word) -> list[Word]:
        """Return the words with capitals that a name's head stands among, all of them free."""
        words = scene.parse.words
        first = last = word.i
        while first and self._part(scene, words[first - 1]):
            first -= 1
        while last + 1 < len(words) and self._part(scene, words[last + 1]):
            last += 1
        run = words[first : last + 1]
        while run and fold(run[0].text) in self.memory.lexicon.nouns:
            run = run[1:]  # "Governor Diab"
        if any(fold(w.text) in _BODIES or fold(w.text) in self.memory.lexicon.nouns for w in run):
            return []  # "Doctors Network"
        return run if all(w.text.isalpha() and not w.text.isupper() for w in run) else []

    def _part(self, scene: Scene, word: Word) -> bool:
        return word.pos == "PROPN" and word.text[0].isupper() and self._free(scene, word)

    def _free(self, scene: Scene, word: Word) -> bool:
        taken = word.i in scene.actors or word.i in scene.places or word.name >= 0
        return not taken and not any(
            ref.span.covers(word.span) for ref in (*scene.actors.values(), *scene.places.values())
        )

    def _has_office(self, scene: Scene, word: Word) -> bool:
        """True for "X, a TPLF spokesman,": what stands beside the name says what a person is."""
        nouns = self.memory.lexicon.nouns
        beside = (scene.parse.words[k] for k in scene.parse.kids(word.i, "appos"))
        return any(
            noun.kind == "person" and noun.number == "singular" for w in beside for _, noun in nouns.get(w.lemma, ())
        )

    # --- accounts -----------------------------------------------------------------------------------------------------
    def _told_accounts(self, text: str) -> Iterator[re.Match[str]]:
        """Yield accounts that a mark showed to be some before, where they stand without it."""
        for name in self.accounts:
            if name in text:
                yield from re.finditer(rf"(?<![\w@])(?P<account>{re.escape(name)})(?!\w)", text)

    def _account(self, scene: Scene, span: Span, match: re.Match[str]) -> None:
        name = match["account"]
        at = span.end - len(name)
        whole = Span(span.start if match[0].startswith("@") else at, span.end)
        word = next((w for w in scene.parse.words if w.span.overlaps(whole)), None)
        if word is None or any(ref.span.overlaps(whole) for ref in scene.actors.values()):
            return
        key = self.accounts.get(name) or self._owner(name) or f"?person:{fold(name)}"
        self.accounts[name] = key
        self._note(scene, word, whole, key, "person", "account")

    def _owner(self, account: str) -> str:
        """Return the person spoken of whose names an account's name begins: "mila_p", "mpetrov12", "MilaP"."""
        letters = re.sub(r"[^a-z]", "", fold(account))
        for past in reversed(self.memory.discourse.spoken):
            if past.kind == "person" and past.named and len(letters) >= _SHORTEST:
                actor = self.memory.lexicon.actor(past.key)
                names = fold(actor.name if actor else past.key.partition(":")[2]).split()
                if _begins(letters, names):
                    return past.key
        return ""

    def _note(self, scene: Scene, word: Word, span: Span, key: str, kind: str, rule: str) -> None:
        ref = Ref(word.i, span, "actor", "name", key, rule, ())
        scene.actors[word.i] = ref
        self.memory.hear(scene, ref, kind, "", named=True)


def _is_named(word: Word) -> bool:
    return word.text.isalpha() and word.text[0].isupper() and not word.text.isupper()


def _begins(letters: str, names: list[str]) -> bool:
    """True where letters are the beginnings of a name's words in their order, or the last word alone."""
    if len(names) < 2 or not letters:
        return False
    if letters in (names[-1], "".join(names)):
        return True
    cuts = accumulate(letters)
    return any(names[0].startswith(cut) and names[1].startswith(letters[len(cut) :]) for cut in cuts if cut != letters)


# The last word of what is no person's name, though it speaks.
_BODIES = frozenset(
    "network committee council commission union association party front movement army force forces agency center centre "
    "group ministry office bureau foundation institute university hospital news press media watch international national "
    "house league alliance coalition service department court bank fund programme program mission camp street comite "
    "conseil association parti reseau mouvement centre agence ligue".split()
)
_TELLING = frozenset("tell inform assure informer".split())
