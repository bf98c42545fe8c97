"""Articles fall into shards of about equal work, each article into one and in order."""

from dateline.model import UNKNOWN_PUBLISHED, Article
from dateline.run.shards import shards


def article(number, length):
    text = "x" * length
    return Article(f"d-{number}", f"{number}.txt", "", "", "en", UNKNOWN_PUBLISHED, "", "", text, (), ())


def test_every_article_is_in_one_shard_in_order():
    articles = [article(number, 30 + number) for number in range(50)]
    parts = list(shards(articles, 200))
    assert [one for part in parts for one in part] == articles
    assert all(sum(len(one.text) for one in part) >= 200 for part in parts[:-1])


def test_a_long_article_has_a_shard_of_its_own():
    assert [len(part) for part in shards([article(0, 5000), article(1, 10)], 100)] == [1, 1]


def test_nothing_in_gives_nothing_out():
    assert list(shards([], 100)) == []
