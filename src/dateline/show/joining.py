"""What a demand, refusal, threat or accusation is about: a claim in, claims of its sentence that tell it out."""

from collections import defaultdict
from functools import cached_property

from dateline.model import Claim, Modality
from dateline.show.contents import Contents
from dateline.show.sense import CAN_BE_THREATENED
from dateline.show.templates import Template, templates

__all__ = ["Joining"]

_TOLD = frozenset({Modality.ASSERTED, Modality.REPORTED})
_WANTED = frozenset({Modality.DEMANDED, Modality.PLANNED})
# In which modes the other claim must stand for each type.
_MODES = {
    "ultimatum": _WANTED,
    "demand": _WANTED,
    "appeal": _WANTED,
    "threat": frozenset({Modality.THREATENED, Modality.PLANNED}),
    "agreement": frozenset({Modality.AGREED}),
    "refusal": frozenset({Modality.DENIED, Modality.DEMANDED}),
    "accusation": _TOLD,
    "denial": frozenset({Modality.DENIED}),
    "claim-responsibility": _TOLD,
}
_MOST = 2


class Joining:
    """Pairs claims of one sentence in one report."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents

    def claims(self, main: Claim, template: Template) -> tuple[Claim, ...]:
        """Return up to two claims that say what `main` demands, refuses, threatens or blames."""
        modes = _MODES.get(main.type, frozenset())
        found = [
            claim
            for claim in self._by_document[main.document]
            if claim.modality in modes and self._about(claim, main, template)
        ]
        return tuple(sorted(found, key=lambda claim: abs(claim.trigger.start - main.trigger.start))[:_MOST])

    def _about(self, claim: Claim, main: Claim, template: Template) -> bool:
        known = templates().get(claim.type)
        if known is None or known.group in ("demand", "statement") or not claim.span.overlaps(main.span):
            return False
        if main.type == "threat" and known.group not in CAN_BE_THREATENED:
            return False
        if main.type == "agreement":
            return True
        subjects = set(main.targets if template.joined_subject == "target" else main.actors)
        if not subjects and template.joined_subject == "target":
            return bool(claim.actors) and not set(claim.actors) & set(main.actors)
        return bool(subjects & set(claim.actors))

    @cached_property
    def _by_document(self) -> dict[str, list[Claim]]:
        groups: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.contents.claims.values():
            groups[claim.document].append(claim)
        return groups
