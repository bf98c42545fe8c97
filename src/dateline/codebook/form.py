"""One type's file in, what is wrong with its form out: keys, codes, classes, slots, examples, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from dateline.codebook.types import PARTS, ROLES
from dateline.codebook.vocabulary import Vocabulary
from dateline.codebook.yaml_file import Lines, slot_text

__all__ = ["Finding", "TypeFile", "check_form", "groups_of"]

Where = tuple[str | int, ...]

KEYS = (
    *("id", "name", "group", "definition", "include", "exclude", "plover", "acled", "negated", "usual"),
    *("triggers", "examples"),
)
_ADDING = ("add_to", "triggers", "examples")
_GROUP = ("words", "frame", "if", "not", "modality", "weight")
_WHEN = ("words", "actors", "targets")
_MODALITIES = ("planned", "threatened", "demanded", "agreed", "reported", "denied", "hypothetical")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_ENOUGH_EXAMPLES, _ENOUGH_NEAR_MISSES = 30, 4


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a file: an `error` breaks or misleads reading, a `warning` leaves a type thin."""

    file: str
    line: int
    where: str
    problem: str
    remedy: str
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class TypeFile:
    """A file of the codebook as it is written, and where its parts stand."""

    path: Path
    data: dict[str, Any]
    lines: Lines
    shipped: bool

    @property
    def type(self) -> str:
        """The type the file is about: its own, or the one it adds to."""
        return str(self.data.get("add_to") or self.data.get("id") or self.path.stem)

    @property
    def adds(self) -> bool:
        """True where the file adds to another type."""
        return "add_to" in self.data

    def error(self, where: Where, problem: str, remedy: str) -> Finding:
        """Return an error at a part of the file."""
        return self._finding(where, problem, remedy, "error")

    def warning(self, where: Where, problem: str, remedy: str) -> Finding:
        """Return a warning at a part of the file."""
        return self._finding(where, problem, remedy, "warning")

    def _finding(self, where: Where, problem: str, remedy: str, severity: Literal["error", "warning"]) -> Finding:
        known = where
        while known and known not in self.lines:
            known = known[:-1]
        named = ".".join(str(part + 1) if isinstance(part, int) else part for part in where)
        return Finding(str(self.path), self.lines.get(known, 1), named, problem, remedy, severity)


def check_form(file: TypeFile, words: Vocabulary) -> Iterator[Finding]:
    """Yield what is wrong with a file by itself."""
    yield from _unknown(file, (), file.data, _ADDING if file.adds else KEYS)
    if not file.adds and file.data.get("group") != "control":
        yield from _head(file, words)
        yield from _acled(file, words)
    yield from _triggers(file, words)
    yield from _examples(file)


def groups_of(file: TypeFile) -> Iterator[tuple[str, str, Where, dict[str, Any]]]:
    """Yield every group of triggers: its language, its part, where it stands, and what it holds."""
    for language, parts in _mapping(file.data.get("triggers")).items():
        for part, groups in _mapping(parts).items():
            for at, group in enumerate(groups if isinstance(groups, list) else ()):
                if isinstance(group, dict):
                    yield str(language), str(part), ("triggers", str(language), str(part), at), group


def _head(file: TypeFile, words: Vocabulary) -> Iterator[Finding]:
    """Yield what is missing or unknown among a type's name, group, definition, rules and PLOVER code."""
    data = file.data
    for key in ("id", "name", "group", "definition"):
        if not data.get(key):
            yield file.error((key,), f"no {key}", "add it at the top of the file")
    for key in ("include", "exclude"):
        if not data.get(key):
            yield file.warning((key,), f"no rules under {key}", "say in a list what counts and what is another type")
    if data.get("group") and data["group"] not in words.groups:
        yield file.error(("group",), f"unknown group {data['group']!r}", f"use one of {', '.join(words.groups)}")
    plover = data.get("plover")
    if plover and plover not in words.plover:
        yield file.error(("plover",), f"unknown PLOVER type {plover!r}", f"use one of {', '.join(words.plover)}")


def _acled(file: TypeFile, words: Vocabulary) -> Iterator[Finding]:
    """Yield unknown codes, keys and kinds in the ACLED rules, and rules behind one that always fits."""
    last = False
    for at, rule in enumerate(file.data.get("acled") or ()):
        where = ("acled", at)
        if last:
            yield file.error(where, "stands behind a rule without `when`, which always fits", "move it up")
        if not isinstance(rule, dict):
            yield file.error(where, "is no rule", "write {code: ..., when: {...}}")
            continue
        yield from _unknown(file, where, rule, ("when", "code"))
        when = _mapping(rule.get("when"))
        yield from _unknown(file, (*where, "when"), when, _WHEN)
        code, last = rule.get("code"), not when
        if code and code not in words.acled:
            yield file.error((*where, "code"), f"unknown ACLED sub-event {code!r}", _nearest(code, words.acled))
        for kind in (kind for key in ("actors", "targets") for kind in when.get(key) or ()):
            if kind not in words.kinds:
                yield file.error((*where, "when"), f"unknown kind of actor {kind!r}", _nearest(kind, words.kinds))


def _triggers(file: TypeFile, words: Vocabulary) -> Iterator[Finding]:
    for language, parts in _mapping(file.data.get("triggers")).items():
        yield from _language(file, ("triggers", language), language)
        yield from _unknown(file, ("triggers", language), _mapping(parts), tuple(PARTS))
    for language, _, where, group in groups_of(file):
        yield from _unknown(file, where, group, _GROUP)
        if not group.get("words"):
            yield file.error(where, "no words", "list the trigger words under `words`")
        for word in group.get("words") or ():
            if not isinstance(word, str) or not word.strip():
                yield file.error(where, f"the word {word!r} is no text", 'put it in quotes: "on", "no", "2254"')
        weight, modality = group.get("weight", 0.8), group.get("modality")
        if not isinstance(weight, int | float) or not 0 < weight <= 1:
            yield file.error((*where, "weight"), f"weight {weight!r}", "write a number above 0 and up to 1")
        if modality and modality not in _MODALITIES:
            yield file.error((*where, "modality"), f"unknown modality {modality!r}", _nearest(modality, _MODALITIES))
        yield from _frame(file, language, where, group, words)
        for key in ("if", "not"):
            yield from _conditions(file, language, (*where, key), _mapping(group.get(key)), words)


def _frame(file: TypeFile, language: str, where: Where, group: dict[str, Any], words: Vocabulary) -> Iterator[Finding]:
    for role, slots in _mapping(group.get("frame")).items():
        at = (*where, "frame", role)
        if role not in ROLES:
            yield file.error(at, f"unknown role {role!r}", f"use {', '.join(ROLES)}")
        for slot in slots if isinstance(slots, list) else [slots]:
            yield from _slot(file, language, at, slot_text(slot), words)


def _conditions(
    file: TypeFile, language: str, where: Where, conditions: dict[Any, Any], words: Vocabulary
) -> Iterator[Finding]:
    for slot, values in conditions.items():
        name = slot_text(slot)
        at = (*where, name)
        if name not in words.only_conditions:
            yield from _slot(file, language, at, name, words)
        for value in values if isinstance(values, list) else [values]:
            text = slot_text(value)
            if text.isupper() and len(text) > 2 and text not in words.classes:
                yield file.error(at, f"unknown class {text!r}", _nearest(text, words.classes))


def _slot(file: TypeFile, language: str, where: Where, slot: str, words: Vocabulary) -> Iterator[Finding]:
    """Yield a slot that no parse fills: another spelling of a preposition, or none at all."""
    if slot in words.slots:
        return
    other = words.written_as.get(language, {}).get(slot) or (slot.split()[0] if " " in slot else "")
    known = words.prepositions.get(language)
    if other:
        yield file.error(where, f"slot {slot!r} is never filled", f"the parser writes it {other!r}")
    elif slot in words.only_conditions:
        yield file.error(where, f"slot {slot!r} holds no actor", "use it under `if` or `not` only")
    elif known and slot not in known:
        yield file.error(where, f"unknown slot {slot!r}", _nearest(slot, (*words.slots, *known)))


def _examples(file: TypeFile) -> Iterator[Finding]:
    """Yield examples that are not whole, and say where there are too few of them."""
    examples = [e for e in file.data.get("examples") or () if isinstance(e, dict)]
    for at, example in enumerate(file.data.get("examples") or ()):
        if not isinstance(example, dict) or not example.get("text"):
            yield file.error(("examples", at), "is no example", 'write {text: "...", language: en}')
            continue
        yield from _unknown(file, ("examples", at), example, ("text", "language", "type"))
        yield from _language(file, ("examples", at), example.get("language"))
    if file.adds or file.data.get("group") == "control":
        return
    misses = sum(str(e.get("type") or file.type) != file.type for e in examples)
    if file.shipped and len(examples) < _ENOUGH_EXAMPLES:
        yield file.warning(("examples",), f"{len(examples)} examples", f"write at least {_ENOUGH_EXAMPLES}")
    if misses < _ENOUGH_NEAR_MISSES:
        text = f"write at least {_ENOUGH_NEAR_MISSES} sentences that look like this type, with their true `type`"
        yield file.warning(("examples",), f"{misses} near misses", text)


def _language(file: TypeFile, where: Where, language: object) -> Iterator[Finding]:
    if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
        yield file.error(where, f"language {language!r}", "write a code such as en, fr or ar (in quotes for no)")


def _unknown(file: TypeFile, where: Where, data: dict[Any, Any], known: tuple[str, ...]) -> Iterator[Finding]:
    for key in data:
        if key not in known:
            yield file.error((*where, slot_text(key)), f"unknown key {key!r}", _nearest(slot_text(key), known))


def _mapping(value: object) -> dict[Any, Any]:
    return value if isinstance(value, dict) else {}


def _nearest(name: object, known: "tuple[str, ...] | dict[str, str]") -> str:
    """Return what may have been meant."""
    close = get_close_matches(str(name), list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"
