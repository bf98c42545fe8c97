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

    def attributed(self, text: str, group: str, backers: tuple[Claim, ...], outlets: list[str]) -> str:
        """Return the clause with whoever the reports have it from.

        `backers` say the clause, the main one first; `outlets` are to be named where they tell it in their own words.
        """
        main = backers[0]
        unconfirmed = main.modality is Modality.REPORTED
        spoken = group in _SPEECH or main.modality is Modality.DEMANDED
        if main.modality is Modality.DENIED and main.speakers:
            return text
        if spoken and set(main.speakers) & {*main.actors, *main.targets}:
            return text
        plain = self._has_own_word(backers)
        if plain and not outlets:
            return f"according to unconfirmed reports, {text}" if unconfirmed else text
        sayers = list(dict.fromkeys(words for claim in backers if (words := self.sayer(claim, main))))
        if not sayers and not outlets:
            return f"according to unconfirmed reports, {text}"
        alone = {claim.speakers[-1:] for claim in backers} == {main.actors}
        if alone and main.actors and not self._person(main.actors):
            own = "their" if (phrase := self.naming.actors(main.actors)) and phrase.plural else "its"
            return f"{text}, by {own} own account"
        who = join_words([*sayers, *outlets], 3)
        return f"{text}, {who} said{', citing unconfirmed reports' if unconfirmed else ''}"

    def _has_own_word(self, backers: tuple[Claim, ...]) -> bool:
        """True where some report tells it as its own word throughout, and nowhere has it from others."""
        cited = {claim.document for claim in backers if claim.speakers}
        return any(claim.document not in cited for claim in backers)

    def sayer(self, claim: Claim, main: Claim) -> str:
        """Return whom one report names as its source: `the monitor`, or `the agency (citing the army)`."""
        chain = [phrase.text for id in claim.speakers if (phrase := self.naming.actor(id))]
        chain = list(dict.fromkeys(chain))
        if len(chain) > 1 and chain[0] not in _NO_ONE:
            return f"{chain[0]} (citing {chain[-1]})"
        return chain[-1] if chain else ""

    def _person(self, ids: tuple[str, ...]) -> bool:
        actors = self.naming.contents.actors
        return any(actors[id].kind == "person" for id in ids if id in actors)
