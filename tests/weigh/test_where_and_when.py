"""A person is killed once and a town falls once: other places and days for that cannot all be so."""

from dateline.model import Contradiction
from tests.weigh.reports import article, claim, weigh

LEADER = "abu-bakr-al-baghdadi"


def killed(
    first: tuple[str, str], second: tuple[str, str], whom: str = LEADER, kind: str = "killing"
) -> list[Contradiction]:
    reports = [
        article("one", "The leader was killed.", "2018-03-30"),
        article("two", "The leader was killed.", "2018-03-30"),
    ]
    claims = [
        claim(report, "killed", kind, ["syrian-army"], [whom], [place], on=day)
        for report, (place, day) in zip(reports, (first, second), strict=True)
    ]
    return [c for c in weigh(reports, claims).contradictions if c.about in ("place", "time")]


def test_a_person_killed_in_two_towns() -> None:
    (found,) = killed(("raqqa", "2018-03-20"), ("homs", "2018-03-20"))
    assert found.about == "place"
    assert {side.value for side in found.sides} == {"raqqa", "homs"}


def test_a_person_killed_on_two_days() -> None:
    (found,) = killed(("raqqa", "2018-03-20"), ("raqqa", "2018-03-24"))
    assert found.about == "time"
    assert {side.value for side in found.sides} == {"2018-03-20", "2018-03-24"}


def test_one_place_in_another_and_the_night_between_two_days_are_no_contradiction() -> None:
    assert not killed(("douma", "2018-03-20"), ("eastern-ghouta", "2018-03-21"))


def test_nobody_by_name_may_be_two_people() -> None:
    assert not killed(("raqqa", "2018-03-20"), ("homs", "2018-03-24"), whom="commanders")


def test_who_is_only_hit_may_be_hit_twice() -> None:
    assert not killed(("raqqa", "2018-03-20"), ("raqqa", "2018-03-24"), kind="airstrike")


def test_days_on_which_a_building_fell() -> None:
    reports = [
        article("one", "They destroyed the dam.", "2018-03-30"),
        article("two", "They destroyed the dam.", "2018-03-30"),
    ]
    claims = [
        claim(report, "destroyed", "destruction", ["rebels"], (), ["baath-dam"], on=day)
        for report, day in zip(reports, ("2018-03-10", "2018-03-20"), strict=True)
    ]
    assert [c.about for c in weigh(reports, claims).contradictions] == ["time"]
