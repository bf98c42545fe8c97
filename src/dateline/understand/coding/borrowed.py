"""A sentence in, whether it borrows the words of war out: sport, markets, politics and art shell, storm and fight too."""

from dateline.codebook import Codebook
from dateline.understand.coding.conditions import KINDS
from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Scene

__all__ = ["Borrowed"]

_GROUPS = frozenset({"violence", "territory", "movement"})
_BESIDE = frozenset({"surrender", "natural-disaster"})  # of other groups


class Borrowed:
    """Knows what borrows the words of war, and what shows that they are meant: the two lists are in `classes.yaml`."""

    def __init__(self, codebook: Codebook, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.types = _BESIDE | {t.id for t in codebook.types.values() if t.group in _GROUPS}
        self.elsewhere = codebook.classes.get("ELSEWHERE", {}).get(lexicon.language, frozenset())
        self.meant = codebook.classes.get("WAR", {}).get(lexicon.language, frozenset())

    def by(self, scene: Scene) -> frozenset[str]:
        """Return the types whose words tell of something else in this sentence."""
        if self.elsewhere.isdisjoint(scene.forms) or not self.meant.isdisjoint(scene.forms):
            return frozenset()
        if any(self._fights(ref.key) for ref in scene.actors.values()):
            return frozenset()
        return self.types

    def _fights(self, key: str) -> bool:
        actor = self.lexicon.actor(key)
        kind = actor.kind if actor else key.removeprefix("?").split(":")[0]
        return kind in KINDS["ARMY"]
