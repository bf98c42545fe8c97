"""One attack blamed on opposed sides is a contradiction; attacks of both sides on one day are none."""

from dateline.model import Contradiction
from tests.weigh.reports import article, claim, figure, weigh

DAY, NEXT = "2018-03-24", "2018-03-25"
ARMY, GROUP = "syrian-army", "jaysh-al-islam"


def blame(
    first: str, second: str, kind: str = "shelling", on: str = DAY, later: str = DAY, word: str = "shelled"
) -> list[Contradiction]:
    reports = [article("one", first, NEXT), article("two", second, NEXT)]
    claims = [
        claim(report, word, kind, [who], ["civilians"], ["harasta"], on=day)
        for report, who, day in zip(reports, (ARMY, GROUP), (on, later), strict=True)
    ]
    return [c for c in weigh(reports, claims).contradictions if c.about == "actor"]


def test_the_same_thing_hit_on_one_day_is_one_attack() -> None:
    (found,) = blame("The army shelled a hospital in Harasta.", "The group shelled the hospital of Harasta.")
    assert {side.value for side in found.sides} == {ARMY, GROUP}


def test_the_same_thing_may_be_told_in_two_languages() -> None:
    assert blame("The army shelled the market of Harasta.", "Le groupe a shelled un marché de Harasta.")


def test_other_things_and_other_days_are_other_attacks() -> None:
    assert not blame("The army shelled a hospital in Harasta.", "The group shelled a school in Harasta.")
    assert not blame("The army shelled houses in Harasta.", "The group shelled fields in Harasta.")
    assert not blame(
        "The army shelled a school in Harasta.", "The group shelled a school in Harasta.", later="2018-03-20"
    )


def test_gas_in_one_town_on_one_day_was_used_by_one_side() -> None:
    assert blame("The army shelled Harasta.", "The group shelled Harasta.", kind="chemical-attack")


def test_the_same_dead_are_those_of_one_attack() -> None:
    def told(dead: float) -> list[Contradiction]:
        reports = [
            article("one", "The army shelled Harasta and killed people.", NEXT),
            article("two", "The group shelled Harasta and killed people.", NEXT),
        ]
        figures = [figure(r, "people", n, n, "killed") for r, n in zip(reports, (40, dead), strict=True)]
        claims = [
            claim(r, "shelled", "shelling", [who], ["civilians"], ["harasta"], on=DAY, figures=(f.id,))
            for r, who, f in zip(reports, (ARMY, GROUP), figures, strict=True)
        ]
        return [c for c in weigh(reports, claims, figures).contradictions if c.about == "actor"]

    assert told(41)
    assert not told(12)


def test_one_source_that_tells_both_tells_of_two_attacks() -> None:
    both = article("one", "The army shelled a school in Harasta, and the group shelled a school there too.", NEXT)
    claims = [
        claim(both, word, "shelling", [who], ["civilians"], ["harasta"], on=DAY)
        for word, who in (("army shelled", ARMY), ("group shelled", GROUP))
    ]
    assert not [c for c in weigh([both], claims).contradictions if c.about == "actor"]


def test_what_is_destroyed_is_destroyed_once() -> None:
    reports = [
        article("one", "The army destroyed the dam.", "2018-03-30"),
        article("two", "The group destroyed the dam.", "2018-03-30"),
    ]
    claims = [
        claim(report, "destroyed", "destruction", [who], (), ["tabqa-dam"], on=day)
        for report, who, day in zip(reports, (ARMY, GROUP), ("2018-03-01", "2018-03-29"), strict=True)
    ]
    assert [c for c in weigh(reports, claims).contradictions if c.about == "actor"]
