"""A name and a country in, the folder of a new theatre out: empty tables with their columns, settings, a page to fill in."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from dateline.errors import TheatreError
from dateline.theatres.gazetteer import load_gazetteer
from dateline.theatres.table_forms import COLUMNS, ID, country_codes
from dateline.theatres.theatre import load_theatre, shipped_theatres

__all__ = ["new_theatre"]

_TABLES = ("actors.csv", "aliases.csv", "places.csv", "outlets.csv", "wording.csv")
_MARGIN = 0.5  # degrees around the country's towns
_SETTINGS = """\
name: {name}
country: {country}
# south, west, north, east in degrees
{box}
languages: [en, fr]
# Whom a bare "the army" or "the government" means here, where it is another than the one that `world` has.
home: {{}}
{known}"""
_README = """\
# The `{name}` theatre

What is known of ...: from when to when, and what is left out.

`world` is read before it, and holds states, their offices, international bodies and agencies; they are not repeated here.

## Sources

Name them here; each row of the tables names its own.
"""


def new_theatre(folder: Path, country: str = "") -> Path:
    """Make the folder of a new theatre. Raises TheatreError where it is there, or its name or country cannot be used."""
    name = folder.name
    if not ID.fullmatch(name):
        raise TheatreError(f"{name}: no name of a theatre; use small letters, digits and hyphens, such as north-kivu")
    if name in shipped_theatres():
        raise TheatreError(f"{name}: comes with Dateline already; choose another name")
    if country and country not in country_codes():
        raise TheatreError(f"{country}: no country of that code; write two capitals such as YE")
    if folder.exists():
        raise TheatreError(f"{folder}: is there already; choose another name, or edit it")
    try:
        folder.mkdir(parents=True)
        for table in _TABLES:
            (folder / table).write_text(_line(COLUMNS[table]), encoding="utf-8", newline="\n")
        (folder / "theatre.yaml").write_text(_settings(name, country), encoding="utf-8", newline="\n")
        (folder / "README.md").write_text(_README.format(name=name), encoding="utf-8", newline="\n")
    except OSError as error:
        raise TheatreError(f"{folder}: cannot be made ({error.strerror}); choose another folder") from error
    return folder


def _settings(name: str, country: str) -> str:
    places = list(load_gazetteer().in_country(country))
    box = "# box: [12.0, 42.0, 19.0, 54.0]"
    if places:
        lats, lons = [p.lat for p in places if p.lat is not None], [p.lon for p in places if p.lon is not None]
        bounds = (min(lats) - _MARGIN, min(lons) - _MARGIN, max(lats) + _MARGIN, max(lons) + _MARGIN)
        box = f"box: [{', '.join(f'{degree:.1f}' for degree in bounds)}]"
    actors = load_theatre(()).actors.values()
    bodies = sorted({a.role: a.id for a in actors if a.country == country and a.role and a.kind != "person"}.items())
    known = "\n".join(f"#   {role}: {actor}" for role, actor in bodies)
    known = f"# `world` has:\n{known}\n" if known else ""
    return _SETTINGS.format(name=name.replace("-", " ").capitalize(), country=country or '""', box=box, known=known)


def _line(columns: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(columns)
    return out.getvalue()
