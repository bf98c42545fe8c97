"""What only the whole record tells, where a part of it is read: the country most lies in, places that one report tells of."""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import cached_property

from sqlalchemy import func, select

from dateline.model import Event, Place
from dateline.record import schema
from dateline.record.following import Following, following
from dateline.record.store import Record

__all__ = ["Background"]


class Background:
    """Looks up what sentences on a part of a record take from all of it; things that people rejected do not count."""

    def __init__(self, record: Record, rejected: Collection[str]) -> None:
        """Look up nothing yet."""
        self._record, self._rejected = record, rejected
        self._is_doubtful: dict[str, bool] = {}

    @cached_property
    def home(self) -> tuple[str, str]:
        """The place and the code of the country that most events lie in; of several, that of the first event by id."""
        countries = {place.id: place for place in self._record.places()}
        places, link = schema.PLACES.table, next(link.table for link in schema.EVENTS.links if link.field == "places")
        with following(self._record) as go:
            each = select(link.c.place, func.count()).group_by(link.c.place)  # counted in the index alone
            often = Counter({row[0]: row[1] for row in go.connection.execute(each)})
            untold = self._untold(go)
            often.subtract(go.often(Event, "places", untold))
            codes = Counter[str]()
            for id, number in often.items():
                if id in countries and countries[id].country:
                    codes[countries[id].country] += number
            most = max(codes.values(), default=0)
            level = [code for code, number in codes.items() if number == most > 0]
            if len(level) > 1:
                rows = select(link.c.event, places.c.country).join(places, places.c.id == link.c.place)
                first = rows.where(places.c.country.in_(level)).order_by(link.c.event, link.c.position)
                level = [next(row[1] for row in go.connection.execute(first) if row[0] not in untold)]
        code = level[0] if level else ""
        of_code = (id for id, place in countries.items() if place.kind == "country" and place.country == code)
        return next(of_code, ""), code

    def doubtful(self, places: Iterable[Place]) -> frozenset[str]:
        """Return which of these are of no known place or kind, and told of by one report alone."""
        vague = [place.id for place in places if place.lat is None and place.kind in ("unknown", "area", "")]
        with following(self._record) as go:
            for id in vague:
                if id not in self._is_doubtful:
                    self._is_doubtful[id] = not self._told_twice(go, id)
        return frozenset(id for id in vague if self._is_doubtful[id])

    def _untold(self, go: Following) -> set[str]:
        """The events that are rejected, or that only rejected claims tell."""
        touched = go.back(Event, "claims", self._rejected)
        alone = {id for id in touched if go.along(Event, "claims", [id]) <= set(self._rejected)}
        return alone | go.there(Event, self._rejected)

    def _told_twice(self, go: Following, place: str) -> bool:
        claims, link = schema.CLAIMS.table, next(link.table for link in schema.CLAIMS.links if link.field == "places")
        rows = select(claims.c.id, claims.c.document).join(link, link.c.claim == claims.c.id)
        told: set[str] = set()
        for id, document in go.connection.execute(rows.where(link.c.place == place)):
            if id not in self._rejected:
                told.add(document)
            if len(told) > 1:
                return True
        return False
