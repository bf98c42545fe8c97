"""Resolved claims of many reports in, all views of the record out: copies, events, ledger, deals, contradictions, stories."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model import Article, Claim, Outlet, Published
from dateline.model.views import Views, Weighing
from dateline.resolve import Resolved
from dateline.theatres import Theatre
from dateline.weigh.copies import Compared, find_copies
from dateline.weigh.dating import infer_dates, retime
from dateline.weigh.doubts import find_doubts
from dateline.weigh.graded import graded_events, graded_outlets, with_notes
from dateline.weigh.standing import find_standing
from dateline.weigh.stories import build_stories
from dateline.weigh.witnesses import Witnesses

__all__ = ["Weigh"]

_KEPT = 10_000  # reports whose comparison is kept in memory


class Weigh:
    """The stage: everything that only several reports together can say."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre
        self._last: tuple[list[Article], Compared] | None = None

    def __call__(self, articles: Sequence[Article], resolved: Resolved) -> Views:
        """Return all views; the order of the articles plays no part."""
        articles = sorted(articles, key=lambda a: a.id)
        theatre = graded_outlets(self.theatre, resolved.rulings.gradings, [a.outlet for a in articles])
        counted = resolved.counted()
        by_id = {article.id: article for article in articles}
        told = {article.id: article.published for article in articles}
        texts = self._compared(articles)
        copies = find_copies(texts, told)
        inferred = infer_dates(articles, counted.claims, copies)
        dates = {**told, **{document: published for document, (published, _) in inferred.items()}}
        resolved = replace(resolved, claims=self._retimed(resolved, by_id, dates))
        counted = resolved.counted()
        copies = find_copies(texts, dates) if inferred else copies
        del texts  # what compares words takes as much memory as the claims; nothing below asks for it
        witnesses = Witnesses(articles, copies, theatre, dates)
        standing = find_standing(by_id, counted, witnesses)
        graded = graded_events(standing.events, resolved.rulings.gradings)
        reasons = {document: why for document, (_, why) in inferred.items()}
        leads = {claim.document: claim.id for claim in reversed(counted.claims) if claim.lead}
        views = Views(
            weighings=tuple(
                self._weighing(a, leads.get(a.id, ""), dates[a.id], reasons.get(a.id, "")) for a in articles
            ),
            copies=copies,
            outlets=self._outlets(articles, theatre),
            actors=resolved.actors,
            places=resolved.places,
            mentions=resolved.mentions,
            claims=resolved.claims,
            figures=resolved.figures,
            control=resolved.control,
            framings=resolved.framings,
            events=graded.events,
            ledger=standing.ledger,
            deals=standing.deals,
            contradictions=standing.contradictions,
            stories=build_stories(articles, counted, theatre, dates, copies, graded.events),
            reviews=with_notes(resolved.rulings, graded),
            tombstones=resolved.tombstones,
            orphans=tuple(sorted((*resolved.rulings.orphans, *graded.orphans), key=lambda orphan: orphan.id)),
        )
        return replace(views, doubts=find_doubts(views))

    def _compared(self, articles: list[Article]) -> Compared:
        """Compare the reports' words; kept for the next time, since a human decision changes no word."""
        if self._last and self._last[0] == articles:
            return self._last[1]
        compared = Compared(articles)
        self._last = (articles, compared) if len(articles) <= _KEPT else None
        return compared

    def _retimed(
        self, resolved: Resolved, articles: Mapping[str, Article], dates: Mapping[str, Published]
    ) -> tuple[Claim, ...]:
        """Give claims the days that inferred dates make of their words, but for those whose time a human set."""
        claims = retime(resolved.claims, articles, dates)
        changes = resolved.rulings.changes
        set_by_hand = {id for id, found in changes.items() if any(change.field == "time" for change in found)}
        kept = zip(claims, resolved.claims, strict=True)
        return tuple(before if now.id in set_by_hand else now for now, before in kept)

    def _weighing(self, article: Article, lead: str, published: Published, why: str) -> Weighing:
        outlet = self.theatre.outlet_called(article.outlet).id if article.outlet else ""
        return Weighing(article.id, outlet, published, lead, why)

    def _outlets(self, articles: Sequence[Article], theatre: Theatre) -> tuple[Outlet, ...]:
        found: dict[str, Outlet] = defaultdict()
        for article in articles:
            if article.outlet:
                outlet = theatre.outlet_called(article.outlet)
                found[outlet.id] = outlet
        return tuple(found[key] for key in sorted(found))
