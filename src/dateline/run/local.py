"""The local executor: a stage over articles in this process, or over a pool of processes."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor

from dateline.model import Article, Reading

__all__ = ["read_all"]

_CHUNK = 4


def read_all(
    stage: Callable[[Iterable[Article]], Iterator[Reading]], articles: list[Article], workers: int
) -> Iterator[tuple[Article, Reading]]:
    """Yield each article with its reading, in order; one worker stays in this process."""
    if workers <= 1 or len(articles) <= _CHUNK:
        yield from zip(articles, stage(articles), strict=True)
        return
    batches = [articles[i : i + _CHUNK] for i in range(0, len(articles), _CHUNK)]
    with ProcessPoolExecutor(max_workers=workers) as pool:
        for batch, readings in zip(batches, pool.map(_Listed(stage), batches), strict=True):
            yield from zip(batch, readings, strict=True)


class _Listed:
    """A stage whose result can be sent between processes."""

    def __init__(self, stage: Callable[[Iterable[Article]], Iterator[Reading]]) -> None:
        self.stage = stage

    def __call__(self, batch: list[Article]) -> list[Reading]:
        return list(self.stage(batch))
