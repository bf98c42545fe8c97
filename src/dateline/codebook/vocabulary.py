"""vocabulary.yaml in, the names that a type's file may use out: groups, codes, kinds, classes and slots."""

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

from dateline.codebook.yaml_file import load_mapping, slot_text

__all__ = ["Vocabulary", "load_vocabulary"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What files may name. `acled` maps a sub-event to its event type, `written_as` a preposition to the parser's."""

    groups: tuple[str, ...]
    plover: tuple[str, ...]
    acled: dict[str, str]
    kinds: tuple[str, ...]
    classes: tuple[str, ...]
    slots: tuple[str, ...]
    only_conditions: tuple[str, ...]
    prepositions: dict[str, tuple[str, ...]]
    written_as: dict[str, dict[str, str]]


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with the program."""
    root = Path(str(resources.files("dateline.codebook")))
    data = load_mapping(root / "vocabulary.yaml")
    listed = load_mapping(root / "classes.yaml")
    return Vocabulary(
        groups=tuple(data["groups"]),
        plover=tuple(data["plover"]),
        acled={sub_event: event for event, sub_events in data["acled"].items() for sub_event in sub_events},
        kinds=tuple(data["kinds"]),
        classes=(*data["classes"], *listed),
        slots=tuple(data["slots"]),
        only_conditions=tuple(data["only_conditions"]),
        prepositions={language: tuple(map(slot_text, words)) for language, words in data["prepositions"].items()},
        written_as=data["written_as"],
    )
