"""Start reading here: from paths to a record, in the one order that data flows.

    read -> understand -> resolve -> weigh -> record

`build` reads each file into an Article, understands each article by itself (and keeps the result at once, so that a run
that is cut off loses nothing), then resolves and weighs all readings of the record together.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from dateline.errors import InputError
from dateline.model import Article, Skipped
from dateline.model.views import Views
from dateline.read import Defaults, find_files, read_article
from dateline.record import Record, RunSettings, create_or_open
from dateline.resolve import Resolve
from dateline.run.choice import choose_theatres
from dateline.run.local import read_all
from dateline.settings import Settings
from dateline.theatres import load_theatre
from dateline.understand import Understand
from dateline.weigh import Weigh

__all__ = ["Progress", "Summary", "build", "weigh_record"]

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


@dataclass(slots=True)
class Summary:
    """What a run did: documents added, already there, and what was skipped or kept uncoded with the reason."""

    record: Record
    added: int = 0
    known: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    uncoded: list[Skipped] = field(default_factory=list)
    theatres: tuple[str, ...] = ()


def build(
    paths: Sequence[Path | str], into: Path | str, settings: Settings = Settings(), progress: Progress | None = None
) -> Summary:
    """Read the reports at `paths` into the record `into` (made if absent) and weigh everything in it anew.

    Raises InputError where no path leads to a file, RecordError where the record cannot be used, TheatreError for an
    unknown theatre. One bad file never stops the others: it is listed in the summary.
    """
    tell = progress or (lambda what, done, total: None)
    files = find_files([Path(path) for path in paths])
    articles, skipped = _read(files, Defaults(outlet=settings.outlet, published=settings.published), tell)
    if not articles:
        reasons = "; ".join(s.reason for s in skipped[:3])
        raise InputError(
            f"nothing to read: {reasons or 'no report in the paths given; name files ending in .txt or .md'}"
        )
    record = create_or_open(into)
    summary = Summary(record, skipped=skipped)
    summary.theatres = _theatres(record, settings, articles)
    _understand(summary, articles, settings, tell)
    if summary.added or not record.has_current_views():
        tell("weighing", 0, 1)
        record.replace_views(weigh_record(record, summary.theatres))
        tell("weighing", 1, 1)
    return summary


def _read(files: Iterable[Path], defaults: Defaults, tell: Progress) -> tuple[list[Article], list[Skipped]]:
    """Read all files; what cannot be read is listed with its reason."""
    listed = list(files)
    articles: list[Article] = []
    skipped: list[Skipped] = []
    seen: set[str] = set()
    for at, path in enumerate(listed):
        try:
            article = read_article(path, defaults)
            if article.id not in seen:
                articles.append(article)
                seen.add(article.id)
        except InputError as error:
            skipped.append(Skipped(str(path), str(error)))
        tell("reading", at + 1, len(listed))
    return articles, skipped


def _theatres(record: Record, settings: Settings, articles: Sequence[Article]) -> tuple[str, ...]:
    """Choose the theatres: those of the record and those the new reports ask for."""
    chosen = choose_theatres(settings.theatre, (article.text for article in articles))
    before = record.settings().theatres
    theatres = tuple(dict.fromkeys((*before, *chosen)))
    record.set_settings(RunSettings(theatres, settings.profile))
    return theatres


def _understand(summary: Summary, articles: list[Article], settings: Settings, tell: Progress) -> None:
    """Understand what the record does not know yet, each document kept as soon as it is done."""
    record, mark = summary.record, fingerprint(summary.theatres, settings.profile)
    new = [article for article in articles if not record.has_document(article.id, mark)]
    old = [a for a in record.articles() if a.id not in {x.id for x in articles} and not record.has_document(a.id, mark)]
    summary.known = len(articles) - len(new)
    stage = Understand(summary.theatres)
    work = [*new, *old]
    for at, (article, reading) in enumerate(read_all(stage, work, settings.workers)):
        record.add_reading(article, reading, mark)
        summary.added += article in new
        if not article.coded:
            summary.uncoded.append(Skipped(article.path, article.note))
        tell("understanding", at + 1, len(work))


def weigh_record(record: Record, theatres: tuple[str, ...]) -> Views:
    """Resolve and weigh all readings of a record."""
    theatre = load_theatre(theatres)
    readings = sorted(record.readings(), key=lambda reading: reading.document)
    return Weigh(theatre)(list(record.articles()), Resolve(theatre)(readings))


@lru_cache(maxsize=8)
def fingerprint(theatres: tuple[str, ...], profile: str) -> str:
    """Return a mark of the code and data that readings depend on: when it changes, documents are understood anew."""
    root = Path(__file__).parent.parent
    folders = [root / name for name in ("read", "understand", "codebook", "model")]
    folders += [Path(folder) for folder in load_theatre(theatres).folders]
    digest = hashlib.sha256(profile.encode())
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".py", ".yaml", ".csv")):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
