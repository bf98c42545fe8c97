"""A record scored against reports that people coded: a record and a folder of gold in, a figure a line out."""

from dateline.show.scoring.gold import Gold, load_gold
from dateline.show.scoring.ground import texts_of
from dateline.show.scoring.score import score
from dateline.show.scoring.tally import Scores
from dateline.show.scoring.telling import as_json, as_text

__all__ = ["Gold", "Scores", "as_json", "as_text", "load_gold", "score", "texts_of"]
