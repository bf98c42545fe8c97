"""Truces over an area, signed abroad, declared by one side, and those before them."""

from dateline.model import Article, Claim, Deal, Evidence, Modality
from tests.weigh.reports import article, claim, named, weigh

PARTIES = ["jaysh-al-islam", "syrian-army"]


def course(deal: Deal) -> list[tuple[str, str]]:
    return [(step.status, step.date.isoformat() if step.date else "") for step in deal.history]


def over(report: Article, words: str, place: str, kind: str, actors: list[str], **more: object) -> Claim:
    """Return a claim whose own words tell its place."""
    made = claim(report, words, kind, actors, (), [place], **more)
    return claim(report, words, kind, actors, (), [place], evidence=(Evidence("place", made.span, "told"),), **more)


def dated(report: Article, words: str, day: str, kind: str, on: str) -> Claim:
    """Return a claim of no parties whose day stands in the words `day`."""
    made = claim(report, day, kind)
    return claim(report, words, kind, on=on, places=["douma"], evidence=(Evidence("time", made.trigger, "told"),))


def test_a_truce_over_an_area_is_broken_in_each_of_its_towns_and_over_none_of_them() -> None:
    signed = article("a", "The two sides agreed on a truce in the desert. They met in Palmyra.", "2018-02-12")
    one = article("b", "The army broke the truce in Palmyra.", "2018-02-18")
    two = article("c", "The group broke the truce in al-Sukhnah.", "2018-02-19")
    claims = [
        over(signed, "agreed on a truce in the desert", "badia", "agreement", PARTIES, on="2018-02-12"),
        claim(one, "broke", "violation", ["syrian-army"], (), ["palmyra"], on="2018-02-18"),
        claim(two, "broke", "violation", ["jaysh-al-islam"], (), ["sukhnah"], on="2018-02-19"),
    ]
    (deal,) = weigh([signed, one, two], claims, mentions=[named(signed, "Palmyra", "palmyra")]).deals
    assert deal.place == "badia"
    assert course(deal) == [("agreed", "2018-02-12"), ("broken", "2018-02-18"), ("broken", "2018-02-19")]


def test_a_breach_before_the_signing_is_of_no_such_truce() -> None:
    signed = article("a", "The two sides agreed on a truce in the desert.", "2018-02-12")
    before = article("b", "The army broke the truce in Palmyra on 3 February.", "2018-02-04")
    claims = [
        over(signed, "agreed on a truce in the desert", "badia", "agreement", PARTIES, on="2018-02-12"),
        claim(before, "broke", "violation", ["syrian-army"], (), ["palmyra"], on="2018-02-03"),
    ]
    assert len(weigh([signed, before], claims).deals) == 2


def test_the_day_a_truce_was_signed_is_no_day_of_its_breach() -> None:
    text = article("a", "The group accused the army in Douma of breaking a truce signed in May.", "2018-06-20")
    breach = dated(text, "breaking", "in May", "violation", "2018-05-31")
    (deal,) = weigh([text], [breach, claim(text, "accused", "negotiation", PARTIES, (), ["douma"])]).deals
    assert ("agreed", "2018-05-31") in course(deal)
    assert ("broken", "2018-05-31") not in course(deal)


def test_a_truce_that_was_signed_and_still_holds_is_in_force_when_it_is_told() -> None:
    text = article("a", "The truce in Douma was agreed in April and it still holds.", "2018-05-21")
    told = claim(text, "agreed", "agreement", PARTIES, (), ["douma"], on="2018-04-30")
    (deal,) = weigh([text], [told]).deals
    assert course(deal) == [("agreed", "2018-04-30"), ("in-force", "2018-05-21")]


def test_a_truce_that_one_side_declares_and_the_other_refuses_is_refused() -> None:
    text = article("a", "The group declared a truce in Douma. The army refused the truce in Douma.", "2018-02-04")
    claims = [
        claim(text, "declared", "agreement", ["jaysh-al-islam"], (), ["douma"]),
        claim(text, "truce", "ceasefire", ["jaysh-al-islam"], (), ["douma"]),
        claim(text, "refused", "refusal", ["syrian-army"], (), ["douma"]),
    ]
    (deal,) = weigh([text], claims).deals
    assert deal.status == "refused"


def test_who_has_no_intention_to_attack_refuses_nothing() -> None:
    text = article("a", "The group agreed to talks in Douma. It had no intention of capturing Douma.", "2018-02-04")
    claims = [
        claim(text, "agreed", "agreement", PARTIES, (), ["douma"]),
        claim(text, "no intention of", "refusal", ["jaysh-al-islam"], (), ["douma"]),
        claim(text, "capturing", "capture", (), (), ["douma"], modality=Modality.PLANNED),
    ]
    (deal,) = weigh([text], claims).deals
    assert [status for status, _ in course(deal)] == ["agreed"]


def test_what_was_agreed_is_not_dated_by_what_is_yet_to_come() -> None:
    text = article("a", "They agreed in Douma to exchange prisoners by the end of June.", "2018-05-04")
    told = claim(text, "agreed", "agreement", PARTIES, (), ["douma"], on="2018-06-30")
    (deal,) = weigh([text], [told]).deals
    assert course(deal) == [("agreed", "2018-05-04")]


def test_an_ultimatum_that_was_refused_is_met_where_a_report_without_a_day_tells_it_carried_out() -> None:
    asked = article("a", "The army told the group to leave Douma, and it refused.", "2018-03-25")
    later = article("b", "After an accord on Douma was reached. The group left Douma.")
    claims = [
        claim(asked, "told", "ultimatum", ["syrian-army"], ["jaysh-al-islam"], ["douma"]),
        claim(asked, "refused", "refusal", ["jaysh-al-islam"], (), ["douma"]),
        claim(later, "accord", "agreement", PARTIES, (), ["douma"]),
        claim(later, "left", "evacuation", ["jaysh-al-islam"], (), ["douma"]),
    ]
    (deal,) = weigh([asked, later], claims).deals
    assert deal.status == "implemented"


def test_an_ultimatum_of_which_nothing_more_is_told_stays_open() -> None:
    asked = article("a", "The army gave the group two days to leave Douma.", "2018-03-25")
    (deal,) = weigh([asked], [claim(asked, "gave", "ultimatum", ["syrian-army"], ["jaysh-al-islam"], ["douma"])]).deals
    assert deal.status == "demanded"


def test_an_offer_to_disarm_is_offered_and_its_answer_belongs_to_it() -> None:
    text = article("a", "The group offered to lay down its arms in Douma. The army turned that down.", "2018-03-25")
    claims = [
        claim(text, "lay down", "disarmament", ["jaysh-al-islam"], (), ["douma"], modality=Modality.PLANNED),
        claim(text, "turned", "refusal", ["syrian-army"], (), ["douma"]),
    ]
    (deal,) = weigh([text], claims).deals
    assert sorted(status for status, _ in course(deal)) == ["offered", "refused"]
    assert deal.status == "refused"
    assert set(deal.parties) == set(PARTIES)
