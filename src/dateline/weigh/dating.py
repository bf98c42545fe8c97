"""When undated reports came out: takes articles and claims, gives back a date with the words it was inferred from.

A report's own words come first: a dateline, a weekday with day and month (which pins the year), the latest date it
names, the weekdays of its news. Then what other reports tell: they repeat it, or date a day that it only calls by its
name. Where none of these tell the day, it stays unknown, between what bounds there are.
"""

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dateline.codebook import load_codebook
from dateline.model import Article, Claim, Copy, Interval, Published
from dateline.theatres import fold
from dateline.understand.days.dates import Dates
from dateline.weigh.told_days import ToldDay, find_days, years_with

__all__ = ["infer_dates", "retime"]

_DAY = dt.timedelta(days=1)
_WEEK = 6 * _DAY
_LATER = 4 * _DAY  # a weekday further on is more likely one before the anchor
_SOON = 2 * _DAY  # news comes out within days of what it tells
_OPENING = 2  # sentences that tell the news
_NEIGHBOURS = 5
_STEM = 5
_SHARED, _SAME = (
    4,
    0.55,
)  # words two sentences must share to tell of one happening: so many, and so much of the shorter's weight
_CLEAR = 0.75  # how near a second day's sentence may come to the best one's


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A day the report looks back on: the day, the words that name it, and how it was found out."""

    day: dt.date
    word: ToldDay
    why: str
    near: bool = True  # False for a day that may lie far back, and so is a bound and no date


def infer_dates(
    articles: Sequence[Article], claims: Iterable[Claim], copies: Iterable[Copy] = ()
) -> dict[str, tuple[Published, str]]:
    """Return date and reason for each report whose date is unknown and of which something can be told."""
    return _Dating(articles, claims, copies).infer()


def retime(
    claims: Iterable[Claim], articles: Mapping[str, Article], dates: Mapping[str, Published]
) -> tuple[Claim, ...]:
    """Return the claims, those whose time hangs on a date inferred since with the days it now means."""
    finders: dict[str, Dates] = {}
    out = []
    for claim in claims:
        article, published = articles[claim.document], dates[claim.document]
        if claim.time.basis == "relative" and published.basis == "inferred" and published.date:
            if article.language not in finders and article.language in load_codebook().times:
                finders[article.language] = Dates(load_codebook().times[article.language])
            interval = _reread(claim, article, published, finders.get(article.language))
            claim = replace(claim, time=interval) if interval else claim
        out.append(claim)
    return tuple(out)


def _reread(claim: Claim, article: Article, published: Published, finder: Dates | None) -> Interval | None:
    """Read a claim's time words again against the inferred date."""
    spans = [evidence.span for evidence in claim.evidence if evidence.field == "time"]
    home = next((s.span for s in article.sentences if spans and s.span.covers(spans[0])), None)
    if finder is None or home is None:
        return None
    words = finder.find(article.text[home.start : home.end], home.start, published)
    return next((word.interval for word in words if word.span.overlaps(spans[0]) and word.interval.latest), None)


class _Dating:
    """All that inferring one report's date needs of the others."""

    def __init__(self, articles: Sequence[Article], claims: Iterable[Claim], copies: Iterable[Copy]) -> None:
        self.articles = sorted(articles, key=lambda a: a.id)
        self.by_id = {a.id: a for a in self.articles}
        self.profile: dict[str, frozenset[str]] = defaultdict(frozenset)
        for claim in claims:
            self.profile[claim.document] |= {*claim.places, *claim.actors, *claim.targets}
        self.original = {copy.document: copy.original for copy in copies if copy.original}
        self.dated = [a for a in self.articles if a.published.date]
        self.undated = [a for a in self.articles if not a.published.date]
        self.told = _sentences_told(self.dated) if self.undated else {}
        self.common = Counter(stem for found in self.told.values() for _, stems, _ in found for stem in stems)
        self.total = sum(map(len, self.told.values()))
        # Each report without a date is laid beside those alone that it has something in common with.
        self.alike = _Shared(self.profile[a.id] for a in (self.dated if self.undated else ()))
        self.beside = {key: _Shared(stems for _, stems, _ in told) for key, told in self.told.items()}

    def infer(self) -> dict[str, tuple[Published, str]]:
        """Infer from each report's own words and the dated ones, then from copies of what was dated so."""
        found = {}
        for article in self.undated:
            if dated := self._of(article):
                found[article.id] = dated
        for article in self.undated:
            source = self.original.get(article.id)
            published = found[source][0] if source in found else self.by_id[source].published if source else None
            if published and published.date and (article.id not in found or not found[article.id][0].date):
                title = self.by_id[source].title if source else ""
                found[article.id] = (
                    _published(published.date),
                    f"repeats a report of {published.date}: {title}".rstrip(": "),
                )
        return found

    def _of(self, article: Article) -> tuple[Published, str] | None:
        days = find_days(article)
        dateline = next((d for d in days if d.dateline and d.day), None)
        if dateline and dateline.day:
            return _published(dateline.day, dateline.day), f"its dateline says “{_words(article, dateline)}”"
        anchor = self._anchor(article, days)
        if anchor is None:
            return _bounds(article, days)
        if not anchor.near:
            return Published(None, anchor.day, None, "inferred"), f"not before {anchor.day}: {anchor.why}"
        return _narrow(article, days, anchor)

    def _anchor(self, article: Article, days: Sequence[ToldDay]) -> _Anchor | None:
        """Return the latest day that the report's own words or other reports date."""
        reference = self._reference(article, days)
        anchors = [*_own_anchors(article, days, reference), *self._others(article, days)]
        return max(anchors, key=lambda anchor: (anchor.day, anchor.why), default=None)

    def _reference(self, article: Article, days: Sequence[ToldDay]) -> dt.date | None:
        """Return about when a report must be: the middle of the dated reports likest to it, else the last year it names."""
        near = self.alike.nearest(self.profile[article.id], _NEIGHBOURS)
        known = sorted(day for at in near if (day := self.dated[at].published.date))
        last = max((d.day.year if d.day else d.year for d in days if d.day or d.year), default=0)
        if known:
            return known[len(known) // 2]
        return dt.date(last, 12, 31) if last else None

    def _others(self, article: Article, days: Sequence[ToldDay]) -> Iterator[_Anchor]:
        """Yield the weekdays of this report that another one dates, telling of the same thing on such a day."""
        for word in days:
            if word.weekday is None or word.day or word.month or word.ahead:
                continue
            mine = _stems(article, word.sentence)
            key = (article.language, word.weekday)
            near = (self.told[key][at] for at in self.beside[key].sharing(mine, _SHARED)) if key in self.told else ()
            scored = sorted(((self._same(mine, stems), day, document) for day, stems, document in near), reverse=True)
            if not scored or scored[0][0] < _SAME:
                continue
            best, day, document = scored[0]
            # A formula that reports of many days share dates nothing.
            if all(other == day or score < _CLEAR * best for score, other, _ in scored):
                title = self.by_id[document].title or self.by_id[document].path
                yield _Anchor(day, word, f"“{_words(article, word)}” is {day}, as another report dates it ({title})")

    def _same(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Return how surely two sentences tell of one happening: shared words, the rare ones weighing more; 0-1."""
        shared = a & b
        if len(shared) < _SHARED:
            return 0.0
        smaller = min(sum(map(self.rarity, a)), sum(map(self.rarity, b)))
        return sum(map(self.rarity, shared)) / smaller

    def rarity(self, stem: str) -> float:
        """Return the weight of a word, as in search engines: more, the fewer sentences have it."""
        return math.log(1 + self.total / (1 + self.common[stem]))


class _Shared:
    """Finds which of many sets have elements in common with one, without looking at the others."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        where: dict[str, list[int]] = defaultdict(list)
        sizes: list[int] = []
        for number, elements in enumerate(sets):
            sizes.append(len(elements))
            for element in elements:
                where[element].append(number)
        self.sizes = np.array(sizes, dtype=np.int64)
        self.where = {element: np.array(found, dtype=np.int32) for element, found in where.items()}

    def sharing(self, wanted: Iterable[str], least: int) -> list[int]:
        """Return the numbers of the sets with at least `least` of some elements."""
        numbers: list[int] = np.flatnonzero(self._times(wanted) >= least).tolist()
        return numbers

    def nearest(self, wanted: frozenset[str], most: int) -> list[int]:
        """Return the numbers of the sets that share most of their elements with one, the likest first."""
        times = self._times(wanted)
        scores = times / np.maximum(len(wanted) + self.sizes - times, 1)
        least = max(np.partition(scores, -most)[-most], 0.0) if len(scores) > most else 0.0
        ranked = [(scores[at], int(at)) for at in np.flatnonzero((scores >= least) & (scores > 0))]
        return [at for _, at in sorted(ranked, reverse=True)[:most]]

    def _times(self, wanted: Iterable[str]) -> NDArray[np.int64]:
        """Return how many of some elements each set has."""
        found = [self.where[element] for element in wanted if element in self.where]
        flat = np.concatenate(found) if found else np.array([], dtype=np.int32)
        return np.bincount(flat, minlength=len(self.sizes))


def _sentences_told(dated: Sequence[Article]) -> dict[tuple[str, int], list[tuple[dt.date, frozenset[str], str]]]:
    """Return by language and weekday the sentences of dated reports that name a day, with that day."""
    told: dict[tuple[str, int], list[tuple[dt.date, frozenset[str], str]]] = defaultdict(list)
    for article in dated:
        published = article.published.date
        for word in find_days(article):
            day = _absolute(word, published) if published and not word.ahead else None
            if day:
                told[article.language, day.weekday()].append((day, _stems(article, word.sentence), article.id))
    return told


def _absolute(word: ToldDay, published: dt.date) -> dt.date | None:
    """Return the day meant by a report of that date."""
    if word.day:
        return word.day
    if word.month:
        options = [_calendar(published.year + k, word.month, word.number) for k in (-1, 0)]
        return max((day for day in options if day and day <= published + _DAY), default=None)
    if word.weekday is None:
        return None
    return published - _DAY * ((published.weekday() - word.weekday) % 7)


def _own_anchors(article: Article, days: Sequence[ToldDay], reference: dt.date | None) -> Iterator[_Anchor]:
    """Yield the days behind the report that its own words date, with the year they leave open."""
    opening = min((s.index for s in article.sentences if not s.quiet), default=0)
    for word in days:
        if word.ahead:
            continue
        # News names the weekday of a day in its own week; a bare date is history as often as not.
        near = word.weekday is not None or word.sentence == opening
        if word.day:
            yield _Anchor(word.day, word, f"it names {word.day}", near)
        elif word.month and reference:
            options = [_calendar(year, word.month, word.number) for year in years_with(word)]
            day = min((d for d in options if d), key=lambda d: abs((d - reference).days), default=None)
            # Without its weekday a day says little of its year where the likest reports are far from it.
            if day and (word.weekday is not None or abs((day - reference).days) <= 100):
                pinned = "" if word.weekday is None else f", and it was that weekday in {day.year}"
                yield _Anchor(day, word, f"it tells of “{_words(article, word)}”{pinned}", near)


def _narrow(article: Article, days: Sequence[ToldDay], anchor: _Anchor) -> tuple[Published, str]:
    """Walk on from the anchor: what opens the report is newer than what it looks back on; a weekday still ahead is a limit."""
    first, why = anchor.day, anchor.why
    opening = [s.index for s in article.sentences if not s.quiet][:_OPENING]
    for word in days if anchor.word.sentence not in opening else ():
        bare = word.weekday is not None and not (word.day or word.month or word.ahead)
        if bare and word.sentence in opening and word.weekday is not None:
            day = anchor.day + _DAY * ((word.weekday - anchor.day.weekday()) % 7)
            if first < day <= anchor.day + _LATER:
                first, why = day, f"{anchor.why}; its news is of “{_words(article, word)}” after that"
    limits = [
        first + _DAY * ((word.weekday - first.weekday()) % 7 or 7)
        for word in days
        if word.ahead and word.weekday is not None and not word.day and not word.month
    ]
    return _published(first, min([first + _SOON, *limits])), why


def _bounds(article: Article, days: Sequence[ToldDay]) -> tuple[Published, str] | None:
    """Without any day, the last year that the report looks back on is a bound."""
    past = [word for word in days if word.year and not word.ahead]
    if not past:
        return None
    last = max(past, key=lambda word: word.year)
    bound = Published(None, dt.date(last.year, 1, 1), None, "inferred")
    return bound, f"not before {last.year}, which it names; nothing tells the day"


def _published(first: dt.date, last: dt.date | None = None) -> Published:
    return Published(first, first, last or first + _SOON, "inferred")


def _stems(article: Article, sentence: int) -> frozenset[str]:
    span = article.sentences[sentence].span
    words = fold(article.text[span.start : span.end]).split()
    return frozenset(word[:_STEM] for word in words if len(word) > _STEM - 1)


def _words(article: Article, word: ToldDay) -> str:
    return " ".join(article.text[word.span.start : word.span.end].split())


def _calendar(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
