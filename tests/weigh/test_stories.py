"""Reports about one happening make one story, in whatever words; another happening of that place and day does not."""

from pathlib import Path

import pytest

from dateline import build

REPORTS = {
    "raid.txt": (
        "2016-07-02",
        "Planes kill ten in Harasta market\n\nWarplanes bombed a market in Harasta on Saturday and killed ten people, medics said. "
        "Stalls burned for hours. Residents dug with their hands.",
    ),
    "raid-again.txt": (
        "2016-07-02",
        "Bloody day in the suburbs\n\nAt least twelve civilians died on Saturday when the air force struck the town of Harasta, a monitor said. "
        "Ambulances took the wounded to a cellar clinic.",
    ),
    "raid-next-day.txt": (
        "2016-07-03",
        "Shops stay shut after market raid\n\nWarplanes bombed a market in Harasta on Saturday, and shops in Harasta stayed shut on Sunday. "
        "Mourners buried the dead of the market.",
    ),
    "mortars.txt": (
        "2016-07-02",
        "Mortars wound pupils in the capital\n\nMortar shells hit a school in central Damascus on Saturday and wounded six pupils, the police said. "
        "Rebels of Jaysh al-Islam fired them, state media said.",
    ),
    "raid-weeks-later.txt": (
        "2016-07-09",
        "Planes return to Harasta\n\nWarplanes bombed a bakery in Harasta on Friday and killed three people, medics said. Queues scattered.",
    ),
}


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, frozenset[str]]:
    """The reports above, read and weighed: with which others each stands in one story."""
    folder = tmp_path_factory.mktemp("reports")
    rows = ["file,outlet,published,language"]
    for number, (name, (day, text)) in enumerate(REPORTS.items()):
        (folder / name).write_text(text, encoding="utf-8")
        rows.append(f"{name},Outlet {number},{day},en")
    (folder / "documents.csv").write_text("\n".join(rows), encoding="utf-8")
    record = build([folder], into=tmp_path_factory.mktemp("record") / "stories.dateline")
    called = {article.id: Path(article.path).name for article in record.articles()}
    told = [frozenset(called[document] for document in story.documents) for story in record.stories()]
    return {one: story for story in told for one in story}


def test_two_tellings_of_one_raid_in_unlike_words_are_one_story(stories: dict[str, frozenset[str]]) -> None:
    assert "raid-again.txt" in stories["raid.txt"]


def test_the_day_after_belongs_to_the_story_of_the_raid(stories: dict[str, frozenset[str]]) -> None:
    assert "raid-next-day.txt" in stories["raid.txt"]


def test_an_attack_elsewhere_around_the_capital_that_day_is_another_story(stories: dict[str, frozenset[str]]) -> None:
    assert stories["mortars.txt"] == {"mortars.txt"}


def test_the_next_raid_on_the_same_town_is_another_story(stories: dict[str, frozenset[str]]) -> None:
    assert stories["raid-weeks-later.txt"] == {"raid-weeks-later.txt"}
