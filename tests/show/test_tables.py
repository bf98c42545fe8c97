"""The tables of a brief ask plain questions, once each, and say who is told to hold what and how far a deal has come."""

import io
import re
from dataclasses import replace
from datetime import date

from dateline.model import (
    Actor,
    Contradiction,
    Deal,
    DealStep,
    LedgerEntry,
    Membership,
    Reading,
    Side,
)
from dateline.record import create_or_open
from dateline.show import write_brief
from tests.show.sample import ARTICLES, make_views

DAY = date(2031, 3, 25)


def section(folder, title, **changes) -> str:
    """One section of the brief on the sample record with some of its views changed."""
    record = create_or_open(folder / "tables.dateline")
    for one in ARTICLES:
        record.add_reading(one, Reading(one.id, (), (), (), (), (), ()), "test")
    record.replace_views(replace(make_views(), **changes))
    stream = io.StringIO()
    write_brief(record, "md", stream)
    text = stream.getvalue()
    return text.split(f"## {title}\n")[1].split("\n## ")[0] if f"## {title}\n" in text else ""


def deal(*steps: DealStep, status: str = "agreed") -> Deal:
    claims = ("c11", "c5", "c10")
    return Deal("x1", ("army", "hill-front", "southland"), ("southland",), "stonewell", (), status, steps, claims)


def test_a_dispute_over_a_deal_names_the_deal(tmp_path):
    steps = (DealStep("agreed", DAY, ("c11",)), DealStep("refused", DAY, ("c10",)))
    sides = (Side("agreed", ("c11",)), Side("refused", ("c10",)))
    text = section(tmp_path, "Contested", deals=(deal(*steps),), contradictions=(Contradiction("q", "status", sides),))
    assert "How did the deal over Stonewell between the Northland Army and the Hill Front stand?" in text
    assert "agreed (report 2)" in text and "refused (The Herald)" in text


def test_the_same_question_is_asked_once(tmp_path):
    found = tuple(
        Contradiction(f"q{n}", "status", (Side("told as fact", ("c1",)), Side("denied", ("c2",))), "e1") for n in (1, 2)
    )
    text = section(tmp_path, "Contested", contradictions=found)
    assert text.count("Did the Northland Army attack the Hill Front in Oldbridge?") == 1


def test_the_means_are_asked_for_in_words(tmp_path):
    sides = (Side("airstrike", ("c1",)), Side("shelling", ("c2",)))
    text = section(tmp_path, "Contested", contradictions=(Contradiction("q", "status", sides, "e1"),))
    assert "By what means was Oldbridge hit on 25 March 2031?" in text
    assert "air strikes (The Herald)" in text and "shelling (report 2)" in text


def test_a_course_tells_a_status_once_in_the_order_of_the_record_and_says_what_has_no_day(tmp_path):
    later, last = date(2031, 3, 28), date(2031, 4, 2)
    steps = (
        DealStep("demanded", None, ("c5",)),
        DealStep("agreed", DAY, ("c11",)),
        DealStep("agreed", later, ("c11",)),
        DealStep("implemented", last, ("c11",)),
    )
    text = section(tmp_path, "Where each deal stands", deals=(deal(*steps, status="implemented"),), contradictions=())
    assert "carried out; demanded on an untold day → agreed by 25 March 2031 → carried out by 2 April" in text
    assert "The Northland Army and the Hill Front (through Southland)" in text


def holdings(folder, *entries: LedgerEntry) -> list[list[str]]:
    government = Actor("state", "Northland government", "state body", "government", "NL", "government")
    army = Actor("army", "Northland Army", "state force", "army", "NL", "government", (Membership("state"),))
    others = tuple(a for a in make_views().actors if a.id != "army")
    rebels = Actor("rebels", "rebels", "armed group")
    text = section(folder, "Who held what", ledger=entries, actors=(army, government, rebels, *others))
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| ")][2:]


def entry(id, holder, status="claimed", since=DAY, until=None, claims=("c1",)) -> LedgerEntry:
    return LedgerEntry(id, "oldbridge", holder, since, until, status, claims)


def test_an_army_and_its_government_hold_a_place_in_one_row(tmp_path):
    (row,) = holdings(tmp_path, entry("l1", "army"), entry("l2", "state", claims=("c2",)))
    assert row[1] == "The Northland Army and the Northland government"
    assert row[4].startswith("2 independent sources")


def test_rebels_give_way_to_the_group_that_is_named(tmp_path):
    (row,) = holdings(tmp_path, entry("l1", "rebels"), entry("l2", "hill-front", claims=("c2",)))
    assert row[1] == "The Hill Front" and row[4] == "one source"


def test_two_sides_at_one_place_are_contested_or_hold_parts_of_it(tmp_path):
    rows = holdings(tmp_path, entry("l1", "army", "contested"), entry("l2", "hill-front", "contested", claims=("c2",)))
    assert {row[4] for row in rows} == {"contested: another side is told to hold it"}
    (tmp_path / "parts").mkdir()
    rows = holdings(tmp_path / "parts", entry("l1", "army"), entry("l2", "hill-front", claims=("c2",)))
    assert all(row[4].endswith("others held parts") for row in rows)


def test_who_only_watches_holds_nothing(tmp_path):
    assert holdings(tmp_path, entry("l1", "observatory"), entry("l2", "army"))[0][1] == "The Northland Army"


def test_a_count_told_by_two_reports_is_one_row(tmp_path):
    figures = make_views().figures
    loose = tuple(replace(figures[0], id=f"g{n}", role="missing", document=d) for n, d in enumerate(("d1", "d2")))
    rows = [line for line in section(tmp_path, "Figures", figures=(*figures, *loose)).splitlines() if "missing" in line]
    assert len(rows) == 1 and re.search(r"The Herald|Valley Observatory", rows[0])
