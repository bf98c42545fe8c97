"""Claims of one happening become one event, and only those."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Evidence, Modality
from tests.weigh.reports import article, claim, figure, named, weigh

ONE = article("one", "Warplanes bombed the town. The bombing killed 30 people.", "2016-07-02")
TWO = article("two", "Artillery shelled the area. At least 43 people were killed.", "2016-07-03")


def test_two_reports_of_one_strike_make_one_event() -> None:
    claims = [
        claim(ONE, "bombed", "airstrike", ["syrian-army"], (), ["harasta"], on="2016-07-02"),
        claim(TWO, "shelled", "shelling", ["syrian-government"], (), ["eastern-ghouta"], on="2016-07-02"),
    ]
    (event,) = weigh([ONE, TWO], claims).events
    assert set(event.claims) == {c.id for c in claims}
    assert event.independent_sources == 2


def test_strikes_on_other_days_in_other_towns_or_by_other_sides_stay_apart() -> None:
    base = claim(ONE, "bombed", "airstrike", ["syrian-army"], (), ["harasta"], on="2016-07-02")
    for other in (
        claim(TWO, "shelled", "airstrike", ["syrian-army"], (), ["harasta"], on="2016-07-20"),
        claim(TWO, "shelled", "airstrike", ["syrian-army"], (), ["aleppo"], on="2016-07-02"),
        claim(TWO, "shelled", "airstrike", ["jaysh-al-islam"], (), ["harasta"], on="2016-07-02"),
    ):
        assert len(weigh([ONE, TWO], [base, other]).events) == 2


def test_a_title_and_its_story_are_one_event_within_a_report() -> None:
    text = article("t", "Army bombs town. Army planes bombed Harasta on Saturday.", "2016-07-02")
    claims = [
        claim(text, "bombs", "airstrike", ["syrian-army"]),
        claim(text, "bombed", "airstrike", ["syrian-army"], (), ["harasta"], on="2016-07-02"),
    ]
    assert len(weigh([text], claims).events) == 1


def test_a_denied_act_joins_the_act_and_makes_it_contested() -> None:
    text = article("t", "The army bombed Harasta. The army did not bomb Harasta, it said.", "2016-07-02")
    told = claim(text, "bombed", "airstrike", ["syrian-army"], (), ["harasta"], on="2016-07-02")
    denied = claim(
        text, "not bomb", "airstrike", ["syrian-army"], (), ["harasta"], on="2016-07-02", modality=Modality.DENIED
    )
    (event,) = weigh([text], [told, denied]).events
    assert event.contested
    assert "deny" in event.why


def test_an_agreed_act_is_another_event_than_its_fulfilment() -> None:
    text = article("t", "They agreed that fighters evacuate Harasta. Fighters evacuated Harasta.", "2018-03-22")
    agreed = claim(
        text, "evacuate", "evacuation", ["ahrar-al-sham"], (), ["harasta"], on="2018-03-22", modality=Modality.AGREED
    )
    done = claim(text, "evacuated", "evacuation", ["ahrar-al-sham"], (), ["harasta"], on="2018-03-22")
    events = weigh([text], [agreed, done]).events
    assert len(events) == 2
    assert any("not told as done" in event.why for event in events)


def test_old_events_told_as_background_join_the_old_event() -> None:
    old = article("old", "Rebels took Harasta.", "2012-10-25")
    new = article("new", "Rebels seized Harasta years ago.", "2018-03-22")
    claims = [
        claim(old, "took", "capture", ["rebels"], (), ["harasta"], on="2012-10-25"),
        claim(new, "seized", "capture", ["rebels"], (), ["harasta"], on="2012-10-25", background=True),
    ]
    assert len(weigh([old, new], claims).events) == 1


KINDS = ("airstrike", "shelling", "killing", "evacuation", "capture")
TOLD = st.tuples(
    st.sampled_from(KINDS),
    st.sampled_from([(), ("syrian-army",), ("rebels",), ("jaysh-al-islam",)]),
    st.sampled_from([(), ("harasta",), ("douma",), ("eastern-ghouta",), ("aleppo",)]),
    st.sampled_from([None, "2018-03-20", "2018-03-21", "2018-04-02"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(TOLD, min_size=2, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(told: list[tuple], random: object) -> None:  # type: ignore[type-arg]
    articles = [article(f"r{n}", "Something happened there.", "2018-03-22") for n in range(len(told))]
    claims = [
        claim(a, "happened", kind, actors, (), places, on=day)
        for a, (kind, actors, places, day) in zip(articles, told, strict=True)
    ]
    mixed = list(claims)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert weigh(articles, claims) == weigh(list(reversed(articles)), mixed)


@settings(max_examples=20, deadline=None)
@given(st.lists(TOLD, min_size=3, max_size=9))
def test_removing_a_report_removes_what_rested_on_it(told: list[tuple]) -> None:  # type: ignore[type-arg]
    articles = [article(f"r{n}", "Something happened there.", "2018-03-22") for n in range(len(told))]
    claims = [
        claim(a, "happened", kind, actors, (), places, on=day)
        for a, (kind, actors, places, day) in zip(articles, told, strict=True)
    ]
    left = weigh(articles[1:], claims[1:])
    assert all(articles[0].id not in event.documents for event in left.events)
    assert sorted(c for event in left.events for c in event.claims) == sorted(c.id for c in claims[1:])


def test_every_event_counts_low_best_and_high() -> None:
    few = figure(ONE, "30 people", 30, 30, "killed")
    many = figure(TWO, "43 people", 43, None, "killed")
    claims = [
        claim(ONE, "bombed", "airstrike", ["syrian-army"], (), ["harasta"], on="2016-07-02", figures=(few.id,)),
        claim(TWO, "shelled", "shelling", ["syrian-army"], (), ["harasta"], on="2016-07-02", figures=(many.id,)),
    ]
    (event,) = weigh([ONE, TWO], claims, [few, many]).events
    (count,) = event.counts
    assert (count.role, count.low, count.high) == ("killed", 30, 43)
    assert count.best in (30, 43)


def test_the_capture_of_a_town_is_not_the_gain_of_the_area_around_it() -> None:
    one = article("1", "The army took Harasta.", "2018-03-22")
    two = article("2", "The army advanced in Eastern Ghouta.", "2018-03-22")
    claims = [
        claim(one, "took", "capture", ["syrian-army"], (), ["harasta"], on="2018-03-22"),
        claim(two, "advanced", "capture", ["syrian-army"], (), ["eastern-ghouta"], on="2018-03-22"),
    ]
    assert len(weigh([one, two], claims).events) == 2


def test_talks_of_other_opponents_over_the_same_area_are_other_talks() -> None:
    text = article("t", "The group began talks in Harasta. Another group holds talks in Eastern Ghouta.", "2018-03-22")
    claims = [
        claim(text, "began talks", "negotiation", ["ahrar-al-sham", "syrian-army"], (), ["harasta"]),
        claim(text, "holds talks", "negotiation", ["jaysh-al-islam", "syrian-army"], (), ["eastern-ghouta"]),
    ]
    assert len(weigh([text], claims).events) == 2


def test_a_denial_of_looting_does_not_deny_another_attack() -> None:
    text = article("t", "Fighters looted homes in Harasta, which they deny. Gunmen fired in Harasta.", "2018-03-22")
    claims = [
        claim(text, "looted", "destruction", ["rebels"], (), ["harasta"], modality=Modality.DENIED),
        claim(text, "fired", "attack", ["rebels"], (), ["harasta"]),
    ]
    events = weigh([text], claims).events
    assert len(events) == 2 and not any(event.contested for event in events)


def test_rebels_and_forces_of_the_government_are_never_one_doer() -> None:
    claims = [
        claim(ONE, "bombed", "attack", ["rebels"], (), ["harasta"], on="2016-07-02"),
        claim(TWO, "shelled", "attack", ["pro-government-forces"], (), ["harasta"], on="2016-07-02"),
    ]
    assert len(weigh([ONE, TWO], claims).events) == 2


def test_a_demand_is_another_event_than_the_plan_to_do_what_is_demanded() -> None:
    text = article("t", "The army told the group to leave Douma. Its departure from Douma is planned.", "2018-03-25")
    asked = claim(text, "leave", "withdrawal", ["jaysh-al-islam"], (), ["douma"], modality=Modality.DEMANDED)
    plan = claim(text, "departure", "withdrawal", ["jaysh-al-islam"], (), ["douma"], modality=Modality.PLANNED)
    assert len(weigh([text], [asked, plan]).events) == 2


def test_a_place_carried_over_from_another_sentence_parts_no_happenings_but_a_told_one_does() -> None:
    text = article("t", "The army bombed Harasta on Monday. Rain fell. Its planes bombed the rebels.", "2018-03-12")
    first = claim(text, "bombed Harasta", "airstrike", ["syrian-army"], ["rebels"], ["harasta"], on="2018-03-12")
    carried = claim(text, "bombed the rebels", "airstrike", ["syrian-army"], ["rebels"], ["aleppo"], on="2018-03-12")
    told = replace(carried, evidence=(Evidence("place", carried.span, "test"),))
    there = [named(text, "Harasta", "harasta")]
    assert [len(weigh([text], [first, c], mentions=there).events) for c in (carried, told)] == [1, 2]


def test_a_capture_that_no_words_date_is_the_last_one_told_of_that_town() -> None:
    one = article("one", "The army captured Harasta on 23 March.", "2018-03-24")
    two = article("two", "Weeks after it took Harasta the army moved on.", "2018-04-20")
    dated = claim(one, "captured", "capture", ["syrian-army"], (), ["harasta"], on="2018-03-23")
    mention = claim(two, "took", "capture", ["syrian-army"], (), ["harasta"])
    assert len(weigh([one, two], [dated, mention]).events) == 1
    for other in (replace(mention, actors=("rebels",)), replace(mention, places=("douma",))):
        assert len(weigh([one, two], [dated, other]).events) == 2
    raid = [replace(c, type="airstrike") for c in (dated, mention)]
    assert len(weigh([one, two], raid).events) == 2  # raids are flown every week


def test_talks_of_which_each_report_names_one_side_are_one_event() -> None:
    one = article("one", "The army began talks over Douma on 22 March.", "2018-03-22")
    two = article("two", "The group began talks over Douma on 22 March.", "2018-03-22")
    claims = [
        claim(one, "talks", "negotiation", ["syrian-army"], (), ["douma"], on="2018-03-22"),
        claim(two, "talks", "negotiation", ["jaysh-al-islam"], (), ["douma"], on="2018-03-22"),
    ]
    assert len(weigh([one, two], claims).events) == 1


def test_tolls_of_other_people_do_not_part_one_attack() -> None:
    soldiers = figure(ONE, "30 people", 13, 13, "killed")
    civilians = figure(TWO, "43 people", 170, None, "killed")
    claims = [
        claim(ONE, "bombed", "bombing", (), ["syrian-army"], ["harasta"], on="2016-07-02", figures=(soldiers.id,)),
        claim(TWO, "shelled", "bombing", (), ["civilians"], ["harasta"], on="2016-07-02", figures=(civilians.id,)),
    ]
    assert len(weigh([ONE, TWO], claims, [soldiers, civilians]).events) == 1
    same = [claims[0], replace(claims[1], targets=("syrian-army",))]
    assert len(weigh([ONE, TWO], same, [soldiers, civilians]).events) == 2


def test_the_toll_of_a_war_is_no_attacks() -> None:
    text = article("t", "Planes bombed Harasta. The war has killed 280,000 people.", "2016-07-02")
    dead = figure(text, "280,000", 280_000, None, "killed")
    claims = [
        claim(text, "bombed", "airstrike", ["syrian-army"], (), ["harasta"], on="2016-07-02"),
        claim(text, "killed", "killing", (), (), ["harasta"], on="2016-07-02", figures=(dead.id,)),
    ]
    assert len(weigh([text], claims, [dead]).events) == 2


def test_one_step_of_a_deal_is_one_event_wherever_its_words_are_told() -> None:
    one = article("one", "The army and the group signed an accord on Douma on 8 April.", "2018-04-08")
    two = article("two", "The accord of 8 April holds in Eastern Ghouta.", "2018-04-20")
    parties = ["syrian-army", "jaysh-al-islam"]
    signed = claim(one, "accord", "agreement", parties, (), ["douma"], on="2018-04-08")
    named_again = claim(two, "accord", "agreement", ["syrian-army"], (), ["eastern-ghouta"], on="2018-04-08")
    assert len(weigh([one, two], [signed, named_again]).events) == 1


def test_a_loss_is_the_capture_told_from_the_other_side() -> None:
    one = article("one", "The army captured Harasta on Friday.", "2018-03-23")
    two = article("two", "The rebels were driven from Harasta on Friday.", "2018-03-24")
    taken = claim(one, "captured", "capture", ["syrian-army"], (), ["harasta"], on="2018-03-23")
    lost = claim(two, "driven", "loss", ["rebels"], ["syrian-army"], ["harasta"], on="2018-03-23")
    assert len(weigh([one, two], [taken, lost]).events) == 1


def test_fighting_is_another_event_than_the_capture_it_ended_in() -> None:
    one = article("one", "The army captured Harasta on Friday.", "2018-03-23")
    two = article("two", "The army and rebels fought in Harasta on Friday.", "2018-03-23")
    taken = claim(one, "captured", "capture", ["syrian-army"], (), ["harasta"], on="2018-03-23")
    fought = claim(two, "fought", "clash", ["syrian-army", "rebels"], (), ["harasta"], on="2018-03-23")
    assert len(weigh([one, two], [taken, fought]).events) == 2


def test_the_killing_of_a_person_is_not_that_of_civilians() -> None:
    text = article("t", "The army killed its foe in Harasta. Civilians were killed there too.", "2018-03-23")
    claims = [
        claim(text, "killed its", "killing", ["syrian-army"], ["bashar-al-assad"], ["harasta"], on="2018-03-23"),
        claim(text, "were killed", "killing", ["syrian-army"], ["civilians"], ["harasta"], on="2018-03-23"),
    ]
    assert len(weigh([text], claims).events) == 2


def test_whom_a_title_names_does_not_part_it_from_its_report() -> None:
    text = replace(
        article("t", "Army gives up arms. The group gave up its arms in Douma on Friday.", "2018-03-23"),
        title="Army gives up arms.",
    )
    claims = [
        claim(text, "gives up", "disarmament", ["syrian-army"]),
        claim(text, "gave up", "disarmament", ["jaysh-al-islam"], (), ["douma"], on="2018-03-23"),
    ]
    assert len(weigh([text], claims).events) == 1
    assert len(weigh([replace(text, title="")], claims).events) == 2


def test_a_report_that_names_only_the_country_for_its_raid_means_the_town_it_is_about() -> None:
    town = article("town", "Helicopters bombed al-Bab. 11 civilians died.", "2015-07-16")
    north = article("north", "Helicopters bombed a town in Syria. They flew over al-Bab.", "2015-07-16")
    claims = [
        claim(town, "bombed", "airstrike", ["syrian-air-force"], (), ["al-bab"], on="2015-07-16"),
        claim(north, "bombed", "airstrike", ["syrian-air-force"], (), ["syria"], on="2015-07-16"),
    ]
    (event,) = weigh([town, north], claims, mentions=[named(north, "al-Bab", "al-bab")]).events
    assert len(event.documents) == 2


def test_who_loses_ground_is_no_doer_of_its_capture() -> None:
    one = article("one", "The army captured Harasta.", "2018-03-24")
    two = article("two", "The army took Harasta.", "2018-03-24")
    three = article("three", "The rebels lost Harasta to the army.", "2018-03-24")
    claims = [
        claim(one, "captured", "capture", ["syrian-army"], ["rebels"], ["harasta"], on="2018-03-23"),
        claim(two, "took", "capture", ["syrian-army"], (), ["harasta"], on="2018-03-23"),
        claim(three, "lost", "loss", ["rebels"], ["syrian-army"], ["harasta"], on="2018-03-23"),
    ]
    (event,) = weigh([one, two, three], claims).events
    assert (event.type, event.actors, event.targets) == ("capture", ("syrian-army",), ("rebels",))
