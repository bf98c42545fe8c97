"""What a report has spoken of so far: whom "the group", "they" or "the city" means when the next sentence says it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["ARMED", "STATE", "Discourse", "Spoken"]

ARMED = frozenset({"armed group"})
STATE = frozenset({"state", "state body", "state force"})
_REACH = 4  # sentences a common noun or pronoun can look back
_KIND_STEP = 1.5  # sentences further back that a likelier kind of place may lie


@dataclass(frozen=True, slots=True)
class Spoken:
    """One earlier mention: of whom, what kind of actor, in which sentence and whether as subject."""

    key: str
    kind: str
    role: str
    plural: bool
    named: bool
    subject: bool
    sentence: int
    word: int


@dataclass(slots=True)
class Discourse:
    """The mentions of a report so far, the latest last, and the places and speaker in force."""

    home: str = ""
    spoken: list[Spoken] = field(default_factory=list)
    places: list[tuple[int, str, str]] = field(default_factory=list)  # sentence, key, kind
    speakers: tuple[str, ...] = ()
    voices: list[str] = field(default_factory=list)  # all who spoke, the latest last
    counts: Counter[str] = field(default_factory=Counter)
    bodies: dict[str, str] = field(
        default_factory=dict
    )  # a person -> whose minister or spokesman the report says it is

    def hear(self, spoken: Spoken) -> None:
        """Remember a mention."""
        self.spoken.append(spoken)
        self.counts[spoken.key] += 1

    def see(self, sentence: int, key: str, kind: str) -> None:
        """Remember a place."""
        self.places.append((sentence, key, kind))

    def latest(
        self, kinds: frozenset[str], sentence: int, word: int, reach: int = _REACH, named: bool = False, role: str = ""
    ) -> str:
        """Return the key of the last mention of those kinds before a word, a subject before others; "" if none."""
        best, best_score = "", -99.0
        for past in reversed(self.spoken):
            distance = sentence - past.sentence
            if distance > reach:
                break
            if past.kind not in kinds or (named and not past.named) or (role and past.role != role):
                continue
            if distance == 0 and past.word >= word:
                continue
            score = (1.0 if past.subject else 0.0) - distance + past.word / 1000
            if score > best_score:
                best, best_score = past.key, score
        return best

    def pronoun(self, plural: bool, person: bool, sentence: int, word: int, strict: bool = False) -> str:
        """Return whom a pronoun means: a person for he and she, else the last fitting subject.

        `strict` languages (French) mark number: "ils" is told of plural words only.
        """
        best, best_score = "", -99.0
        for past in reversed(self.spoken):
            distance = sentence - past.sentence
            if distance > 2:
                break
            if distance == 0 and past.word >= word:
                continue
            if (past.kind == "person") != person and (person or not past.plural):
                continue
            if strict and plural and not past.plural:
                continue
            many = past.plural or past.kind in ("armed group", "state force", "civilian group", "coalition")
            if plural and not many and past.kind != "political group":
                continue
            if not plural and not person and past.plural and past.kind == "civilian group":
                continue
            score = (1.5 if past.subject else 0.0) - 1.2 * distance + past.word / 1000
            if score > best_score:
                best, best_score = past.key, score
        return best

    def nearest(self, plural: bool, sentence: int, word: int) -> str:
        """Return whom "the latter", "ces derniers" or "celle-ci" means: the last one told of before, one or many."""
        for past in reversed(self.spoken):
            before = (past.sentence, past.word) < (sentence, word)
            if before and past.plural == plural and sentence - past.sentence <= 1:
                return past.key
        return ""

    def place(self, kinds: frozenset[str] = frozenset(), sentence: int = 0, reach: int = 99) -> str:
        """Return the last place spoken of, of one of the kinds where any are given."""
        for index, key, kind in reversed(self.places):
            if sentence - index > reach:
                break
            if not kinds or kind in kinds:
                return key
        return ""

    def pointed_at(self, kinds: Sequence[str], sentence: int, here: Sequence[tuple[int, str, str]] = ()) -> str:
        """Return the place that "the town" or "the enclave" means: the nearest of the kinds, the likeliest kind first.

        `here` are this sentence's own places. A noun of one kind only ("the camp") looks back further.
        """
        reach = _REACH if len(kinds) > 1 else 3 * _REACH
        best, best_cost = "", 99.0
        for index, key, kind in (*reversed(self.places), *here):
            distance = sentence - index
            if kind not in kinds or distance > reach:
                continue
            cost = distance + _KIND_STEP * kinds.index(kind)
            if cost < best_cost:
                best, best_cost = key, cost
        return best
