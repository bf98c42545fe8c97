"""Deals and ultimatums with their course, one for each place and set of opponents."""

from dateline.model import Deal, Modality
from tests.weigh.reports import article, claim, held, named, weigh

PARTIES = ["jaysh-al-islam", "syrian-army"]


def course(deal: Deal) -> list[str]:
    return [step.status for step in deal.history]


def test_one_deal_runs_from_ultimatum_over_talks_and_agreement_to_its_carrying_out() -> None:
    reports = [
        article("a", "The army gave an ultimatum to leave Douma.", "2018-03-20"),
        article("b", "Talks over Douma began.", "2018-03-24"),
        article("c", "An agreement on Douma was reached.", "2018-04-08"),
        article("d", "After the agreement on Douma. Weeks later the fighters departed from Douma.", "2018-04-14"),
    ]
    claims = [
        claim(reports[0], "ultimatum", "ultimatum", ["syrian-army"], ["jaysh-al-islam"], ["douma"]),
        claim(reports[1], "Talks", "negotiation", PARTIES, (), ["douma"]),
        claim(reports[2], "agreement", "agreement", PARTIES, (), ["douma"]),
        claim(reports[3], "agreement", "agreement", PARTIES, (), ["douma"], on="2018-04-08"),
        claim(reports[3], "departed", "evacuation", ["jaysh-al-islam"], (), ["douma"], on="2018-04-14"),
    ]
    (deal,) = weigh(reports, claims).deals
    assert course(deal) == ["demanded", "negotiated", "agreed", "implemented"]
    assert deal.status == "implemented"
    assert set(deal.parties) == set(PARTIES)


def test_competing_reports_of_one_day_stand_side_by_side() -> None:
    one = article("a", "An accord on Douma was reached.", "2018-03-25")
    two = article("b", "The group rejected the offer on Douma.", "2018-03-25")
    claims = [
        claim(one, "accord", "agreement", PARTIES, (), ["douma"]),
        claim(two, "rejected", "refusal", ["jaysh-al-islam"], ["syrian-army"], ["eastern-ghouta"]),
    ]
    (deal,) = weigh([one, two], claims).deals
    assert sorted(course(deal)) == ["agreed", "refused"]
    assert deal.place == "douma"


def test_other_opponents_in_the_next_town_have_a_deal_of_their_own() -> None:
    text = article("a", "An accord on Douma was reached. An accord on Harasta was reached too.", "2018-03-25")
    claims = [
        claim(text, "accord on Douma", "agreement", PARTIES, (), ["douma"]),
        claim(text, "accord on Harasta", "agreement", ["ahrar-al-sham", "syrian-army"], (), ["harasta"]),
    ]
    assert {deal.place for deal in weigh([text], claims).deals} == {"douma", "harasta"}


def test_a_deal_without_a_place_is_about_what_its_party_holds() -> None:
    text = article("a", "The group controls Douma. It has begun talks with the army.", "2018-03-22")
    talks = claim(text, "talks", "negotiation", PARTIES)
    statement = held(text, "controls Douma", "douma", "jaysh-al-islam")
    (deal,) = weigh([text], [talks], control=[statement]).deals
    assert deal.place == "douma"


def test_where_people_are_brought_is_not_what_the_deal_is_about() -> None:
    text = article("a", "Under the accord on Harasta fighters are taken to rebel areas of Idlib.", "2018-03-22")
    deal_claim = claim(text, "accord", "agreement", ["ahrar-al-sham", "syrian-army"], (), ["harasta"])
    (deal,) = weigh(
        [text], [deal_claim], mentions=[named(text, "Harasta", "harasta"), named(text, "Idlib", "idlib")]
    ).deals
    assert deal.place == "harasta"


def test_terms_are_told_in_words_with_their_kind() -> None:
    text = article("a", "They agreed that the fighters lay down their arms in Harasta.", "2018-03-22")
    claims = [
        claim(text, "agreed", "agreement", ["ahrar-al-sham", "syrian-army"], (), ["harasta"]),
        claim(text, "lay down", "disarmament", ["ahrar-al-sham"], (), ["harasta"], modality=Modality.AGREED),
    ]
    (deal,) = weigh([text], claims).deals
    assert deal.terms == ("weapons handed over: “lay down their arms in Harasta.”",)


def test_a_suspended_deal_is_delayed_and_a_collapsed_truce_is_broken() -> None:
    text = article("a", "The accord on Harasta was suspended. The brokered truce in Douma collapsed.", "2018-03-22")
    claims = [
        claim(text, "suspended", "violation", ["rebels"], (), ["harasta"]),
        claim(text, "truce", "ceasefire", PARTIES, (), ["douma"]),
        claim(text, "collapsed", "violation", PARTIES, (), ["douma"]),
    ]
    status = {deal.place: deal.status for deal in weigh([text], claims).deals}
    assert status == {"harasta": "delayed", "douma": "broken"}
