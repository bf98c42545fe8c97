"""The page of a deal and the board of all: what was agreed between whom, and how it went on, each step with its words."""

from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request

from dateline.model import DEAL_STATUSES, Contradiction, Deal, DealStep
from dateline.record import Around, Record, Wanted, by_id, find, find_all_ids
from dateline.show.inert import one_line
from dateline.show.sentences import capital
from dateline.show.web.asking import asked
from dateline.show.web.pages.told import Telling, answers, tellings
from dateline.show.web.scene import Ref, Scene

__all__ = ["deal_board", "deal_page"]

_MOST_IN_COLUMN = 25


@dataclass(frozen=True, slots=True)
class Card:
    """A deal as it stands on the board."""

    id: str
    title: str
    days: str
    parties: tuple[Ref, ...]
    steps: tuple[str, ...]
    claims: int
    review: str
    contested: bool


def deal_board(record: Record, request: Request) -> dict[str, Any]:
    """Return the deals in a column a status, in the order in which deals run."""
    wanted = asked(request)
    pages = {status: find(record, Deal, replace(wanted, status=status), _MOST_IN_COLUMN) for status in DEAL_STATUSES}
    ids = [deal.id for page in pages.values() for deal in page.items]
    scene = Scene(record, Around(deals=ids, bare=True))
    doubts = by_id(record, Contradiction, find_all_ids(record, Contradiction, Wanted(unknown=True)))
    disputed = {deal.id for doubt in doubts if (deal := scene.questions.deal(doubt))}
    return {
        "columns": {
            status: ([_card(scene, deal, disputed) for deal in page.items], page.total)
            for status, page in pages.items()
        },
        "total": sum(page.total for page in pages.values()),
        "shown": len(ids),
        "query": request.url.query,
    }


def _card(scene: Scene, deal: Deal, disputed: set[str]) -> Card:
    steps = [step for step in deal.history if step.date]
    days = f"{steps[0].date} … {steps[-1].date}" if steps and steps[0].date != steps[-1].date else ""
    return Card(
        deal.id,
        capital(scene.questions.deal_words(deal)),
        days or (str(steps[0].date) if steps else ""),
        tuple(scene.actors(deal.parties)),
        tuple(step.status for step in deal.history),
        len(deal.claims),
        scene.mark((deal.id, *deal.claims)),
        deal.id in disputed,
    )


def deal_page(record: Record, id: str) -> dict[str, Any] | None:
    """Return what the page of a deal shows."""
    scene = Scene(record, Around(deals=[id]))
    deal = next((one for one in scene.contents.deals if one.id == id), None)
    if deal is None:
        return None
    rows = {row.id: row for row in tellings(scene, [scene.claims[one] for one in deal.claims if one in scene.claims])}
    told = {one for step in deal.history for one in step.claims}
    return {
        "deal": deal,
        "title": capital(scene.questions.deal_words(deal)),
        "place": scene.places([deal.place]) if deal.place else [],
        "parties": scene.actors(deal.parties),
        "mediators": scene.actors(deal.mediators),
        "terms": [one_line(term) for term in deal.terms],
        "disputes": answers(scene, [one for one in scene.contents.contradictions if scene.questions.deal(one) == deal]),
        "steps": [_step(scene, step, rows) for step in deal.history],
        "others": [(scene.outlet(row.document), row) for one, row in rows.items() if one not in told],
    }


def _step(scene: Scene, step: DealStep, rows: dict[str, Telling]) -> tuple[DealStep, list[tuple[Ref, Telling]]]:
    found = [rows[id] for id in step.claims if id in rows]
    return step, [(scene.outlet(row.document), row) for row in found]
