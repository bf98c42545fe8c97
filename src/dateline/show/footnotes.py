"""Numbered footnotes: claims, figures and control statements in, one note for each place in a report out."""

from collections.abc import Iterable

from dateline.model import Claim, ControlStatement, Figure, Framing, Span
from dateline.show.contents import Contents
from dateline.show.days import day, span_of_days
from dateline.show.inert import clip, one_line
from dateline.show.page import Footnote, Line, Notes, line

__all__ = ["Footnotes", "published_words"]

Source = Claim | Figure | ControlStatement | Framing
_MOST = 4


class Footnotes:
    """Numbers places in reports in the order in which they are first cited."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self._notes: dict[tuple[str, Span], Footnote] = {}

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """All notes by number."""
        return tuple(self._notes.values())

    def cite(self, sources: Iterable[Source], most: int = _MOST) -> Line:
        """Return the notes for these, reports that copy no other first, and how many more there are."""
        found = list(sources)
        own = [source for source in found if not self._copies(source)]
        ordered = own + [source for source in found if self._copies(source)]
        places = list(dict.fromkeys((source.document, source.span) for source in ordered))
        numbers = dict.fromkeys(self._number(document, span) for document, span in places[:most])
        more = len(places) - most
        return line(Notes(tuple(numbers)), f" +{more}" if more > 0 else "") if numbers else ()

    def _copies(self, source: Source) -> bool:
        copy = self.contents.copy_of(source.document)
        return copy is not None and (copy.spun or bool(copy.original))

    def _number(self, document: str, span: Span) -> int:
        key = (document, span)
        if key not in self._notes:
            self._notes[key] = self._note(len(self._notes) + 1, document, span)
        return self._notes[key].number

    def _note(self, number: int, document: str, span: Span) -> Footnote:
        article = self.contents.documents.get(document)
        words = self.contents.text(document, span)
        return Footnote(
            number=number,
            publisher=self.contents.publisher(document),
            date=published_words(self.contents, document),
            quote=clip(words, 0, len(words)),
            language=article.language if article else "",
            report=self._report(document),
            start=span.start,
            end=span.end,
            copy=self._copy_words(document),
        )

    def _report(self, document: str) -> str:
        article = self.contents.documents.get(document)
        return one_line(article.title) if article and article.title else self.contents.file_name(document)

    def _copy_words(self, document: str) -> str:
        copy = self.contents.copy_of(document)
        if copy is None:
            return ""
        words = "machine-spun text" if copy.spun else ""
        if copy.original in self.contents.documents:
            repeats = f"repeats {self.contents.publisher(copy.original)}"
            return f"{words}; {repeats}" if words else repeats
        return words or "repeats another report"


def published_words(contents: Contents, document: str) -> str:
    """Return when a report came out, and that its date is inferred where it is."""
    article = contents.documents.get(document)
    if article is None:
        return "undated"
    published = article.published
    inferred = ", inferred" if published.basis == "inferred" else ""
    if published.date:
        return f"{day(published.date)}{inferred}"
    if published.earliest and published.latest:
        return f"{span_of_days(published.earliest, published.latest)}{inferred}"
    if published.latest:
        return f"by {day(published.latest)}{inferred}"
    return f"from {day(published.earliest)} on{inferred}" if published.earliest else "undated"
