"""The codebook's YAML files into event types with their triggers and frames; a broken entry is named with its file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from dateline.codebook.words import FigureWords, PlaceWords, TimeWords, figure_words, place_words, time_words
from dateline.codebook.yaml_file import load_mapping, slot_text
from dateline.errors import CodebookError

__all__ = ["AcledRule", "Codebook", "EventType", "Example", "PlaceWords", "Trigger", "load_codebook"]
__all__ += ["read_type", "type_files"]

ROLES = ("actor", "target", "mediator", "place")
PARTS = {"verbs": "verb", "nouns": "noun", "phrases": "phrase"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that signal a type. `words` is one lemma or a phrase; `frame` says which slots fill which role.

    `needs` and `bars` are conditions on slots: lemmas, or classes in capitals. `modality` is set where the trigger
    itself tells it; `weight` (0-1) is how surely the word alone means the type.
    """

    type: str
    language: str
    part: str
    words: str
    frame: tuple[tuple[str, tuple[str, ...]], ...]
    needs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    bars: tuple[tuple[str, tuple[str, ...]], ...] = ()
    modality: str = ""
    weight: float = 0.8

    def slots(self, role: str) -> tuple[str, ...]:
        """Return the slots that fill `role`, the preferred one first."""
        for name, slots in self.frame:
            if name == role:
                return slots
        return ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own for a type, or a near miss that belongs to another."""

    text: str
    language: str
    type: str


@dataclass(frozen=True, slots=True)
class AcledRule:
    """An ACLED sub-event and when it applies: words in the sentence, kinds of actors and targets; all empty: always."""

    code: str
    words: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type: what it means, what it is not, its codes elsewhere, its triggers and examples."""

    id: str
    name: str
    group: str
    definition: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    plover: str
    acled: tuple[AcledRule, ...]
    negated: str
    usual: tuple[tuple[str, str], ...]  # role -> the actor in it where a report names nobody: aid is for civilians
    triggers: tuple[Trigger, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All event types, word classes, light verbs, speech verbs and modality cues, by language where words are meant."""

    types: dict[str, EventType]
    classes: dict[str, dict[str, frozenset[str]]]  # class -> language -> lemmas
    light: dict[str, dict[str, str]]  # language -> verb -> role of its subject
    speech: dict[str, dict[str, frozenset[str]]]  # language -> category -> lemmas
    modality: dict[str, dict[str, frozenset[str]]]  # language -> category -> lemmas
    places: dict[str, PlaceWords]
    times: dict[str, TimeWords]
    figures: dict[str, FigureWords]
    control: EventType  # no type of its own: statements of who holds what, found by the same kind of triggers
    presence: EventType  # nor this: who stands where, without a word of holding

    def triggers(self, language: str) -> Iterator[Trigger]:
        """Yield every trigger of a language."""
        for event_type in self.types.values():
            yield from (trigger for trigger in event_type.triggers if trigger.language == language)

    def speech_verbs(self, language: str) -> frozenset[str]:
        """Return every verb of saying of a language, of whatever kind."""
        kinds = self.speech.get(language, {}).items()
        return frozenset(verb for name, verbs in kinds if name.startswith("speech.") for verb in verbs)


def load_codebook(extra: Path | None = None) -> Codebook:
    """Load the shipped codebook, and a user's own folder of types and additions over it, anew when it changed."""
    files = sorted(extra.glob("*.yaml")) if extra else []
    return _load(extra, tuple((path, hash(path.read_bytes())) for path in files))


@lru_cache(maxsize=4)
def _load(extra: Path | None, state: tuple[tuple[Path, int], ...]) -> Codebook:
    """Load what lies there now; `state` only tells one load from another."""
    root = Path(str(resources.files("dateline.codebook")))
    types: dict[str, EventType] = {}
    for path, data in type_files(root / "types") + (type_files(extra) if extra else []):
        _take(types, path, data)
    light = {
        language: {verb: role for role, verbs in roles.items() for verb in verbs}
        for language, roles in load_mapping(root / "light.yaml").items()
    }
    classes = {
        name: {language: frozenset(words) for language, words in by_language.items()}
        for name, by_language in load_mapping(root / "classes.yaml").items()
    }
    speech, modality = _lists(root / "attribution.yaml"), _lists(root / "modality.yaml")
    places = {language: place_words(words) for language, words in load_mapping(root / "places.yaml").items()}
    times = {language: time_words(words) for language, words in load_mapping(root / "times.yaml").items()}
    figures = {language: figure_words(words) for language, words in load_mapping(root / "figures.yaml").items()}
    control, presence = (_alone(root / f"{name}.yaml") for name in ("control", "presence"))
    return Codebook(types, classes, light, speech, modality, places, times, figures, control, presence)


def _alone(path: Path) -> EventType:
    return read_type(path, load_mapping(path))


def type_files(folder: Path) -> list[tuple[Path, dict[str, Any]]]:
    """Return the type files of a folder with what they hold, those that add to another type last."""
    if not folder.is_dir():
        raise CodebookError(f"{folder}: no such folder; name one that holds YAML files of event types")
    files = [(path, load_mapping(path)) for path in sorted(folder.glob("*.yaml"))]
    return sorted(files, key=lambda file: "add_to" in file[1])


def _take(types: dict[str, EventType], path: Path, data: dict[str, Any]) -> None:
    """Put a file's type among the others; one with `add_to` gives its triggers and examples to the type it names."""
    if "add_to" not in data:
        event_type = read_type(path, data)
        types[event_type.id] = event_type
        return
    known = types.get(str(data["add_to"]))
    if known is None:
        raise CodebookError(f"{path}: adds to the unknown type {data['add_to']!r}; known are {', '.join(types)}")
    more = read_type(path, data | {key: getattr(known, key) for key in ("id", "name", "group", "definition")})
    triggers, examples = known.triggers + more.triggers, known.examples + more.examples
    types[known.id] = replace(known, triggers=triggers, examples=examples)


def _lists(path: Path) -> dict[str, dict[str, frozenset[str]]]:
    """Read language -> category -> words; a category with parts is kept as `category.part` for each of them."""
    out: dict[str, dict[str, frozenset[str]]] = {}
    for language, categories in load_mapping(path).items():
        flat = out.setdefault(language, {})
        for category, words in categories.items():
            parts = words.items() if isinstance(words, dict) else [("", words)]
            for part, items in parts:
                flat[f"{category}.{part}".strip(".")] = frozenset(map(slot_text, items))
    return out


def read_type(path: Path, data: dict[str, Any]) -> EventType:
    """Read one event type from what its file holds; errors name the file and the key."""
    try:
        type_id = str(data["id"])
        return EventType(
            id=type_id,
            name=str(data["name"]),
            group=str(data["group"]),
            definition=" ".join(str(data["definition"]).split()),
            include=tuple(map(str, data.get("include") or ())),
            exclude=tuple(map(str, data.get("exclude") or ())),
            plover=str(data.get("plover") or ""),
            acled=tuple(_acled(rule) for rule in data.get("acled") or ()),
            negated=str(data.get("negated") or ""),
            usual=tuple((str(role), key) for role, keys in (data.get("usual") or {}).items() for key in _texts(keys)),
            triggers=tuple(_triggers(type_id, data.get("triggers") or {}, path)),
            examples=tuple(
                Example(str(e["text"]), str(e["language"]), str(e.get("type") or type_id))
                for e in data.get("examples") or ()
            ),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CodebookError(f"{path}: {error!r} is missing or not of the form in docs/codebook.md") from error


def _acled(rule: dict[str, Any]) -> AcledRule:
    when = rule.get("when") or {}
    return AcledRule(
        str(rule.get("code") or ""), *(tuple(when.get(key) or ()) for key in ("words", "actors", "targets"))
    )


def _triggers(type_id: str, by_language: dict[str, Any], path: Path) -> Iterator[Trigger]:
    for language, parts in by_language.items():
        for part, groups in (parts or {}).items():
            if part not in PARTS:
                raise CodebookError(f"{path}: triggers.{language}.{part}: use verbs, nouns or phrases")
            for group in groups or ():
                yield from _group(type_id, language, PARTS[part], group, path)


def _group(type_id: str, language: str, part: str, group: dict[str, Any], path: Path) -> Iterator[Trigger]:
    """Yield one trigger for each word of a group that shares a frame."""
    frame = tuple((role, _texts(slots)) for role, slots in (group.get("frame") or {}).items())
    unknown = {role for role, _ in frame} - set(ROLES)
    if unknown:
        raise CodebookError(f"{path}: frame has {sorted(unknown)}; roles are {', '.join(ROLES)}")
    needs, bars = ({slot_text(slot): _texts(v) for slot, v in (group.get(key) or {}).items()} for key in ("if", "not"))
    for words in group["words"]:
        yield Trigger(
            type_id,
            language,
            part,
            str(words).lower(),
            frame,
            tuple(needs.items()),
            tuple(bars.items()),
            str(group.get("modality") or ""),
            float(group.get("weight") or 0.8),
        )


def _texts(value: Any) -> tuple[str, ...]:
    """Return a list of words as text."""
    return tuple(map(slot_text, value if isinstance(value, list) else [value]))
