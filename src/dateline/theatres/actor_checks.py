"""The tables of actors and their names in; ids, memberships, dates and names that do not hold together out."""

from collections import defaultdict
from collections.abc import Iterator

from dateline.theatres.findings import Finding, Row, Sheet, cells
from dateline.theatres.folding import fold
from dateline.theatres.table_forms import ACTOR_KINDS, DATED, ID, LANGUAGE, country_codes
from dateline.theatres.theatre import load_theatre

__all__ = ["check_actors", "check_aliases"]

_SHORTEST = 2  # letters of a name that can be told from a word of every day


def check_actors(sheet: Sheet, sheets: dict[str, Sheet]) -> Iterator[Finding]:
    """Yield what is wrong in an actors.csv."""
    world = load_theatre(())
    codes = country_codes()
    parents = {row["id"]: [part.partition("@")[0] for part in cells(row["part_of"])] for row in sheet.rows}
    for row in sheet.rows:
        if row["id"] and not ID.fullmatch(row["id"]):
            yield row.error(f"{row['id']!r} is no id", "use small letters, digits and single hyphens")
        if row["kind"] and row["kind"] not in ACTOR_KINDS:
            yield row.warning(f"kind {row['kind']!r} helps no rule", f"known are {', '.join(sorted(ACTOR_KINDS))}")
        if row["country"] and row["country"] not in codes:
            yield row.warning(f"unknown country {row['country']!r}", "write a code of two capitals such as YE")
        if not row["source"]:
            yield row.warning("no source", "name where the row's facts come from")
        for column in ("since", "until"):
            yield from _date(row, row[column])
        for part in cells(row["part_of"]):
            parent, _, dates = part.partition("@")
            if parent not in parents and parent not in world.actors:
                yield row.error(f"part of the unknown actor {parent!r}", "add it to actors.csv, or name another")
            yield from _dates(row, dates)
        if _in_itself(row["id"], parents):
            yield row.error("is part of itself, by way of its parents", "take one membership out")


def _in_itself(start: str, parents: dict[str, list[str]]) -> bool:
    seen: set[str] = set()
    queue = list(parents.get(start, ()))
    while queue:
        current = queue.pop()
        if current == start:
            return True
        if current not in seen:
            seen.add(current)
            queue += parents.get(current, ())
    return False


def _dates(row: Row, dates: str) -> Iterator[Finding]:
    """Check the dates of a membership: `2013..2017`, either end may be empty."""
    if not dates:
        return
    since, parted, until = dates.partition("..")
    if not parted:
        yield row.error(f"{dates!r} are no dates of a membership", "write parent@2013..2017, either end may be empty")
    yield from (*_date(row, since), *_date(row, until))
    if since and until and since[: len(until)] > until[: len(since)]:
        yield row.error(f"the membership ends before it begins ({dates})", "write the earlier date first")


def _date(row: Row, text: str) -> Iterator[Finding]:
    if text and not DATED.fullmatch(text):
        yield row.error(f"{text!r} is no date", "write 2018, 2018-03 or 2018-03-25")


def check_aliases(sheet: Sheet, sheets: dict[str, Sheet]) -> Iterator[Finding]:
    """Yield what is wrong in an aliases.csv."""
    world = load_theatre(())
    actors = {row["id"] for row in sheets["actors.csv"].rows} | world.actors.keys()
    demonyms = {fold(word) for state in world.countries.values() for _, word in state.demonyms}
    nouns = {fold(noun.text) for noun in world.nouns}
    first: dict[tuple[str, str, str], Row] = {}
    bearers: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in sheet.rows:
        if row["actor"] and row["actor"] not in actors:
            yield row.error(f"names the unknown actor {row['actor']!r}", "add it to actors.csv, or take the row out")
        if row["language"] and not LANGUAGE.fullmatch(row["language"]):
            yield row.error(f"{row['language']!r} is no language code", "write one such as en, fr or ar")
        yield from (*_date(row, row["from"]), *_date(row, row["to"]))
        name = row["alias"]
        same = first.setdefault((row["actor"], name, row["language"]), row)
        if same is not row:
            yield row.warning(f"{name!r} stands in line {same.line} too", "take one out")
        if name and len(fold(name).replace(" ", "")) < _SHORTEST:
            yield row.error(f"{name!r} is too short to be told from other words", "take it out")
        elif name and name == name.lower() and " " not in name and fold(name) in nouns | demonyms:
            yield row.warning(f"{name!r} is a word of every day in `world`", "take it out, or write a longer name")
        bearers[_written(name), row["language"]].append(row)
    yield from _shared(bearers)


def _written(name: str) -> str:
    """Return a name as the lexicon tells names apart: by folded words, and by capitals where it has any."""
    return f"{fold(name)}{'' if name == name.lower() else ' A' if name.isupper() else ' C'}"


def _shared(bearers: dict[tuple[str, str], list[Row]]) -> Iterator[Finding]:
    """Yield names that two actors bear at the same time: reading takes the one that stands first."""
    for rows in bearers.values():
        for at, row in enumerate(rows):
            other = next((one for one in rows[:at] if one["actor"] != row["actor"] and _meet(one, row)), None)
            if other:
                problem = f"{row['alias']!r} names {other['actor']} (line {other.line}) too"
                yield row.warning(problem, "give it to one of them, or date both with from and to")


def _meet(one: Row, other: Row) -> bool:
    """True where the years in which two names were used overlap."""
    apart = (one["to"] and other["from"] and one["to"] <= other["from"]) or (
        other["to"] and one["from"] and other["to"] <= one["from"]
    )
    return not apart
