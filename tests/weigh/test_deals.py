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


def test_a_step_without_a_day_stands_with_the_dated_one_or_after_what_leads_to_it() -> None:
    reports = [
        article("a", "An agreement on Douma was reached.", "2018-03-22"),
        article("b", "The army gave an ultimatum to leave Douma.", "2018-03-25"),
        article("c", "They had agreed on Douma. The fighters left Douma. Nobody knows when."),
    ]
    claims = [
        claim(reports[0], "agreement", "agreement", PARTIES, (), ["douma"]),
        claim(reports[1], "ultimatum", "ultimatum", ["syrian-army"], ["jaysh-al-islam"], ["douma"]),
        claim(reports[2], "agreed", "agreement", PARTIES, (), ["douma"]),
        claim(reports[2], "left", "evacuation", ["jaysh-al-islam"], (), ["douma"]),
    ]
    (deal,) = weigh(reports, claims).deals
    assert course(deal) == ["agreed", "demanded", "implemented"]
    assert deal.history[-1].date is None
    assert {claims[0].id, claims[2].id} <= set(deal.history[0].claims)


def test_a_deal_told_after_it_was_carried_out_was_agreed_before() -> None:
    one = article("a", "Fighters left Douma on 8 April. The departure was agreed by both sides.", "2018-04-12")
    claims = [
        claim(one, "agreed", "agreement", PARTIES, (), ["douma"]),
        claim(one, "left", "evacuation", ["jaysh-al-islam"], (), ["douma"], on="2018-04-08"),
    ]
    (deal,) = weigh([one], claims).deals
    assert course(deal) == ["agreed", "implemented"]
    assert deal.status == "implemented"


def test_a_deal_over_a_town_and_its_area_signed_on_one_day_is_one() -> None:
    one = article("a", "An accord on Douma was signed on 8 April.", "2018-04-08")
    two = article("b", "The accord on Eastern Ghouta was signed on 8 April.", "2018-04-10")
    three = article("c", "An accord on Harasta was signed on 8 April.", "2018-04-08")
    claims = [
        claim(one, "accord", "agreement", PARTIES, (), ["douma"], on="2018-04-08"),
        claim(two, "accord", "agreement", ["syrian-government", "russia"], (), ["eastern-ghouta"], on="2018-04-08"),
        claim(three, "accord", "agreement", ["syrian-army", "ahrar-al-sham"], (), ["harasta"], on="2018-04-08"),
    ]
    assert sorted(deal.place for deal in weigh([one, two, three], claims).deals) == ["douma", "harasta"]


def test_a_deal_signed_abroad_is_the_deal_over_the_town_at_home() -> None:
    one = article("a", "The army and the group signed a truce in Abyan on 8 April.", "2018-04-08")
    two = article("b", "The truce of 8 April holds in Douma, the army says.", "2018-04-20")
    claims = [
        claim(one, "truce", "ceasefire", PARTIES, (), ["abyan"], on="2018-04-08"),
        claim(two, "truce", "ceasefire", ["syrian-army"], (), ["douma"], on="2018-04-08"),
    ]
    (deal,) = weigh([one, two], claims, mentions=[named(two, "Douma", "douma")]).deals
    assert deal.place == "douma"


def test_arms_handed_over_under_a_deal_months_later_carry_it_out() -> None:
    one = article("a", "An accord on Douma was signed on 8 January.", "2018-01-08")
    two = article("b", "Fighters handed over tanks on 20 March under the accord of 8 January.", "2018-03-21")
    claims = [
        claim(one, "accord", "agreement", PARTIES, (), ["douma"], on="2018-01-08"),
        claim(two, "accord", "agreement", PARTIES, (), ["douma"], on="2018-01-08"),
        claim(two, "handed over", "disarmament", ["jaysh-al-islam"], (), ["douma"], on="2018-03-20"),
    ]
    (deal,) = weigh([one, two], claims).deals
    assert course(deal) == ["agreed", "implemented"]


def test_suspended_talks_are_delayed_and_not_refused() -> None:
    text = article("a", "The group suspended the talks on Douma.", "2018-03-25")
    claims = [claim(text, "suspended", "refusal", PARTIES, (), ["douma"])]
    (deal,) = weigh([text], claims).deals
    assert course(deal) == ["delayed"]


def test_a_truce_that_was_negotiated_is_agreed() -> None:
    text = article("a", "Elders negotiated a truce between the army and the group in Douma.", "2018-03-25")
    (deal,) = weigh([text], [claim(text, "negotiated", "negotiation", PARTIES, (), ["douma"])]).deals
    assert course(deal) == ["agreed"]


def test_a_refusal_told_at_the_seat_of_who_refuses_answers_what_stands_before_it() -> None:
    text = article("a", "The group declared a truce in Douma. The state in Damascus refused it.", "2018-03-25")
    claims = [
        claim(text, "truce", "ceasefire", ["jaysh-al-islam"], (), ["douma"]),
        claim(text, "refused", "refusal", ["syrian-government"], (), ["damascus"]),
    ]
    places = [named(text, "Douma", "douma"), named(text, "Damascus", "damascus")]
    (deal,) = weigh([text], claims, mentions=places).deals
    assert deal.place == "douma"
    assert course(deal) == ["in-force", "refused"]


def test_one_party_that_asks_for_something_makes_no_deal_yet() -> None:
    text = article("a", "The group demands talks on Douma.", "2018-03-25")
    asked = claim(text, "talks", "negotiation", ["jaysh-al-islam"], (), ["douma"])
    assert weigh([text], [asked]).deals == ()


def test_each_of_the_suburbs_in_a_list_has_its_deal() -> None:
    text = article(
        "a", "Deals were reached in suburbs of Damascus such as Darayya and Moadamiya and in Waer.", "2016-10-07"
    )
    deals = claim(text, "Deals", "agreement", ["syrian-government", "rebels"], (), ["damascus"])
    words = {"Damascus": "damascus", "Darayya": "darayya", "Moadamiya": "moadamiyeh", "Waer": "waer"}
    found = weigh([text], [deals], mentions=[named(text, word, id) for word, id in words.items()]).deals
    assert {deal.place for deal in found} == {"darayya", "moadamiyeh", "waer"}


def test_a_deal_signed_another_day_is_another_and_what_follows_goes_with_the_later() -> None:
    one = article("a", "A truce in Douma was signed on 1 March.", "2018-03-02")
    two = article("b", "A truce in Douma was signed on 10 March. It collapsed on 12 March.", "2018-03-13")
    claims = [
        claim(one, "truce", "agreement", PARTIES, (), ["douma"], on="2018-03-01"),
        claim(two, "truce", "agreement", PARTIES, (), ["douma"], on="2018-03-10"),
        claim(two, "collapsed", "violation", PARTIES, (), ["douma"], on="2018-03-12"),
    ]
    assert sorted(map(course, weigh([one, two], claims).deals)) == [["agreed"], ["agreed", "broken"]]


def test_what_two_states_deal_with_each_other_in_one_week_is_one_deal() -> None:
    one = article("a", "Russia and Turkey agreed on a truce in Idlib.", "2018-03-12")
    two = article("b", "Russia and Turkey keep their truce in Douma.", "2018-03-14")
    claims = [
        claim(one, "truce", "ceasefire", ["russia", "turkey"], (), ["idlib"]),
        claim(two, "truce", "ceasefire", ["russia", "turkey"], (), ["douma"]),
    ]
    places = [named(one, "Idlib", "idlib"), named(two, "Douma", "douma")]
    assert len(weigh([one, two], claims, mentions=places).deals) == 1


def test_what_one_party_alone_refuses_is_no_deal_yet() -> None:
    for words, kind in (
        ("turned down an offer", "refusal"),
        ("rejected talks", "refusal"),
        ("refused to bargain", "refusal"),
    ):
        text = article("a", f"The government {words} in Douma.", "2018-03-25")
        refused = claim(text, words.split()[0], kind, ["syrian-government"], (), ["douma"])
        assert weigh([text], [refused]).deals == ()


def test_both_sides_are_those_of_the_word_before() -> None:
    text = article(
        "a",
        "The army and the group agreed on a truce in Douma. Both sides signed a pledge. Elders made a pact.",
        "2018-03-25",
    )
    claims = [
        claim(text, "truce", "ceasefire", PARTIES, (), ["douma"], on="2018-03-24"),
        claim(text, "signed", "agreement", ["warring-parties"], (), ["douma"], on="2018-03-02"),
        claim(text, "pact", "agreement", ["civilians", "rebels", "local-council"], (), ["douma"], on="2018-03-24"),
    ]
    deals = weigh([text], claims).deals
    (pledge,) = (deal for deal in deals if claims[1].id in deal.claims)
    assert set(PARTIES) <= set(pledge.parties)


def test_a_breach_told_after_a_deal_was_signed_again_is_none_of_the_one_before() -> None:
    one = article(
        "a", "An earlier truce in Douma collapsed in January. A new one was agreed on 12 February.", "2018-02-12"
    )
    two = article("b", "The army broke the truce in Douma.", "2018-02-19")
    claims = [
        claim(one, "collapsed", "violation", PARTIES, (), ["douma"], on="2018-01-31"),
        claim(one, "agreed", "agreement", PARTIES, (), ["douma"], on="2018-02-12"),
        claim(two, "broke", "violation", PARTIES, (), ["douma"]),
    ]
    deals = {deal.history[0].date: course(deal) for deal in weigh([one, two], claims).deals}
    assert list(deals.values()).count(["broken"]) == 1
    assert ["agreed", "broken"] in deals.values()


def test_a_truce_that_one_side_declares_over_an_area_is_no_part_of_a_deal_over_a_town_in_it() -> None:
    text = "An accord on Douma was reached. The authorities have introduced a daily ceasefire for the residents."
    report = article("a", text, "2018-03-22")
    claims = [
        claim(report, "accord", "agreement", PARTIES, (), ["douma"]),
        claim(report, "ceasefire", "ceasefire", ["syrian-government"], (), ["eastern-ghouta"]),
    ]
    deals = {deal.place: deal for deal in weigh([report], claims).deals}
    assert course(deals["douma"]) == ["agreed"]
    assert course(deals["eastern-ghouta"]) == ["in-force"]
    assert deals["eastern-ghouta"].parties == ("syrian-government",)


def test_what_a_deal_grants_is_a_term_and_stands_in_the_deal_of_its_sentence() -> None:
    text = article(
        "a",
        "The elders of Douma agreed on a truce, and families who wish to stay in their homes may do so. "
        "In Harasta they agreed that fighters be pardoned.",
        "2018-03-22",
    )
    claims = [
        claim(text, "agreed on a truce", "agreement", PARTIES, (), ["douma"]),
        claim(text, "agreed that", "agreement", ["ahrar-al-sham", "syrian-army"], (), ["harasta"]),
    ]
    terms = {deal.place: deal.terms for deal in weigh([text], claims).deals}
    assert terms == {
        "douma": ("who may stay: “families who wish to stay in their homes may do so”",),
        "harasta": ("status settled or pardon: “fighters be pardoned”",),
    }


def test_what_is_to_be_done_after_a_deal_is_its_term_and_what_somebody_plans_is_none() -> None:
    text = article(
        "a",
        "The sides signed a truce in Douma. Heavy arms are to be withdrawn within a week. The group hopes to withdraw later.",
        "2018-03-22",
    )
    claims = [
        claim(text, "signed", "agreement", PARTIES, (), ["douma"]),
        claim(text, "withdrawn", "withdrawal", modality=Modality.PLANNED, places=["syria"]),
        claim(text, "withdraw later", "withdrawal", modality=Modality.PLANNED, places=["syria"]),
    ]
    (deal,) = weigh([text], claims).deals
    assert deal.terms == ("forces withdraw: “withdrawn within a week.”",)


def test_an_act_that_was_agreed_is_a_term_though_it_is_told_as_done() -> None:
    text = article(
        "a", "The group agreed in Douma to a truce and to the disarmament of its men. It then fled Douma.", "2018-03-22"
    )
    claims = [
        claim(text, "agreed", "agreement", PARTIES, (), ["douma"]),
        claim(text, "disarmament", "disarmament", ["jaysh-al-islam"], (), ["douma"]),
        claim(text, "fled", "withdrawal", ["jaysh-al-islam"], (), ["douma"]),
    ]
    (deal,) = weigh([text], claims).deals
    assert deal.terms == ("weapons handed over: “disarmament of its men.”",)


def test_a_term_that_two_reports_copy_stands_once_and_a_bare_word_gives_way_to_what_tells_more() -> None:
    said = ("They agreed in Douma that fighters leave Douma for Idlib early on Monday.", "They agreed: an evacuation.")
    reports = [article("a", said[0], "2018-03-22"), article("b", said[0].replace("on ", ""), "2018-03-22")]
    reports.append(article("c", said[1], "2018-03-22"))
    claims = [claim(r, "agreed", "agreement", PARTIES, (), ["douma"]) for r in reports]
    claims += [
        claim(r, "leave", "evacuation", ["jaysh-al-islam"], (), ["douma"], modality=Modality.AGREED)
        for r in reports[:2]
    ]
    claims.append(claim(reports[2], "evacuation", "evacuation", (), (), ["douma"], modality=Modality.AGREED))
    (deal,) = weigh(reports, claims).deals
    assert len(deal.terms) == 1
    assert "leave Douma for Idlib" in deal.terms[0]


def test_a_breach_that_was_reported_before_a_deal_was_signed_is_of_the_one_before() -> None:
    before = article("a", "Fighters wrecked the accord on Douma.", "2018-03-16")
    after = article("b", "The sides agreed on Douma on 17 March.", "2018-03-18")
    claims = [
        claim(before, "wrecked", "violation", PARTIES, (), ["douma"]),
        claim(after, "agreed", "agreement", PARTIES, (), ["douma"], on="2018-03-17"),
    ]
    assert sorted(map(course, weigh([before, after], claims).deals)) == [["agreed"], ["broken"]]


def test_terms_told_on_the_day_of_carrying_out_do_not_undo_it() -> None:
    text = "The deal on Douma was carried out. By it police enter. By it aid comes. By it guns go."
    report = article("a", text, "2018-03-25")
    agreed = {"on": "2018-03-25", "modality": Modality.AGREED}
    claims = [
        claim(report, "carried out", "evacuation", ["jaysh-al-islam"], (), ["douma"], on="2018-03-25"),
        claim(report, "deal on Douma", "agreement", PARTIES, (), ["douma"], on="2018-03-25"),
        claim(report, "enter", "deployment", ["syrian-army"], (), ["douma"], **agreed),
        claim(report, "aid comes", "aid", ["syrian-army"], (), ["douma"], **agreed),
        claim(report, "guns go", "disarmament", ["jaysh-al-islam"], (), ["douma"], **agreed),
    ]
    (deal,) = weigh([report], claims).deals
    assert [step.status for step in deal.history] == ["agreed", "implemented"]
    assert deal.status == "implemented"
