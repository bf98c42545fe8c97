"""The record: takes readings, views and human decisions, keeps them in one SQLite file, and gives them back.

Invariant: a document, its sentences and its reading come to be together or not at all, and so do all views. Whoever
opens the file, also after a crash, meets whole documents and whole views.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sqlalchemy import select

from dateline.errors import RecordError
from dateline.model import (
    UNKNOWN_PUBLISHED,
    Actor,
    Agreement,
    Article,
    Claim,
    Contradiction,
    ControlStatement,
    Copy,
    Deal,
    Decision,
    Disagreement,
    Doubt,
    Event,
    Figure,
    Framing,
    LedgerEntry,
    Mention,
    Orphan,
    Outlet,
    Place,
    Reading,
    Review,
    Story,
    Tombstone,
)
from dateline.model.log import standing
from dateline.model.views import Views, Weighing
from dateline.record import reading_back, schema, writing
from dateline.record.codec import decode, encode
from dateline.record.connection import Database
from dateline.record.deciding import show_at_once
from dateline.record.formers import id_now
from dateline.record.reviewing import before_changes, read_agreement, read_disagreements, read_queue
from dateline.record.schema import META, METADATA, READINGS

__all__ = ["Record", "RunSettings", "create_or_open", "dated", "open_record"]

_HEAD = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class RunSettings:
    """With what the reports were read, so that the same command completes the same content.

    `weighed_with` marks the code and knowledge that the views were made with; `codebook` is a folder of one's own types.
    """

    theatres: tuple[str, ...] = ()
    profile: str = ""
    weighed_with: str = ""
    codebook: str = ""


class Record:
    """One record. Iterators keep a stable order: by document path and place in the text, else by id."""

    def __init__(self, database: Database) -> None:
        """Take a database that is known to be a record; users call `create_or_open` or `open_record`."""
        self._database = database

    @property
    def database(self) -> Database:
        """The file as the other modules of this package use it."""
        return self._database

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    def has_document(self, id: str, fingerprint: str = "") -> bool:
        """True where the document is in; with a `fingerprint`, only where it was read with just that."""
        with self._database.reading() as connection:
            stored = connection.execute(select(READINGS.c.fingerprint).where(READINGS.c.document == id)).scalar()
        return stored is not None and fingerprint in ("", stored)

    def add_reading(self, article: Article, reading: Reading, fingerprint: str) -> None:
        """Keep a document and what was understood from it, in one transaction; the views are then out of date.

        `fingerprint` names the code, codebook, theatres and profile it was read with: the same document with the same
        fingerprint changes nothing, with another one it takes the place of the older reading.
        """
        if self.has_document(article.id, fingerprint) and self.article_as_read(article.id) == article:
            return
        with self._database.writing() as connection:
            writing.write_reading(connection, article, reading, fingerprint)
            writing.write_stale(connection)

    def state(self) -> tuple[int, int]:
        """How often reports or decisions came in, and how many decisions there are: what views were made of."""
        with self._database.reading() as connection:
            return writing.read_state(connection)

    def replace_views(self, views: Views, made_of: tuple[int, int] | None = None) -> None:
        """Put all views in the place of those before, in one transaction; decisions and readings stay.

        `made_of` is the `state` before the views were made: where more has come in since, they are out of date already,
        and the reviews of what was decided meanwhile are kept.
        """
        with self._database.writing() as connection:
            writing.write_views(connection, views)
            now = writing.read_state(connection)
            show_at_once(connection, self.decisions()[made_of[1] :] if made_of and made_of != now else ())
            writing.write_meta(connection, {"views": "current" if made_of in (None, now) else "stale"})

    def has_current_views(self) -> bool:
        """True where the views were made after the last document came in."""
        return self._meta("views") == "current"

    def add_decision(self, decision: Decision) -> None:
        """Add a human decision to the log; the same decision twice is in it once."""
        self.add_decisions([decision])

    def add_decisions(self, decisions: Iterable[Decision]) -> None:
        """Add decisions to the log, all or none, and show at once what they come to for the things they are about.

        All that follows from them is out of date until the record is weighed anew.
        """
        listed = tuple(decisions)
        with self._database.writing() as connection:
            for decision in listed:
                writing.write_decision(connection, decision)
            show_at_once(connection, listed)
            writing.write_stale(connection)

    def decisions(self) -> tuple[Decision, ...]:
        """The log of human decisions, the oldest first; a later one on the same thing counts."""
        return reading_back.read_decisions(self._database)

    def settings(self) -> RunSettings:
        """What the reports were read with."""
        return decode(RunSettings, self._meta("settings") or encode(RunSettings()))

    def set_settings(self, settings: RunSettings) -> None:
        """Note what the reports are read with."""
        with self._database.writing() as connection:
            writing.write_meta(connection, {"settings": encode(settings)})

    def articles(self) -> Iterator[Article]:
        """The documents as they were read, before any weighing; by path."""
        return reading_back.iterate_articles(self._database)

    def readings(self) -> Iterator[Reading]:
        """What was understood from each document, in the order of `articles`."""
        return reading_back.iterate_readings(self._database)

    def documents(self) -> Iterator[Article]:
        """The documents with the publication date that weighing gave them (it may be inferred); by path."""
        weighings = {weighing.document: weighing for weighing in self.weighings()}
        return (dated(article, weighings.get(article.id)) for article in self.articles())

    def article(self, id: str) -> Article | None:
        """One of `documents`."""
        article = self.article_as_read(id)
        return dated(article, self._find(schema.WEIGHINGS, id)) if article else None

    def article_as_read(self, id: str) -> Article | None:
        """One of `articles`."""
        return reading_back.find_article(self._database, id)

    def thing(self, id: str) -> object | None:
        """The actor, place, outlet, mention, claim, figure, statement, event, deal, story ... with this id, or None."""
        kinds = (entity for name, entity in schema.VIEWS.items() if name not in schema.NOTES)
        return next((found for entity in kinds if (found := self._find(entity, id)) is not None), None)

    def claim_as_read(self, id: str) -> Claim | None:
        """One claim as the program read it (its codes apart), before people changed fields: what a blind coder is shown."""
        claim = self.claim(id)
        return before_changes(claim, self._database) if claim else None

    def claim(self, id: str) -> Claim | None:
        """One claim, or None."""
        return self._find(schema.CLAIMS, id)

    def event(self, id: str) -> Event | None:
        """One event, or None."""
        return self._find(schema.EVENTS, id)

    def weighings(self) -> Iterator[Weighing]:
        """What weighing found of each document."""
        return self._all(schema.WEIGHINGS)

    def copies(self) -> Iterator[Copy]:
        """Documents that repeat others, or are machine-spun."""
        return self._all(schema.COPIES)

    def outlets(self) -> Iterator[Outlet]:
        """Who publishes."""
        return self._all(schema.OUTLETS)

    def actors(self) -> Iterator[Actor]:
        """Who acts, speaks or is acted on."""
        return self._all(schema.ACTORS)

    def places(self) -> Iterator[Place]:
        """Where."""
        return self._all(schema.PLACES)

    def mentions(self) -> Iterator[Mention]:
        """Words that point at actors and places."""
        return self._all(schema.MENTIONS)

    def claims(self) -> Iterator[Claim]:
        """What each report says."""
        return self._all(schema.CLAIMS)

    def figures(self) -> Iterator[Figure]:
        """Counts, shares and distances."""
        return self._all(schema.FIGURES)

    def control(self) -> Iterator[ControlStatement]:
        """Single statements on who holds a place."""
        return self._all(schema.CONTROL)

    def framings(self) -> Iterator[Framing]:
        """Wording that takes a side."""
        return self._all(schema.FRAMINGS)

    def events(self) -> Iterator[Event]:
        """Happenings, as all claims tell them."""
        return self._all(schema.EVENTS)

    def ledger(self) -> Iterator[LedgerEntry]:
        """Who holds which place on which days, by all reports."""
        return self._all(schema.LEDGER)

    def deals(self) -> Iterator[Deal]:
        """Deals and ultimatums with their course."""
        return self._all(schema.DEALS)

    def contradictions(self) -> Iterator[Contradiction]:
        """Claims that cannot all be so."""
        return self._all(schema.CONTRADICTIONS)

    def stories(self) -> Iterator[Story]:
        """Reports of one running story."""
        return self._all(schema.STORIES)

    def reviews(self) -> Iterator[Review]:
        """What the decisions on each thing come to."""
        return self._all(schema.REVIEWS)

    def review(self, id: str) -> Review | None:
        """What the decisions on one thing come to; None where there is none on it."""
        return self._find(schema.REVIEWS, id)

    def tombstones(self) -> Iterator[Tombstone]:
        """Ids of actors and places that were merged into others."""
        return self._all(schema.TOMBSTONES)

    def orphans(self) -> Iterator[Orphan]:
        """Decisions that fit nothing in the record now; they wait and are tried again whenever it is weighed."""
        return self._all(schema.ORPHANS)

    def doubts(self) -> Iterator[Doubt]:
        """How doubtful each claim is, how much rests on it, and one question."""
        return self._all(schema.DOUBTS)

    def queue(self, who: str = "") -> tuple[Doubt, ...]:
        """What to look at next, the most doubtful that most rests on first: what `who` has not judged, else nobody."""
        return read_queue(self._database, who)

    def agreement(self) -> tuple[Agreement, ...]:
        """How far coders agree, field by field."""
        return read_agreement(self._database)

    def disagreements(self) -> tuple[Disagreement, ...]:
        """The fields in which coders differ, thing by thing."""
        return read_disagreements(self._database)

    def standing_decisions(self) -> tuple[Decision, ...]:
        """The decisions of the log that nobody took back."""
        return standing(self.decisions())

    def resolve_id(self, id: str) -> str:
        """Return the id under which a thing is found now: its own, or that of what it was merged or joined into; else ""."""
        with self._database.reading() as connection:
            return id_now(connection, id)

    def _all(self, entity: schema.Entity[schema.T]) -> Iterator[schema.T]:
        return reading_back.iterate(self._database, entity)

    def _find(self, entity: schema.Entity[schema.T], id: str) -> schema.T | None:
        return reading_back.find_entity(self._database, entity, id)

    def _meta(self, name: str) -> str:
        with self._database.reading() as connection:
            return str(connection.execute(select(META.c.value).where(META.c.name == name)).scalar() or "")


def create_or_open(path: Path | str) -> Record:
    """Return the record at `path`, made if there is none. Raises RecordError where that cannot be."""
    path = Path(path)
    if path.is_dir():
        raise RecordError(f"{path}: this is a folder; name a file for the record, such as {path / 'record.db'}")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: the folder {path.parent} does not exist; make it first, or name another one")
    database = Database(path)
    if not path.exists() or path.stat().st_size == 0:
        _create(database)
    _check(database)
    return Record(database)


def open_record(path: Path | str) -> Record:
    """Return the record at `path`. Raises RecordError where there is none, or where it is of another version."""
    path = Path(path)
    if not path.is_file():
        raise RecordError(f"{path}: there is no record here; check the path, or make one from reports first")
    database = Database(path)
    _check(database)
    return Record(database)


def _create(database: Database) -> None:
    """Make all tables in one transaction: a file is a whole record or an empty file."""
    with database.writing() as connection:
        METADATA.create_all(connection)
        about = {"schema": str(schema.SCHEMA_VERSION), "layout": schema.LAYOUT, "dateline": _version()}
        writing.write_meta(connection, {**about, "views": "stale"})
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")


def _check(database: Database) -> None:
    path = database.path
    foreign = RecordError(f"{path}: this is not a Dateline record; name another file, or move this one away")
    try:
        with path.open("rb") as file:
            head = file.read(len(_HEAD))
    except OSError as error:
        raise RecordError(
            f"{path}: the record cannot be opened ({error.strerror}); check that you may read it"
        ) from error
    if head != _HEAD:
        raise foreign
    with database.reading() as connection:
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != schema.APPLICATION_ID:
            raise foreign
        found = {row.name: row.value for row in connection.execute(select(META))}
    if (found.get("schema"), found.get("layout")) != (str(schema.SCHEMA_VERSION), schema.LAYOUT):
        raise RecordError(
            f"{path}: the record was made by Dateline {found.get('dateline', '?')}, whose tables differ from those of "
            f"{_version()}; use that version, or read the reports again into a new record"
        )


def dated(article: Article, weighing: Weighing | None) -> Article:
    """Return a document with the date that weighing gave it, if any."""
    known = weighing is not None and weighing.published != UNKNOWN_PUBLISHED
    return replace(article, published=weighing.published) if weighing and known else article


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "unknown"
