"""The best count of a role: the latest of the most reliable, parts never above their whole."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Article, Count, Figure
from tests.weigh.reports import article, claim, figure, weigh


def count_of(days_and_numbers: list[tuple[str, float]]) -> tuple[float | None, float | None, float | None]:
    articles, claims, figures = [], [], []
    for at, (day, number) in enumerate(days_and_numbers):
        report = article(f"r{at}", "The strike killed people in Harasta.", day)
        found = figure(report, "people", number, number, "killed")
        figures.append(found)
        articles.append(report)
        claims.append(
            claim(report, "killed", "airstrike", ["syrian-army"], (), ["harasta"], on="2018-03-01", figures=(found.id,))
        )
    (event,) = weigh(articles, claims, figures).events
    (count,) = event.counts
    return count.low, count.best, count.high


def test_a_growing_toll_has_its_latest_count_as_best() -> None:
    assert count_of([("2018-03-01", 20), ("2018-03-02", 25), ("2018-03-10", 34)]) == (20, 34, 34)


def test_of_counts_on_one_day_the_middle_one_is_best_and_the_extremes_stay_in_sight() -> None:
    assert count_of([("2018-03-02", 20), ("2018-03-02", 25), ("2018-03-02", 60)]) == (20, 25, 60)


def test_a_part_larger_than_its_whole_raises_the_whole() -> None:
    report = article("r", "The strike killed 10 people, among them 12 children, in Harasta.", "2018-03-02")
    whole = figure(report, "10 people", 10, 10, "killed")
    part = figure(report, "12 children", 12, 12, "killed", part_of=whole.id)
    told = claim(
        report, "killed", "airstrike", ["syrian-army"], (), ["harasta"], on="2018-03-01", figures=(whole.id, part.id)
    )
    (event,) = weigh([report], [told], [whole, part]).events
    (count,) = event.counts
    assert count.best == 12
    assert count.low == 10


def test_children_and_teachers_are_parts_of_all_whom_the_report_counts_in_whichever_sentence() -> None:
    text = "Shells killed nine pupils in Harasta. Five teachers died too. In all 15 people were killed."
    report = article("r", text, "2018-03-02")
    figures = [
        figure(report, "nine pupils", 9, 9, "killed"),
        figure(report, "Five teachers", 5, 5, "killed"),
        figure(report, "15 people", 15, 15, "killed"),
    ]
    (count,) = count_told(report, ("Shells killed", "died", "were killed"), figures)
    assert (count.low, count.best, count.high) == (15, 15, 15)


def test_counts_that_add_up_to_another_are_its_parts() -> None:
    text = "A bomb killed seven people in Harasta. Three guards and four clerks died, a doctor said."
    report = article("r", text, "2018-03-02")
    figures = [
        figure(report, "seven people", 7, 7, "killed"),
        figure(report, "Three guards", 3, 3, "killed"),
        figure(report, "four clerks", 4, 4, "killed"),
    ]
    (count,) = count_told(report, ("killed", "died"), figures)
    assert (count.low, count.high) == (7, 7)


def test_children_alone_are_the_toll_where_nobody_else_is_counted() -> None:
    report = article("r", "Shells killed nine children in Harasta.", "2018-03-02")
    (count,) = count_told(report, ("killed",), [figure(report, "nine children", 9, 9, "killed")])
    assert (count.low, count.high) == (9, 9)


def count_told(report: Article, words: Sequence[str], figures: Sequence[Figure]) -> tuple[Count, ...]:
    """Return the counts of the one event that a report tells in several sentences, each with the figures that stand in it."""
    made = []
    for word in words:
        told = claim(report, word, "shelling", ["syrian-army"], (), ["harasta"], on="2018-03-01")
        made.append(replace(told, figures=tuple(f.id for f in figures if told.span.covers(f.span))))
    (event,) = weigh([report], made, figures).events
    return event.counts
