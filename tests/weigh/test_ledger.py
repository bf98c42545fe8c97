"""Who held what on which day, from all that is told."""

import datetime as dt

from dateline.model import LedgerEntry
from tests.weigh.reports import article, claim, held, weigh


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def on(entries: tuple[LedgerEntry, ...], place: str, when: str) -> set[str]:
    at = day(when)
    return {
        e.holder
        for e in entries
        if e.place == place and (e.since or e.until) and (e.since or dt.date.min) <= at <= (e.until or dt.date.max)
    }


def test_a_holding_is_carried_forward_until_another_holder_is_told_and_gaps_stay_gaps() -> None:
    one = article("one", "Rebels control Harasta.", "2018-03-10")
    two = article("two", "The army controls Harasta.", "2018-03-25")
    ledger = weigh(
        [one, two],
        control=[held(one, "control", "harasta", "rebels"), held(two, "controls", "harasta", "syrian-army")],
    ).ledger
    assert on(ledger, "harasta", "2018-03-01") == set()
    assert on(ledger, "harasta", "2018-03-24") == {"rebels"}
    assert on(ledger, "harasta", "2018-03-25") == {"syrian-army"}
    assert {e.status for e in ledger} == {"claimed"}


def test_a_capture_ends_what_has_held_since_a_year() -> None:
    one = article("one", "Rebels have held Harasta since 2012.", "2018-03-10")
    two = article("two", "The army captured Harasta.", "2018-03-25")
    since = held(one, "held", "harasta", "rebels", since=day("2012-01-01"), as_of=None)
    taken = claim(two, "captured", "capture", ["syrian-army"], (), ["harasta"], on="2018-03-25")
    ledger = weigh([one, two], [taken], control=[since]).ledger
    rebels = next(e for e in ledger if e.holder == "rebels")
    assert (rebels.since, rebels.until) == (day("2012-01-01"), day("2018-03-24"))
    army = next(e for e in ledger if e.holder == "syrian-army")
    assert army.since == day("2018-03-25")
    assert army.claims == (taken.id,)


def test_two_sides_told_for_one_day_are_contested() -> None:
    one = article("one", "Rebels control Harasta.", "2018-03-25")
    two = article("two", "The army controls Harasta.", "2018-03-25")
    ledger = weigh(
        [one, two],
        control=[held(one, "control", "harasta", "rebels"), held(two, "controls", "harasta", "syrian-army")],
    ).ledger
    assert {e.status for e in ledger} == {"contested"}


def test_part_of_an_area_does_not_end_what_the_other_side_holds_of_it() -> None:
    one = article("one", "Rebels control Eastern Ghouta.", "2018-03-10")
    two = article("two", "The army controls 90% of Eastern Ghouta.", "2018-03-25")
    control = [
        held(one, "control", "eastern-ghouta", "rebels"),
        held(two, "controls", "eastern-ghouta", "syrian-army", share=90.0),
    ]
    ledger = weigh([one, two], control=control).ledger
    assert on(ledger, "eastern-ghouta", "2018-03-26") == {"rebels", "syrian-army"}


def test_a_town_goes_with_the_whole_area_around_it() -> None:
    one = article("one", "Rebels control Harasta.", "2018-03-10")
    two = article("two", "The army controls all of Eastern Ghouta.", "2018-04-14")
    control = [
        held(one, "control", "harasta", "rebels"),
        held(two, "controls", "eastern-ghouta", "syrian-army", share=100.0),
    ]
    ledger = weigh([one, two], control=control).ledger
    assert on(ledger, "harasta", "2018-04-13") == {"rebels"}
    assert on(ledger, "harasta", "2018-04-15") == set()


def test_every_cell_names_what_it_rests_on() -> None:
    one = article("one", "Rebels control Harasta.", "2018-03-10")
    statement = held(one, "control", "harasta", "rebels")
    (entry,) = weigh([one], control=[statement]).ledger
    assert entry.claims == (statement.id,)


def test_all_told_by_one_and_part_told_by_the_other_side_is_contested() -> None:
    one = article("one", "The army controls all of Eastern Ghouta.", "2018-03-25")
    two = article("two", "Rebels hold the last pocket of Eastern Ghouta.", "2018-03-25")
    control = [
        held(one, "controls", "eastern-ghouta", "syrian-army", share=100.0),
        held(two, "hold", "eastern-ghouta", "rebels", rule="holding word pocket"),
    ]
    assert {e.status for e in weigh([one, two], control=control).ledger} == {"contested"}


def test_one_report_can_tell_of_both_parts_of_an_area() -> None:
    one = article("one", "The army controls most of Eastern Ghouta. Rebels hold the rest of it.", "2018-03-25")
    control = [
        held(one, "controls", "eastern-ghouta", "syrian-army"),
        held(one, "hold", "eastern-ghouta", "rebels", rule="-held"),
    ]
    assert "contested" not in {e.status for e in weigh([one], control=control).ledger}


def test_a_rebel_held_town_that_was_taken_was_held_before_it_was_taken() -> None:
    text = article("t", "In 2012 the army took rebel-held Harasta.", "2018-03-25")
    taken = claim(text, "took", "capture", ["syrian-army"], (), ["harasta"], on="2012-03-01")
    ledger = weigh([text], [taken], control=[held(text, "rebel-held", "harasta", "rebels", rule="-held")]).ledger
    assert on(ledger, "harasta", "2018-03-25") == {"syrian-army"}
    assert on(ledger, "harasta", "2012-02-29") == {"rebels"}


def test_a_monitor_based_in_a_town_does_not_hold_it() -> None:
    text = article("t", "The Observatory, based in Harasta, said so.", "2018-03-25")
    assert not weigh([text], control=[held(text, "based in", "harasta", "sohr")]).ledger


def test_a_general_word_and_the_only_name_it_can_mean_hold_a_place_as_one() -> None:
    one = article("one", "Rebels control Douma.", "2018-03-10")
    two = article("two", "Jaysh al-Islam controls Douma.", "2018-03-12")
    statements = [held(one, "control", "douma", "rebels"), held(two, "controls", "douma", "jaysh-al-islam")]
    (entry,) = weigh([one, two], control=statements).ledger
    assert (entry.holder, entry.since, entry.until) == ("jaysh-al-islam", day("2018-03-10"), None)


def test_who_hands_over_arms_under_a_deal_still_holds_the_town() -> None:
    text = article("t", "The group controls Douma. An accord on Douma was signed. It gave up its tanks.", "2018-03-12")
    parties = ["syrian-army", "jaysh-al-islam"]
    claims = [
        claim(text, "accord", "agreement", parties, (), ["douma"], on="2018-03-10"),
        claim(text, "gave up", "disarmament", ["jaysh-al-islam"], (), ["douma"], on="2018-03-11"),
    ]
    found = weigh([text], claims, control=[held(text, "controls", "douma", "jaysh-al-islam")])
    assert found.deals[0].status == "implemented"
    assert on(found.ledger, "douma", "2018-03-14") == {"jaysh-al-islam"}
