"""What did not happen: a draft in, the word that says so out ("no deal", "never took place", "have yet to release")."""

from collections.abc import Iterable, Mapping

from dateline.understand.draft import Draft
from dateline.understand.speech.mode_text import on_hold, without_a_sign, words_before
from dateline.understand.speech.mode_words import ACTS_OF_SPEECH, BEATEN, HAPPENING, STOPPED
from dateline.understand.syntax import Parse, Word

__all__ = ["Undone"]

_TALKS = frozenset({"negotiation", "agreement", "ceasefire"})  # what is stopped of them has begun


class Undone:
    """Finds signs that what a trigger names did not come about, beyond a plain "not"."""

    def __init__(self, phrases: Iterable[str], group: Mapping[str, str]) -> None:
        """Take the codebook's phrases of what is denied, and the group of each type."""
        self.phrases, self.group = tuple(phrases), group
        self.not_done = [f" {phrase} " for phrase in self.phrases if phrase.endswith(" to")]

    def at(self, draft: Draft) -> tuple[int, str] | None:
        """Return the word that tells that a draft's event did not happen, and how it does."""
        parse = draft.scene.parse
        head = parse.words[draft.head]
        said = self.group.get(draft.type) in ACTS_OF_SPEECH and draft.type != "claim-responsibility"
        if head.pos in ("NOUN", "PROPN") and not said and (found := self._noun(parse, draft, head)):
            return found
        near = words_before(draft)
        if any(phrase in near for phrase in self.not_done) or without_a_sign(draft, self.phrases):
            return draft.head, "told not to have happened"
        return None

    def _noun(self, parse: Parse, draft: Draft, head: Word) -> tuple[int, str] | None:
        bare = next((n for k in (draft.head, *draft.hit.words) for n in parse.kids(k, "neg")), -1)
        if bare >= 0:
            return bare, "negated"
        above = parse.words[head.head] if head.head >= 0 else None
        if above is not None and head.rel == "subj:pass" and above.lemma in STOPPED and draft.type not in _TALKS:
            made = self.group.get(draft.type) == "violence" and above.lemma in BEATEN
            if not made and not parse.negated(above.i):
                return above.i, f"told to be stopped: {above.lemma}"
        if (halted := on_hold(parse, head)) >= 0:
            return halted, f"told to be {parse.words[halted].text}"
        if above is not None and head.rel == "subj" and above.lemma in HAPPENING and parse.negated(above.i):
            return above.i, "told not to have happened"
        return None
