"""The interface in English and French: an English phrase and a language in, the phrase in that language out."""

import csv
from collections.abc import Callable
from functools import lru_cache, partial
from importlib import resources

from starlette.requests import Request

__all__ = ["LANGUAGES", "chosen_language", "translator"]

LANGUAGES = {"en": "English", "fr": "Français"}


def chosen_language(request: Request) -> str:
    """Return the language asked for in the address, else the one chosen before, else the browser's first that is known."""
    accepted = [part.split(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").split(",")]
    asked = [request.query_params.get("lang", ""), request.cookies.get("lang", ""), *accepted]
    return next((code for code in asked if code in LANGUAGES), "en")


@lru_cache(maxsize=8)
def translator(language: str) -> Callable[[str], str]:
    """Return a function from English phrases to `language`; a phrase it does not know stays English."""
    return partial(_translate, _phrases(language))


def _translate(phrases: dict[str, str], english: str) -> str:
    return phrases.get(english, english)


def _phrases(language: str) -> dict[str, str]:
    path = resources.files("dateline.show.web") / "phrases" / f"{language}.csv"
    if not path.is_file():
        return {}
    rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    return {english: other for english, other in rows if other}
