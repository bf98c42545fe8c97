"""The best count of a role: the latest of the most reliable, parts never above their whole."""

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
