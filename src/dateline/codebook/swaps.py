"""spun.yaml in, the traces of machine rewriting out: patterns of swapped words, and words that hardly any news uses."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from dateline.codebook.yaml_file import load_mapping
from dateline.errors import CodebookError

__all__ = ["SwapPattern", "SwapWords", "load_swaps"]


@dataclass(frozen=True, slots=True)
class SwapPattern:
    """One trace: what to find, what stood there before ("" where untold), of what kind it is and how sure a trace."""

    find: re.Pattern[str]
    says: str
    kind: str
    weight: float


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
    return SwapPattern(compiled, str(row["says"]), str(row["kind"]), float(row["weight"]))
