"""Who really witnesses a claim: copies, and outlets that cite one source, count once."""

import datetime as dt
from collections.abc import Iterable, Mapping

from dateline.model import Article, Claim, Copy, Published
from dateline.theatres import Theatre, fold

__all__ = ["Witnesses"]

_SPEAKS_FOR = frozenset({"person", "source", "family"})  # who speaks for the body it belongs to
_STEPS = 4  # from a spokesman to his body and on; longer chains are slips in the data


class Witnesses:
    """Counts independent sources and camps behind claims."""

    def __init__(
        self, articles: Iterable[Article], copies: Iterable[Copy], theatre: Theatre, dates: Mapping[str, Published]
    ) -> None:
        self.original = {copy.document: copy.original for copy in copies if copy.original}
        self.theatre = theatre
        self.outlets = {a.id: theatre.outlet_called(a.outlet) if a.outlet else None for a in articles}
        self.dates = dates
        # Nouns such as "activists" stand for somebody, but not for the same people in two reports.
        self.unnamed = frozenset(noun.actor for noun in theatre.nouns)

    def published(self, document: str) -> dt.date | None:
        """Return the day a document came out, inferred or told."""
        return self.dates[document].date

    def witness(self, claim: Claim) -> str:
        """Return whom a claim goes back to: its innermost named speaker, else the outlet of the text it was copied from."""
        return self.witness_of(claim.document, claim.speakers)

    def witness_of(self, document: str, speakers: tuple[str, ...]) -> str:
        """Return the witness of words that a document has from speakers, the outermost first.

        A spokesman is his body, an outlet that is quoted is the outlet; unnamed sources are those of the report's own
        outlet, since two reports' "activists" cannot be told to be others or the same.
        """
        named = [speaker for speaker in speakers if speaker not in self.unnamed]
        if named:
            return self._as_outlet(self._body(named[-1]))
        outlet = self.outlets.get(self._source(document))
        return f"outlet {outlet.id}" if outlet else f"document {self._source(document)}"

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

    def _source(self, document: str) -> str:
        """Return the first text of a chain of copies."""
        seen = {document}
        while (before := self.original.get(document)) and before not in seen:
            seen.add(before)
            document = before
        return document

    def _body(self, speaker: str) -> str:
        """Return the body that a person or a source speaks for, where the theatre knows one; else the speaker."""
        for _ in range(_STEPS):
            actor = self.theatre.actors.get(speaker)
            if actor is None or actor.kind not in _SPEAKS_FOR or not actor.part_of:
                break
            # Who belongs to several speaks for the one he joined last.
            speaker = max(actor.part_of, key=lambda part: (part.since, part.parent)).parent
        return speaker

    def _as_outlet(self, speaker: str) -> str:
        """An agency is one witness whether it prints a claim itself or is quoted by others."""
        actor = self.theatre.actors.get(speaker)
        for name in (speaker, actor.name if actor else ""):
            found = self.theatre.outlet_names.get(fold(name)) if name else None
            if found:
                return f"outlet {found}"
        return f"speaker {speaker}"
