"""Who really witnesses a claim: copies, and outlets that cite one source, count once."""

import datetime as dt
from collections.abc import Iterable, Mapping

from dateline.model import Article, Claim, Copy, Published
from dateline.theatres import Theatre

__all__ = ["Witnesses"]


class Witnesses:
    """Counts independent sources and camps behind claims."""

    def __init__(
        self, articles: Iterable[Article], copies: Iterable[Copy], theatre: Theatre, dates: Mapping[str, Published]
    ) -> None:
        self.original = {copy.document: copy.original for copy in copies}
        self.theatre = theatre
        self.outlets = {a.id: theatre.outlet_called(a.outlet) if a.outlet else None for a in articles}
        self.dates = dates

    def published(self, document: str) -> dt.date | None:
        """Return the day a document came out, inferred or told."""
        return self.dates[document].date

    def witness(self, claim: Claim) -> str:
        """Return whom a claim goes back to: its innermost named speaker, else the outlet, else the text it copies."""
        if claim.speakers:
            return f"speaker {claim.speakers[-1]}"
        document = claim.document
        seen = {document}
        while document in self.original and self.original[document] not in seen:
            document = self.original[document]
            seen.add(document)
        outlet = self.outlets.get(document)
        return f"outlet {outlet.id}" if outlet else f"document {document}"

    def independent(self, claims: Iterable[Claim]) -> int:
        """Return how many witnesses stand behind claims of one happening."""
        return len({self.witness(claim) for claim in claims})

    def camps(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Return the camps of the witnesses, where recorded."""
        return tuple(sorted({camp for claim in claims for camp in self.camps_of(claim.document, claim.speakers)}))

    def camps_of(self, document: str, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """Return the camp of whoever vouches: the innermost speaker, else the outlet; () where none is recorded."""
        outlet = self.outlets.get(document)
        camp = self.theatre.camp_of(speakers[-1]) if speakers else outlet.camp if outlet else ""
        return (camp,) if camp and camp != "none" else ()
