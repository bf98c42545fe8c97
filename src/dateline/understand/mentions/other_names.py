"""Two names of one actor told side by side: a sentence's words in, "the Trust Fund (TF)", "X, also known as Y" joined out."""

import re
from itertools import pairwise

from dateline.model import Span
from dateline.theatres import fold
from dateline.understand.memory import Memory
from dateline.understand.scene import Ref, Scene
from dateline.understand.syntax import Word

__all__ = ["OtherNames"]

_SHORT = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z&]{0,6}[A-Z]s?|[A-Z]{2,8}")
# What stands between two names of one: a comma or a bracket with a note in it, and words that say so.
_CALLED = re.compile(
    r"\s*(?:\([^)]{0,60}\))?\s*[,(–-]?\s*(?:also|better|otherwise|formerly)?\s*"
    r"(?:known as|called|nicknamed|a\.?k\.?a\.?|alias|nom de guerre|dit|surnommé|également appelée?|aussi appelée?|"
    r"connue? sous le nom de|plus connue? sous le nom de)\s*[“\"«']?\s*(?:the|le|la|les|l['’])?\s*",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    _CALLED.pattern.partition("[“")[0] + r"[“\"«']\s*(?P<name>[^\W\d_a-z][\w-]+(?: [^\W\d_a-z][\w-]+)?)\s*[”\"»']",
    re.IGNORECASE,
)
_LONGEST = 10  # words a long form may have
_SMALL = frozenset("of for the and to in on de des du la le les l' d' et pour en a à al el".split())
_KINDS = {"party": "political group", "parti": "political group", "front": "armed group", "army": "armed group"}


class OtherNames:
    """Notes two names of one actor as such: a long and a short form, or what somebody is also called."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def _nicknamed(self, scene: Scene) -> None:
        """ "X, alias « Barbecue »": a word with a capital in quotes behind "alias" is the name of the person before it."""
        text, offset = scene.parsed.text, scene.parsed.sentence.span.start
        for ref in [ref for ref in scene.actors.values() if ref.form == "name"]:
            found = _NICKNAME.match(text, ref.span.end - offset)
            span = Span(found.start("name") + offset, found.end("name") + offset) if found else ref.span
            word = next((w for w in scene.parse.words if span.covers(w.span)), None)
            if found and word is not None and word.i not in scene.actors:
                scene.places.pop(word.i, None)
                self._note(scene, word, span, ref.key, "name in quotes told beside")
                self.memory.short[fold(found["name"])] = ref.key

    def read(self, scene: Scene) -> None:
        """Join a name with the short form in brackets behind it, and with what follows "also known as"."""
        self._called(scene)
        self._nicknamed(scene)
        words = scene.parse.words
        for at in range(1, len(words) - 2):
            if words[at].text != "(" or words[at + 2].text != ")":
                continue
            short = words[at + 1]
            if self._named_before(scene, words[at - 1], short):
                continue
            if _SHORT.fullmatch(short.text) and (run := _spelled(words[:at], short.text)):
                self._join(scene, run, short)

    def _named_before(self, scene: Scene, before: Word, short: Word) -> bool:
        """ "The Permanent Strategic Framework (CSP)": short for its own language's name, which no letters here spell."""
        ref = scene.actors.get(before.i)
        if (
            ref is None
            or ref.form != "name"
            or not ref.ids
            or not _SHORT.fullmatch(short.text)
            or short.i in scene.actors
        ):
            return False
        text, offset = scene.parsed.text, scene.parsed.sentence.span.start
        if " " not in text[ref.span.start - offset : ref.span.end - offset]:
            return False
        scene.places.pop(short.i, None)
        self._note(scene, short, short.span, ref.key, "short form in brackets")
        self.memory.short[fold(short.text)] = ref.key
        return True

    def _called(self, scene: Scene) -> None:
        text, offset = scene.parsed.text, scene.parsed.sentence.span.start
        named = sorted((ref for ref in scene.actors.values() if ref.form == "name"), key=lambda ref: ref.span)
        for one, other in pairwise(named):
            if _CALLED.fullmatch(text[one.span.end - offset : other.span.start - offset]) and not other.ids:
                other.key, other.rule = one.key, f"{other.rule}; other name told beside"
                self.memory.short[fold(text[other.span.start - offset : other.span.end - offset])] = one.key

    def _join(self, scene: Scene, run: list[Word], short: Word) -> None:
        inside = {word.i for word in run}
        refs = [ref for i, ref in scene.actors.items() if i in inside and ref.form == "name"]
        whole = next((ref for ref in refs if _covers(ref, run)), None)
        known = scene.actors.get(short.i)
        listed = [ref.key for ref in (whole, known) if ref is not None and ref.ids]  # the long form says more
        key = next(iter(listed), "") or (whole.key if whole else "") or self._key(run)
        if whole is None:
            for i in inside & {*scene.actors}:
                del scene.actors[i]
            for i in inside & {*scene.places}:
                del scene.places[i]
            head = next((word for word in run if word.head not in inside), run[-1])
            self._note(scene, head, Span(run[0].start, run[-1].end), key, "long form of a name")
        else:
            whole.key = key
        scene.places.pop(short.i, None)
        self._note(scene, short, short.span, key, "short form in brackets")
        self.memory.short[fold(short.text)] = key

    def _key(self, run: list[Word]) -> str:
        text = " ".join(word.text for word in run)
        kind = next((_KINDS[word] for word in fold(text).split() if word in _KINDS), "organisation")
        return f"?{kind}:{fold(text)}"

    def _note(self, scene: Scene, word: Word, span: Span, key: str, rule: str) -> None:
        actor = self.memory.lexicon.actor(key)
        kind = actor.kind if actor else key[1:].partition(":")[0]
        scene.actors[word.i] = Ref(word.i, span, "actor", "name", key, rule, (key,) if actor else ())
        self.memory.hear(scene, scene.actors[word.i], kind, actor.role if actor else "", named=True)


def _spelled(before: list[Word], short: str) -> list[Word]:
    """Return the last words before a bracket whose first letters are those of the short form; [] where there are none."""
    letters = re.sub(r"[^a-z]", "", short.removesuffix("s").lower())
    for size in range(1, _LONGEST + 1):
        run = before[-size:]
        if len(run) < size:
            break
        parts = [part for w in run for part in w.text.replace("-", " ").split()]  # a known name is one word
        first = parts[0] if parts else ""
        if (
            len(parts) < 2
            or not first[0].isupper()
            or first.lower() in _SMALL
            or not all(p[0].isalpha() for p in parts)
        ):
            continue
        every = "".join(fold(p)[:1] for p in parts)
        large = "".join(fold(p)[:1] for p in parts if p.lower() not in _SMALL)
        if letters in (every, large):
            return run
    return []


def _covers(ref: Ref, run: list[Word]) -> bool:
    """True where a name stands for nearly the whole run, so that it is what the short form is short for."""
    inner = min(ref.span.end, run[-1].end) - max(ref.span.start, run[0].start)
    return 2 * inner >= run[-1].end - run[0].start
