"""Deals and ultimatums with their course, one for each place and set of opponents."""

from dateline.model import Deal, Evidence, Modality
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


def test_a_council_that_agrees_on_a_wording_makes_no_deal() -> None:
    text = article("a", "The local council agreed in Douma on the wording.", "2018-03-22")
    assert not weigh([text], [claim(text, "agreed", "agreement", ["local-councils"], (), ["douma"])]).deals


def test_a_similar_deal_elsewhere_does_not_borrow_the_fighters_of_the_first() -> None:
    text = article(
        "a", "The group agreed with the army in Harasta. A similar deal was implemented in Saqba.", "2018-03-22"
    )
    claims = [
        claim(text, "agreed", "agreement", ["ahrar-al-sham", "syrian-army"], (), ["harasta"]),
        claim(text, "similar deal", "agreement", (), (), ["saqba"]),
    ]
    mentions = [named(text, "Harasta", "harasta"), named(text, "Saqba", "saqba")]
    deals = {deal.place: deal for deal in weigh([text], claims, mentions=mentions).deals}
    assert "ahrar-al-sham" not in deals["saqba"].parties
    assert deals["saqba"].status == "implemented"


def test_what_a_reached_deal_obliges_to_is_its_term_and_no_new_demand() -> None:
    text = article("a", "Under the deal, reached in talks, the fighters must leave Douma.", "2018-03-22")
    claims = [
        claim(text, "deal", "agreement", ["syrian-army", "jaysh-al-islam"], (), ["douma"]),
        claim(text, "talks", "negotiation", PARTIES, (), ["douma"]),
        claim(text, "leave", "evacuation", ["jaysh-al-islam"], (), ["douma"], modality=Modality.DEMANDED),
    ]
    (deal,) = weigh([text], claims).deals
    assert course(deal) == ["agreed"]
    assert deal.terms


def test_a_deal_over_one_place_is_one_though_reports_name_other_parties() -> None:
    one = article("a", "Rebels and Russia agreed on Douma.", "2018-03-22")
    two = article("b", "The government agreed with fighters to go on in Douma.", "2018-03-25")
    three = article("c", "The convoys left Douma under the accord with the rebels.", "2018-03-29")
    claims = [
        claim(one, "agreed", "agreement", ["rebels", "russia"], (), ["douma"], on="2018-03-22"),
        claim(two, "agreed", "agreement", ["syrian-government"], ["rebels"], ["douma"], on="2018-03-25"),
        claim(three, "accord", "agreement", ["rebels"], (), ["douma"]),
    ]
    (deal,) = weigh([one, two, three], claims).deals
    assert [(step.status, str(step.date)) for step in deal.history] == [
        ("agreed", "2018-03-22"),
        ("agreed", "2018-03-25"),  # the last report only mentions it: no third step
    ]


def place_told(report, words):
    return (Evidence("place", named(report, words, "douma").span, "test"),)


def test_a_deal_that_one_speaker_tells_is_not_refused_by_what_another_says() -> None:
    text = article(
        "a", "State media told of a deal on Douma. The monitor said that fighters rejected it.", "2018-03-25"
    )
    claims = [
        claim(text, "deal", "agreement", PARTIES, (), ["douma"], speakers=("state-media",)),
        claim(text, "rejected", "refusal", ["jaysh-al-islam"], (), ["douma"], speakers=("sohr",)),
    ]
    (deal,) = weigh([text], claims).deals
    assert sorted(course(deal)) == ["agreed", "refused"]
    assert {step.status: len(step.claims) for step in deal.history} == {"agreed": 1, "refused": 1}


def test_a_term_without_a_place_belongs_to_the_deal_of_its_sentence() -> None:
    text = article(
        "a", "The fight for Harasta goes on. In Douma the group took a deal giving safe passage.", "2018-03-25"
    )
    claims = [
        claim(text, "deal", "agreement", PARTIES, (), ["douma"], evidence=place_told(text, "Douma")),
        claim(text, "giving", "corridor", (), ["jaysh-al-islam"], ["harasta"], modality=Modality.AGREED),
    ]
    deals = weigh([text], claims, mentions=[named(text, "Harasta", "harasta"), named(text, "Douma", "douma")]).deals
    assert [deal.place for deal in deals] == ["douma"]


def test_a_truce_of_one_side_whose_place_is_carried_over_is_no_step_of_a_towns_deal() -> None:
    text = article("a", "A deal on Saqba was reached. It holds. Rain fell. The state declared a truce.", "2018-03-25")
    claims = [
        claim(text, "deal", "agreement", ["syrian-government", "rebels"], (), ["saqba"]),
        claim(text, "truce", "ceasefire", ["syrian-government"], (), ["saqba"]),
    ]
    (deal,) = weigh([text], claims, mentions=[named(text, "Saqba", "saqba")]).deals
    assert course(deal) == ["agreed"]


def test_a_towns_deal_does_not_swallow_that_of_the_next_town_through_the_area_around_both() -> None:
    one = article("a", "The group will not leave Eastern Ghouta. It must leave Douma.", "2018-03-25")
    two = article("b", "A deal on Saqba was reached by residents.", "2018-03-22")
    claims = [
        claim(
            one,
            "will not leave",
            "refusal",
            PARTIES,
            (),
            ["eastern-ghouta"],
            evidence=place_told(one, "Eastern Ghouta"),
        ),
        claim(one, "leave Douma", "withdrawal", PARTIES, (), ["douma"], modality=Modality.DEMANDED),
        claim(two, "deal", "agreement", ["syrian-government", "rebels"], (), ["saqba"]),
    ]
    mentions = [
        named(one, "Eastern Ghouta", "eastern-ghouta"),
        named(one, "Douma", "douma"),
        named(two, "Saqba", "saqba"),
    ]
    assert {deal.place for deal in weigh([one, two], claims, mentions=mentions).deals} == {"douma", "saqba"}


def test_what_is_planned_elsewhere_is_no_term_of_a_deal() -> None:
    text = article("a", "Taking the camp would give the state all of Syria. Talks over Douma go on.", "2018-03-25")
    claims = [
        claim(text, "give", "handover", (), ["syrian-government"], ["syria"], modality=Modality.PLANNED),
        claim(text, "Talks", "negotiation", PARTIES, (), ["douma"]),
    ]
    (deal,) = weigh([text], claims, mentions=[named(text, "Douma", "douma")]).deals
    assert deal.terms == ()
