"""The query string of a list: a request in, what is wanted out; the same the other way round for links."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from urllib.parse import urlencode

from starlette.requests import Request

from dateline.record import Wanted
from dateline.show.templates import templates

__all__ = ["GROUPS", "asked", "day", "group_of", "number", "types_of", "with_changes"]


def asked(request: Request) -> Wanted:
    """Return what the query string asks for; what cannot be understood asks for nothing."""
    given = request.query_params

    def word(name: str) -> str:
        return given.get(name, "").strip()

    def words(name: str) -> tuple[str, ...]:
        return tuple(filter(None, [word(name)]))

    types = tuple(filter(None, given.getlist("type")))
    for group in given.getlist("group"):
        types += types_of(group)
    return Wanted(
        text=word("q"),
        actor=words("actor"),
        place=words("place"),
        type=types,
        since=day(given.get("from", "")),
        until=day(given.get("to", "")),
        contested=given.get("contested", "") == "yes",
        unknown=given.get("unknown", "") == "yes",
        box=_box(given.get("bbox", "")),
        order=given.get("order", ""),
        document=word("document"),
        outlet=word("outlet"),
        camp=word("camp"),
        mode=word("mode"),
        language=word("language"),
        kind=word("kind"),
        status=word("status"),
        story=word("story"),
        event=word("event"),
    )


def day(text: str) -> date | None:
    """Return a day as it stands in an address, or None."""
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None


def number(request: Request, name: str, usual: int, most: int) -> int:
    """Return a number of the query string between 0 and `most`."""
    with suppress(ValueError):
        return max(0, min(int(request.query_params.get(name, usual)), most))
    return usual


def with_changes(request: Request, changes: Mapping[str, str]) -> str:
    """Return the address of the same list with some values changed; an empty value takes one out."""
    pairs = [(name, value) for name, value in request.query_params.multi_items() if name not in changes and value]
    pairs += [(name, value) for name, value in changes.items() if value]
    return f"{request.url.path}?{urlencode(pairs)}" if pairs else request.url.path


def group_of(type: str) -> str:
    """Return the group of an event type: violence, territory, deal, movement, ..."""
    template = templates().get(type)
    return template.group if template else "other"


def types_of(group: str) -> tuple[str, ...]:
    """Return the event types of a group; for a word that is no group, that word, which no type is."""
    return tuple(name for name, template in templates().items() if template.group == group) or (group,)


GROUPS = tuple(dict.fromkeys(template.group for template in templates().values()))


def _box(text: str) -> tuple[float, float, float, float] | None:
    with suppress(ValueError):
        west, south, east, north = (float(part) for part in text.split(","))
        return west, south, east, north
    return None
