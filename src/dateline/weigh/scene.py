"""Reports, their mentions of places and their words on who holds what in; where an act without a told place happens, out."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

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
        self._starts = {key: [s.span.start for s in a.sentences] for key, a in articles.items()}
        self._named: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._goals: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._who: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._weight: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._held: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for mention in _in_order(mentions):
            if mention.document not in self._starts:
                continue
            at = self.sentence(mention.document, mention.span.start)
            if mention.kind == "actor":
                self._who[mention.document, at].append(mention.refers_to)
            elif not geography.wide(mention.refers_to):
                self._weight[mention.document][mention.refers_to] += 1 / (1 + at / _FADES)
                before = articles[mention.document].text[max(0, mention.span.start - _LOOK_BACK) : mention.span.start]
                goal = bool(_HEADING.search(before) or _LANDMARK.search(before))
                (self._goals if goal else self._named)[mention.document, at].append(mention.refers_to)
        for one in sorted(control, key=lambda s: (s.document, s.span, s.id)):
            if one.holder and one.place and not one.denied and not geography.wide(one.place):
                at = self.sentence(one.document, one.span.start)
                if one.place not in self._goals.get((one.document, at), ()):
                    self._held[one.document].append((at, one.holder, one.place))

    def sentence(self, document: str, offset: int) -> int:
        """Return the number of the sentence at an offset."""
        return max(0, bisect_right(self._starts.get(document, []), offset) - 1)

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
        weights = self._weight.get(document, {})
        return max(weights, key=lambda place: (weights[place], place), default="")

    def named_near(self, claim: Claim, reach: int) -> tuple[str, ...]:
        """Return the places that the claim's sentence names, or those up to `reach` sentences before it."""
        at = self.sentence(claim.document, claim.trigger.start)
        return tuple(
            dict.fromkeys(p for back in range(reach + 1) for p in self._named.get((claim.document, at - back), ()))
        )

    def actors_near(self, claim: Claim) -> tuple[str, ...]:
        """Return the actors that the claim's sentence names."""
        at = self.sentence(claim.document, claim.trigger.start)
        return tuple(dict.fromkeys(self._who.get((claim.document, at), ())))

    def held(self, document: str) -> tuple[tuple[int, str, str], ...]:
        """Return who holds what by this report: sentence, holder, place."""
        return tuple(self._held.get(document, ()))


def _in_order(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the names in each report's text in their order; the reports, each of which comes in one piece, as they come."""
    for _, of_report in groupby(mentions, key=lambda mention: mention.document):
        named = (mention for mention in of_report if mention.names and not mention.aside)
        yield from sorted(named, key=lambda mention: (mention.span, mention.id))
