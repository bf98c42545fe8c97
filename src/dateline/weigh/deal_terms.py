"""The words on one deal in; its terms out, each of a kind, in the reports' words: claims of acts, and what no claim is made of.

Words for what is granted rather than done (who may stay, whose status is settled) are in `deal_terms.csv`.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import resources

from dateline.model import Claim, Span
from dateline.weigh.deal_signs import TERMS, says_obliged, term_of
from dateline.weigh.deal_word import DealWord
from dateline.weigh.deal_words import DealReader

__all__ = ["Terms"]

_NEAR = 3  # sentences from a deal within which its terms stand
_LONGEST = 120  # characters of a quoted term
_GRANTING = frozenset({"agreement", "ceasefire", "ultimatum"})
_STANDS = ("agreed", "in-force", "implemented", "delayed", "demanded", "offered", "negotiated")
_TOLD = ("asserted", "reported")
_BEFORE = 30  # characters in which "is to", "must" stands before an act
# "agreed to a truce and to the disarmament of": what is agreed is an act named by a noun
_OBJECT = re.compile(
    r"\b(?:to|on|for|à|au|aux|sur|le|la|les)\s(?:the\s|an?\s|la\s|le\s|les\s)?(?:\w+\s)?$|[ld]['’]$", re.IGNORECASE
)
_PASSIVE = re.compile(
    r"^\s(?:\w+\s){0,3}?(?:was|were|is|has been|have been|had been|a été|ont été|avait été|est)\s$", re.IGNORECASE
)
_NO_ACT = frozenset({"without", "sans"})
_ALIKE = 0.6  # of the words of two quotes: reports that copy each other
_FAR = 120  # characters between "agreed" and what is agreed


class Terms:
    """Finds the terms of deals among the claims of a record."""

    def __init__(self, claims: Iterable[Claim], reader: DealReader, deals: Iterable[Sequence[DealWord]] = ()) -> None:
        self.reader = reader
        deals = list(deals)
        self._owner = {w.claim.id: at for at, words in enumerate(deals) for w in words}
        self._tells = {(w.claim.document, w.sentence) for words in deals for w in words}  # sentences on some deal
        self._told: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(claims, key=lambda c: (c.document, c.trigger, c.id)):
            self._told[claim.document].append(claim)
        self._set = {document: [c for c in told if self._sets(c)] for document, told in self._told.items()}

    def _sets(self, claim: Claim) -> bool:
        """True for an act that is asked, agreed or planned, and for one told as done that is what was agreed."""
        first = self.reader.articles[claim.document].text[claim.trigger.start : claim.trigger.end].split(" ")[0].lower()
        if first in _NO_ACT:
            return False  # "without a fight" tells how, not what
        if term_of(claim):
            return True
        told = claim.type in TERMS and claim.modality in _TOLD
        return told and any(self._is_agreed(claim, other) for other in self._told[claim.document])

    def _is_agreed(self, claim: Claim, agreement: Claim) -> bool:
        """True where the words make an act what was agreed: "agreed to the disarmament of", "the evacuation was agreed"."""
        if agreement.type != "agreement" or agreement.modality not in _TOLD or claim.type == "ceasefire":
            return False
        sentence = self.reader.scene.sentence
        if sentence(claim.document, claim.trigger.start) != sentence(claim.document, agreement.trigger.start):
            return False
        text = self.reader.articles[claim.document].text
        between = text[agreement.trigger.end : claim.trigger.start]
        if agreement.trigger.end <= claim.trigger.start:
            return len(between) <= _FAR and bool(_OBJECT.search(between))
        return bool(_PASSIVE.search(text[claim.trigger.end : agreement.trigger.start]))

    def of(self, words: Sequence[DealWord], deal: int) -> tuple[list[Claim], tuple[str, ...]]:
        """Return the claims that are terms of a deal, and all its terms in words; `deal` is where it stands among all."""
        found: list[Claim] = []
        told: list[tuple[str, Span, str]] = []
        for document in sorted({w.claim.document for w in words}):
            own = [claim for claim in self._claims(document, words) if self._owner.get(claim.id, deal) == deal]
            found += own
            acts = [(Span(c.trigger.start, max(c.trigger.end, c.span.end)), TERMS[c.type]) for c in own]
            granted = list(self._granted(document, words))
            acts = [
                act
                for act in acts
                if not any(span.overlaps(Span(act[0].start, act[0].start + 1)) for span, _ in granted)
            ]
            for span, kind in (*acts, *granted):
                told.append((document, span, f"{kind}: “{self._quote(document, span)}”"))
        return found, _once([term for *_, term in sorted(told)])

    def _claims(self, document: str, words: Sequence[DealWord]) -> Iterator[Claim]:
        """Yield one report's claims of agreed or asked acts that stand near its words on the deal, at its place."""
        reader, own = self.reader, [w for w in words if w.claim.document == document]
        parties = tuple(dict.fromkeys(p for w in words for p in w.parties if reader.sides.is_opponent(p)))
        for claim in self._set.get(document, ()):
            sentence = reader.scene.sentence(document, claim.trigger.start)
            apart = min(abs(sentence - w.sentence) for w in own)
            spots = [p for p in claim.places if not reader.geography.wide(p)]
            here = any(reader.geography.one_spot(p, w.place) for p in spots for w in words)
            doers = [a for a in (*claim.actors, *claim.targets) if reader.sides.is_opponent(a)]
            others = reader.sides.meet(doers, parties) == 0.0
            planned = claim.modality == "planned"
            bound = here or (not spots and self._obliges(claim, own) if planned else not claim.places)
            # "they are to hand over arms, as in the deals of ...": what is planned is no term of deals named after it
            follows = any(w.sentence == sentence and w.claim.trigger <= claim.trigger for w in own)
            bound = bound and (apart == 0 or (document, sentence) not in self._tells)  # a term of the deal told there
            if not others and ((apart == 0 and (follows or not planned)) or (apart <= _NEAR and bound)):
                yield claim

    def _obliges(self, claim: Claim, own: Sequence[DealWord]) -> bool:
        """True where a report says after a deal what is to be done: "heavy arms are to be withdrawn"."""
        text = self.reader.articles[claim.document].text
        reached = [w for w in own if w.claim.type in _GRANTING and w.claim.trigger <= claim.trigger]
        return bool(reached) and says_obliged(text[max(0, claim.trigger.start - _BEFORE) : claim.trigger.start])

    def _granted(self, document: str, words: Sequence[DealWord]) -> Iterator[tuple[Span, str]]:
        """Yield what the sentences that tell of a deal say is granted, with its kind."""
        article = self.reader.articles[document]
        told = [w for w in words if w.claim.document == document and w.claim.type in _GRANTING and w.status in _STANDS]
        for number in sorted({w.sentence for w in told}):
            span = article.sentences[number].span
            first = min(w.claim.trigger.start for w in told if w.sentence == number)
            for kind, pattern in _patterns():
                if match := pattern.search(article.text, first, span.end):
                    yield Span(match.start(), _end_of_clause(article.text, match.end(), span.end)), kind

    def _quote(self, document: str, span: Span) -> str:
        """Return the words that set a term, on one line: from the act to the end of its clause."""
        words = " ".join(self.reader.articles[document].text[span.start : span.end].split())
        return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _once(terms: Sequence[str]) -> tuple[str, ...]:
    """Return terms once each; the bare name of an act is left out where others of its kind tell more."""
    kept: list[tuple[str, set[str]]] = []
    for term in dict.fromkeys(terms):
        kind, _, quote = term.partition(": ")
        words = set(quote.lower().strip("“”").split())
        same = [other for k, other in kept if k.startswith(f"{kind}: ")]
        if not any(len(words & other) > _ALIKE * len(words | other) for other in same):
            kept.append((term, words))
    full = {term.partition(": ")[0] for term, words in kept if len(words) > 1}
    return tuple(term for term, words in kept if len(words) > 1 or term.partition(": ")[0] not in full)


def _end_of_clause(text: str, start: int, end: int) -> int:
    stop = re.compile(r"[,;.:!?]|\n").search(text, start, end)
    return stop.start() if stop else end


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the words of every language by kind of term, each with the two words before it, which say whom it is about."""
    words: dict[str, list[str]] = {}
    text = (resources.files("dateline.weigh") / "deal_terms.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        words.setdefault(row["kind"], []).extend(re.escape(word) for word in row["words"].split("|"))
    about = r"(?:(?!(?:of|and|or|the|de|du|des|et|la|le|les)\s)[\w’'-]+\s){0,2}"
    return tuple(
        (kind, re.compile(rf"(?<![\w’'-]){about}(?<!\w)(?:{'|'.join(listed)})(?!\w)", re.IGNORECASE))
        for kind, listed in words.items()
    )
