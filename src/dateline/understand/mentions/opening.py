"""A report's beginning cut into words, once for all that look at it: its country is read from it, then its sentences are."""

from bisect import bisect_left

from dateline.understand.lexicon import Lexicon, NameEntry, Token, tokens_of

__all__ = ["Opening"]

_LENGTH = 4_000  # characters; the beginning of a report tells its country
_NOTHING: tuple[int, list[NameEntry]] = (0, [])


class Opening:
    """The words of a report's beginning, each with the names that begin at it."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Cut the beginning of a report's text into words."""
        self.text = text[:_LENGTH]
        self.tokens = tokens_of(self.text, 0, lexicon)
        for i, token in enumerate(self.tokens):
            token.begins = lexicon.name_at(self.tokens, i) if token.known is not None else _NOTHING
        self._starts = [token.start for token in self.tokens]

    def within(self, start: int, end: int, text: str) -> list[Token] | None:
        """Return the words of a sentence that reads so, as if it were cut alone; None where it is not all in here."""
        if self.text[start:end] != text or end > len(self.text):
            return None
        first, stop = bisect_left(self._starts, start), bisect_left(self._starts, end)
        tokens = self.tokens[first:stop]
        if not tokens or (first and self.tokens[first - 1].end > start) or tokens[-1].end > end:
            return None  # the sentence begins or ends within what looks like a word here
        opens = tokens[0]
        if opens.end != opens.start + len(opens.text):
            return None
        if not opens.spaced:
            tokens[0] = Token(opens.text, opens.folded, opens.start, opens.end, known=opens.known, begins=opens.begins)
        return tokens
