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

__all__ = ["SwapPattern", "SwapWords", "beginnings_of", "load_swaps"]


_GROUP = re.compile(r"\((?:\?:|\?p<\w+>)")
_LETTERS = re.compile(r"(?P<letters>[a-z]*)(?:(?=[a-z][?*{])|(?![a-z?*{]))")  # that must stand: "colo" of "colou?r"
_WORD = re.compile(r"\w+")
_LEAST, _MOST = 2, 6  # letters of a word's beginning


@dataclass(frozen=True, slots=True)
class SwapPattern:
    """One trace: what to find, what stood there before ("" where untold), of what kind it is and how sure a trace."""

    find: re.Pattern[str]
    says: str
    kind: str
    weight: float
    needs: tuple[tuple[frozenset[str], ...], ...] = ()  # beginnings of words; of each choice a match has one whole set

    def may_be_in(self, beginnings: frozenset[str]) -> bool:
        """False for a text that has no match: `beginnings` are those of its words."""
        return all(any(option <= beginnings for option in choice) for choice in self.needs)


@dataclass(frozen=True, slots=True)
class SwapWords:
    """All traces of one language; `odd` maps a word of synonym lists to the plain word it stands for."""

    patterns: tuple[SwapPattern, ...]
    odd: dict[str, str]
    find_odd: re.Pattern[str]
    odd_firsts: frozenset[str]  # the words that odd ones begin with


def beginnings_of(text: str) -> frozenset[str]:
    """Return how the words of a text begin, in lower case, and the words: most patterns are told by it not to be there."""
    words = set(_WORD.findall(text.lower()))
    return frozenset(word[:size] for size in range(_LEAST, _MOST + 1) for word in words if len(word) >= size) | words


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
    firsts = frozenset(found.group() for word in odd if (found := _WORD.match(word.lower())))
    return SwapWords(patterns, odd, re.compile(rf"\b(?:{either})\b", re.IGNORECASE), firsts)


def _pattern(row: dict[str, Any], lists: dict[str, str], path: Path) -> SwapPattern:
    """Fill a pattern's lists in; a space in it stands for any white space."""
    find = str(row["find"])
    for name, either in lists.items():
        find = find.replace("{" + name + "}", either)
    try:
        compiled = re.compile(find.replace(" ", r"\s+"), re.IGNORECASE)
    except re.error as error:
        raise CodebookError(f"{path}: {row['find']!r} is no regular expression ({error}); mend it") from error
    return SwapPattern(compiled, str(row["says"]), str(row["kind"]), float(row["weight"]), tuple(_needs(find)))


def _needs(find: str) -> Iterator[tuple[frozenset[str], ...]]:
    """Yield, word by word of a pattern, what can stand there, as beginnings of words, where that can be told."""
    bare = find.lower()
    if "|" in _outside(bare):
        return
    for word in _words(bare):
        group = _GROUP.match(word)
        options = _options(_inside(word, group.end())) if group else [word]
        found = tuple(frozenset(_beginnings(option)) for option in options)
        if all(found):
            yield found


def _tokens(find: str) -> Iterator[str]:
    """Yield a pattern's characters one by one, but for what is escaped and for classes, each as a whole."""
    at = 0
    while at < len(find):
        end = at + 2 if find[at] == "\\" else find.index("]", at + 2) + 1 if find[at] == "[" else at + 1
        yield find[at:end]
        at = end


def _outside(find: str) -> str:
    """Return what of a pattern stands in no group."""
    out, depth = [], 0
    for token in _tokens(find):
        depth += (token == "(") - (token == ")")
        if not depth:
            out.append(token)
    return "".join(out)


def _words(find: str) -> Iterator[str]:
    """Yield the parts of a pattern that begin a word for sure: what follows a space outside of groups, or a first `\\b`."""
    parts, depth = [""], 0
    for token in _tokens(find):
        depth += (token == "(") - (token == ")")
        if token == " " and not depth:
            parts.append("")
        else:
            parts[-1] += token
    yield from (part.removeprefix("\\b") for at, part in enumerate(parts) if at or part.startswith("\\b"))


def _inside(find: str, start: int) -> str:
    """Return what stands in the group whose content begins at `start`; "" where the group may be absent."""
    inner, depth, tokens = "", 1, _tokens(find[start:])
    for token in tokens:
        depth += (token == "(") - (token == ")")
        if not depth:
            break
        inner += token
    return "" if next(tokens, "") in ("?", "*", "{") else inner


def _options(inner: str) -> list[str]:
    """Return the alternatives of a group; what stands in groups inside is never split."""
    options, depth = [""], 0
    for token in _tokens(inner):
        depth += (token == "(") - (token == ")")
        if token == "|" and not depth:
            options.append("")
        else:
            options[-1] += token
    return options


def _beginnings(option: str) -> Iterator[str]:
    """Yield the beginnings of the words of one alternative, without letters that may be absent: "strike" of "strikes?"."""
    for word in _words("\\b" + option):
        match = _LETTERS.match(word)
        if match and len(match["letters"]) >= _LEAST:
            yield match["letters"][:_MOST]
