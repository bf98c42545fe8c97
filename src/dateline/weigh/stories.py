"""Reports of one running story: articles with their dates, places, actors and events in; stories, each report in one, out.

Reports tell one story where they are about the same happening: one tells what the other is chiefly about, in like words, of
the same place. A day apart and more they do only where what goes on there lasts, such as a siege or the dispute over a gas
attack: two raids on one city in one week are two stories.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Article, Copy, Event, Published, Story, content_id
from dateline.resolve import Resolved
from dateline.theatres import Theatre
from dateline.weigh.story_likeness import Likeness
from dateline.weigh.story_profiles import Profiles

__all__ = ["build_stories"]

_GROUP = 0.6  # part of what is needed that all reports of two groups must reach on average to be joined
_TITLE = 90  # characters


def build_stories(
    articles: Sequence[Article],
    resolved: Resolved,
    theatre: Theatre,
    dates: Mapping[str, Published],
    copies: Iterable[Copy] = (),
    events: Iterable[Event] = (),
) -> tuple[Story, ...]:
    """Return the stories of a record; the likest reports join first."""
    alike = Likeness(articles, Profiles(articles, resolved, theatre, events).profiles, dates, copies)
    groups = [tuple(alike.ids[at] for at in group) for group in _join(alike)]
    by_id = {article.id: article for article in articles}
    return tuple(sorted((_story(group, by_id, dates) for group in groups), key=lambda story: story.id))


def _join(alike: Likeness) -> set[tuple[int, ...]]:
    """Join the surest pairs first; two groups join only if their reports are alike on the whole."""
    group: dict[int, tuple[int, ...]] = {at: (at,) for at in range(len(alike.ids))}
    for _, a, b in sorted(alike.pairs(), key=lambda pair: (-pair[0], pair[1:])):
        one, other = group[alike.at[a]], group[alike.at[b]]
        if one is other or not _fit(one, other, alike):
            continue
        merged = tuple(sorted((*one, *other)))
        group.update((at, merged) for at in merged)
    return set(group.values())


def _fit(one: tuple[int, ...], other: tuple[int, ...], alike: Likeness) -> bool:
    """True where the reports of two groups, beside those that cannot be compared, are alike on average."""
    few, many = sorted((one, other), key=len)
    found = [likeness for at in few for likeness in alike.between(at, many)]
    return sum(found) >= _GROUP * len(found)


def _story(group: tuple[str, ...], articles: Mapping[str, Article], dates: Mapping[str, Published]) -> Story:
    """Name a story after its earliest report with a headline, else after its earliest report's first words."""
    ordered = sorted(group, key=lambda d: (dates[d].date or dt.date.max, articles[d].path))
    titles = [articles[d].title for d in ordered if articles[d].title]
    known = [day for d in ordered if (day := dates[d].date)]
    lead = next((d for d in ordered if articles[d].title), ordered[0])
    return Story(
        content_id("s", *sorted(group)),
        titles[0] if titles else _first_words(articles[ordered[0]]),
        tuple(ordered),
        min(known, default=None),
        max(known, default=None),
        lead,
    )


def _first_words(article: Article) -> str:
    """Return how a report without a headline begins, whole words only."""
    first = next((s.span for s in article.sentences if not s.quiet), None)
    words = " ".join(article.text[first.start : first.end].split()) if first else ""
    return words if len(words) <= _TITLE else f"{words[:_TITLE].rsplit(' ', 1)[0]} …"
