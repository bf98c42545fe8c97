"""FollowTheMoney: a selection in, one entity a line out, for OpenAleph and its family.

The schemata are Article, Event, Person, Organization, PublicBody and Address; an event is proved by the articles it rests on.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.model import Actor, Event
from dateline.show.exports.form import Files
from dateline.show.exports.permalink import web_address
from dateline.show.facts import Facts
from dateline.show.selection import Selection

__all__ = ["FTM", "write_ftm"]

FTM = "entities.ftm.json"
_PUBLIC = frozenset({"state body", "state force", "state"})
_PEOPLE = frozenset({"person"})
_GROUPS = frozenset({"civilian group", "source", "family"})  # no body that could be an organization


def write_ftm(selection: Selection, files: Files) -> None:
    """Write articles, actors, addresses and events, each entity after those it points at."""
    making = _Making(Facts(selection))
    with files.text(FTM) as stream:
        for entity in making.all():
            stream.write(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n")


class _Making:
    """Makes the entities of one selection; an id that is none in FollowTheMoney's terms is replaced by its hash."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.contents = facts, facts.contents

    def all(self) -> Iterator[dict[str, Any]]:
        """Yield every entity."""
        yield from map(self._article, self.contents.documents)
        named = [a for a in self.contents.actors.values() if a.kind not in _GROUPS]
        self._entities = {actor.id for actor in named}
        yield from map(self._actor, named)
        yield from map(self._address, (id for id, place in self.contents.places.items() if place.lat is not None))
        yield from map(self._event, self.contents.events)

    def _article(self, document: str) -> dict[str, Any]:
        article = self.contents.documents[document]
        published = article.published.date or article.published.latest
        language = {"en": "eng", "fr": "fra", "ar": "ara", "ru": "rus"}.get(article.language, article.language)
        title = article.title or self.contents.file_name(document)
        return _entity(
            "Article",
            document,
            title=[title],
            fileName=[self.contents.file_name(document)],
            publisher=[self.contents.publisher(document)],
            sourceUrl=[web_address(article.url)],
            author=[article.author],
            retrievedAt=[article.retrieved.date().isoformat() if article.retrieved else ""],
            publishedAt=[published.isoformat() if published else ""],
            language=[language if len(language) == 3 and language != "und" else ""],
            notes=[f"SHA-256 of the file: {article.sha256}"],
        )

    def _actor(self, actor: Actor) -> dict[str, Any]:
        schema = "Person" if actor.kind in _PEOPLE else "PublicBody" if actor.kind in _PUBLIC else "Organization"
        wikidata = actor.wikidata if actor.wikidata.startswith("Q") else ""
        parents = [_id(member.parent) for member in actor.part_of if member.parent in self._entities]
        return _entity(
            schema,
            actor.id,
            name=[actor.name],
            alias=[alias for alias in actor.aliases if alias != actor.name],
            country=[actor.country.lower()],
            wikidataId=[wikidata],
            classification=[actor.kind] if schema != "Person" else [],
            position=[actor.role.replace("-", " ")] if schema == "Person" else [],
            parent=parents if schema != "Person" else [],
            notes=["" if actor.known else "A name that no theatre lists: who it is has not been established."],
        )

    def _address(self, id: str) -> dict[str, Any]:
        place, around = self.contents.places[id], self.facts.within(id)
        full = ", ".join(dict.fromkeys(one.name for one in (place, *around)))
        return _entity(
            "Address",
            id,
            name=[place.name],
            full=[full],
            city=[place.name if place.kind in ("city", "town", "village") else ""],
            country=[place.country.lower()],
            latitude=[str(place.lat)],
            longitude=[str(place.lon)],
            remarks=[f"precision {place.precision} of 7 (UCDP GED)"],
        )

    def _event(self, event: Event) -> dict[str, Any]:
        days = self.facts.days(event.time, ())
        involved = [_id(id) for id in (*event.actors, *event.targets) if id in self._entities]
        places = [id for id in event.places if id in self.contents.places]
        with_point = [id for id in places if self.contents.places[id].lat is not None]
        return _entity(
            "Event",
            event.id,
            name=[self.facts.words(event)],
            date=[days.start.isoformat() if days and not days.length else ""],
            startDate=["" if not days or days.open_start else days.start.isoformat()],
            endDate=["" if not days or days.open_end else days.end.isoformat()],
            location=[self.facts.place_name(id) for id in places],
            addressEntity=[_id(id) for id in with_point],
            country=[self.contents.places[id].country.lower() for id in places],
            involved=involved,
            keywords=[event.type, *self._standing(event)],
            description=[f"{publisher}: “{words}”" for publisher, words in self.facts.quotes(event)],
            notes=list(event.reasons),
            proof=[_id(id) for id in event.documents if id in self.contents.documents],
            recordId=[event.id],
            publisher=self.facts.publishers(event),
        )

    def _standing(self, event: Event) -> list[str]:
        """What is claimed, assessed and confirmed, as words to search by."""
        told = "told as a fact" if self.facts.happened(event) else "not told as a fact"
        review = self.facts.review(event.id) or "none"
        words = [told, f"credibility {event.credibility} of 6", f"review by a person: {review}"]
        words.append(f"claims accepted by a person: {self.facts.claims_accepted(event)}")
        return [*words, "contested"] if event.contested else words


def _entity(schema: str, id: str, **properties: Iterable[str]) -> dict[str, Any]:
    kept = {name: list(dict.fromkeys(value for value in values if value)) for name, values in properties.items()}
    return {"id": _id(id), "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _id(id: str) -> str:
    """FollowTheMoney takes letters, digits, dots and dashes; an id of other signs is told by its hash."""
    plain = id.isascii() and id[:1].isalnum() and all(sign.isalnum() or sign in "-." for sign in id)
    return f"dateline-{id}" if plain else f"dateline-{hashlib.sha256(id.encode('utf-8')).hexdigest()[:16]}"
