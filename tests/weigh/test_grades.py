"""Two scales, never merged: who tells (A-F) and how well it stands (1-6), each with its reasons."""

from dateline.model import Modality, Outlet
from dateline.weigh.grades import grade_outlet
from tests.weigh.reports import article, claim, weigh

WHEN = {"on": "2018-03-20"}


def test_an_outlet_keeps_its_letter_and_its_reason() -> None:
    letter, why = grade_outlet(Outlet("x", "X", reliability="D", reason="run by one of the parties"))
    assert letter == "D"
    assert "run by one of the parties" in why
    assert grade_outlet(Outlet("y", "Y"))[0] == "F"


def test_credibility_rises_with_independent_sources_and_falls_with_denials() -> None:
    one = article("one", "The army bombed Harasta.", "2018-03-21", "A")
    two = article("two", "The army bombed Harasta.", "2018-03-21", "B")
    told = [claim(r, "bombed", "airstrike", ["syrian-army"], (), ["harasta"], **WHEN) for r in (one, two)]
    denied = claim(two, "bombed", "airstrike", ["syrian-army"], (), ["harasta"], modality=Modality.DENIED, **WHEN)
    (alone,) = weigh([one], told[:1]).events
    (both,) = weigh([one, two], told).events
    (split,) = weigh([one, two], [told[0], denied]).events
    assert both.credibility < alone.credibility
    assert split.credibility == 4
    assert any("denied" in reason for reason in split.reasons)


def test_hearsay_of_one_source_is_improbable_until_confirmed() -> None:
    one = article("one", "Reports said the army bombed Harasta.", "2018-03-21", "A")
    heard = claim(one, "bombed", "airstrike", ["syrian-army"], (), ["harasta"], modality=Modality.REPORTED, **WHEN)
    (event,) = weigh([one], [heard]).events
    assert event.credibility == 5
    assert "hearsay" in event.reasons[0]
