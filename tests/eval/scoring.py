"""Scores an export against gold: reports coded by hand and export rows in, a tally for each figure and report out.

Every figure lies between 0 and 1. A claim counts as found where its trigger meets the gold quote and the type is the same;
roles, places, times and modes are judged on the claims found. Actors are compared through the one-to-one pairing of gold
and record ids that their names in the texts support best, so it does not matter how ids are spelt.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from tests.eval.gold import Coded, Row, Span, Spot, likeness, shared

WIDEST_TRIGGER = 160
FIGURES = (
    "claims, exact type F1",
    "claims, any type F1",
    "actor mentions resolved",
    "place mentions located",
    "claim actor F1",
    "claim target F1",
    "claim place F1",
    "claim speaker F1",
    "claim modality",
    "figures F1",
    "control F1",
    "framing F1",
    "publication date",
    "language",
    "boilerplate left alone",
)


@dataclass
class Tally:
    """What was right, what was too many, what was missed."""

    right: float = 0
    wrong: float = 0
    missed: float = 0

    def add(self, right: float, wrong: float = 0, missed: float = 0) -> None:
        self.right, self.wrong, self.missed = self.right + right, self.wrong + wrong, self.missed + missed

    @property
    def n(self) -> int:
        return round(self.right + self.missed)

    @property
    def value(self) -> float | None:
        """F1, which is the share that is right where nothing can be too many; None where nothing was to be found."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else None


@dataclass
class Score:
    """Tallies by figure and report, and what was missed by report."""

    tallies: dict[str, dict[str, Tally]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Tally)))
    misses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def total(self, figure: str, reports: Iterable[str]) -> Tally:
        """Add up a figure over reports."""
        sum_ = Tally()
        for name in reports:
            one = self.tallies[figure][name]
            sum_.add(one.right, one.wrong, one.missed)
        if figure in _SHARES:  # what is right of all asked: as F1 with nothing too many
            return Tally(sum_.right, sum_.missed, sum_.missed)
        return sum_

    def interval(self, figure: str, reports: Sequence[str], times: int = 200) -> tuple[float, float] | None:
        """Return where 95 of 100 resamples of the reports lie."""
        chance = random.Random(figure)
        draws = (self.total(figure, chance.choices(reports, k=len(reports))).value for _ in range(times))
        values = sorted(value for value in draws if value is not None)
        return (values[int(0.025 * len(values))], values[int(0.975 * len(values)) - 1]) if values else None


_SHARES = {
    "actor mentions resolved",
    "place mentions located",
    "claim modality",
    "publication date",
    "language",
    "boilerplate left alone",
}


def score(gold: list[Coded], spots: dict[str, Spot], rows: Iterable[Row]) -> Score:
    """Score the rows of an export."""
    return _Scoring(gold, spots, rows).run()


class _Scoring:
    """One scoring; what it learns of ids on the way is kept here."""

    def __init__(self, gold: list[Coded], spots: dict[str, Spot], rows: Iterable[Row]) -> None:
        self.gold, self.spots, self.score = gold, spots, Score()
        by_kind: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            by_kind[row["object"]].append(row)
        named = {re.split(r"[\\/]", row["path"])[-1]: row for row in by_kind["document"]}
        self.documents = {report.name: named.get(report.name, {}) for report in gold}
        self.places = {row["id"]: row for row in by_kind["place"]}
        self.found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        name_of = {row["id"]: name for name, row in self.documents.items() if row}
        for kind in ("mention", "claim", "figure", "control", "framing"):
            for row in by_kind[kind]:
                if row["document"] in name_of:
                    self.found[kind, name_of[row["document"]]].append(row)
        self.ours: dict[str, str] = {}  # gold actor -> actor of the record
        self.named = {actor for report in gold for actor in (report.row.get("actors") or {}).values()}
        self.pairs: list[tuple[Coded, Row, Row]] = []

    def run(self) -> Score:
        for report in self.gold:
            self.document(report)
        self.mentions()
        for report in self.gold:
            self.claims(report)
        back = self.general_actors()
        for report, want, have in self.pairs:
            self.roles(report, want, have, back)
            self.saying(report, want, have)
        for report in self.gold:
            self.figures(report)
            self.control(report)
            self.framing(report)
        return self.score

    def tell(self, report: Coded, figure: str, tally: tuple[float, float, float], miss: str = "") -> None:
        self.score.tallies[figure][report.name].add(*tally)
        if miss and (tally[1] or tally[2]):
            self.score.misses[report.name].append(f"{figure}: {report.name}: {miss}")

    # --- documents --------------------------------------------------------------------------------------------------
    def document(self, report: Coded) -> None:
        row = self.documents[report.name]
        right = row.get("language") == report.language
        self.tell(report, "language", (right, 0, not right), str(row.get("language")))
        told = (row.get("published") or {}).get("date")
        points = _date_points(report, date.fromisoformat(told) if told else None)
        if points is not None:
            self.tell(report, "publication date", (points, 0, 1 - points), str(told))
        for span in report.furniture:
            quiet = not any(shared(span, _trigger(claim)) for claim in self.found["claim", report.name])
            words = report.text[span[0] : span[1]][:80]
            self.tell(report, "boilerplate left alone", (quiet, 0, not quiet), repr(words))

    # --- names ------------------------------------------------------------------------------------------------------
    def mentions(self) -> None:
        together: Counter[tuple[str, str]] = Counter()
        actors: list[tuple[Coded, Span, str, str | None]] = []
        for report in self.gold:
            who, where, either = report.names()
            for kind, wanted in (("actor", who), ("place", where)):
                ours = [row for row in self.found["mention", report.name] if row["kind"] == kind]
                ours = [row for row in ours if not report.is_furniture(_span(row))]
                ours = [row for row in ours if not any(shared(_span(row), span) for span in either)]
                met = _matched(wanted, ours, lambda want, have: likeness(want[0], _span(have)))
                for at, (span, id) in enumerate(wanted):
                    refers_to = met[at]["refers_to"] if at in met else None
                    if kind == "place":
                        right = self.near(id, refers_to)
                        miss = f"{report.text[span[0] : span[1]]!r} is {refers_to}, not {id}"
                        self.tell(report, "place mentions located", (right, 0, not right), miss)
                    else:
                        actors.append((report, span, id, refers_to))
                        together[id, refers_to or ""] += bool(refers_to)
        for (id, refers_to), number in together.most_common():
            if number and id not in self.ours and refers_to not in self.ours.values():
                self.ours[id] = refers_to
        for report, span, id, have in actors:
            right = have is not None and self.ours.get(id) == have
            miss = f"{report.text[span[0] : span[1]]!r} is {have}, not {id} ({self.ours.get(id)})"
            self.tell(report, "actor mentions resolved", (right, 0, not right), miss)

    def near(self, gold_place: str, place: str | None) -> bool:
        spot, row = self.spots.get(gold_place), self.places.get(place or "")
        return bool(spot and row and spot.meets(row.get("lat"), row.get("lon")))

    # --- claims -----------------------------------------------------------------------------------------------------
    def claims(self, report: Coded) -> None:
        wanted = report.items("claims")
        ours = [row for row in self.found["claim", report.name] if not report.is_furniture(_trigger(row))]
        for figure, exact in (("claims, exact type F1", True), ("claims, any type F1", False)):

            def fit(want: tuple[Row, Span], have: Row, exact: bool = exact) -> float:
                same = want[0]["type"] == have["type"]
                trigger = _trigger(have)
                width: int = trigger[1] - trigger[0]
                if (exact and not same) or width > WIDEST_TRIGGER or shared(want[1], trigger) < max(1, 0.25 * width):
                    return 0.0
                return likeness(want[1], trigger) + (0.001 if same else 0.0)

            met = _matched(wanted, ours, fit)
            self.tell(report, figure, (len(met), len(ours) - len(met), len(wanted) - len(met)))
            if exact:
                self.pairs += [(report, wanted[at][0], have) for at, have in sorted(met.items())]
                lost = [wanted[at] for at in range(len(wanted)) if at not in met]
                more = [row for row in ours if row not in met.values()]
                self.score.misses[report.name] += [f"{figure}: {report.name}: lost {_gist(*one)}" for one in lost]
                self.score.misses[report.name] += [
                    f"{figure}: {report.name}: too many {row['type']} {row['trigger_text']!r}" for row in more
                ]

    def general_actors(self) -> dict[str, str]:
        """Read record ids as gold ids: named ones through their names, general ones ("rebels") as they most often meet."""
        meet: Counter[tuple[str, str]] = Counter()
        for _, want, have in self.pairs:
            for role, key in (("actor", "actors"), ("target", "targets")):
                for id in set(have[key]) - set(self.ours.values()):
                    meet.update((id, other) for other in sorted(set(_list(want.get(role))) - set(self.ours)))
        back = {have: want for want, have in self.ours.items()}
        for (id, other), _ in meet.most_common():
            back.setdefault(id, other)
        return back

    def roles(self, report: Coded, want: Row, have: Row, back: dict[str, str]) -> None:
        for role, key in (("actor", "actors"), ("target", "targets")):
            gold, ours = set(_list(want.get(role))), {back.get(id, id) for id in have[key]}
            miss = f"{_gist(want)}: want {sorted(gold)}, have {sorted(ours)}"
            tally = (len(gold & ours), len(ours - gold), len(gold - ours))
            self.tell(report, f"claim {role} F1", tally, miss)
        places = _list(want.get("place"))
        if places:
            hit = [place for place in places if any(self.near(place, id) for id in have["places"])]
            more = [id for id in have["places"] if not any(self.near(place, id) for place in places)]
            miss = f"{_gist(want)}: want {places}, have {have['places']}"
            self.tell(report, "claim place F1", (len(hit), len(more), len(places) - len(hit)), miss)

    def saying(self, report: Coded, want: Row, have: Row) -> None:
        speakers = _list(want.get("speaker"))
        if all(id in self.named for id in speakers):
            ours = have["speakers"]
            hit = any(self.ours.get(id) in ours for id in speakers)
            miss = f"{_gist(want)}: want {speakers}, have {ours}"
            tally = (hit, bool(ours) and not hit, bool(speakers) and not hit)
            self.tell(report, "claim speaker F1", tally, miss)
        if want.get("modality"):
            right = want["modality"] == have["modality"]
            miss = f"{_gist(want)}: want {want['modality']}, have {have['modality']}"
            self.tell(report, "claim modality", (right, 0, not right), miss)

    # --- the other layers -------------------------------------------------------------------------------------------
    def figures(self, report: Coded) -> None:
        def fit(want: tuple[Row, Span], have: Row) -> float:
            if _unit(want[0]["unit"]) != _unit(have["unit"]) or not _same_number(report, want, have):
                return 0.0
            return likeness(want[1], _span(have)) * (2 if want[0].get("role") == have["role"] else 1)

        self.layer(report, "figures", "figure", fit)

    def control(self, report: Coded) -> None:
        def fit(want: tuple[Row, Span], have: Row) -> float:
            holder = want[0].get("holder")
            if not self.near(want[0]["place"], have["place"]):
                return 0.0
            return likeness(want[1], _span(have)) * (
                holder not in self.named or self.ours.get(str(holder)) == have["holder"]
            )

        self.layer(report, "control", "control", fit, anywhere=True)

    def framing(self, report: Coded) -> None:
        def fit(want: tuple[Row, Span], have: Row) -> float:
            return float(shared(want[1], _span(have))) if have["end"] - have["start"] <= WIDEST_TRIGGER else 0.0

        self.layer(report, "framing", "framing", fit, once=True)

    def layer(
        self,
        report: Coded,
        layer: str,
        kind: str,
        fit: Callable[[tuple[Row, Span], Row], float],
        *,
        anywhere: bool = False,
        once: bool = False,
    ) -> None:
        """Tally a layer; `anywhere` counts furniture too, `once` counts the same words of a report only once."""
        wanted = report.items(layer)
        ours = [row for row in self.found[kind, report.name] if anywhere or not report.is_furniture(_span(row))]
        if once:  # of equal wordings the one that the gold quotes
            ours.sort(key=lambda row: -max([shared(span, _span(row)) for _, span in wanted] or [0]))
            ours = list({report.text[row["start"] : row["end"]].lower(): row for row in reversed(ours)}.values())
        met = _matched(wanted, ours, fit)
        figure = f"{layer} F1"
        self.tell(report, figure, (len(met), len(ours) - len(met), len(wanted) - len(met)))
        lost = [report.text[slice(*span)] for at, (_, span) in enumerate(wanted) if at not in met]
        more = [row["text"] for row in ours if row not in met.values()]
        self.score.misses[report.name] += [f"{figure}: {report.name}: lost {words!r}" for words in lost]
        self.score.misses[report.name] += [f"{figure}: {report.name}: too many {words[:80]!r}" for words in more]


def _matched(
    wanted: Sequence[tuple[Row, Span]] | Sequence[tuple[Span, str]],
    ours: Sequence[Row],
    fit: Callable[..., float],
) -> dict[int, Row]:
    """Match one to one, the best fit first: index of what is wanted -> row."""
    fits = [(fit(want, have), -at, -to) for at, want in enumerate(wanted) for to, have in enumerate(ours)]
    met: dict[int, int] = {}
    for value, at, to in sorted(fits, reverse=True):
        if value > 0 and -at not in met and -to not in met.values():
            met[-at] = -to
    return {at: ours[to] for at, to in met.items()}


def _date_points(report: Coded, told: date | None) -> float | None:
    """Return 1 for the right day; where the text only hints at it, 1 within the range, and half for leaving it open."""
    if report.row.get("published"):
        return float(told is not None and told.isoformat() == str(report.row["published"]))
    if report.row.get("published_inferred"):
        first, last = (date.fromisoformat(str(day)) for day in report.row["published_inferred"])
        return 0.5 if told is None else float(first <= told <= last)
    return None


def _same_number(report: Coded, want: tuple[Row, Span], have: Row) -> bool:
    """True for the same bounds; a number in words leaves half as much again on either side."""
    words = report.text[slice(*want[1])]
    in_words = not re.search(r"\d", words) or "'s" in words or "’s" in words

    def close(gold: float | None, ours: float | None) -> bool:
        if gold is None or ours is None or not in_words:
            return gold == ours
        return abs(gold - ours) <= 0.5 * max(abs(gold), abs(ours))

    low, high = want[0].get("low"), want[0].get("high")
    return close(low, have["low"]) and (close(high, have["high"]) or (in_words and low is not None))


def _unit(unit: str | None) -> str:
    other_words = {"people": "person", "civilian": "person", "percentage": "percent", "%": "percent"}
    other_words |= {"km": "kilometre", "kilometer": "kilometre"}
    bare = (unit or "").lower().removesuffix("s")
    return other_words.get(bare, bare)


def _span(row: Row) -> Span:
    return row["start"], row["end"]


def _trigger(row: Row) -> Span:
    return (row["trigger"][0], row["trigger"][1]) if row.get("trigger") else _span(row)


def _list(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [] if value is None else [str(value)]


def _gist(claim: Row, _span: Span | None = None) -> str:
    return f"{claim['type']} {claim.get('quote', '')[:80]!r}"
