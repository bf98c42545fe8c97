"""Start reading here: from paths to a record, in the one order that data flows.

    read -> understand -> resolve -> weigh -> record

`build` reads each file into an Article, understands each article by itself (and keeps the result at once, so that a run
that is cut off loses nothing), then resolves and weighs all readings of the record together.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from dateline.codebook import load_codebook
from dateline.cycles import without_collecting
from dateline.errors import InputError
from dateline.model import Article, Skipped
from dateline.model.views import Views
from dateline.read import find_files
from dateline.read.dates import parse_published
from dateline.record import Record, open_record
from dateline.resolve import Resolve, settle
from dateline.run.choice import choose_codebook, choose_theatres, in_order, theatres_beside
from dateline.run.executors import executor
from dateline.run.intake import take_in
from dateline.run.keeping import Keeping
from dateline.run.readings import Readings
from dateline.settings import PARSES_AT_MOST, Settings
from dateline.theatres import is_theatre, load_theatre
from dateline.understand import Understand
from dateline.understand.models import models_of
from dateline.understand.parse.parses import bound
from dateline.weigh import Weigh

__all__ = ["Progress", "Summary", "build", "forget", "recode", "weigh_again", "weigh_record"]

_READING = ("read", "understand", "codebook", "model")  # the packages that make a reading of a file
_WEIGHING = ("resolve", "weigh", "codebook", "model")  # those that make views of readings
_TABLES = ("actors.csv", "aliases.csv", "places.csv", "nouns.csv", "countries.csv", "wording.csv", "theatre.yaml")

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


@dataclass(slots=True)
class Summary:
    """What a run did: documents added, already there, and what was skipped or kept uncoded with the reason.

    `replaced` documents are gone, their files having changed; files in `passed` are of kinds that are not read.
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
    replaced: int = 0
    passed: list[str] = field(default_factory=list)


def build(
    paths: Sequence[Path | str], into: Path | str, settings: Settings | None = None, progress: Progress | None = None
) -> Summary:
    """Read the reports at `paths` into the record `into` (made if absent) and weigh everything in it anew.

    Raises InputError where no path leads to a file, RecordError where the record cannot be used, TheatreError for an
    unknown theatre. One bad file never stops the others: it is listed in the summary.
    """
    settings = settings or Settings()
    tell = progress or (lambda what, done, total: None)
    given = find_files(paths)
    beside = theatres_beside(file.path for file in given.files)
    _check(settings, beside)
    record, intake = take_in(given, into, settings, tell)
    summary = Summary(record, skipped=intake.skipped, passed=intake.passed)
    _choose(summary, settings, beside)
    _understand(summary, intake.documents, settings, tell)
    _weigh(summary, tell)
    return summary


def recode(into: Path | str, settings: Settings | None = None, progress: Progress | None = None) -> Summary:
    """Understand and weigh a record anew where its codebook, its theatres or the program changed; no file is read.

    What the language models made of the texts is taken from beside the record, so that they need not run again.
    Raises RecordError where there is no record.
    """
    record = open_record(into)
    before = record.settings().profile or Settings().profile
    settings = settings or Settings(profile=before)
    settings = replace(settings, profile=settings.profile or before)
    tell = progress or (lambda what, done, total: None)
    _check(settings, ())
    summary = Summary(record)
    _choose(summary, settings, ())
    _understand(summary, {article.id for article in record.articles()}, settings, tell)
    _weigh(summary, tell)
    return summary


def forget(into: Path | str, names: Sequence[str], progress: Progress | None = None) -> tuple[Article, ...]:
    """Take documents out of a record with all that rests on them alone; return them.

    A name is a document's id or path, or the folder, archive or table that documents lie in. Human decisions stay.
    Raises InputError, before anything is done, where a name fits no document.
    """
    tell = progress or (lambda what, done, total: None)
    record = open_record(into)
    found = {name: record.find_documents(name) for name in names}
    missing = [name for name, ids in found.items() if not ids]
    if missing:
        raise InputError(
            f"{record.path}: no document {', '.join(missing)}; `dateline list {record.path} documents` names them all"
        )
    gone = tuple(record.chosen(list(dict.fromkeys(id for ids in found.values() for id in ids))))
    summary = Summary(record, theatres=tuple(name for name in record.settings().theatres if is_theatre(name)))
    _weigh(summary, tell, tuple(article.id for article in gone))
    record.wipe()
    return gone


def _check(settings: Settings, beside: tuple[str, ...]) -> None:
    """Raise an error for what cannot be followed, before anything is written."""
    if settings.published:
        parse_published(settings.published, "--published")
    asked = choose_theatres(settings.theatre, ())
    load_theatre(in_order([*asked, *beside]))
    codebook = choose_codebook(settings.codebook, "", beside)
    if codebook:
        load_codebook(Path(codebook))


def _choose(summary: Summary, settings: Settings, beside: tuple[str, ...]) -> None:
    """Choose theatres and codebook: the record's and those the new reports ask for, and note them in the record."""
    record = summary.record
    before, own = record.settings().theatres, record.settings().codebook
    chosen = choose_theatres(settings.theatre, (article.text for article in record.chosen(record.unread())))
    wanted = in_order([*before, *chosen, *beside])
    summary.theatres = tuple(name for name in wanted if is_theatre(name))
    summary.missing = tuple(name for name in wanted if not is_theatre(name))
    summary.codebook = choose_codebook(settings.codebook, own, summary.theatres)
    if own and not (settings.codebook or Path(own).is_dir()):
        summary.missing += (own,)
    load_theatre(summary.theatres)  # a broken row is told before anything is understood
    if summary.codebook:
        load_codebook(Path(summary.codebook))  # and so is a broken type
    noted = replace(record.settings(), theatres=wanted, profile=settings.profile, codebook=summary.codebook or own)
    if noted != record.settings():
        record.set_settings(noted)


def _understand(summary: Summary, given: set[str], settings: Settings, tell: Progress) -> None:
    """Understand what the record does not know yet, each document kept as soon as it is done."""
    record, mark = summary.record, fingerprint(summary.theatres, settings.profile, codebook=summary.codebook)
    gone = set(record.superseded())
    work = [id for id in record.unread(mark) if id not in gone]
    parses = "" if settings.on == "ray" else str(parses_of(record))  # other machines would keep them where nobody looks
    stage = Understand(summary.theatres, summary.codebook, settings.profile, parses)
    done, languages = 0, set[str]()
    with executor(stage, settings, mark, record.path) as read_all, Keeping(record, mark) as keep:
        size = read_all.portion  # so that the texts of a large record are never held all at once
        for start in range(0, len(work), size):
            for article, reading in read_all(list(record.chosen(work[start : start + size]))):
                keep(article, reading)
                done += 1
                summary.added += article.id in given
                if article.coded:
                    languages.add(article.language)
                else:
                    summary.uncoded.append(Skipped(article.path, article.note))
                tell("understanding", done, len(work))
    models = tuple(sorted({*record.settings().models, *models_of(languages)}))
    if models != record.settings().models:
        record.set_settings(replace(record.settings(), models=models))
    summary.known = len(given) - summary.added


def _weigh(summary: Summary, tell: Progress, forgotten: tuple[str, ...] = ()) -> None:
    """Make the views anew where a document came in or goes, or where the code or the knowledge behind them changed."""
    record, mark = summary.record, fingerprint(summary.theatres, "", _WEIGHING)
    gone = (*record.superseded(), *forgotten)
    if record.has_current_views() and record.settings().weighed_with == mark and not gone:
        return
    tell("weighing", 0, 1)
    made_of = record.state()
    record.replace_views(weigh_record(record, summary.theatres, frozenset(gone)), made_of, gone)
    record.set_settings(replace(record.settings(), weighed_with=mark))
    summary.replaced = len(gone) - len(forgotten)
    _bound_parses(record)
    tell("weighing", 1, 1)


def parses_of(record: Record) -> Path:
    """Where a record's parses are kept: a folder beside it, so that the record itself stays small; it can be deleted."""
    return record.path.with_name(f"{record.path.name}-parses")


def _bound_parses(record: Record) -> None:
    bound(parses_of(record), set(record.document_ids()), PARSES_AT_MOST)


def weigh_record(record: Record, theatres: tuple[str, ...], without: frozenset[str] = frozenset()) -> Views:
    """Resolve and weigh all readings of a record but those of the documents in `without`, as human decisions leave them."""
    own = record.settings().codebook
    resolve, weigh = _stages(theatres, own if own and Path(own).is_dir() else "")
    decisions, readings = record.decisions(), Readings(record, without)
    with without_collecting():
        articles = [article for article in record.articles() if article.id not in without]
        rulings = settle(decisions, articles, tuple(readings) if decisions else ())
        return weigh(articles, resolve(readings, rulings))


@lru_cache(maxsize=1)
def _stages(theatres: tuple[str, ...], codebook: str) -> tuple[Resolve, Weigh]:
    """Keep what takes long and is the same after each decision: the lists of place names, the comparison of texts."""
    theatre = load_theatre(theatres)
    return Resolve(theatre, codebook), Weigh(theatre)


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
