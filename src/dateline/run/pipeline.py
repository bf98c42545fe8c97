"""Start reading here: from paths to a record, in the one order that data flows.

    read -> understand -> resolve -> weigh -> record

`build` reads each file into an Article, understands each article by itself (and keeps the result at once, so that a run
that is cut off loses nothing), then resolves and weighs all readings of the record together.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from dateline.codebook import load_codebook
from dateline.errors import InputError
from dateline.model import Article, Skipped
from dateline.model.views import Views
from dateline.read import Defaults, find_files, read_article
from dateline.record import Record, create_or_open
from dateline.resolve import Resolve, settle
from dateline.run.choice import choose_codebook, choose_theatres, in_order, theatres_beside
from dateline.run.executors import executor
from dateline.settings import Settings
from dateline.theatres import is_theatre, load_theatre
from dateline.understand import Understand
from dateline.understand.models import models_of
from dateline.weigh import Weigh

__all__ = ["Progress", "Summary", "build", "weigh_again", "weigh_record"]

_READING = ("read", "understand", "codebook", "model")  # the packages that make a reading of a file
_WEIGHING = ("resolve", "weigh", "codebook", "model")  # those that make views of readings
_TABLES = ("actors.csv", "aliases.csv", "places.csv", "nouns.csv", "countries.csv", "wording.csv", "theatre.yaml")

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


@dataclass(slots=True)
class Summary:
    """What a run did: documents added, already there, and what was skipped or kept uncoded with the reason.

    `theatres` and `codebook` were used; `missing` are folders the record was made with, no longer where they were.
    """

    record: Record
    added: int = 0
    known: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    uncoded: list[Skipped] = field(default_factory=list)
    theatres: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    codebook: str = ""


def build(
    paths: Sequence[Path | str], into: Path | str, settings: Settings | None = None, progress: Progress | None = None
) -> Summary:
    """Read the reports at `paths` into the record `into` (made if absent) and weigh everything in it anew.

    Raises InputError where no path leads to a file, RecordError where the record cannot be used, TheatreError for an
    unknown theatre. One bad file never stops the others: it is listed in the summary.
    """
    settings = settings or Settings()
    tell = progress or (lambda what, done, total: None)
    files = find_files([Path(path) for path in paths])
    articles, skipped = _read(files, Defaults(outlet=settings.outlet, published=settings.published), tell)
    if not articles:
        reasons = "; ".join(list(dict.fromkeys(s.reason for s in skipped))[:3])
        raise InputError(
            f"nothing to read: {reasons or 'no report in the paths given; name files ending in .txt or .md'}"
        )
    record = create_or_open(into)
    summary = Summary(record, skipped=skipped)
    _choose(summary, articles, settings)
    _understand(summary, articles, settings, tell)
    _weigh(summary, tell)
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
            skipped.append(Skipped(_shown(path), str(error)))
        tell("reading", at + 1, len(listed))
    return articles, skipped


def _shown(path: Path) -> str:
    """The path as text that can be printed, whatever bytes its name is made of."""
    return os.fsencode(path).decode(errors="backslashreplace")


def _choose(summary: Summary, articles: Sequence[Article], settings: Settings) -> None:
    """Choose theatres and codebook: the record's and those the new reports ask for, and note them in the record."""
    record = summary.record
    before, own = record.settings().theatres, record.settings().codebook
    chosen = choose_theatres(settings.theatre, (article.text for article in articles))
    wanted = in_order([*before, *chosen, *theatres_beside(articles)])
    summary.theatres = tuple(name for name in wanted if is_theatre(name))
    summary.missing = tuple(name for name in wanted if not is_theatre(name))
    summary.codebook = choose_codebook(settings.codebook, own, summary.theatres)
    if own and not (settings.codebook or Path(own).is_dir()):
        summary.missing += (own,)
    load_theatre(summary.theatres)  # a broken row is told before anything is written
    if summary.codebook:
        load_codebook(Path(summary.codebook))  # and so is a broken type
    models = {*record.settings().models, *models_of(article.language for article in articles if article.coded)}
    noted = replace(record.settings(), theatres=wanted, profile=settings.profile, codebook=summary.codebook or own)
    record.set_settings(replace(noted, models=tuple(sorted(models))))


def _understand(summary: Summary, articles: list[Article], settings: Settings, tell: Progress) -> None:
    """Understand what the record does not know yet, each document kept as soon as it is done."""
    record, mark = summary.record, fingerprint(summary.theatres, settings.profile, codebook=summary.codebook)
    given = {article.id for article in articles}
    new = [article for article in articles if not _is_known(record, article, mark)]
    old = [a for a in record.articles() if a.id not in given and not record.has_document(a.id, mark)]
    summary.known = len(articles) - len(new)
    work = [*new, *old]
    stage = Understand(summary.theatres, summary.codebook, settings.profile)
    with executor(stage, settings, mark, record.path) as read_all:
        for at, (article, reading) in enumerate(read_all(work)):
            record.add_reading(article, reading, mark)
            summary.added += article.id in given
            if not article.coded:
                summary.uncoded.append(Skipped(article.path, article.note))
            tell("understanding", at + 1, len(work))


def _is_known(record: Record, article: Article, mark: str) -> bool:
    """True where the record holds just this reading of the report; where the file lies does not matter."""
    if not record.has_document(article.id, mark):
        return False
    stored = record.article_as_read(article.id)
    return stored is not None and replace(stored, path=article.path) == article


def _weigh(summary: Summary, tell: Progress) -> None:
    """Make the views anew where a document came in, or where the code or the knowledge behind them changed."""
    record, mark = summary.record, fingerprint(summary.theatres, "", _WEIGHING)
    if record.has_current_views() and record.settings().weighed_with == mark:
        return
    tell("weighing", 0, 1)
    made_of = record.state()
    record.replace_views(weigh_record(record, summary.theatres), made_of)
    record.set_settings(replace(record.settings(), weighed_with=mark))
    tell("weighing", 1, 1)


def weigh_record(record: Record, theatres: tuple[str, ...]) -> Views:
    """Resolve and weigh all readings of a record, as the human decisions in it leave them."""
    own = record.settings().codebook
    readings = sorted(record.readings(), key=lambda reading: reading.document)
    articles = list(record.articles())
    rulings = settle(record.decisions(), articles, readings)
    resolve = _resolver(theatres, own if own and Path(own).is_dir() else "")
    return Weigh(resolve.theatre)(articles, resolve(readings, rulings))


@lru_cache(maxsize=2)
def _resolver(theatres: tuple[str, ...], codebook: str) -> Resolve:
    """Keep the lists of place names, which take longer to lay out than a small record to weigh after each decision."""
    return Resolve(load_theatre(theatres), codebook)


def weigh_again(record: Record) -> None:
    """Make the views of a record anew, with the theatres that it was made with."""
    theatres = tuple(name for name in record.settings().theatres if is_theatre(name))
    made_of = record.state()
    record.replace_views(weigh_record(record, theatres), made_of)
    mark = fingerprint(theatres, "", _WEIGHING)
    record.set_settings(replace(record.settings(), weighed_with=mark))


def fingerprint(theatres: tuple[str, ...], profile: str, stages: tuple[str, ...] = _READING, codebook: str = "") -> str:
    """Return a mark of the code and data that the stages depend on: when it changes, their work is done anew."""
    root = Path(__file__).parent.parent
    files = [path for name in stages for path in (root / name).rglob("*") if path.suffix in (".py", ".yaml")]
    tables = _TABLES if stages == _READING else (*_TABLES, "outlets.csv")  # who publishes matters for weighing alone
    for folder in load_theatre(theatres).folders:
        files += [Path(folder) / name for name in tables if (Path(folder) / name).is_file()]
    files += Path(codebook).glob("*.yaml") if codebook else ()
    digest = hashlib.sha256(profile.encode())
    for path in sorted(files):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
