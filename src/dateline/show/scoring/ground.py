"""What scoring stands on: gold and a record in; the record's things by report, places that meet, actors that are the same."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath

from dateline.model import Article, Claim, ControlStatement, Figure, Framing, Mention, Span
from dateline.record import Record
from dateline.show.scoring.gold import Gold, GoldReport

__all__ = ["Ground", "document_name", "texts_of"]


def document_name(article: Article) -> str:
    """The name of a report's file, by which gold and record meet."""
    return PurePath(article.path.replace("\\", "/")).name


def texts_of(record: Record, folders: Sequence[Path]) -> Callable[[str], str | None]:
    """Return a look-up of reports' texts by file name: the record's, else those of files in the folders."""
    texts = {document_name(article): article.text for article in record.articles()}

    def text_of(name: str) -> str | None:
        for folder in folders if name not in texts else ():
            if (folder / name).is_file():
                with (folder / name).open(encoding="utf-8", newline="") as stream:
                    return stream.read()
        return texts.get(name)

    return text_of


class Ground:
    """Lookups that every layer needs. `ours` maps gold actors to the record's, as mentions support it best."""

    def __init__(self, gold: Gold, record: Record) -> None:
        self.gold, self.record = gold, record
        wanted = {report.name for report in gold.reports}
        self.documents = {name: one for one in record.documents() if (name := document_name(one)) in wanted}
        self.name_of = {one.id: name for name, one in self.documents.items()}
        self.places = {place.id: place for place in record.places()}
        self.mentions: dict[str, list[Mention]] = self._by_name(record.mentions())
        self.claims: dict[str, list[Claim]] = self._by_name(record.claims())
        self.figures: dict[str, list[Figure]] = self._by_name(record.figures())
        self.control: dict[str, list[ControlStatement]] = self._by_name(record.control())
        self.framings: dict[str, list[Framing]] = self._by_name(record.framings())
        self.named = {actor for report in gold.reports for actor in report.actors.values()}
        self.ours: dict[str, str] = {}

    def _by_name(self, things: Iterable[object]) -> dict[str, list]:  # type: ignore[type-arg]
        found = defaultdict(list)
        for one in things:
            document = getattr(one, "document", "")
            if document in self.name_of:
                found[self.name_of[document]].append(one)
        return found

    def near(self, gold_place: str, place: str) -> bool:
        """True where a place of the record lies within what the gold tolerates."""
        wanted, have = self.gold.places.get(gold_place), self.places.get(place)
        if wanted is None or have is None or have.lat is None or have.lon is None:
            return False
        north, south = math.radians(wanted.lat), math.radians(have.lat)
        chord = math.sin((south - north) / 2) ** 2
        chord += math.cos(north) * math.cos(south) * math.sin(math.radians(have.lon - wanted.lon) / 2) ** 2
        return 12742 * math.asin(math.sqrt(min(1.0, chord))) <= wanted.tolerance_km

    def learn(self, together: Counter[tuple[str, str]]) -> None:
        """Pair actors one to one, those that stand together most often first."""
        taken: set[str] = set()
        for (wanted, have), _ in together.most_common():
            if wanted not in self.ours and have not in taken:
                self.ours[wanted] = have
                taken.add(have)

    def same(self, gold_actor: str, actor: str) -> bool:
        """True where a gold actor is that of the record; one without a name in the texts is any."""
        return gold_actor not in self.named or self.ours.get(gold_actor) == actor

    def quote(self, report: GoldReport, span: Span) -> str:
        """The first words of a span, for a list of misses."""
        return repr(report.text[span.start : span.end][:90])
