"""Reports that people coded: a folder of YAML files, its tables and the texts in, one typed value for each report out.

The form of the files is described in docs/comparing.md. Quotes become spans of the text; a quote that is not there is an
error of the gold, and named.
"""

import csv
import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import InputError
from dateline.model import Span
from dateline.show.scoring.spans import shared

__all__ = ["Gold", "GoldClaim", "GoldDeal", "GoldItem", "GoldReport", "Held", "Place", "Ref", "load_gold"]

_PROCLITICS = "[وفبلك]{0,2}"  # Arabic writes "and", "in", "to" together with the name that follows


@dataclass(frozen=True, slots=True)
class GoldItem:
    """A figure, control statement or framing: its words, and what it says by key."""

    span: Span
    low: float | None = None
    high: float | None = None
    unit: str = ""
    role: str = ""
    place: str = ""
    holder: str = ""
    about: str = ""
    stance: str = ""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One event as a report tells it."""

    span: Span
    type: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    mediators: tuple[str, ...]
    places: tuple[str, ...]
    speakers: tuple[str, ...]
    modality: str
    time: tuple[dt.date | None, dt.date | None] | None


@dataclass(frozen=True, slots=True)
class GoldDeal:
    """A deal that a report speaks of."""

    parties: tuple[str, ...]
    places: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place lies, and how far off still counts."""

    lat: float
    lon: float
    tolerance_km: float


@dataclass(frozen=True, slots=True)
class Ref:
    """Words of one report that the coding across reports points at."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Held:
    """Who held a place on one day."""

    place: str
    day: dt.date | None
    holder: str


@dataclass(frozen=True)
class GoldReport:
    """One report as a person coded it."""

    name: str
    language: str
    text: str
    published: dt.date | None
    inferred: tuple[dt.date, dt.date] | None
    spun: bool
    boilerplate: tuple[Span, ...]
    actors: dict[str, str]
    places: dict[str, str]
    claims: tuple[GoldClaim, ...]
    figures: tuple[GoldItem, ...]
    control: tuple[GoldItem, ...]
    framings: tuple[GoldItem, ...]
    deals: tuple[GoldDeal, ...]

    def is_quiet(self, span: Span) -> bool:
        """True within captions, credits and the like."""
        return any(shared(span, quiet) for quiet in self.boilerplate)

    @cached_property
    def either(self) -> tuple[Span, ...]:
        """Where names stand that can be an actor or a place here: they count neither way."""
        both = self.actors.keys() & self.places.keys()
        return tuple(self._occurrences(both)) if both else ()

    def names(self, forms: dict[str, str]) -> list[tuple[Span, str]]:
        """Where the names of actors (or of places) stand, with the id of each; quiet places are left out."""
        both = self.actors.keys() & self.places.keys()
        spans = self._occurrences(self.actors.keys() | self.places.keys())
        named = ((span, self.text[span.start : span.end]) for span in spans if not self.is_quiet(span))
        return [(span, forms[words]) for span, words in named if words in forms and words not in both]

    def _occurrences(self, forms: Iterable[str]) -> list[Span]:
        """Every place of every form, the longest first, none within another; in the order of the text."""
        before = _PROCLITICS if self.language == "ar" else ""
        order = [*self.actors, *(form for form in self.places if form not in self.actors)]
        known = [form for form in order if form in set(forms)]
        taken: list[Span] = []
        for form in sorted(known, key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){before}({re.escape(form)})(?!\w)", self.text):
                span = Span(*match.span(1))
                if not any(span.overlaps(other) for other in taken):
                    taken.append(span)
        return sorted(taken)


@dataclass(frozen=True)
class Gold:
    """All that people coded: report by report, and across reports (None for what was not coded)."""

    reports: tuple[GoldReport, ...]
    places: dict[str, Place]
    groups: dict[str, str]
    stories: tuple[tuple[str, ...], ...] | None = None
    related: tuple[tuple[str, ...], ...] = ()
    events: tuple[tuple[Ref, ...], ...] | None = None
    contradictions: tuple[tuple[str, tuple[tuple[Ref, ...], ...]], ...] = ()
    held: tuple[Held, ...] = field(default=())


def load_gold(folder: Path, text_of: Callable[[str], str | None]) -> Gold:
    """Load a folder; `text_of` gives a report's text by its file name. Raises InputError where it does not hold together."""
    rows = [(path, row) for path in sorted(folder.glob("*.yaml")) if (row := _yaml(path)) and "document" in row]
    if not rows:
        raise InputError(f"{folder}: no coded report here; name a folder of YAML files with the key `document`")
    reports = tuple(_report(path, row, text_of) for path, row in rows)
    across = folder / "across.yaml"
    places = {row["id"]: _place(row) for row in _table(folder, "places.csv")}
    groups = {row["id"]: row["group"] for row in _table(folder, "types.csv")}
    more = _across(across, _yaml(across), {one.name: one for one in reports}) if across.exists() else {}
    return Gold(reports, places, groups, **more)


# --- one report -----------------------------------------------------------------------------------------------------
def _report(path: Path, row: dict[str, Any], text_of: Callable[[str], str | None]) -> GoldReport:
    name = str(row["document"])
    text = text_of(name)
    if text is None:
        raise InputError(f"{path}: the record has no report {name}; give the folder of the texts with --texts")

    def where(one: Any) -> Span:
        return _span(path, text, one)

    inferred = row.get("published_inferred")
    return GoldReport(
        name=name,
        language=str(row["language"]),
        text=text,
        published=_day(row.get("published")),
        inferred=(_must(_day(inferred[0])), _must(_day(inferred[1]))) if inferred else None,
        spun=bool(row.get("spun", False)),
        boilerplate=tuple(
            Span(*one) if isinstance(one, list) else where({"quote": one}) for one in _many(row, "boilerplate")
        ),
        actors=dict(row.get("actors") or {}),
        places=dict(row.get("places") or {}),
        claims=tuple(_claim(one, where(one)) for one in _many(row, "claims")),
        figures=tuple(_item(one, where(one)) for one in _many(row, "figures")),
        control=tuple(_item(one, where(one)) for one in _many(row, "control")),
        framings=tuple(_item(one, where(one)) for one in _many(row, "framing")),
        deals=tuple(_deal(one) for one in _many(row, "deals")),
    )


def _span(path: Path, text: str, one: dict[str, Any]) -> Span:
    if "span" in one:
        return Span(*one["span"])
    at = text.find(one["quote"])
    if at < 0:
        raise InputError(f"{path}: these words are not in the text: {one['quote']!r}; mend the quote")
    return Span(at, at + len(one["quote"]))


def _claim(one: dict[str, Any], span: Span) -> GoldClaim:
    time = one.get("time")
    return GoldClaim(
        span=span,
        type=str(one["type"]),
        actors=_ids(one.get("actor")),
        targets=_ids(one.get("target")),
        mediators=_ids(one.get("mediator")),
        places=_ids(one.get("place")),
        speakers=_ids(one.get("speaker")),
        modality=str(one.get("modality") or ""),
        time=(_day(time[0]), _day(time[1], end=True)) if time else None,
    )


def _item(one: dict[str, Any], span: Span) -> GoldItem:
    words = {key: str(one.get(key) or "") for key in ("unit", "role", "place", "holder", "about", "stance")}
    return GoldItem(span, one.get("low"), one.get("high"), **words)


def _deal(one: dict[str, Any]) -> GoldDeal:
    return GoldDeal(_ids(one.get("parties")), _ids(one.get("place")), str(one.get("status") or ""))


# --- across reports -------------------------------------------------------------------------------------------------
def _across(path: Path, row: dict[str, Any], reports: dict[str, GoldReport]) -> dict[str, Any]:
    """What is coded across reports; what points at reports that are not here is left out."""

    def refs(given: Any) -> tuple[Ref, ...]:
        listed = given if isinstance(given, list) else [given] if given else []
        here = (one for one in listed if one["document"] in reports)
        return tuple(Ref(one["document"], _span(path, reports[one["document"]].text, one)) for one in here)

    found: dict[str, Any] = {"related": tuple(map(tuple, row.get("related_later") or ()))}
    if "same_story" in row:
        found["stories"] = tuple(map(tuple, row["same_story"]))
    if "same_event" in row:
        found["events"] = tuple(refs(one) for one in row["same_event"])
    found["contradictions"] = tuple(
        (str(one.get("about") or ""), tuple(refs(side) for side in _sides(one)))
        for one in row.get("contradictions") or ()
    )
    found["held"] = tuple(
        Held(place, _day(one.get("as_of") or one.get("from")), str(one.get("holder") or ""))
        for place, days in (row.get("control_timeline") or {}).items()
        for one in days
    )
    return found


def _sides(one: dict[str, Any]) -> list[Any]:
    return one.get("sides") or [one[key] for key in one if key in ("says_yes", "says_no", "says", "against")]


# --- parts ----------------------------------------------------------------------------------------------------------
def _yaml(path: Path) -> dict[str, Any]:
    try:
        row = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(f"{path}: cannot be read as YAML ({error}); mend the file") from error
    return row if isinstance(row, dict) else {}


def _table(folder: Path, name: str) -> list[dict[str, str]]:
    """A table of the folder, or of one of the two above it: several sets of gold share one."""
    path = next((base / name for base in (folder, folder.parent, folder.parent.parent) if (base / name).exists()), None)
    if path is None:
        raise InputError(f"{folder}: no {name} here or above; put it beside the coded reports")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _place(row: dict[str, str]) -> Place:
    return Place(float(row["lat"]), float(row["lon"]), float(row["tolerance_km"]))


def _many(row: dict[str, Any], key: str) -> list[Any]:
    return row.get(key) or []


def _ids(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else () if value is None else (str(value),)


def _day(value: Any, end: bool = False) -> dt.date | None:
    """A day, month or year as its first day, or its last with `end`; None for none."""
    text = "" if value is None else str(value)
    if re.fullmatch(r"\d{4}", text):
        return dt.date(int(text), 12, 31) if end else dt.date(int(text), 1, 1)
    if re.fullmatch(r"\d{4}-\d\d", text):
        year, month = int(text[:4]), int(text[5:])
        after = dt.date(year + month // 12, month % 12 + 1, 1)
        return after - dt.timedelta(days=1) if end else dt.date(year, month, 1)
    try:
        return dt.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _must(day: dt.date | None) -> dt.date:
    if day is None:
        raise InputError("published_inferred: both ends must be days, as in [2018-03-20, 2018-03-25]")
    return day
