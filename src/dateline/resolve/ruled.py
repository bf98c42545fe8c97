"""Resolved readings and what humans said of single claims in; the same with their changes, additions and rejections, out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.codebook import EventType
from dateline.model import Change, Claim, ControlStatement, Figure, Judgement, Review, Rulings
from dateline.model.fields import read_value
from dateline.resolve.resolved import Resolved
from dateline.understand.coding.codes import plover_code

__all__ = ["Ruled"]


class Ruled:
    """Applies rulings on claims, figures and control statements; what was rejected stays, and is named as such."""

    def __init__(self, types: Mapping[str, EventType], rulings: Rulings) -> None:
        self.types, self.rulings = types, rulings
        self.reviews = {review.id: review for review in rulings.reviews}

    def apply(self, resolved: Resolved) -> Resolved:
        """Return the readings as humans left them."""
        claims = tuple(self._claim(claim) for claim in (*resolved.claims, *self.rulings.added))
        by_id = {claim.id: claim for claim in claims}
        control = tuple(self._statement(one, by_id.get(one.claim)) for one in resolved.control)
        reviews = tuple(self.reviews[id] for id in sorted(self.reviews))
        rejected = self.rulings.rejected | {r.id for r in reviews if r.judgement is Judgement.REJECTED}
        return replace(
            resolved,
            claims=claims,
            figures=tuple(self._figure(figure) for figure in resolved.figures),
            control=control,
            rulings=replace(self.rulings, reviews=reviews, rejected=rejected),
        )

    def _claim(self, claim: Claim) -> Claim:
        changes = self.rulings.changes.get(claim.id, ())
        if changes:
            claim = replace(claim, **_values("claim", changes))  # type: ignore[arg-type]  # each by its own reader
        if not claim.plover or {change.field for change in changes} & {"type", "modality"}:
            claim = self._coded(claim)
        return claim

    def _coded(self, claim: Claim) -> Claim:
        """Give a claim of another type or mode its codes: the category of the type, the sub-event that asks for no words."""
        known = self.types.get(claim.type)
        if known is None:
            return claim
        acled = next((rule.code for rule in known.acled if not (rule.words or rule.actors or rule.targets)), "")
        return replace(claim, plover=plover_code(known.plover, claim.modality), acled=acled)

    def _figure(self, figure: Figure) -> Figure:
        changes = self.rulings.changes.get(figure.id, ())
        return replace(figure, **_values("figure", changes)) if changes else figure  # type: ignore[arg-type]

    def _statement(self, one: ControlStatement, claim: Claim | None) -> ControlStatement:
        """A statement read out of a capture follows what humans said of that claim, unless they spoke of it itself."""
        changes = self.rulings.changes.get(one.id, ())
        if changes:
            return replace(one, **_values("control", changes))  # type: ignore[arg-type]  # each by its own reader
        said = self.reviews.get(claim.id) if claim else None
        if said is None or claim is None or one.id in self.reviews:
            return one
        followed = self._followed(one, claim) if said.judgement is not Judgement.REJECTED else None
        if followed != one:
            judgement = Judgement.CHANGED if followed else Judgement.REJECTED
            self.reviews[one.id] = Review(one.id, judgement, False, False, said.decisions)
        return followed or one

    def _followed(self, one: ControlStatement, claim: Claim) -> ControlStatement | None:
        """Return a statement as its changed claim has it; None where that tells of no capture any more."""
        fields = {change.field for change in self.rulings.changes.get(claim.id, ())}
        if (
            claim.type != "capture"
            or ("actors" in fields and not claim.actors)
            or ("places" in fields and not claim.places)
        ):
            return None
        holder = claim.actors[0] if "actors" in fields and one.holder not in claim.actors else one.holder
        place = claim.places[0] if "places" in fields and one.place not in claim.places else one.place
        told_on = claim.time.latest or one.as_of if "time" in fields else one.as_of
        speakers = claim.speakers if "speakers" in fields else one.speakers
        return replace(one, holder=holder, place=place, as_of=told_on, speakers=speakers)


def _values(kind: str, changes: Iterable[Change]) -> dict[str, object]:
    return {change.field: read_value(kind, change.field, change.value) for change in changes}
