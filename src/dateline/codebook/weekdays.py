"""weekdays.yaml in, the names of days by language out, with the words that put a day ahead of the report."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

from dateline.codebook.yaml_file import load_mapping

__all__ = ["WeekdayWords", "load_weekdays"]


@dataclass(frozen=True, slots=True)
class WeekdayWords:
    """`find` matches a day's name, `numbers` counts days from Monday as 0, `ahead` matches the end of what stands before."""

    find: re.Pattern[str]
    numbers: dict[str, int]
    ahead: re.Pattern[str]


@lru_cache(maxsize=8)
def load_weekdays(language: str) -> WeekdayWords | None:
    """Return the weekdays of a language, or None where they are not known."""
    path = Path(str(resources.files("dateline.codebook"))) / "weekdays.yaml"
    words = load_mapping(path).get(language)
    if not words:
        return None
    numbers = {name: number for number, names in enumerate(words["days"]) for name in names}
    return WeekdayWords(
        re.compile(rf"\b(?:ال)?(?:{_either(numbers)})\b", re.IGNORECASE),
        numbers,
        re.compile(rf"(?:^|\W)(?:{_either(words['ahead'])})\s+(?:le\s+|the\s+)?$", re.IGNORECASE),
    )


def _either(words: list[str] | dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
