"""What disputes are found in: a record's reports, claims and figures, and what is known of its places and sides."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model import Article, Claim, Figure
from dateline.weigh.geography import Geography
from dateline.weigh.scene import Scene
from dateline.weigh.sides import Sides
from dateline.weigh.witnesses import Witnesses

__all__ = ["Ground"]


@dataclass(frozen=True, slots=True)
class Ground:
    """One record as far as it is weighed before its disputes."""

    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    figures: Mapping[str, Figure]
    geography: Geography
    sides: Sides
    scene: Scene
    witnesses: Witnesses
