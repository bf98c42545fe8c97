"""Resolved claims of many reports in, all views of the record out: copies, events, ledger, deals, contradictions, stories."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Article, Outlet, Published
from dateline.model.views import Views, Weighing
from dateline.resolve import Resolved
from dateline.theatres import Theatre
from dateline.weigh.copies import Compared, find_copies
from dateline.weigh.dating import infer_dates, retime
from dateline.weigh.standing import find_standing
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
        told = {article.id: article.published for article in articles}
        texts = Compared(articles)
        copies = find_copies(texts, told)
        inferred = infer_dates(articles, resolved.claims, copies)
        dates = {**told, **{document: published for document, (published, _) in inferred.items()}}
        resolved = replace(resolved, claims=retime(resolved.claims, by_id, dates))
        copies = find_copies(texts, dates) if inferred else copies
        witnesses = Witnesses(articles, copies, self.theatre, dates)
        standing = find_standing(by_id, resolved, witnesses)
        reasons = {document: why for document, (_, why) in inferred.items()}
        leads = {claim.document: claim.id for claim in reversed(resolved.claims) if claim.lead}
        return Views(
            weighings=tuple(
                self._weighing(a, leads.get(a.id, ""), dates[a.id], reasons.get(a.id, "")) for a in articles
            ),
            copies=copies,
            outlets=self._outlets(articles),
            actors=resolved.actors,
            places=resolved.places,
            mentions=resolved.mentions,
            claims=resolved.claims,
            figures=resolved.figures,
            control=resolved.control,
            framings=resolved.framings,
            events=standing.events,
            ledger=standing.ledger,
            deals=standing.deals,
            contradictions=standing.contradictions,
            stories=build_stories(articles, resolved, self.theatre, dates, copies),
        )

    def _weighing(self, article: Article, lead: str, published: Published, why: str) -> Weighing:
        outlet = self.theatre.outlet_called(article.outlet).id if article.outlet else ""
        return Weighing(article.id, outlet, published, lead, why)

    def _outlets(self, articles: Sequence[Article]) -> tuple[Outlet, ...]:
        found: dict[str, Outlet] = defaultdict()
        for article in articles:
            if article.outlet:
                outlet = self.theatre.outlet_called(article.outlet)
                found[outlet.id] = outlet
        return tuple(found[key] for key in sorted(found))
