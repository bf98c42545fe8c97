"""On which days the steps of a deal were, and which words are of one deal."""

import datetime as dt

from dateline.model import Article, Claim, Deal, Interval, Modality
from tests.weigh.reports import article, claim, named, weigh

PARTIES = ["jaysh-al-islam", "syrian-army"]


def course(deal: Deal) -> list[tuple[str, str]]:
    return [(step.status, step.date.isoformat() if step.date else "") for step in deal.history]


def signed(report: Article, words: str, on: str, place: str = "douma") -> Claim:
    return claim(report, words, "agreement", PARTIES, (), [place], on=on)


def test_a_term_is_agreed_when_its_deal_is_whenever_it_falls_due() -> None:
    report = article(
        "a", "The two signed an accord in Douma on Monday to swap captives by the end of May.", "2018-04-03"
    )
    due = claim(report, "swap", "prisoner-exchange", PARTIES, (), ["douma"], on="2018-05-31", modality=Modality.AGREED)
    (deal,) = weigh([report], [signed(report, "signed", "2018-04-02"), due]).deals
    assert course(deal) == [("agreed", "2018-04-02")]


def test_a_truce_takes_effect_on_its_own_day() -> None:
    first = article("a", "The two signed a truce in Douma.", "2018-04-02")
    then = article("b", "The truce took effect in Douma on Thursday.", "2018-04-06")
    begun = claim(then, "truce", "ceasefire", PARTIES, (), ["douma"], on="2018-04-05")
    (deal,) = weigh([first, then], [signed(first, "signed", "2018-04-02"), begun]).deals
    assert course(deal) == [("agreed", "2018-04-02"), ("in-force", "2018-04-05")]


def test_a_refusal_is_of_the_day_of_what_it_answers() -> None:
    report = article(
        "a", "On 2 April the army told the group to surrender in Douma. It turned this down.", "2018-04-20"
    )
    asked = claim(report, "told", "ultimatum", ["syrian-army"], ["jaysh-al-islam"], ["douma"], on="2018-04-02")
    refused = claim(report, "turned", "refusal", ["jaysh-al-islam"], (), ["douma"])
    (deal,) = weigh([report], [asked, refused]).deals
    assert course(deal) == [("demanded", "2018-04-02"), ("refused", "2018-04-02")]


def test_a_month_is_the_one_day_in_it_on_which_others_tell_the_same() -> None:
    first = article("a", "The army gave the group in Douma an ultimatum on 12 April.", "2018-04-13")
    later = article("b", "In April the army had given the group in Douma an ultimatum.", "2018-05-20")
    month = Interval(dt.date(2018, 4, 1), dt.date(2018, 4, 30), "text")
    claims = [
        claim(first, "gave", "ultimatum", ["syrian-army"], ["jaysh-al-islam"], ["douma"], on="2018-04-12"),
        claim(later, "given", "ultimatum", ["syrian-army"], ["jaysh-al-islam"], ["douma"], time=month),
    ]
    (deal,) = weigh([first, later], claims).deals
    assert course(deal) == [("demanded", "2018-04-12")]


def test_who_asks_after_the_signing_that_they_leave_asks_for_no_new_deal() -> None:
    first = article("a", "The two signed an accord in Douma.", "2018-04-02")
    then = article("b", "The army called on the group to leave Douma.", "2018-04-08")
    asked = claim(then, "leave", "evacuation", PARTIES, (), ["douma"], modality=Modality.DEMANDED, on="2018-04-08")
    (deal,) = weigh([first, then], [signed(first, "signed", "2018-04-02"), asked]).deals
    assert deal.status == "agreed" and course(deal) == [("agreed", "2018-04-02")]


def test_a_truce_broken_within_hours_is_broken_on_the_day_it_was_made() -> None:
    report = article("a", "The two signed a truce in Douma on 2 April. Both broke it within hours.", "2018-05-01")
    broken = claim(report, "broke", "violation", PARTIES, (), ["douma"])
    (deal,) = weigh([report], [signed(report, "signed", "2018-04-02"), broken]).deals
    assert course(deal) == [("agreed", "2018-04-02"), ("broken", "2018-04-02")]


def test_the_truce_that_fails_is_the_one_signed_last() -> None:
    old = article("a", "The two signed a truce in Douma.", "2018-03-12")
    new = article("b", "The two signed a truce in Douma again.", "2018-04-02")
    then = article("c", "The group broke the truce in Douma.", "2018-04-09")
    broken = claim(then, "broke", "violation", ["jaysh-al-islam"], (), ["douma"], on="2018-04-09")
    claims = [signed(old, "signed", "2018-03-12"), signed(new, "signed", "2018-04-02"), broken]
    deals = sorted(weigh([old, new, then], claims).deals, key=lambda deal: course(deal))
    assert [course(deal) for deal in deals] == [
        [("agreed", "2018-03-12")],
        [("agreed", "2018-04-02"), ("broken", "2018-04-09")],
    ]


def test_who_refuses_to_talk_refuses_no_ultimatum() -> None:
    first = article("a", "The army gave the group in Douma an ultimatum on 12 April.", "2018-04-13")
    then = article("b", "The group ruled out any talks with the army over Douma.", "2018-04-16")
    claims = [
        claim(first, "gave", "ultimatum", ["syrian-army"], ["jaysh-al-islam"], ["douma"], on="2018-04-12"),
        claim(then, "ruled out", "refusal", ["jaysh-al-islam"], ["syrian-army"], ["douma"], on="2018-04-16"),
    ]
    deals = weigh([first, then], claims).deals
    assert sorted(deal.status for deal in deals) == ["demanded", "refused"]


def test_two_towns_that_people_head_for_are_no_place_of_the_deal() -> None:
    text = "Under the accord on Douma the group may go to the nearby towns of Harasta and Zamalka."
    report = article("a", text, "2018-04-03")
    leave = claim(report, "go", "evacuation", ["jaysh-al-islam"], (), ["douma"], modality=Modality.AGREED)
    mentions = [
        named(report, "Douma", "douma"),
        named(report, "Harasta", "harasta"),
        named(report, "Zamalka", "zamalka"),
    ]
    (deal,) = weigh([report], [signed(report, "accord", "2018-04-02"), leave], mentions=mentions).deals
    assert deal.place == "douma"
