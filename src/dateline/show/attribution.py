"""Who says so: a clause and its claims in, the clause with its speakers out, plain where outlets tell it."""

from dateline.model import Claim, Modality
from dateline.show.phrases import Naming, join_words

__all__ = ["Attribution"]

# What an actor says or demands is told as its own act; it needs no "the actor said" beside it.
_SPEECH = frozenset({"statement", "demand"})
_NO_ONE = frozenset({"media reports", "local sources"})


class Attribution:
    """Puts speakers to clauses: an outlet's own words stay plain (its footnote names it), others are attributed."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming

    def attributed(self, text: str, group: str, main: Claim, claims: tuple[Claim, ...]) -> str:
        """Return the clause with whoever the reports have it from."""
        same = [claim for claim in claims if claim.modality is main.modality] or [main]
        unconfirmed = main.modality is Modality.REPORTED
        if any(not claim.speakers for claim in same):
            return f"according to unconfirmed reports, {text}" if unconfirmed else text
        spoken = group in _SPEECH or main.modality is Modality.DEMANDED
        if spoken and set(main.speakers) & {*main.actors, *main.targets}:
            return text
        sayers = list(dict.fromkeys(words for claim in same if (words := self.sayer(claim, main))))
        if not sayers:
            return f"according to unconfirmed reports, {text}"
        if len(same) == 1 and main.speakers[-1:] == main.actors:
            own = "their" if (phrase := self.naming.actors(main.actors)) and phrase.plural else "its"
            return f"{text}, by {own if not self._person(main.actors) else 'their'} own account"
        return f"{text}, {join_words(sayers, 3)} said{' (unconfirmed)' if unconfirmed else ''}"

    def sayer(self, claim: Claim, main: Claim) -> str:
        """Return whom one report names as its source: `the monitor`, or `the agency, citing the army,`."""
        chain = [phrase.text for id in claim.speakers if (phrase := self.naming.actor(id))]
        chain = list(dict.fromkeys(chain))
        if len(chain) > 1 and chain[0] not in _NO_ONE:
            return f"{chain[0]}, citing {chain[-1]},"
        return chain[-1] if chain else ""

    def _person(self, ids: tuple[str, ...]) -> bool:
        actors = self.naming.contents.actors
        return any(actors[id].kind == "person" for id in ids if id in actors)
