"""A small record multiplied, views and all: a record and a number of documents in, a large record out, without weighing.

Every round has documents, claims, events and the rest of its own, on days of its own; actors, places and outlets are shared.
"""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.model import Reading
from dateline.model.views import Views
from dateline.record import Record, create_or_open

__all__ = ["multiplied"]

_SHARED = ("outlets", "actors", "places", "reviews", "tombstones", "orphans")
_DAYS = 720


def multiplied(record: Record, documents: int, path: Path) -> Record:
    """Write a record of so many documents to `path`, made of rounds of those of `record`."""
    large = create_or_open(path)
    articles, readings = list(record.articles()), {reading.document: reading for reading in record.readings()}
    views = {field.name: tuple(getattr(record, field.name)()) for field in fields(Views)}
    own = _ids(views) | {article.id for article in articles}
    rounds = documents // len(articles)
    made: dict[str, list[Any]] = {name: list(found) if name in _SHARED else [] for name, found in views.items()}
    for number in range(rounds):
        again = _again(own, f"-{number}", timedelta(days=number % _DAYS))
        large.add_readings([(again(one), _bare(again(readings[one.id]))) for one in articles], "bench")
        for name in made:
            if name not in _SHARED:
                made[name] += [again(one) for one in views[name]]
    large.replace_views(Views(**{name: tuple(found) for name, found in made.items()}))
    return large


def _ids(views: dict[str, tuple[Any, ...]]) -> set[str]:
    return {one.id for name, found in views.items() if name not in _SHARED for one in found if hasattr(one, "id")}


def _bare(reading: Reading) -> Reading:
    """A reading with what pages take from it alone: what was seen and not coded."""
    return Reading(reading.document, (), (), (), (), (), (), reading.uncoded)


def _again(own: Iterable[str], suffix: str, later: timedelta) -> Callable[[Any], Any]:
    """Return a function that gives a value with the ids of a round and days so much later."""
    mine = set(own)

    def again(value: Any) -> Any:
        if isinstance(value, str):
            return value + suffix if value in mine else value
        if isinstance(value, tuple):
            return tuple([again(one) for one in value])
        if isinstance(value, date):
            return value + later
        if is_dataclass(value) and not isinstance(value, type):
            return type(value)(**{field.name: again(getattr(value, field.name)) for field in fields(value)})
        return value

    return again
