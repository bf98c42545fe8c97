"""Words that a program swapped for synonyms: takes text, gives back where, what stood there and what it likely replaced."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook.swaps import beginnings_of, load_swaps
from dateline.model import Span

__all__ = ["Swap", "find_swaps", "repair"]

_A_VOWEL = re.compile(r"\ba (?P<w>[aeiou][a-z]{2,})\b")
_AN_CONSONANT = re.compile(r"\ban (?P<w>[bcdfgjklmnpqrstvwyz][a-z]{2,})\b")
# Vowels that are spoken as consonants: a European, a one-day truce, a unit, a usual.
_SPOKEN = re.compile(
    r"eu|ewe|one|once|u[bcfkmnprst][aeiou](?!mp|nd|nf|nh|nim|nin|nop|nal|nav|nar|nab|nea|nas|nap|nac|nex|nes|nus|nu)"
)
# Endings of nouns that are no verbs, and the few verbs that end so.
_NOUN = r"[a-z]+(?:[^d]ness|[^p]ment|[iao]tion|ssion|[bc]ility|iance|ancy|hood|ship)"
_VERBS = (
    "implement supplement document comment torment augment lament cement ferment fragment experiment complement "
    "compliment witness harness station mention question condition position function caution motion ration sanction "
    "auction finance ship worship commission mission petition partition portion proportion section action vacation "
    "apportion envision provision transition audition pigment segment regiment garment element"
).split()
_NOUN_FOR_VERB = re.compile(
    rf"\b(?:who|will|would|could|should|must|might|cannot|to)[ ](?P<w>(?!(?:{'|'.join(_VERBS)})\b){_NOUN})"
    r"[ ](?:a|an|the|their|its|his|her|them|him|all|part|most)\b"
)


@dataclass(frozen=True, slots=True)
class Swap:
    """One trace of a swap: the words around that show it, the swapped words, what they likely replaced ("" if untold)."""

    evidence: Span
    span: Span
    original: str
    repaired: str
    kind: str
    weight: float


def find_swaps(text: str, language: str = "en") -> tuple[Swap, ...]:
    """Return the traces of word-by-word rewriting, in the order of the text; () in a language nothing is known of."""
    words = load_swaps(language)
    if words is None:
        return ()
    beginnings = beginnings_of(text)
    may = [pattern for pattern in words.patterns if pattern.may_be_in(beginnings)]
    found = [_swap(match, p.says, p.kind, p.weight, text) for p in may for match in p.find.finditer(text)]
    odd = words.find_odd.finditer(text) if not beginnings.isdisjoint(words.odd_firsts) else ()
    found += [_swap(match, words.odd[match.group().lower()], "odd word", 0.2, text) for match in odd]
    if language == "en":
        found += _grammar(text)
    return tuple(_without_overlaps(found))


def repair(text: str, language: str = "en") -> list[tuple[Span, str, str]]:
    """Return (span, words as they stand, likely original words) for the swaps whose pattern tells the original.

    Only sure traces are repaired; the words keep the capital letter that they began with.
    """
    sure = [swap for swap in find_swaps(text, language) if swap.repaired and swap.weight >= 0.8]
    return [(swap.span, swap.original, _like(swap.repaired, swap.original)) for swap in sure]


def _swap(match: re.Match[str], says: str, kind: str, weight: float, text: str) -> Swap:
    inner = match.span("w") if "w" in match.re.groupindex else match.span()
    span = Span(*inner)
    return Swap(Span(*match.span()), span, text[span.start : span.end], says, kind, weight)


def _grammar(text: str) -> Iterator[Swap]:
    """Yield what swapping leaves behind in the grammar: the old article before a new word, a noun where a verb must stand."""
    for match in _A_VOWEL.finditer(text):
        if not _SPOKEN.match(match["w"]):
            yield _swap(match, "", "article", 0.5, text)
    for match in _AN_CONSONANT.finditer(text):
        yield _swap(match, "", "article", 0.5, text)
    for match in _NOUN_FOR_VERB.finditer(text):
        yield _swap(match, "", "part of speech", 1.0, text)


def _without_overlaps(found: list[Swap]) -> Iterator[Swap]:
    """Yield the traces in order; of two that share words, the surer one."""
    kept: list[Swap] = []
    for swap in sorted(found, key=lambda s: (-s.weight, not s.repaired, s.span)):
        if not any(swap.span.overlaps(other.span) for other in kept):
            kept.append(swap)
    yield from sorted(kept, key=lambda swap: swap.span)


def _like(word: str, original: str) -> str:
    return word[:1].upper() + word[1:] if original[:1].isupper() and not original.isupper() else word
