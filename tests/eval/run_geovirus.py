"""python tests/eval/run_geovirus.py [--misses N]: places named, and where they lie, in the 229 Wikinews articles of GeoVirus.

No theatre but `world` is used. A place is found where a place's name, or a state's, covers half of the same words. Countries,
states of large countries and continents count as located where they are the same thing; all others within 161 km (100 miles), or
within the extent of an area, sea or river of their name.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline.model import Mention, Place, Span
from dateline.resolve import Resolve
from dateline.resolve.place_names import SETTLEMENTS
from dateline.theatres import Theatre, fold, load_theatre
from dateline.theatres.gazetteer import distance_km
from dateline.understand import Understand
from tests.eval import public
from tests.eval.public import Names, Outcome, Sheet

TEXTS = public.FOLDER / "geovirus" / "GeoVirus.xml"
ABOUT = "place names and their location in news of the whole world (GeoVirus)"
THEATRES = ("world",)
WITHIN_KM = 161.0
CONTINENTS = "Africa|Antarctica|Asia|Europe|North America|South America|Oceania|Americas"
STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|"
    "Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|"
    "Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|"
    "Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|"
    "Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Nova Scotia|Ontario|Prince Edward Island|"
    "Quebec|Saskatchewan|Yukon|Nunavut|Northwest Territories|"
    "New South Wales|Queensland|South Australia|Tasmania|Victoria|Western Australia|Northern Territory|"
    "England|Scotland|Wales|Northern Ireland"
)
CITIES_TOO = frozenset({"New_York_City", "Washington,_D.C."})  # pages of cities whose names are states' as well


@dataclass(frozen=True)
class Gold:
    """A place name of the set: its words, its page and its point."""

    span: Span
    name: str
    page: str
    lat: float
    lon: float

    @property
    def title(self) -> str:
        """The page's title, folded, without what tells it from its namesakes."""
        return fold(re.sub(r" \(.*\)", "", unquote(self.page.rsplit("/", 1)[-1]).replace("_", " ")))


def gold() -> Iterator[tuple[str, str, list[Gold]]]:
    """Yield each article's number, text and places; their characters count from 1."""
    for number, article in enumerate(ElementTree.parse(TEXTS).getroot()):
        told = []
        for row in article.iter("location"):
            field = {child.tag: child.text or "" for child in row}
            start = int(field["start"]) - 1
            span = Span(start, start + len(field["name"]))
            told.append(Gold(span, field["name"], field["page"], float(field["lat"]), float(field["lon"])))
        yield f"{number:03}", article.findtext("text") or "", told


@lru_cache(maxsize=1)
def measure() -> Outcome:
    """Read all articles, resolve them together and compare."""
    sheet, theatre = Sheet("geovirus", public.mark_of(TEXTS)), load_theatre(THEATRES)
    told = {name: places for name, _, places in gold()}
    read = public.articles({name: text for name, text, _ in gold()})
    understand = Understand(THEATRES)
    resolved = Resolve(theatre)([understand.read(article) for article in read.values()])
    judge = _Judge(theatre, {place.id: place for place in resolved.places})
    for name, article in read.items():
        ours = [m for m in resolved.mentions if m.document == article.id and judge.is_place(m, article.text)]
        _compare(sheet, judge, (name, article.text), told[name], ours)
    return sheet.outcome(ABOUT)


def _compare(
    sheet: Sheet, judge: "_Judge", report: tuple[str, str], wanted: Sequence[Gold], ours: Sequence[Mention]
) -> None:
    name, text = report
    spans = [_bare(mention.span, text) for mention in ours]
    again = [Span(*m.span()) for words in {g.name for g in wanted} for m in re.finditer(rf"\b{re.escape(words)}", text)]
    names = Names(tuple(g.span for g in wanted), tuple(again))
    met, extra = public.match(names, spans)
    lost = [text[s[0].start : s[0].end] for k, s in enumerate(names.groups) if k not in met]
    misses = [f"lost {words!r}" for words in lost] + [
        f"too many {text[spans[k].start : spans[k].end]!r}" for k in extra
    ]
    tally = (len(met), len(extra), len(names.groups) - len(met))
    sheet.found("names found, F1", name, tally, [f"{name}: {miss}" for miss in misses])
    for place in wanted:
        near = [m for m, span in zip(ours, spans, strict=True) if public.match(Names((place.span,)), [span])[0]]
        right = any(judge.meets(mention, place) for mention in near)
        miss = f"{name}: {place.name!r} is {place.title!r}, not {[judge.says(m) for m in near]}"
        sheet.share("found and located, of all", name, right)
        if near and judge.is_state(place):
            sheet.share("countries, states, continents: the same, of found", name, right, miss)
        elif near:
            sheet.share("other places: within 161 km or in the area, of found", name, right, miss)
            strict = any(judge.is_near(mention, place) for mention in near)
            sheet.share("other places: within 161 km, of found", name, strict)


@dataclass(frozen=True)
class _Judge:
    """Says what a mention is, and whether it is the place meant."""

    theatre: Theatre
    places: dict[str, Place]

    def is_place(self, mention: Mention, text: str) -> bool:
        """True for places' names, and for a state's own name whatever it does in its sentence; not for its people's."""
        if mention.form != "name":
            return False
        country = self.theatre.countries.get(mention.refers_to)
        words = fold(text[mention.span.start : mention.span.end]).removeprefix("the ")
        return mention.kind == "place" or (country is not None and words in {fold(name) for _, name in country.names})

    def is_state(self, place: Gold) -> bool:
        """True for a country, a state of a large country, or a continent."""
        known = {fold(name) for c in self.theatre.countries.values() for _, name in c.names}
        known |= set(map(fold, f"{CONTINENTS}|{STATES}".split("|")))
        return place.title in known and place.page.rsplit("/", 1)[-1] not in CITIES_TOO

    def meets(self, mention: Mention, place: Gold) -> bool:
        """True where a mention's place is the one meant."""
        have = self._place(mention)
        if have is None or have.lat is None or have.lon is None:
            return False
        whole = self.theatre.places.get(have.parent)  # of "northern Angola"
        known = [
            one for one in (have, whole) if one and place.title in self._names(one) and one.kind not in SETTLEMENTS
        ]
        away = distance_km(have.lat, have.lon, place.lat, place.lon)
        if any(one.kind == "country" or away <= max(WITHIN_KM, one.radius_km) for one in known):
            return True
        return away <= WITHIN_KM and not self.is_state(place)

    def is_near(self, mention: Mention, place: Gold) -> bool:
        """True where a mention's point lies within 161 km of the place, whatever the two are."""
        have = self._place(mention)
        if have is None or have.lat is None or have.lon is None:
            return False
        return distance_km(have.lat, have.lon, place.lat, place.lon) <= WITHIN_KM

    def says(self, mention: Mention) -> str:
        """Return a mention's place in words."""
        have = self._place(mention)
        return f"{have.id} ({have.kind}, {have.lat}, {have.lon})" if have else mention.refers_to

    def _place(self, mention: Mention) -> Place | None:
        return self.places.get(mention.refers_to) or self.theatre.places.get(mention.refers_to)

    def _names(self, place: Place) -> set[str]:
        listed = (name for place_id, _, name in self.theatre.place_names if place_id == place.id)
        return {fold(name) for name in (place.name, *place.aliases, *listed)}


def _bare(span: Span, text: str) -> Span:
    """Leave out what stands before the name itself: "northern Angola", "the Philippines"."""
    before = re.match(r"(?:(?:[a-z][\w-]*|The) )+(?=\w)", text[span.start : span.end])
    return Span(span.start + before.end(), span.end) if before else span


if __name__ == "__main__":
    public.run(measure, TEXTS, __doc__ or ABOUT)
