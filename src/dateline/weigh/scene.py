"""Reports, their mentions of places and their words on who holds what in; where an act without a told place happens, out."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from sys import intern

from dateline.model import Article, Claim, ControlStatement, Mention, Span
from dateline.weigh.geography import Geography

__all__ = ["Scene"]

# "taken by bus to rebel-held areas of X": X is where people are brought, not where it happens
_HEADING = re.compile(
    r"(?:(?<!\w)(?:to(?!\s+(?:leave|evacuate|abandon|vacate|quit|besiege|capture|take|retake)\b)|into|towards?|vers|إلى|الى|نحو|باتجاه|в)\s+)(?:(?!(?:in|at|near|around|dans|à|على|في)\s)[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
# "a region near the capital X", "40 km north of X": X only tells where the other place lies
_LANDMARK = re.compile(
    r"(?:\b(?:near|close to|outside|(?:north|south|east|west)(?:east|west|ern)?(?: of)?|km from|kilomet(?:er|re)s from"
    r"|près de|proche de|aux portes de|au (?:nord|sud|large) de|à l['’](?:est|ouest) de)|قرب|بالقرب من|вблизи|недалеко от)"
    r"\s+(?:the\s+|la\s+)?(?:[\w’'-]+\s+)?(?:capital\s+|capitale\s+|city\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|or|et|ou|и|و|أو))\s*")  # "to X and Y": both are headed for
_LOOK_BACK = 60  # characters
_FADES = 4  # sentences after which a mention says half as much of what the report is about


class Scene:
    """What each report is set in: its main place, the places its sentences name, and who holds which of them."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        mentions: Iterable[Mention],
        control: Iterable[ControlStatement],
        geography: Geography,
    ) -> None:
        self.geography = geography
        self._articles = articles
        self._starts = {key: array("i", [s.span.start for s in a.sentences]) for key, a in articles.items()}
        self._places, self._who, goals = _Named(), _Named(), _Named()
        self._main: dict[str, str] = {}
        for document, named in groupby(mentions, key=lambda mention: mention.document):
            if document in articles:
                self._note(document, _in_order(named), goals)
        self._held: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for one in sorted(control, key=lambda s: (s.document, s.span, s.id)):
            if one.holder and one.place and not one.denied and not geography.wide(one.place):
                at = self.sentence(one.document, one.span.start)
                if one.place not in goals.of(one.document, at):
                    self._held[one.document].append((at, one.holder, one.place))

    def _note(self, document: str, named: Iterable[Mention], goals: "_Named") -> None:
        """Keep what one report names, in the order of its text."""
        places: list[tuple[int, str]] = []
        toward: list[tuple[int, str]] = []
        who: list[tuple[int, str]] = []
        weights: dict[str, float] = defaultdict(float)
        text, last = self._articles[document].text, -1  # where a place ended that people head for
        for mention in named:
            told = (self.sentence(document, mention.span.start), intern(mention.refers_to))
            if mention.kind == "actor":
                who.append(told)
            elif not self.geography.wide(mention.refers_to):
                weights[mention.refers_to] += 1 / (1 + told[0] / _FADES)
                before = text[max(0, mention.span.start - _LOOK_BACK) : mention.span.start]
                goal = bool(_HEADING.search(before) or _LANDMARK.search(before))
                goal |= 0 <= last <= mention.span.start and bool(_JOINED.fullmatch(text, last, mention.span.start))
                last = mention.span.end if goal else -1
                (toward if goal else places).append(told)
        self._places.put(document, places)
        self._who.put(document, who)
        goals.put(document, toward)
        if weights:
            self._main[document] = max(weights, key=lambda place: (weights[place], place))

    def sentence(self, document: str, offset: int) -> int:
        """Return the number of the sentence at an offset."""
        return max(0, bisect_right(self._starts.get(document, ()), offset) - 1)

    def in_title(self, claim: Claim) -> bool:
        """True for a claim of the report's title, in which names are short and often left out."""
        article = self._articles[claim.document]
        return bool(article.title) and claim.trigger.start < article.text.find(article.title) + len(article.title)

    def last_word(self, document: str, span: Span) -> str:
        """Return the last word of a span, lower-case: what a figure counts."""
        words = self._articles[document].text[span.start : span.end].lower().split()
        return words[-1] if words else ""

    def main_place(self, document: str) -> str:
        """Return the place a report speaks of most and first; "" where it names none."""
        return self._main.get(document, "")

    def named_near(self, claim: Claim, reach: int) -> tuple[str, ...]:
        """Return the places that the claim's sentence names, or those up to `reach` sentences before it."""
        at = self.sentence(claim.document, claim.trigger.start)
        back = range(at, at - reach - 1, -1)
        return tuple(dict.fromkeys(place for one in back for place in self._places.of(claim.document, one)))

    def actors_near(self, claim: Claim) -> tuple[str, ...]:
        """Return the actors that the claim's sentence names."""
        at = self.sentence(claim.document, claim.trigger.start)
        return tuple(dict.fromkeys(self._who.of(claim.document, at)))

    def held(self, document: str) -> tuple[tuple[int, str, str], ...]:
        """Return who holds what by this report: sentence, holder, place."""
        return tuple(self._held.get(document, ()))


class _Named:
    """What each sentence of each report names, in order: two rows a report, a tenth of what lists by sentence would take."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[array[int], tuple[str, ...]]] = {}

    def put(self, document: str, named: Sequence[tuple[int, str]]) -> None:
        """Take what a report names, each with its sentence."""
        if named:
            self._rows[document] = (array("i", [at for at, _ in named]), tuple([name for _, name in named]))

    def of(self, document: str, sentence: int) -> tuple[str, ...]:
        """Return what one sentence names."""
        if document not in self._rows:
            return ()
        at, names = self._rows[document]
        return names[bisect_left(at, sentence) : bisect_right(at, sentence)]


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the names in one report's text in their order."""
    named = (mention for mention in mentions if mention.names and not mention.aside)
    return sorted(named, key=lambda mention: (mention.span, mention.id))
