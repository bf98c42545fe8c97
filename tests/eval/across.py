"""What several reports together say: gold of a folder and the rows of an export in; events, contradictions, deals and control scored out.

A quote of the gold stands for the claims and figures whose words it meets; quotes that meet none are not held against the
joining. Actors are those that the names of the gold lead to in the record, places lie where the gold says.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

import yaml

from tests.eval.gold import Row, Span, Spot, shared
from tests.eval.public import Sheet

_WIDEST = 160  # characters a trigger may have
_NEAR = 1  # days by which a step of a deal may be off
EVENTS, FALSE, DISPUTES = "same event, of claims found", "no contradiction where none is", "contradictions found"
DEALS, ENDS, COURSE, TERMS, HELD = "deals found", "how deals end", "course of deals", "terms of deals", "control by day"


class Across:
    """Compares one record with the gold; every figure counts by the first word of the reports' names."""

    def __init__(self, gold: Path, texts: Path, rows: Iterable[Row], sheet: Sheet) -> None:
        self.gold: Row = yaml.safe_load(gold.read_text(encoding="utf-8"))
        self.texts, self.sheet = texts, sheet
        self.rows: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self.rows[row["object"]].append(row)
        self.name = {row["id"]: Path(row["path"]).name for row in self.rows["document"]}
        self.spans: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for row in self.rows["claim"]:
            self._lies(row, (row["trigger"][0], row["trigger"][1]))
        for row in self.rows["figure"]:
            self._lies(row, (row["start"], row["end"]))
        self.document = {
            row["id"]: self.name[row["document"]] for kind in ("claim", "figure") for row in self.rows[kind]
        }
        self.places = {row["id"]: row for row in self.rows["place"]}
        self.actors = self._actors()

    def _lies(self, row: Row, span: Span) -> None:
        if span[1] - span[0] <= _WIDEST:
            self.spans[self.name[row["document"]]].append((span, row["id"]))

    def _actors(self) -> dict[str, set[str]]:
        """Return the record's ids for each actor of the gold: those that its names point to."""
        points: dict[str, set[str]] = defaultdict(set)
        for row in self.rows["mention"]:
            if row["kind"] == "actor":
                points[self._text(self.name[row["document"]])[row["start"] : row["end"]]].add(row["refers_to"])
        return {id: set().union(*(points[name] for name in names)) for id, names in self.gold["actors"].items()}

    def _text(self, document: str) -> str:
        return (self.texts / document).read_text(encoding="utf-8")

    def run(self) -> Sheet:
        self.events()
        self.contradictions()
        self.deals()
        self.control()
        return self.sheet

    def at(self, quote: Row) -> set[str]:
        """Return the claims and figures that a quote meets."""
        start = self._text(quote["document"]).index(quote["quote"])
        span = start, start + len(quote["quote"])
        return {id for other, id in self.spans[quote["document"]] if shared(span, other)}

    # --- events -------------------------------------------------------------------------------------------------------
    def events(self) -> None:
        event_of: dict[str, set[str]] = defaultdict(set)
        for event in self.rows["event"]:
            for claim in event["claims"]:
                event_of[claim].add(event["id"])
        told = [
            (group, quote, {event for id in self.at(quote) for event in event_of[id]})
            for group, quotes in enumerate(self.gold["same_event"])
            for quote in quotes
        ]
        for a, b in combinations([one for one in told if one[2]], 2):
            one, joined = a[0] == b[0], bool(a[2] & b[2])
            if one or joined:
                miss = [f"{'lost' if one else 'too many'}: {_words(a[1])} | {_words(b[1])}"] if one != joined else []
                tally = int(one and joined), int(joined and not one), int(one and not joined)
                self.sheet.found(EVENTS, _war(a[1]["document"]), tally, miss)

    # --- contradictions -----------------------------------------------------------------------------------------------
    def contradictions(self) -> None:
        for one in self.gold["contradictions"]:
            sides = [{id for quote in side for id in self.at(quote)} for side in one["sides"]]
            self.sheet.share(DISPUTES, _war(one["sides"][0][0]["document"]), self._opposed(*sides), one["about"])
        for first, second in self.gold["no_contradiction"]:
            wrong = self._opposed(self.at(first), self.at(second))
            self.sheet.share(FALSE, _war(first["document"]), not wrong, f"{_words(first)} | {_words(second)}")

    def _opposed(self, ours: set[str], theirs: set[str]) -> bool:
        """True where a contradiction has one of these on one side alone and one of those on another."""
        for row in self.rows["contradiction"]:
            for a, b in combinations([set(side["claims"]) for side in row["sides"]], 2):
                if any(ours & x - y and theirs & y - x for x, y in ((a, b), (b, a))):
                    return True
        return False

    # --- deals --------------------------------------------------------------------------------------------------------
    def deals(self) -> None:
        left = list(self.rows["deal"])
        for deal in self.gold["deals"]:
            war = _war(deal["documents"][0])
            fits = [(self._steps_met(deal, one), -k) for k, one in enumerate(left) if self._is(deal, one)]
            if not fits:
                self.sheet.found(DEALS, war, (0, 0, 1), [f"lost: {deal['parties']} {deal['place']} {deal['course']}"])
                continue
            found = left.pop(-max(fits)[1])
            self.sheet.found(DEALS, war, (1, 0, 0))
            self._course(war, deal, found)
        for one in left:
            if not any(self._is(deal, one) for deal in self.gold["deals_allowed"]):
                named = sorted({self.document[id] for id in one["claims"]})
                self.sheet.found(DEALS, _war(named[0]), (0, 1, 0), [f"too many: {_gist(one)} {named}"])

    def _is(self, deal: Row, one: Row) -> bool:
        """True where a deal of the record is over the gold's place, by one of its parties, told by one of its reports."""
        parties = set().union(*(self.actors[party] for party in deal["parties"]))
        told = {self.document[id] for id in one["claims"]} & set(deal["documents"])
        return (
            bool(told)
            and bool(parties & set(one["parties"]))
            and any(self._near(p, one["place"]) for p in deal["place"])
        )

    def _course(self, war: str, deal: Row, found: Row) -> None:
        ended = found["status"] in deal["ends"]
        self.sheet.share(ENDS, war, ended, f"{_gist(found)}, not {deal['ends']}")
        met, steps = self._steps_met(deal, found), len(found["history"])
        course = f"{[f'{status} {day}' for status, day in deal['course']]} have {_steps(found)}"
        wrong = met < len(deal["course"]) or met < steps
        tally = met, max(0, steps - met), len(deal["course"]) - met
        self.sheet.found(COURSE, war, tally, [course] if wrong else [])
        for quote in deal.get("terms", ()):
            self.sheet.share(TERMS, war, bool(self.at(quote) & set(found["claims"])), _words(quote))

    def _steps_met(self, deal: Row, one: Row) -> int:
        told = [(step["status"], _day(step["date"])) for step in one["history"] if step["date"]]
        return sum(
            any(status == other and abs((day - when).days) <= _NEAR for other, when in told)
            for status, day in deal["course"]
        )

    # --- control ------------------------------------------------------------------------------------------------------
    def control(self) -> None:
        for place, rows in self.gold["control_timeline"].items():
            for row in rows:
                cells = [
                    cell for cell in self.rows["ledger"] if self._near(place, cell["place"]) and _on(cell, row["as_of"])
                ]
                right = any(cell["holder"] in self.actors[row["holder"]] for cell in cells)
                have = [(cell["holder"], cell["from"], cell["to"]) for cell in cells]
                self.sheet.share(HELD, place, right, f"{place} {row['as_of']} {row['holder']}: have {have}")

    def _near(self, gold: str, place: str) -> bool:
        lat, lon, tolerance = self.gold["places"][gold]
        row = self.places.get(place, {})
        return Spot(lat, lon, tolerance).meets(row.get("lat"), row.get("lon"))


def _war(document: str) -> str:
    return document.partition("-")[0]


def _words(quote: Row) -> str:
    return f"{quote['document'].partition('.')[0]}: {quote['quote']}"


def _gist(deal: Row) -> str:
    return f"{deal['place']} {deal['parties']} {deal['status']}"


def _steps(deal: Row) -> Sequence[str]:
    return [f"{step['status']} {step['date']}" for step in deal["history"]]


def _day(told: str) -> date:
    return date.fromisoformat(told)


def _on(cell: Row, day: date) -> bool:
    first, last = (_day(cell[end]) if cell[end] else None for end in ("from", "to"))
    return (first is None or first <= day) and (last is None or day <= last)
