"""Names that no theatre lists: what the model or the gazetteer took for one, typed by the words beside."""

from dateline.model import Span
from dateline.theatres import fold
from dateline.theatres.gazetteer import load_gazetteer
from dateline.understand.memory import Memory
from dateline.understand.mentions.body_names import bodies_told
from dateline.understand.mentions.discourse import STATE
from dateline.understand.mentions.french_places import places_told, struck
from dateline.understand.mentions.kind_words import KindWords, is_short
from dateline.understand.mentions.naming import GUESSED, Naming, hint_beside
from dateline.understand.scene import Ref, Scene
from dateline.understand.slots.locations import is_venue
from dateline.understand.speech.sources import BODY_NOUNS
from dateline.understand.syntax import Parse, Word

__all__ = ["Guesses"]


class Guesses:
    """Notes unknown names of the sentence as actors and places."""

    def __init__(self, memory: Memory, naming: Naming) -> None:
        self.memory, self.naming = memory, naming
        self._kinds = KindWords(memory)

    def read(self, scene: Scene) -> None:
        """Add the unknown names of the sentence to the scene."""
        self._bodies(scene)
        self._outlets(scene)
        self._guesses(scene)
        self._home_places(scene)
        if self.memory.lexicon.language == "fr":
            self._told_places(scene)
        self._kinds.read(scene)
        bodies = [ref for ref in scene.actors.values() if ref.rule == GUESSED and not ref.key.startswith("?person")]
        for k, place in [*scene.places.items()]:  # "Farmers" of "the Patriotic Union of Farmers" is no town
            if any(ref.span.covers(place.span) and ref.span != place.span for ref in bodies):
                del scene.places[k]

    def _bodies(self, scene: Scene) -> None:
        """ "The Popular Front for Free Ituri": one name, whatever stands within it."""
        for run, kind in [*bodies_told(scene)]:
            inside = {word.i for word in run}
            head = next((word for word in run if word.head not in inside), run[-1])
            for refs in (scene.actors, scene.places):
                for k in inside & refs.keys():
                    del refs[k]
            self._unknown(scene, head, Span(run[0].start, run[-1].end), _joined(run), kind)

    def _outlets(self, scene: Scene) -> None:
        """ "The Harbour Tribune", "radio Alwan", "Levant State Bulletin": a name with a word for an outlet is one name."""
        words, outlets = scene.parse.words, self.memory.outlets
        large = [word.text[0].isupper() and word.pos in ("PROPN", "NOUN", "ADJ") for word in words]
        end = -1
        while True in large[end + 1 :]:
            i = end = large.index(True, end + 1)
            while end < len(words) and large[end]:
                end += 1
            run = words[i:end]
            while run and fold(run[0].text) in self.memory.no_names and fold(run[0].text) not in outlets:
                run = run[1:]
            taken = any(w.i in scene.actors for w in run)
            if (
                len(run) > 1
                and not taken
                and not self._is_noun(run)
                and outlets & {fold(run[0].text), fold(run[-1].text)}
            ):
                inside = {w.i for w in run}
                head = next((w for w in run if w.head not in inside), run[-1])
                for k in inside & set(scene.places):
                    del scene.places[k]
                text = " ".join(w.text for w in run)
                self._unknown(scene, head, Span(run[0].start, run[-1].end), text, "media")

    def _is_noun(self, run: list[Word]) -> bool:
        """True for "State TV" at the head of a sentence: a common noun with capitals."""
        words = tuple(fold(word.text) for word in run)
        return any(spelled == words for spelled, _ in self.memory.lexicon.nouns.get(words[0], ()))

    def _guesses(self, scene: Scene) -> None:
        """Names that no theatre lists: what the model takes for a person, body or place, typed by the words beside it."""
        for first, last, label in scene.parsed.entities:
            words = scene.parse.words[first:last]
            article = len(words) > 2 and words[0].low in _ARTICLES and words[1].text == "-"  # "el-Fasher"
            while words and words[0].pos in ("DET", "PUNCT", "ADP", "NUM") and not article:
                words = words[1:]
            titled = bool(words) and words[0].text in TITLES
            words = words[1:] if titled else words
            while words and words[-1].pos in ("PUNCT", "PART"):
                words = words[:-1]
            before = scene.parse.words[words[0].i - 1].pos if words and words[0].i else ""
            if len(words) > 1 and before == "ADV" and words[0].text.endswith(_ADJECTIVAL):
                words = words[1:]  # "the mainly Christian X": how those are who live there
            if (
                not words
                or not all(
                    w.text[0].isupper() or (label == "ORG" and w.text[0].isdigit())
                    for w in (words[2 * article], words[-1])
                )
                or not any(w.text[0].isupper() for w in words)
                or any(w.i in scene.actors for w in words)
            ):
                continue
            text = _joined(words)
            head = next((w for w in words if not words[0].i <= w.head <= words[-1].i), words[-1])
            span = Span(words[0].start, words[-1].end)
            self._guess(scene, head, span, text, "PERSON" if titled else label)

    def _guess(self, scene: Scene, head: Word, span: Span, text: str, label: str) -> None:
        words = fold(text).split()
        if all(w in self.memory.no_names for w in words) or (
            len(words) == 1 and self.memory.lexicon.nouns.get(words[0])
        ):
            return  # "Rebels", "Militants" at the head of a sentence are no names
        if any(
            spelled == tuple(words) and noun.kind in STATE
            for spelled, noun in self.memory.lexicon.nouns.get(words[0], ())
        ):
            return  # "the Defence Ministry", "the General Staff": that of the country told of, with capitals
        if len(words) == 1 and head.i == 0 and {words[0], words[0].removesuffix("s")} & self.memory.things:
            return  # nor are "Mortars"
        if " " not in text and head.rel in ("amod", "compound") and (head.pos == "ADJ" or text.endswith(_ADJECTIVAL)):
            return  # "a Damascan suburb"
        if self.naming.acting.capital(scene, head, text, span):
            return
        hint = hint_beside(self.memory, scene.parse, head) or self._hint_inside(text)
        inside = [word.i for word in scene.parse.words if span.covers(word.span)]
        hint = "" if is_short(text) else hint or self._kinds.beside(scene.parse, inside[0], inside[-1])
        nobody = label not in ("PERSON", "PER")
        placed = " " not in text and self._stands_as_place(scene.parse, head, text)
        told = any(scene.parse.words[k].lemma in self.memory.place_nouns for k in scene.parse.kids(head.i, "appos"))
        reached = told or self._reached(scene.parse, head) or self._city(scene.parse, head, text)
        if self.memory.lexicon.language == "fr" and struck(scene.parse, head):
            label = "GPE"
        if label == "PERSON" and (self._ground(scene.parse, head) or self._hit(scene.parse, head, text)):
            label, nobody = "GPE", True
        told_before = any(key == f"@?{fold(text)}" for _, key, _ in self.memory.discourse.places)
        lone = (
            nobody
            and " " not in text
            and len(text) > _SHORTEST
            and not is_short(text)
            and self._inside(scene.parse, head)
        )
        if not self._speaks(scene.parse, head) and (
            (nobody and told_before) or lone or (nobody and self._is_feature(text))
        ):
            label = "GPE"
        if (nobody and (self.naming.home_has(text) or placed)) or (reached and self.naming.home_has(text)):
            label = "GPE"
        located = head.rel == "obl" and head.prep in self.memory.locative
        if hint or (label in ("GPE", "LOC", "FAC") and (located or label != "LOC")):
            if label in ("GPE", "LOC", "FAC") or hint:
                ref = Ref(head.i, span, "place", "name", f"@?{fold(text)}", GUESSED, (), hint=hint)
                scene.places[head.i] = ref
                passing = head.rel == "obl" and head.prep not in _WITHIN  # "15 km from X", "fled toward X"
                kind = hint or ("town" if text in load_gazetteer() and not passing else "")
                if not is_venue(scene.parse, head.i):
                    self.memory.discourse.see(scene.parsed.sentence.index, ref.key, kind)
        elif text[0].islower():
            return  # "al-Muhandis": by such a part alone nobody is known to be meant
        elif label in ("PERSON", "PER") and (" " in text or self._titled(scene.parse, head)):
            self._unknown(scene, head, span, text, "person")
        elif label == "ORG" and len(fold(text)) > 3:
            self._unknown(scene, head, span, text, "organisation")

    def _inside(self, parse: Parse, head: Word) -> bool:
        """True behind "in" and "near" without an article: "four were killed in Belhouro", not "in the Senate"."""
        return head.rel == "obl" and head.prep in _STRICTLY and not parse.kids(head.i, "det", "amod", "compound")

    def _ground(self, parse: Parse, head: Word) -> bool:
        """True for "battles around X", "the army retook X": ground, whomever the model took the name for."""
        if self._titled(parse, head):
            return False
        above = parse.words[head.head] if head.head >= 0 else None
        if head.rel == "obl" and head.prep in _AROUND:
            fought = (above.i, *parse.subjects(above.i)) if above is not None else ()
            return any(parse.words[k].lemma in _FOUGHT for k in fought)
        return head.rel == "obj" and above is not None and above.lemma in _RETAKING

    def _hit(self, parse: Parse, head: Word, text: str) -> bool:
        """True for "a strike on Khan Younis", "the fall of Abu Kamal": a town by the gazetteer, and by what is told of it."""
        above = parse.words[head.head].lemma if head.head >= 0 and head.rel == "obl" else ""
        told = head.prep in _HITTING and (above in _FOUGHT or above in _TAKING)
        return told and not self._titled(parse, head) and text in load_gazetteer()

    def _speaks(self, parse: Parse, head: Word) -> bool:
        return head.rel == "subj" and head.head >= 0 and parse.words[head.head].lemma in self.memory.speaking

    def _is_feature(self, text: str) -> bool:
        """True for "Saudi Hospital", "Hôpital central": a building that bears its kind in its name."""
        words = text.lower().split()
        return len(words) > 1 and words[-1 if self.memory.lexicon.language == "en" else 0] in self.memory.features

    def _stands_as_place(self, parse: Parse, head: Word, text: str) -> bool:
        """True for a name of the world's gazetteer behind "in", "near" or "from", whatever the model took it for."""
        return head.rel == "obl" and head.prep in self.memory.locative and text in load_gazetteer()

    def _city(self, parse: Parse, head: Word, text: str) -> bool:
        """True for the name of a city of the country ("Wad Madani") that is nobody's who has a title or speaks."""
        above = parse.words[head.head].lemma if head.head >= 0 else ""
        return (
            " " in text
            and self.naming.home_city(text)
            and not self._titled(parse, head)
            and above not in self.memory.speaking
        )

    def _with_article(self, words: list[Word], i: int) -> int:
        """Return where a name begins with the article joined to it: "al-Zabadani"."""
        joined = i > 1 and words[i - 1].text == "-" and words[i - 1].end == words[i].start
        return words[i - 2].start if joined and fold(words[i - 2].text) in _ARTICLES else words[i].start

    def _reached(self, parse: Parse, head: Word) -> bool:
        """True for what stands as a place does: behind "toward" or "from", or as what is entered, held or left."""
        above = parse.words[head.head].lemma if head.head >= 0 else ""
        return (head.rel == "obl" and head.prep in self.memory.locative) or (head.rel == "obj" and above in _REACHING)

    def _home_places(self, scene: Scene) -> None:
        """Names that neither theatre nor model knows, but the gazetteer in the country the report is about."""
        words = scene.parse.words
        i = 0
        while i < len(words):
            if not self._may_begin(scene, words[i]):
                i += 1
                continue
            size = next((n for n in (3, 2, 1) if self._is_home_place(scene, words[i : i + n])), 0)
            if size:
                text = _joined(words[i : i + size])
                span = Span(self._with_article(words, i), words[i + size - 1].end)
                inside = range(i, i + size)
                head = next((k for k in inside if words[k].head not in inside), i)
                hint = hint_beside(self.memory, scene.parse, words[head])
                scene.places[head] = Ref(
                    head, span, "place", "name", f"@?{fold(text)}", "gazetteer of the country", hint=hint
                )
                self.memory.discourse.see(scene.parsed.sentence.index, f"@?{fold(text)}", hint or "town")
            i += size or 1

    def _may_begin(self, scene: Scene, word: Word) -> bool:
        """True for a capitalised word that is nobody's name."""
        if word.pos not in ("PROPN", "NOUN", "ADJ") or not word.text[0].isupper():
            return False
        return word.i not in scene.actors and word.i not in scene.places

    def _is_home_place(self, scene: Scene, words: list[Word]) -> bool:
        """True for capitalised words that are nobody's name and no part of a longer one."""
        if (
            not words
            or not all(self._may_begin(scene, word) or word.text == "-" for word in words)
            or words[-1].text == "-"
        ):
            return False
        parse, text = scene.parse, _joined(words)
        inside = {w.i for w in words}
        head = next((w for w in words if w.head not in inside), words[0])
        around = [parse.words[k] for k in (words[0].i - 1, words[-1].i + 1) if 0 <= k < len(parse.words)]
        if any(w.pos == "PROPN" or w.i in scene.actors for w in around) and not hint_beside(self.memory, parse, head):
            return False  # part of a longer name
        if fold(text) in self.memory.no_names or len(fold(text)) < _SHORTEST:
            return False
        reached = self._reached(parse, head)
        if self.naming.home_has(text):
            return len(fold(text)) > _SHORTEST or (reached and words[0].i > 0)
        return reached and all(w.pos == "PROPN" for w in words) and self.naming.home_has_like(text)

    def _told_places(self, scene: Scene) -> None:
        """Names that stand where only a place stands: "vers Nyabiondo", "la chute de Konna"."""
        named = {
            k for first, last, label in scene.parsed.entities if label in ("PERSON", "PER") for k in range(first, last)
        }
        for run in places_told(scene.parse, {*scene.actors, *scene.places}, named):
            text = _joined(run)
            abroad = text in load_gazetteer() and not self.naming.home_has(text)  # only a namesake in another country
            if not abroad and fold(text) not in self.memory.no_names and not self.memory.lexicon.nouns.get(fold(text)):
                hint = hint_beside(self.memory, scene.parse, run[0])
                key, span = f"@?{fold(text)}", Span(run[0].start, run[-1].end)
                scene.places[run[0].i] = Ref(run[0].i, span, "place", "name", key, "stands as a place", (), hint=hint)
                self.memory.discourse.see(scene.parsed.sentence.index, key, hint or "town")

    def _hint_inside(self, text: str) -> str:
        noun = self.memory.place_nouns.get(text.split()[-1].lower()) or self.memory.place_nouns.get(
            text.split()[0].lower()
        )
        return noun[0] if noun else ""

    def _titled(self, parse: Parse, word: Word) -> bool:
        """True where a title or office stands before a single name."""
        before = parse.words[word.i - 1] if word.i > 0 else None
        if before is not None and before.text in TITLES:
            return True
        return before is not None and any(
            noun.kind == "person" for _, noun in self.memory.lexicon.nouns.get(fold(before.lemma), ())
        )

    def _unknown(self, scene: Scene, head: Word, span: Span, text: str, kind: str) -> None:
        known = [
            p.key
            for p in self.memory.discourse.spoken
            if p.key.startswith("?") and p.key.endswith(fold(text).split()[-1])
        ]
        key = known[-1] if known and kind == "person" and " " not in text else f"?{kind}:{fold(text)}"
        key = self.memory.short.get(fold(text), key) if text.isupper() else key  # a short form told before
        short = self.memory.short.get(fold(text).split()[-1], "")  # "Abdel Rahman" after "Rami Abdel Rahman"
        if kind == "person" and set(fold(text).split()) < self.memory.spelled.get(short, frozenset()):
            key = short
        key = self._named_before(scene, head, text) or key
        ref = Ref(head.i, span, "actor", "name", key, GUESSED, ())
        scene.actors[head.i] = ref
        self.memory.hear(scene, ref, kind, "", named=True)

    def _named_before(self, scene: Scene, head: Word, text: str) -> str:
        """ "The Command", "la Mission": the body of that name told of before, which is not named in full again."""
        noun, parse = fold(text), scene.parse
        definite = any(parse.words[k].low in _THE for k in parse.kids(head.i, "det"))
        if noun not in BODY_NOUNS or not definite:
            return ""
        spoken = (p.key for p in reversed(self.memory.discourse.spoken) if p.named)
        return next((key for key in spoken if noun in key.replace("-", " ").replace(":", " ").split()), "")


def _joined(words: list[Word]) -> str:
    """Return words as they are written: "El-Facher" in one, though the model parts it."""
    parts = [f"{'' if k and words[k - 1].end == word.start else ' '}{word.text}" for k, word in enumerate(words)]
    return "".join(parts).strip()


_THE = frozenset("the le la l' l’".split())
_ARTICLES = frozenset("al el ad an ar as ash at az".split())
_WITHIN = frozenset("in at into inside à dans en".split())
_STRICTLY = frozenset("in near outside toward towards around à vers près".split())
_SHORTEST = 3  # letters of a place's name: "Gao", "Sur"
_REACHING = frozenset(
    "leave enter seize retake recapture capture take reach hold quit occupy besiege shell bomb storm flee abandon lose "
    "quitter prendre reprendre atteindre tenir occuper assiéger bombarder fuir abandonner perdre".split()
)
_AROUND = frozenset("around near outside in toward towards".split())
_FOUGHT = frozenset(
    "battle fight fighting clash clashes combat advance offensive attack raid strike airstrike bombardment shelling "
    "ambush operation siege push assault".split()
)
_HITTING, _TAKING = frozenset({"on", "of", "for"}), frozenset("fall capture recapture liberation loss".split())
_RETAKING = frozenset("retake recapture besiege storm shell bombard overrun reoccupy encircle".split())
TITLES = frozenset("M. MM. Mme Mmes Mlle Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Me".split())
_ADJECTIVAL = ("an", "ian", "ese", "ite")
