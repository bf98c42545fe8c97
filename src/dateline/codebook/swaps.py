"""spun.yaml in, the traces of machine rewriting out: patterns of swapped words, and words that hardly any news uses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from dateline.codebook.yaml_file import load_mapping
from dateline.errors import CodebookError

__all__ = ["SwapPattern", "SwapWords", "load_swaps"]


_GROUP = re.compile(r"\((?:\?:|\?p<\w+>)")
_LETTERS = re.compile(r"[a-z]+(?![a-z?*{])")  # letters that must stand: not "u" in "colou?r"


@dataclass(frozen=True, slots=True)
class SwapPattern:
    """One trace: what to find, what stood there before ("" where untold), of what kind it is and how sure a trace."""

    find: re.Pattern[str]
    says: str
    kind: str
    weight: float
    openings: tuple[str, ...] = ()  # it begins with one of these letters, lower-case; () where that cannot be told


@dataclass(frozen=True, slots=True)
class SwapWords:
    """All traces of one language; `odd` maps a word of synonym lists to the plain word it stands for."""

    patterns: tuple[SwapPattern, ...]
    odd: dict[str, str]
    find_odd: re.Pattern[str]


@lru_cache(maxsize=8)
def load_swaps(language: str) -> SwapWords | None:
    """Return the traces known for a language, or None where there are none."""
    path = Path(str(resources.files("dateline.codebook"))) / "spun.yaml"
    words = load_mapping(path).get(language)
    return _read(words, path) if words else None


def _read(words: dict[str, Any], path: Path) -> SwapWords:
    lists = {name: "(?:" + "|".join(map(str, items)) + ")" for name, items in words["lists"].items()}
    odd = {str(word): str(plain) for word, plain in words["odd"].items()}
    either = "|".join(sorted(map(re.escape, odd), key=lambda word: (-len(word), word)))
    patterns = tuple(_pattern(row, lists, path) for row in words["swaps"])
    return SwapWords(patterns, odd, re.compile(rf"\b(?:{either})\b", re.IGNORECASE))


def _pattern(row: dict[str, Any], lists: dict[str, str], path: Path) -> SwapPattern:
    """Fill a pattern's lists in; a space in it stands for any white space."""
    find = str(row["find"])
    for name, either in lists.items():
        find = find.replace("{" + name + "}", either)
    try:
        compiled = re.compile(find.replace(" ", r"\s+"), re.IGNORECASE)
    except re.error as error:
        raise CodebookError(f"{path}: {row['find']!r} is no regular expression ({error}); mend it") from error
    return SwapPattern(compiled, str(row["says"]), str(row["kind"]), float(row["weight"]), _openings(find))


def _openings(find: str) -> tuple[str, ...]:
    """Return the letters that a pattern can begin with: a text without any of them need not be searched for it."""
    bare = find.removeprefix("\\b").lower()
    if "|" in _outside(bare):
        return ()
    group = _GROUP.match(bare)
    inner = _inside(bare, group.end()) if group else bare
    options = _options(inner) if group else [inner]
    found = [match.group() if (match := _LETTERS.match(option)) else "" for option in options]
    return tuple(found) if all(len(letters) > 1 for letters in found) else ()


def _depths(find: str) -> Iterator[tuple[int, str]]:
    """Yield each character of a pattern with how many groups it stands in; what is escaped or in a class is left out."""
    depth, at = 0, 0
    while at < len(find):
        if find[at] == "\\":
            at += 2
            continue
        if find[at] == "[":
            at = find.index("]", at + 2)
        depth += (find[at] == "(") - (find[at] == ")")
        yield depth, find[at]
        at += 1


def _outside(find: str) -> str:
    return "".join(character for depth, character in _depths(find) if depth == 0)


def _inside(find: str, start: int) -> str:
    """Return what stands in the group whose content begins at `start`; "" where the group may be absent."""
    depth, at = 1, start
    while depth and at < len(find):
        if find[at] == "\\":
            at += 2
            continue
        if find[at] == "[":
            at = find.index("]", at + 2)
        depth += (find[at] == "(") - (find[at] == ")")
        at += 1
    return "" if find[at : at + 1] in ("?", "*", "{") else find[start : at - 1]


def _options(inner: str) -> list[str]:
    """Return the alternatives of a group; what stands in groups inside is never split."""
    options, depth = [""], 0
    for at, character in enumerate(inner):
        depth += (character == "(") - (character == ")")
        if character == "|" and not depth:
            options.append("")
        else:
            options[-1] += inner[at]
    return options
