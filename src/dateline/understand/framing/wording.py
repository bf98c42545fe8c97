"""A sentence and the theatre's list in, the words that take a side out: where they stand, about whom, a neutral wording beside.

A word counts where it takes a side here: not in a name, not in a charge that somebody is said to make or a court to try, and
not in a row of the list that tells a plain sense ("sanctions regime").
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from dateline.model import Span
from dateline.theatres import Wording, words_of
from dateline.understand.framing.whom import LoadedWords, Whom
from dateline.understand.lexicon import Lexicon, Token
from dateline.understand.scene import Scene
from dateline.understand.slots.locations import PLACE_WORDS
from dateline.understand.slots.roles import Roles

__all__ = ["LoadedWords", "Wordings"]

_TAKING = frozenset({"took", "a pris"})
_BY = frozenset({"by", "from", "par", "of"})
_OURS = ("our ", "nos ")
_ANY = "*"  # stands for one word of a phrase
_TITLE = 0.6  # of the longer words have a capital: a headline, where a capital marks no name
_LONG, _CHAIN = 4, 3
_QUOTES = frozenset("\"“”„«»'‘’")
_MODIFYING = frozenset({"amod", "acl", "compound", "nmod"})
_CHARGING = frozenset(
    "accuse blame charge suspect convict indict prosecute investigate probe deny avoid prevent avert fear accusation "
    "allegation suspicion investigation inquiry probe tribunal court trial indictment slander risk fear denial "
    "accuser soupçonner inculper enquêter éviter empêcher craindre nier soupçon enquête tribunal procès risque crainte".split()
)
_TRYING = frozenset("sentence jail arrest try want detain condamner juger arrêter poursuivre rechercher".split())
_HOLDING_TO_BE = frozenset("consider designate list classify deem regard considérer classer désigner qualifier".split())
_CALLING = frozenset("dismiss call label brand describe decry slam qualifier traiter balayer".split())
_AGAINST = ("anti-", "counter-", "contre-")
_KILLED = frozenset({"killed", "tué"})
_NOBODYS = frozenset(
    "war conflict fighting battle clash week day month year night winter summer weather cold past history "
    "guerre conflit combat affrontement semaine journée mois année nuit hiver passé histoire".split()
)
_HOUSES = frozenset(
    "base building school hospital house home post office station headquarters factory airport position seat checkpoint "
    "room hotel square it bâtiment école hôpital maison poste bureau gare aéroport place hôtel usine".split()
)


class Wordings:
    """Finds the loaded words of one language."""

    def __init__(self, lexicon: Lexicon, roles: Roles) -> None:
        self.lexicon, self.whom = lexicon, Whom(roles)
        # by the first and the second word ("" where there is none): most words of a text begin no phrase
        self.rows: dict[str, dict[str, list[tuple[tuple[str, ...], Wording]]]] = defaultdict(lambda: defaultdict(list))
        for row in lexicon.theatre.wording:
            words = tuple(w for part in row.phrase.split() for w in ((_ANY,) if part == _ANY else words_of(part)))
            if row.language in (lexicon.language, "") and words:
                self.rows[words[0]][words[1] if len(words) > 1 else ""].append((words, row))

    def find(self, scene: Scene) -> list[LoadedWords]:
        """Return the loaded words of a sentence; words that stand together are one wording."""
        found: list[LoadedWords] = []
        for first, last, row in self._phrases(scene):
            span = Span(scene.parsed.tokens[first].start, scene.parsed.tokens[last].end)
            if row.stance != "neutral" and not self._plain(scene, first, last, row):
                words = self.whom.told(scene, span, row)
                if found and _together(scene, found[-1], words):
                    found[-1] = _joined(found[-1], words)
                else:
                    found.append(words)
        return found

    def _phrases(self, scene: Scene) -> Iterator[tuple[int, int, Wording]]:
        """Yield the first and last token of each listed phrase, the longest where several begin at one word."""
        rows, end, tokens = self.rows, 0, scene.parsed.tokens
        for i in [i for i, token in enumerate(tokens) if token.folded in rows]:
            longest = self._longest(rows[tokens[i].folded], scene, i) if i >= end else None
            if longest is not None:
                words, row = longest
                end = i + len(words)
                yield i, end - 1, row

    def _longest(
        self, begun: dict[str, list[tuple[tuple[str, ...], Wording]]], scene: Scene, i: int
    ) -> tuple[tuple[str, ...], Wording] | None:
        """Return the longest phrase that stands at a token; of several equal ones the first listed."""
        tokens = scene.parsed.tokens
        following = tokens[i + 1].folded if i + 1 < len(tokens) else ""
        if following not in begun and _ANY not in begun and "" not in begun:
            return None
        found = []
        for second in dict.fromkeys((following, _ANY, "")):
            for words, row in begun.get(second, ()):
                here = tokens[i : i + len(words)]
                if len(here) == len(words) and all(w in (_ANY, t.folded) for w, t in zip(words, here, strict=True)):
                    quoted = row.when != "quoted" or _in_quotes(scene, Span(here[0].start, here[-1].end))
                    found += [(words, row)] if quoted else []
        return max(found, key=lambda entry: len(entry[0]), default=None)

    def _plain(self, scene: Scene, first: int, last: int, row: Wording) -> bool:
        """True where listed words take no side in this place."""
        tokens = scene.parsed.tokens
        span = Span(tokens[first].start, tokens[last].end)
        if scene.parsed.low[: span.start - scene.parsed.sentence.span.start].endswith(_AGAINST):
            return True  # "the anti-terror coalition" is no terror coalition
        if row.when == "beside" and row.phrase.startswith(_OURS) and _speech_open(scene, span.start):
            return True  # in a quotation "our soldiers" are those of whoever speaks
        if self._names(scene, first, last, row) or (row.neutral in _TAKING and self._frees(scene, span)):
            return True
        return self._charged(scene, span, row) or self._only_a_house(scene, span) or self._of_things(scene, span, row)

    def _names(self, scene: Scene, first: int, last: int, row: Wording) -> bool:
        """True for words that stand with a capital inside a name, known or not: "Martyrs of Yarmouk Brigade"."""
        tokens = scene.parsed.tokens
        span = Span(tokens[first].start, tokens[last].end)
        within = (ref for ref in scene.actors.values() if ref.form == "name" and ref.span.covers(span))
        for ref in (ref for ref in within if ref.span.start < span.start):
            actor = self.lexicon.actor(ref.key)
            person = ref.key.startswith("?person") or (actor is not None and actor.kind == "person")
            if row.stance == "favourable" or (person and ref.span.end == span.end):
                return True  # "Said Mujahid", "the Coalition of Patriots": a name praises nobody
        if not all(t.text[0].isupper() for t in tokens[first : last + 1]):
            return False
        known = {k for name in scene.parsed.names if not name.noun for k in range(name.first, name.last)}
        if first in known:
            noun = tokens[last].folded in self.lexicon.nouns and last + 1 not in known
            return not noun  # "Syrian Regime" in a headline is no name
        return not row.phrase[0].isupper() and not _opens(scene, first) and not _a_title(tokens)

    def _frees(self, scene: Scene, span: Span) -> bool:
        """True for "libérer des prisonniers": to free people is no loaded word for taking a place."""
        parse = scene.parse
        heads = [w.i for w in parse.words if w.start < span.end and span.start < w.end]
        freed = [k for h in heads for k in (*parse.objects(h), *parse.kids(h, "obl")) if parse.words[k].prep not in _BY]
        refs = [ref for k in freed if (ref := scene.actors.get(k)) is not None and ref.noun is not None]
        return any(ref.noun.kind in ("civilian group", "person") for ref in refs if ref.noun)

    def _charged(self, scene: Scene, span: Span, row: Wording) -> bool:
        """True where the words stand in a charge, a fear or a legal list: "accused of massacring", "listed as terrorist"."""
        if row.stance == "favourable" or row.about not in ("subject", "self"):
            return False
        above = _CHARGING if row.about == "subject" else _HOLDING_TO_BE
        parse = scene.parse
        for word in (w for w in parse.words if w.start < span.end and span.start < w.end):
            for k in [*parse.ancestors(word.i)][:_CHAIN]:
                if parse.words[k].lemma in _CALLING and above is _CHARGING:
                    break  # "denied the charge, calling it propaganda": the denial is not of this
                if parse.words[k].lemma in above and not span.overlaps(parse.words[k].span):
                    return True
                if parse.words[k].lemma in _TRYING and word.prep in ("for", "pour"):
                    return True
                if parse.words[k].rel in ("relcl", "ccomp"):
                    break
        return False

    def _only_a_house(self, scene: Scene, span: Span) -> bool:
        """True for "protesters occupied the building": no place is said to be under a foreign power."""
        parse = scene.parse
        word = next((w for w in parse.words if w.start == span.start), None)
        if word is None or word.lemma not in ("occupy", "occuper"):
            return False
        return any(parse.words[k].lemma in _HOUSES for k in parse.objects(word.i))

    def _of_things(self, scene: Scene, span: Span, row: Wording) -> bool:
        """True for "neutralised two mines" and "a brutal winter": no side is struck by the word."""
        parse = scene.parse
        words = [w for w in parse.words if w.start < span.end and span.start < w.end]
        if row.about == "object":
            done = [k for w in words if w.pos == "VERB" for k in parse.objects(w.i)]
            places = row.neutral not in _KILLED and any(
                k in scene.places or parse.words[k].lemma in PLACE_WORDS for k in done
            )
            return bool(done) and not places and not any(self.whom.anyone(scene, k) for k in done)
        if row.about == "modified":
            heads = [parse.words[w.head].lemma for w in words if w.rel in ("amod", "compound") and w.head >= 0]
            return any(lemma in _NOBODYS for lemma in heads)
        return False


def _opens(scene: Scene, first: int) -> bool:
    """True where a word stands first in its sentence, or first after a colon, a dash or a quotation mark."""
    at = scene.parsed.tokens[first].start - scene.parsed.sentence.span.start
    before = scene.parsed.text[:at].rstrip()
    return not before or not (before[-1].isalnum() or before[-1] in ",)-'’")


def _a_title(tokens: list[Token]) -> bool:
    """True for a headline Written Like This, where a capital marks no name."""
    long = [token for token in tokens if len(token.text) >= _LONG]
    return sum(token.text[0].isupper() for token in long) > _TITLE * len(long)


def _speech_open(scene: Scene, at: int) -> bool:
    """True where a quotation is open at a character, as far as the sentence shows."""
    before = scene.parsed.text[: at - scene.parsed.sentence.span.start]
    opened = before.count("“") + before.count("«") - before.count("”") - before.count("»")
    return opened > 0 or before.count('"') % 2 == 1


def _in_quotes(scene: Scene, span: Span) -> bool:
    """True where a phrase alone stands in quotation marks."""
    offset = scene.parsed.sentence.span.start
    before = scene.parsed.text[: span.start - offset].rstrip()[-1:]
    behind = re.sub(r"^[\s,.]+", "", scene.parsed.text[span.end - offset :])[:1]
    return bool(before and behind) and before in _QUOTES and behind in _QUOTES


def _together(scene: Scene, one: LoadedWords, other: LoadedWords) -> bool:
    """True where two loaded words about one actor, in one direction, follow each other as one phrase."""
    alike = one.row.stance == other.row.stance and (one.about == other.about or not one.about or not other.about)
    if not alike or other.span.start > one.span.end + 1 or min(one.word, other.word) < 0:
        return False
    a, b = scene.parse.words[one.word], scene.parse.words[other.word]
    return (
        "VERB" not in (a.pos, b.pos)
        or (b.head == a.i and b.rel in _MODIFYING)
        or (a.head == b.i and a.rel in _MODIFYING)
    )


def _joined(one: LoadedWords, other: LoadedWords) -> LoadedWords:
    """Two loaded words that stand together are one wording; the noun tells whom it is about."""
    span = Span(one.span.start, max(one.span.end, other.span.end))
    row = other.row if other.row.about == "self" or one.row.when else one.row
    named = [w for w in (one, other) if w.about and w.named] or [w for w in (other, one) if w.about]
    return LoadedWords(span, named[0].about if named else "", row, other.word, bool(named and named[0].named))
