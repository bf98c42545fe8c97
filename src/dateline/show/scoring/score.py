"""Start here: gold and a record in, all figures out, in the order of the layers."""

from dateline.record import Record
from dateline.show.scoring.across import score_across
from dateline.show.scoring.claiming import score_claims
from dateline.show.scoring.counting import score_control, score_deals, score_figures, score_framings
from dateline.show.scoring.gold import Gold
from dateline.show.scoring.ground import Ground
from dateline.show.scoring.naming import score_documents, score_names
from dateline.show.scoring.tally import Scores

__all__ = ["score"]


def score(record: Record, gold: Gold) -> Scores:
    """Score a record. Names come before claims: they tell which actor of the record is which of the gold."""
    ground, scores = Ground(gold, record), Scores()
    for layer in (
        score_documents,
        score_names,
        score_claims,
        score_figures,
        score_control,
        score_framings,
        score_deals,
        score_across,
    ):
        layer(ground, scores)
    return scores
