"""What cannot all be so is found; what is only coarser, vaguer or later is not."""

from dateline.model import Contradiction, Modality
from tests.weigh.reports import article, claim, figure, held, named, weigh


def tolls(first: tuple[str, float, float | None], second: tuple[str, float, float | None]) -> list[Contradiction]:
    reports = [
        article(str(n), "The strike killed people in Harasta.", day) for n, (day, *_) in enumerate((first, second))
    ]
    figures = [
        figure(r, "people", low, high, "killed") for r, (_, low, high) in zip(reports, (first, second), strict=True)
    ]
    claims = [
        claim(r, "killed", "airstrike", ["syrian-army"], (), ["harasta"], on="2018-03-01", figures=(f.id,))
        for r, f in zip(reports, figures, strict=True)
    ]
    return [c for c in weigh(reports, claims, figures).contradictions if c.about == "figure"]


def test_two_tolls_of_one_day_contradict() -> None:
    (found,) = tolls(("2018-03-02", 30, 30), ("2018-03-02", 43, None))
    assert {side.value for side in found.sides} == {"30", "43 or more"}


def test_a_toll_that_grew_rounding_and_vague_words_are_no_contradiction() -> None:
    assert not tolls(("2018-03-02", 30, 30), ("2018-03-04", 43, 43))
    assert not tolls(("2018-03-02", 24, None), ("2018-03-02", 34, 34))
    assert not tolls(("2018-03-02", 34, 34), ("2018-03-02", 30, None))
    assert not tolls(("2018-03-02", 10000, 10000), ("2018-03-02", 10100, 10100))


def test_a_toll_that_shrinks_is_a_contradiction() -> None:
    assert tolls(("2018-03-02", 100, None), ("2018-03-09", 80, 80))


def test_refusal_and_agreement_over_one_town_contradict_across_reports() -> None:
    one = article("one", "Fighters said they accept to leave Douma under an accord.", "2018-03-25")
    two = article("two", "Their commander said the group will not retreat from Eastern Ghouta.", "2018-03-25")
    claims = [
        claim(one, "accord", "agreement", ["jaysh-al-islam", "syrian-army"], (), ["douma"]),
        claim(two, "will not retreat", "refusal", ["jaysh-al-islam"], ["syrian-army"], ["eastern-ghouta"]),
    ]
    found = [c for c in weigh([one, two], claims).contradictions if c.about == "status"]
    assert {frozenset(side.claims) for side in found[0].sides} == {frozenset({c.id}) for c in claims}


def test_sides_that_blame_each_other_for_one_breach_contradict() -> None:
    one = article("one", "Rebels broke the truce in Harasta.", "2018-03-25")
    two = article("two", "The army broke the truce in Harasta.", "2018-03-25")
    claims = [
        claim(one, "broke", "violation", ["rebels"], (), ["harasta"]),
        claim(two, "broke", "violation", ["syrian-army"], (), ["harasta"]),
    ]
    assert any(c.about == "actor" for c in weigh([one, two], claims).contradictions)


def test_a_denial_stands_against_the_accusation_of_the_one_who_denies() -> None:
    text = article("t", "The opposition accused the army of the attack. The army denied it.", "2018-03-25")
    claims = [
        claim(text, "accused", "accusation", ["rebels"], ["syrian-army"]),
        claim(text, "attack", "attack", ["syrian-army"], (), ["harasta"], modality=Modality.REPORTED),
        claim(text, "denied", "denial", ["syrian-army"]),
    ]
    (found,) = weigh([text], claims, mentions=()).contradictions
    assert found.about == "status"
    assert {len(side.claims) for side in found.sides} == {1, 2}


def test_an_accident_and_an_attack_on_one_plane_contradict() -> None:
    text = article("t", "Rebels shot down the plane over Harasta. State media said it crashed.", "2018-03-25")
    claims = [
        claim(text, "shot down", "attack", ["rebels"], ["syrian-air-force"], ["harasta"], on="2018-03-24"),
        claim(text, "crashed", "accident", (), ["syrian-air-force"], ["harasta"], on="2018-03-24"),
    ]
    assert any(c.about == "actor" for c in weigh([text], claims).contradictions)


def test_two_holders_of_one_town_on_one_day_contradict_but_army_and_government_do_not() -> None:
    one = article("one", "Rebels control Harasta.", "2018-03-25")
    two = article("two", "The army controls Harasta.", "2018-03-25")
    rebels = held(one, "control", "harasta", "rebels")
    army = held(two, "controls", "harasta", "syrian-army")
    state = held(one, "control", "harasta", "syrian-government")
    assert any(c.about == "control" for c in weigh([one, two], control=[rebels, army]).contradictions)
    assert not weigh([one, two], control=[state, army]).contradictions


def test_counts_of_the_same_people_by_two_sources_of_one_report_contradict() -> None:
    text = article(
        "t", "The Red Cross said 25,000 people left Aleppo. A minister spoke of 37,500 people.", "2016-12-20"
    )
    figures = [
        figure(text, "25,000 people", 25000, 25000, "evacuated", places=("aleppo",), speakers=("icrc",)),
        figure(text, "37,500 people", 37500, 37500, "", speakers=("officials",)),
    ]
    found = weigh([text], figures=figures, mentions=[named(text, "Aleppo", "aleppo")]).contradictions
    assert [c.about for c in found] == ["figure"]


def test_one_question_is_one_contradiction_however_many_tell_it() -> None:
    reports = [article(str(n), "The strike killed people in Harasta.", "2018-03-02") for n in range(4)]
    figures = [figure(r, "people", low, low, "killed") for r, low in zip(reports, (30, 43, 30, 43), strict=True)]
    claims = [
        claim(r, "killed", "airstrike", ["syrian-army"], (), ["harasta"], on="2018-03-01", figures=(f.id,))
        for r, f in zip(reports, figures, strict=True)
    ]
    (found,) = [c for c in weigh(reports, claims, figures).contradictions if c.about == "figure"]
    assert {(side.value, len(side.claims)) for side in found.sides} == {("30", 2), ("43", 2)}


def test_an_act_denied_twice_is_one_contradiction_about_the_act() -> None:
    text = article(
        "t", "Activists said that the army shelled Harasta. The army denied it. It denies all.", "2018-03-25"
    )
    claims = [
        claim(text, "said", "accusation", ["activists"], ["syrian-army"]),
        claim(text, "shelled", "shelling", ["syrian-army"], (), ["harasta"]),
        claim(text, "denied", "denial", ["syrian-army"]),
        claim(text, "denies", "denial", ["syrian-army"]),
    ]
    standing = weigh([text], claims)
    (found,) = standing.contradictions
    assert next(e for e in standing.events if e.id == found.event).type == "shelling"


def test_a_part_counted_after_its_whole_is_no_rival_count() -> None:
    one = article("1", "Fire killed 82 civilians, including 13 children in Harasta.", "2018-03-02")
    two = article("2", "Fire killed 82 civilians, including 13 children in Harasta.", "2018-03-02")
    figures = [
        figure(report, words, low, low, "killed")
        for report in (one, two)
        for words, low in (("82 civilians", 82), ("13 children", 13))
    ]
    claims = [
        claim(r, "killed", "attack", (), (), ["harasta"], on="2018-03-02", figures=tuple(f.id for f in own))
        for r, own in ((one, figures[:2]), (two, figures[2:]))
    ]
    standing = weigh([one, two], claims, figures)
    assert not standing.contradictions
    assert all((c.low, c.best, c.high) == (82, 82, 82) for e in standing.events for c in e.counts)


def test_wounded_of_no_common_event_do_not_contradict() -> None:
    one = article("1", "The convoy carried 26 wounded out of Harasta.", "2018-03-02")
    two = article("2", "Shots in Harasta left three wounded.", "2018-03-02")
    figures = [
        figure(one, "26 wounded", 26, 26, "wounded", places=("harasta",)),
        figure(two, "three wounded", 3, 3, "wounded", places=("harasta",)),
    ]
    assert not weigh([one, two], figures=figures, mentions=[named(one, "Harasta", "harasta")]).contradictions


def test_people_who_left_by_another_day_do_not_contradict() -> None:
    one = article("1", "Officials said 13,346 people left Harasta.", "2018-03-02")
    two = article("2", "About 8,000 people left Harasta, a source said.", "2018-03-06")
    figures = [
        figure(one, "13,346 people", 13346, 13346, "evacuated", places=("harasta",), speakers=("officials",)),
        figure(two, "8,000 people", 8000, 8000, "evacuated", places=("harasta",)),
    ]
    assert not weigh([one, two], figures=figures, mentions=[named(one, "Harasta", "harasta")]).contradictions


def test_a_deal_carried_out_and_broken_a_day_later_has_a_course_and_no_contradiction() -> None:
    parties = ["jaysh-al-islam", "syrian-army"]
    one = article("1", "The accord on Douma was implemented.", "2018-03-24")
    two = article("2", "The accord on Douma was broken.", "2018-03-25")
    claims = [
        claim(one, "accord", "agreement", parties, (), ["douma"], on="2018-03-24"),
        claim(two, "broken", "violation", parties, (), ["douma"], on="2018-03-25"),
    ]
    assert not weigh([one, two], claims).contradictions


def test_a_denial_of_a_detail_does_not_deny_an_attack_of_nobody() -> None:
    text = article(
        "t", "A bomb killed soldiers in Harasta. The army denied that its men were among them.", "2018-03-01"
    )
    claims = [
        claim(text, "killed", "bombing", (), (), ["harasta"], on="2018-03-01"),
        claim(text, "denied", "denial", ["syrian-army"]),
    ]
    assert weigh([text], claims).contradictions == ()


def test_who_denies_to_be_in_a_town_denies_that_it_was_taken() -> None:
    for told, kind in (
        ("entered Harasta", "capture"),
        ("sent troops to Harasta", "deployment"),
        ("besieged Harasta", "siege"),
    ):
        text = article("t", f"The army {told} on Friday. The state denied that it had soldiers there.", "2018-03-24")
        act = claim(text, told.split()[0], kind, ["syrian-army"], (), ["harasta"], on="2018-03-23", speakers=("sohr",))
        denial = claim(text, "denied", "denial", ["syrian-government"])
        (found,) = weigh([text], [act, denial]).contradictions
        assert {side.claims for side in found.sides} == {(act.id,), (denial.id,)}


def test_a_denial_of_one_side_leaves_what_the_other_did_as_it_is() -> None:
    text = article("t", "Rebels entered Harasta on Friday. The state denied that it had lost men.", "2018-03-24")
    act = claim(text, "entered", "capture", ["jaysh-al-islam"], (), ["harasta"], on="2018-03-23")
    assert weigh([text], [act, claim(text, "denied", "denial", ["syrian-government"])]).contradictions == ()


def test_a_denial_denies_what_its_own_sentence_tells() -> None:
    text = article(
        "t",
        "The army shelled Harasta on Friday. The UN fears that civilians are driven out of Douma, though the state denies that.",
        "2018-03-24",
    )
    claims = [
        claim(text, "shelled", "shelling", ["syrian-army"], (), ["harasta"], on="2018-03-23"),
        claim(text, "driven", "displacement", ["civilians"], (), ["douma"]),
        claim(text, "denies", "denial", ["syrian-government"]),
    ]
    assert weigh([text], claims).contradictions == ()


def test_what_is_only_planned_is_not_denied() -> None:
    text = article("t", "The army plans an assault on Harasta. The state denied this.", "2018-03-24")
    claims = [
        claim(text, "assault", "offensive", ["syrian-army"], (), ["harasta"], modality=Modality.PLANNED),
        claim(text, "denied", "denial", ["syrian-government"]),
    ]
    assert weigh([text], claims).contradictions == ()


def two_tolls(first: str, second: str, text: str) -> list[Contradiction]:
    report = article("a", text, "2018-02-03")
    counts = [
        figure(report, first, 900, None, "killed", speakers=("un",)),
        figure(report, second, 2000, None, "killed", speakers=("syrian-government",)),
    ]
    claims = [claim(report, "were killed", "killing", (), (), ["douma"], figures=(counts[0].id,))]
    return [c for c in weigh([report], claims, counts).contradictions if c.about == "figure"]


def test_a_bare_toll_answers_the_count_of_another_before_it() -> None:
    said = "At least 900 people were killed in Douma, the UN said. The government put the toll at more than 2,000."
    assert len(two_tolls("900 people", "2,000", said)) == 1


def test_a_count_of_other_people_answers_none() -> None:
    said = "At least 900 people were killed in Douma, the UN said. The government lost 2,000 soldiers."
    assert not two_tolls("900 people", "2,000 soldiers", said)


def test_soldiers_are_among_the_people_that_were_killed() -> None:
    one, two = (
        article("a", "At least 200 people were killed in Douma.", "2018-02-03"),
        article("b", "192 soldiers were killed in Douma.", "2018-02-03"),
    )
    counts = [figure(one, "200 people", 200, None, "killed"), figure(two, "192 soldiers", 192, 192, "killed")]
    claims = [
        claim(one, "were killed", "killing", (), (), ["douma"], figures=(counts[0].id,), on="2018-02-02"),
        claim(two, "were killed", "killing", (), (), ["douma"], figures=(counts[1].id,), on="2018-02-02"),
    ]
    assert not [c for c in weigh([one, two], claims, counts).contradictions if c.about == "figure"]


def test_more_than_200_is_a_number_and_hundreds_is_none() -> None:
    def of(words: str) -> list[Contradiction]:
        one, two = (
            article("a", f"{words} were killed in Douma.", "2018-02-03"),
            article("b", "150 people were killed in Douma.", "2018-02-03"),
        )
        counts = [figure(one, words, 200, None, "killed"), figure(two, "150 people", 150, 150, "killed")]
        claims = [
            claim(report, "were killed", "killing", (), (), ["douma"], figures=(count.id,), on="2018-02-02")
            for report, count in zip((one, two), counts, strict=True)
        ]
        return [c for c in weigh([one, two], claims, counts).contradictions if c.about == "figure"]

    assert of("More than 200 people")
    assert not of("Hundreds of people")


def test_who_sees_no_sign_that_civilians_died_denies_the_attack_that_killed_them() -> None:
    report = article("a", "A strike killed civilians in Douma. The army saw no sign that civilians died.", "2018-02-03")
    claims = [
        claim(report, "strike", "airstrike", ["syrian-army"], ["civilians"], ["douma"]),
        claim(
            report, "died", "killing", (), ["civilians"], ["douma"], modality=Modality.DENIED, speakers=("syrian-army",)
        ),
    ]
    found = [c for c in weigh([report], claims).contradictions if c.about == "status"]
    assert [{side.claims for side in one.sides} for one in found] == [{(claims[0].id,), (claims[1].id,)}]
