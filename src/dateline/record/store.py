"""The record: takes readings, views and human decisions, keeps them in one SQLite file, and gives them back.

Invariant: a document, its sentences and its reading come to be together or not at all, and so do all views. Whoever
opens the file, also after a crash, meets whole documents and whole views.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from dateline.model import (
    Actor,
    Agreement,
    Alteration,
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
    Input,
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
from dateline.record.changes import log_changes, read_changes
from dateline.record.codec import decode, encode
from dateline.record.connection import Database
from dateline.record.deciding import show_at_once
from dateline.record.formers import ids_now
from dateline.record.reviewing import before_changes, read_agreement, read_disagreements, read_queue
from dateline.record.schema import META, READINGS

__all__ = ["Record", "RunSettings"]


@dataclass(frozen=True, slots=True)
class RunSettings:
    """With what the reports were read, so that the same command completes the same content.

    `weighed_with` marks the code and knowledge that the views were made with; `codebook` is a folder of one's own types;
    `models` are the language models by package and version.
    """

    theatres: tuple[str, ...] = ()
    profile: str = ""
    weighed_with: str = ""
    codebook: str = ""
    models: tuple[str, ...] = ()


class Record:
    """One record. Iterators keep a stable order: by document path and place in the text, else by id."""

    def __init__(self, database: Database) -> None:
        """Take a database that is known to be a record; users call `create_or_open` or `open_record` (opening.py)."""
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
        self.add_readings([(article, reading)], fingerprint)

    def add_readings(self, found: Iterable[tuple[Article, Reading]], fingerprint: str) -> None:
        """Keep several documents with their readings, as `add_reading` does one: all of them or none."""
        new = [(article, reading) for article, reading in found if not self._has_just(article, fingerprint)]
        if not new:
            return
        with self._database.writing() as connection:
            for article, reading in new:
                writing.write_reading(connection, article, reading, fingerprint)
            writing.write_stale(connection)

    def _has_just(self, article: Article, fingerprint: str) -> bool:
        return self.has_document(article.id, fingerprint) and self.article_as_read(article.id) == article

    def state(self) -> tuple[int, int]:
        """How often reports or decisions came in, and how many decisions there are: what views were made of."""
        with self._database.reading() as connection:
            return writing.read_state(connection)

    def take_in(self, articles: Iterable[Article], files: Iterable[tuple[Input, tuple[str, ...]]]) -> None:
        """Keep documents that are to be understood yet, and note files with the ids of what came of them, all at once.

        A document that is there already, and just so, stays with its reading.
        """
        given = {article.id: article for article in articles}
        stored = {article.id: article for article in self.chosen([*given])}
        new = [one for one in given.values() if one.id not in stored or one != replace(stored[one.id], path=one.path)]
        with self._database.writing() as connection:
            for article in new:
                writing.write_article(connection, article)
            if new:
                writing.write_stale(connection)
            for file, documents in files:
                writing.write_input(connection, file, documents)

    def inputs(self) -> dict[str, tuple[Input, tuple[str, ...]]]:
        """The files that were read, by id, each with the ids of the documents that it holds."""
        return reading_back.read_inputs(self._database)

    def document_ids(self) -> tuple[str, ...]:
        """The ids of `articles`, in their order."""
        return reading_back.find_ids(self._database)

    def unread(self, fingerprint: str = "") -> tuple[str, ...]:
        """Return the ids of the documents that have no reading, or none with this fingerprint; by path."""
        return reading_back.find_unread(self._database, fingerprint)

    def superseded(self) -> tuple[str, ...]:
        """Return the ids of documents that no file holds any longer, each having changed since."""
        return reading_back.find_superseded(self._database)

    def find_documents(self, name: str) -> tuple[str, ...]:
        """Return the ids of the documents that a user names: by id, by path, or by a path that they lie in."""
        return reading_back.find_named(self._database, name)

    def replace_views(self, views: Views, made_of: tuple[int, int] | None = None, without: Iterable[str] = ()) -> None:
        """Put all views in the place of those before, in one transaction; decisions and readings stay.

        `made_of` is the `state` before the views were made: where more has come in since, they are out of date already,
        and the reviews of what was decided meanwhile are kept. The documents in `without`, which the views know nothing
        of, go at the same moment.
        """
        with self._database.writing() as connection:
            writing.forget_documents(connection, without)
            log_changes(connection, views)
            writing.write_views(connection, views)
            now = writing.read_state(connection)
            show_at_once(connection, self.decisions()[made_of[1] :] if made_of and made_of != now else ())
            writing.write_meta(connection, {"views": "current" if made_of in (None, now) else "stale"})

    def changes(self, since: datetime | None = None) -> tuple[Alteration, ...]:
        """What came, went and changed whenever the views were made anew, the oldest first; from a moment on."""
        with self._database.reading() as connection:
            return tuple(read_changes(connection, since))

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

    def chosen(self, ids: Sequence[str]) -> Iterator[Article]:
        """Some of `articles`, in the order of `ids`."""
        return reading_back.iterate_chosen(self._database, ids)

    def readings(self) -> Iterator[Reading]:
        """What was understood from each document, in the order of `articles`."""
        return reading_back.iterate_readings(self._database)

    def readings_of(self, ids: Sequence[str]) -> Iterator[Reading]:
        """What was understood from some documents, in the order of the ids."""
        return reading_back.fetch_readings(self._database, ids)

    def documents(self) -> Iterator[Article]:
        """The documents with the publication date that weighing gave them (it may be inferred); by path."""
        return self._dated(self.articles())

    def bare_documents(self) -> Iterator[Article]:
        """The `documents` without their texts, sentences and boilerplate."""
        return self._dated(reading_back.iterate_bare_articles(self._database))

    def texts(self, ids: Sequence[str]) -> dict[str, str]:
        """The texts of documents, by id."""
        return reading_back.fetch_texts(self._database, ids)

    def sentence_starts(self, document: str) -> list[int]:
        """Where the sentences of a document begin, in order."""
        return reading_back.find_sentence_starts(self._database, document)

    def count_uncoded(self, ids: Sequence[str]) -> int:
        """How many sentences of these documents have an event word and no claim."""
        return reading_back.count_uncoded(self._database, ids)

    def article(self, id: str) -> Article | None:
        """One of `documents`."""
        article = self.article_as_read(id)
        return reading_back.dated(article, self._find(schema.WEIGHINGS, id)) if article else None

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

    def places_named(self, documents: Sequence[str]) -> Iterator[tuple[str, str, int]]:
        """The words of documents that name places: the document, the place and where they begin."""
        return reading_back.iterate_places_named(self._database, documents)

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
        return self.resolve_ids([id])[id]

    def resolve_ids(self, ids: Iterable[str]) -> dict[str, str]:
        """As `resolve_id`, for many at once."""
        with self._database.reading() as connection:
            return ids_now(connection, ids)

    def wipe(self) -> None:
        """Leave no trace in the file of what was taken out: SQLite would keep its bytes until they are needed."""
        self._database.vacuum()

    def _dated(self, articles: Iterable[Article]) -> Iterator[Article]:
        weighings = {weighing.document: weighing for weighing in self.weighings()}
        return (reading_back.dated(article, weighings.get(article.id)) for article in articles)

    def _all(self, entity: schema.Entity[schema.T]) -> Iterator[schema.T]:
        return reading_back.iterate(self._database, entity)

    def _find(self, entity: schema.Entity[schema.T], id: str) -> schema.T | None:
        return reading_back.find_entity(self._database, entity, id)

    def _meta(self, name: str) -> str:
        with self._database.reading() as connection:
            return str(connection.execute(select(META.c.value).where(META.c.name == name)).scalar() or "")
