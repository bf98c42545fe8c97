"""What is known while one report is read: the theatre's words for its language, and whom the report has spoken of so far."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace

from dateline.codebook import Codebook
from dateline.theatres import fold
from dateline.understand.lexicon import Lexicon
from dateline.understand.mentions.discourse import Discourse, Spoken
from dateline.understand.scene import Ref, Scene

__all__ = ["THINGS", "Memory", "remember"]

THINGS = ("AIRCRAFT", "WEAPON", "WEAPON_INDIRECT", "VEHICLE", "BOMB")  # classes of what is used, not of who uses it
NO_PLACES = frozenset(
    "arab arabic islamic islamist muslim christian shiite shia sunni jewish western kurdish arabe islamique".split()
)


@dataclass(slots=True, eq=False)
class Memory:
    """Word lists of the language, and the discourse; `short` and `called` are names and nouns that stand for actors."""

    lexicon: Lexicon
    discourse: Discourse
    place_nouns: dict[str, tuple[str, ...]]
    features: frozenset[str]
    directions: dict[str, str]
    locative: frozenset[str]
    no_names: frozenset[str]
    things: frozenset[str]
    outlets: frozenset[str]
    speaking: frozenset[str]
    place_verbs: frozenset[str]
    short: dict[str, str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    spelled: dict[str, frozenset[str]] = field(default_factory=dict)  # who was named -> the words of the fullest name
    alone: Mapping[str, str] = field(default_factory=dict)  # a kind or camp -> the only one of it that the report names
    beside: list[Ref] = field(default_factory=list)  # towns where the report was written
    day: dt.date | None = None  # when the report came out: who was called what then

    def of(self, home: str, alone: Mapping[str, str], day: dt.date | None) -> "Memory":
        """Return these word lists with the empty memory of a report: its country ("" where none is known), whom it names
        alone of their kind, and its day."""
        own = {f.name: f.default_factory() for f in fields(self) if f.default_factory is not MISSING}  # never another's
        return replace(self, **own | {"discourse": Discourse(home), "alone": alone, "day": day})

    def spoken_for(self, speaker: str) -> str:
        """Return whom "we" means when a speaker says it."""
        return self.lexicon.spoken_for(speaker, self.discourse.bodies)

    def hear(self, scene: Scene, ref: Ref, kind: str, role: str, named: bool) -> None:
        """Remember that somebody was spoken of."""
        word = scene.parse.words[ref.word]
        subject = word.rel in ("subj", "subj:pass", "root")
        spoken = Spoken(ref.key, kind, role, ref.plural, named, subject, scene.parsed.sentence.index, word.i)
        self.discourse.hear(spoken)


def remember(lexicon: Lexicon, codebook: Codebook) -> Memory:
    """Return an empty memory with the word lists of a language, which are the same for every report."""
    words, times = codebook.places.get(lexicon.language), codebook.times.get(lexicon.language)
    directions = words.directions if words else {}
    dated = frozenset(map(fold, (*times.weekdays, *times.months, *directions))) if times else frozenset()
    things = (codebook.classes.get(name, {}).get(lexicon.language, ()) for name in THINGS)
    return Memory(
        lexicon,
        Discourse(),
        words.nouns if words else {},
        words.features if words else frozenset(),
        directions,
        (words.locative | words.source | words.goal) if words else frozenset(),
        dated | frozenset(lexicon.demonyms) | NO_PLACES,
        frozenset(word for group in things for word in group),
        frozenset(map(fold, codebook.classes.get("OUTLET", {}).get(lexicon.language, ()))),
        codebook.speech_verbs(lexicon.language),
        codebook.classes.get("PLACE_VERB", {}).get(lexicon.language, frozenset()),
    )
