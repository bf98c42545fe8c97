"""Articles in, shards of about equal work out: small ones for the processes of one machine, larger ones for a cluster."""

from collections.abc import Iterable, Iterator

from dateline.model import Article

__all__ = ["shards"]


def shards(articles: Iterable[Article], characters: int) -> Iterator[list[Article]]:
    """Yield the articles in their order, so many together that their texts have about `characters` characters."""
    shard: list[Article] = []
    size = 0
    for article in articles:
        shard.append(article)
        size += len(article.text)
        if size >= characters:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard
