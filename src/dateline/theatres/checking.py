"""A theatre's folder in; what is wrong with it out, each with file, line and remedy."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import yaml

from dateline.errors import TheatreError
from dateline.theatres.actor_checks import check_actors, check_aliases
from dateline.theatres.findings import Finding, Row, Sheet, read_sheet
from dateline.theatres.place_checks import check_places
from dateline.theatres.table_forms import (
    COLUMNS,
    LANGUAGE,
    REQUIRED,
    STANCES,
    WORDS_ABOUT,
    WORDS_COUNT,
    country_codes,
)
from dateline.theatres.theatre import find_theatre, load_theatre

__all__ = ["Finding", "check"]

Rule = Callable[[Sheet, dict[str, Sheet]], Iterable[Finding]]


def check(theatre: str) -> tuple[Finding, ...]:
    """Return what is wrong in a theatre given by folder or by the name of a shipped one; `world` is known beside it."""
    folder = find_theatre(theatre)
    sheets = {name: read_sheet(folder / name, REQUIRED[name], COLUMNS[name]) for name in COLUMNS}
    findings = [finding for sheet in sheets.values() for finding in sheet.findings]
    findings += [finding for sheet in sheets.values() for finding in _twice(sheet)]
    for name, rules in _RULES.items():
        findings += [finding for rule in rules for finding in rule(sheets[name], sheets)]
    findings += _settings(folder / "theatre.yaml", sheets)
    if not any(finding.severity == "error" for finding in findings):
        findings += _loads(folder)
    return tuple(sorted(set(findings), key=lambda one: (one.severity, one.file, one.line, one.problem)))


def _twice(sheet: Sheet) -> Iterator[Finding]:
    """Yield ids that stand twice: the later row would silently replace the earlier one."""
    seen: dict[str, Row] = {}
    for row in sheet.rows:
        if row["id"] and "noun" not in sheet.columns:
            if row["id"] in seen:
                yield row.error(f"the id {row['id']!r} stands in line {seen[row['id']].line} too", "choose another id")
            seen.setdefault(row["id"], row)


def _outlets(sheet: Sheet, sheets: dict[str, Sheet]) -> Iterator[Finding]:
    names: dict[str, Row] = {}
    for row in sheet.rows:
        grade = row["reliability"]
        if grade and grade not in tuple("ABCDEF"):
            yield row.error(f"reliability {grade!r} is no letter from A to F", "write one; F is “cannot be judged”")
        if not grade or not row["reason"]:
            yield row.warning("no reliability with its reason", "fill in both, in neutral words")
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            other = names.setdefault(name.strip().casefold(), row)
            if other["id"] != row["id"]:
                problem = f"the name {name.strip()!r} is that of {other['id']} (line {other.line}) too"
                yield row.error(problem, "give it to one of the two")


def _wording(sheet: Sheet, sheets: dict[str, Sheet]) -> Iterator[Finding]:
    for row in sheet.rows:
        if row["stance"] not in STANCES:
            yield row.error(f"unknown stance {row['stance']!r}", f"write one of {', '.join(STANCES)}")
        if row["about"] not in WORDS_ABOUT:
            yield row.error(f"unknown value of about {row['about']!r}", f"write one of {', '.join(WORDS_ABOUT)}")
        if row["when"] not in WORDS_COUNT:
            yield row.error(f"unknown value of when {row['when']!r}", "write quoted, beside, or nothing")
        if not row["neutral"] and row["stance"] != "neutral":
            yield row.warning("no neutral wording beside it", "write one")
        yield from _language(row)


def _nouns(sheet: Sheet, sheets: dict[str, Sheet]) -> Iterator[Finding]:
    known = {row["id"] for row in sheets["actors.csv"].rows} | load_theatre(()).actors.keys()
    for row in sheet.rows:
        if row["number"] not in ("singular", "plural", "mass"):
            yield row.error(f"unknown number {row['number']!r}", "write singular, plural or mass")
        if row["id"] and row["id"] not in known:
            yield row.error(f"stands for the unknown actor {row['id']!r}", "add it to actors.csv")
        yield from _language(row)


def _language(row: Row) -> Iterator[Finding]:
    if row["language"] and not LANGUAGE.fullmatch(row["language"]):
        yield row.error(f"{row['language']!r} is no language code", "write one such as en, fr or ar")


def _settings(path: Path, sheets: dict[str, Sheet]) -> Iterator[Finding]:
    """Yield what is wrong in a theatre.yaml."""
    if not path.exists():
        return
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        yield Finding(str(path), 1, f"is no YAML ({str(error).splitlines()[0]})", "mend it; see docs/theatres.md")
        return
    if not isinstance(data, dict) or not isinstance(data.get("home") or {}, dict):
        yield Finding(str(path), 1, "is no list of keys", "see docs/theatres.md for its form")
        return
    world, lines = load_theatre(()), path.read_text(encoding="utf-8").splitlines()
    country = str(data.get("country") or "")
    if country and country not in country_codes():
        yield Finding(str(path), _line(lines, "country"), f"unknown country {country!r}", "write a code such as SY")
    known = {row["id"] for row in sheets["actors.csv"].rows} | world.actors.keys()
    for role, actor in (data.get("home") or {}).items():
        if str(actor) not in known:
            problem = f"{role}: names the unknown actor {actor!r}"
            yield Finding(str(path), _line(lines, str(role)), problem, "add it to actors.csv, or name another")


def _line(lines: list[str], key: str) -> int:
    return next((at for at, line in enumerate(lines, 1) if line.strip().startswith(f"{key}:")), 1)


def _loads(folder: Path) -> Iterator[Finding]:
    """Yield what the loader would stumble over and no other check saw."""
    load_theatre.cache_clear()
    try:
        load_theatre((str(folder),) if folder.name != "world" else ())
    except TheatreError as error:
        problem, _, remedy = str(error).rpartition("; ")
        yield Finding(str(folder), 1, problem or str(error), remedy or "see docs/theatres.md")


_RULES: dict[str, tuple[Rule, ...]] = defaultdict(tuple)
_RULES |= {
    "actors.csv": (check_actors,),
    "aliases.csv": (check_aliases,),
    "places.csv": (check_places,),
    "outlets.csv": (_outlets,),
    "wording.csv": (_wording,),
    "nouns.csv": (_nouns,),
}
