"""An actor, a place or a report in; plain text out: the words that name it, why it is taken for that, when it came out."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from dateline.model import Actor, Membership, Place
from dateline.show.contents import Contents
from dateline.show.footnotes import published_words
from dateline.show.inert import clip, one_line

__all__ = ["Things", "placed_because"]

_PRECISION = {
    1: "the place itself",
    2: "near a known place",
    3: "a district",
    4: "a province",
    5: "an area, river or road",
    6: "a country",
    7: "a sea, or nowhere that is known",
}
_SHOWN, _BASIS = 8, {"text": "by its own words", "metadata": "by its file or list", "unknown": "nothing tells it"}


class Things:
    """Explains what claims speak of."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents

    def of(self, id: str) -> list[str]:
        """Return the lines that explain an actor, a place or a report; none for another id."""
        if id in self.contents.actors:
            return [*self._actor(self.contents.actors[id]), *self._named(id)]
        if id in self.contents.places:
            return [*self._place(self.contents.places[id]), *self._named(id)]
        return [*self._document(id)] if id in self.contents.documents else []

    def _actor(self, actor: Actor) -> Iterator[str]:
        yield f"actor {actor.id}: {one_line(actor.name)}"
        yield f"  {', '.join(filter(None, (actor.kind, actor.country, f'camp {actor.camp}' if actor.camp else '')))}"
        yield from (f"  part of {part.parent}{_dates(part)}" for part in actor.part_of)
        if not actor.known:
            yield "  in no theatre: joined by its name alone, and waiting for a human word"

    def _place(self, place: Place) -> Iterator[str]:
        yield f"place {place.id}: {one_line(place.name)}"
        extent = f", radius {place.radius_km:g} km" if place.radius_km else ""
        point = "no point is known" if place.lat is None else f"{place.lat:.4f}, {place.lon:.4f}{extent}"
        within = f", in {place.parent}" if place.parent else ""
        yield f"  {', '.join(filter(None, (place.kind, place.country)))}{within}: {point}"
        yield f"  {placed_because(place)}"

    def _named(self, id: str) -> Iterator[str]:
        """Yield the words by which reports name it, with how often and by which rule they were read."""
        words: Counter[tuple[str, str]] = Counter()
        reports: dict[tuple[str, str], set[str]] = defaultdict(set)
        for mention in self.contents.record.mentions():
            if mention.refers_to == id and mention.names:
                text = self.contents.text(mention.document, mention.span)
                key = (clip(text, 0, len(text), 80), mention.rule)
                words[key] += 1
                reports[key].add(self.contents.publisher(mention.document))
        for (text, rule), number in words.most_common(_SHOWN):
            told = ", ".join(sorted(reports[text, rule])[:_SHOWN])
            yield f"  named “{text}” {number} time{'s' * (number != 1)} [{rule}]: {told}"

    def _document(self, id: str) -> Iterator[str]:
        article, weighing = self.contents.documents[id], self.contents.weighings.get(id)
        yield f"report {id}: {self.contents.publisher(id)}"
        yield f"  {one_line(article.path)}, language {article.language}"
        why = one_line(weighing.published_why) if weighing else ""
        why = why or _BASIS.get(article.published.basis, "inferred")
        yield f"  published: {published_words(self.contents, id)}, {why}"
        copy = self.contents.copy_of(id)
        if copy and copy.original:
            yield f"  repeats {self.contents.publisher(copy.original)} [{copy.original}] ({copy.similarity:.0%} alike)"
        claims = [claim.id for claim in self.contents.claims.values() if claim.document == id]
        yield f"  makes {len(claims)} claim{'s' * (len(claims) != 1)}{': ' if claims else ''}{', '.join(claims)}"


def placed_because(place: Place) -> str:
    """Return how exact a place's point is on UCDP's scale, and why it is taken for that place."""
    exact = f"precision {place.precision} of 7: {_PRECISION.get(place.precision, 'not told')}"
    return f"{exact}; {one_line(place.reason)}" if place.reason else exact


def _dates(part: Membership) -> str:
    return f" ({part.since or '…'} to {part.until or '…'})" if part.since or part.until else ""
