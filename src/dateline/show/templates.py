"""The sentence templates of sentences.yaml: an event type and what is known of it in, a clause of plain English out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from dateline.show.phrases import Phrase

__all__ = ["Template", "fill", "gerund", "templates"]

_SLOT = re.compile(r"\{(\w+)\}|\[([^|\]]*)\|([^\]]*)\]")
_DOUBLED = frozenset({"put", "set", "cut", "hit", "get", "stop", "run", "split"})
_JOINED = re.compile(r"(,? or |, )(hand|cut|seize|loot|settle|try|release|merge|change)\b")


@dataclass(frozen=True, slots=True)
class Template:
    """How one event type is told; see the head of sentences.yaml."""

    group: str
    over: bool
    asserted: tuple[str, ...]
    do: tuple[str, ...]
    noun: tuple[str, ...]
    people_slot: str
    people_role: str
    joined: str
    joined_subject: str


def fill(choices: tuple[str, ...], slots: Mapping[str, Phrase], subject: Phrase | None = None) -> tuple[str, str]:
    """Return the first of `choices` whose slots are all there, filled, and that choice itself; both empty if none is.

    `subject` is the phrase that stands before the words, with which they agree.
    """
    for choice in choices:
        if all(match[1] in slots or match[1] in ("was", "its") for match in _SLOT.finditer(choice) if match[1]):
            return _filled(choice, slots, subject), choice
    return "", ""


def _filled(choice: str, slots: Mapping[str, Phrase], subject: Phrase | None) -> str:
    last = subject or Phrase("")

    def put(match: re.Match[str]) -> str:
        nonlocal last
        if not match[1]:
            return match[3] if last.plural else match[2]
        if match[1] in ("was", "its"):
            return {"was": ("was", "were"), "its": ("its", "their")}[match[1]][last.plural]
        last = slots[match[1]]
        return last.text

    return _SLOT.sub(put, choice)


def gerund(infinitive: str) -> str:
    """Return `attacking Northbridge` for `attack Northbridge`, also for verbs joined by "or"."""
    head, _, rest = infinitive.partition(" ")
    joined = _JOINED.sub(lambda match: match[1] + _ing(match[2]), f" {rest}")
    return _ing(head.rstrip(",")) + "," * head.endswith(",") + joined if rest else _ing(head)


def _ing(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


@lru_cache(maxsize=1)
def templates() -> dict[str, Template]:
    """Return the shipped templates by event type."""
    data = yaml.safe_load((resources.files("dateline.show") / "sentences.yaml").read_text(encoding="utf-8"))
    return {
        name: Template(
            group=row["group"],
            over=bool(row.get("over")),
            asserted=tuple(row["asserted"]),
            do=tuple(row["do"]),
            noun=tuple(row["noun"]),
            people_slot=row.get("people", {}).get("slot", ""),
            people_role=row.get("people", {}).get("role", ""),
            joined=row.get("joined", {}).get("text", ""),
            joined_subject=row.get("joined", {}).get("subject", ""),
        )
        for name, row in data.items()
    }
