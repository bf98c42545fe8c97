"""Resolved claims of many reports in, all views of the record out: copies, events, ledger, deals, contradictions, stories."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model import Article, Claim, Outlet
from dateline.model.views import Views, Weighing
from dateline.resolve import Resolved
from dateline.theatres import Theatre
from dateline.weigh.contradictions import find_contradictions
from dateline.weigh.copies import find_copies
from dateline.weigh.deals import build_deals
from dateline.weigh.events import EventBuilder
from dateline.weigh.ledger import build_ledger
from dateline.weigh.stories import build_stories
from dateline.weigh.witnesses import Witnesses

__all__ = ["Weigh"]


class Weigh:
    """The stage: everything that only several reports together can say."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre

    def __call__(self, articles: Sequence[Article], resolved: Resolved) -> Views:
        """Return all views; the order of the articles plays no part."""
        articles = sorted(articles, key=lambda a: a.id)
        by_id = {article.id: article for article in articles}
        dates = {article.id: article.published for article in articles}
        copies = find_copies(articles)
        witnesses = Witnesses(articles, copies, self.theatre, dates)
        claims = {claim.id: claim for claim in resolved.claims}
        figures = {figure.id: figure for figure in resolved.figures}
        events = EventBuilder(resolved.actors, resolved.places, witnesses).build(resolved.claims, resolved.figures)
        ledger = build_ledger(resolved.control, claims, witnesses)
        deals = build_deals(resolved.claims, by_id)
        contradictions = find_contradictions(events, deals, ledger, resolved.control, claims, figures)
        disputed = {c.event for c in contradictions if c.event}
        places = {place.id: place for place in resolved.places}
        return Views(
            weighings=tuple(self._weighing(article, resolved.claims) for article in articles),
            copies=copies,
            outlets=self._outlets(articles),
            actors=resolved.actors,
            places=resolved.places,
            mentions=resolved.mentions,
            claims=resolved.claims,
            figures=resolved.figures,
            control=resolved.control,
            framings=resolved.framings,
            events=tuple(replace(e, contested=True) if e.id in disputed else e for e in events),
            ledger=ledger,
            deals=deals,
            contradictions=contradictions,
            stories=build_stories(articles, resolved.claims, places, dates),
        )

    def _weighing(self, article: Article, claims: Iterable[Claim]) -> Weighing:
        lead = next((c.id for c in claims if c.document == article.id and c.lead), "")
        outlet = self.theatre.outlet_called(article.outlet).id if article.outlet else ""
        return Weighing(article.id, outlet, article.published, lead)

    def _outlets(self, articles: Sequence[Article]) -> tuple[Outlet, ...]:
        found: dict[str, Outlet] = defaultdict()
        for article in articles:
            if article.outlet:
                outlet = self.theatre.outlet_called(article.outlet)
                found[outlet.id] = outlet
        return tuple(found[key] for key in sorted(found))
