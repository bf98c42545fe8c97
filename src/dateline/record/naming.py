"""How outlets name actors: a record and filters in, words by outlet and actor with how often each was used out."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from dateline.record import schema
from dateline.record.schema import DOCUMENTS
from dateline.record.store import Record

__all__ = ["Framed", "Named", "framed", "named"]

_MOST_MENTIONS = 8000  # enough to see how an actor is usually called; more would keep the page waiting


@dataclass(frozen=True, slots=True)
class Framed:
    """Words that take a side, as an outlet uses them about an actor."""

    outlet: str
    about: str
    stance: str
    words: str
    neutral: str
    times: int
    document: str
    start: int


@dataclass(frozen=True, slots=True)
class Named:
    """A name or common noun by which an outlet calls an actor."""

    outlet: str
    actor: str
    words: str
    times: int


def framed(record: Record, actor: str = "", outlet: str = "", stance: str = "") -> list[Framed]:
    """Return loaded words by outlet and actor, the most used first, each with one place where it stands."""
    framings, weighings = schema.FRAMINGS.table, schema.WEIGHINGS.table
    words = _words(framings)
    columns = (weighings.c.outlet, framings.c.about, framings.c.stance, words, framings.c.neutral)
    joined = framings.join(weighings, weighings.c.document == framings.c.document)
    joined = joined.join(DOCUMENTS, DOCUMENTS.c.id == framings.c.document)
    statement: Select[Any] = select(*columns, func.count(), func.min(DOCUMENTS.c.id), func.min(framings.c.start))
    kept = [framings.c.about == actor] * bool(actor) + [weighings.c.outlet == outlet] * bool(outlet)
    kept += [framings.c.stance == stance] * bool(stance)
    statement = statement.select_from(joined).where(*kept).group_by(*columns).order_by(func.count().desc(), words)
    with record.database.reading() as connection:
        return [Framed(*row) for row in connection.execute(statement)]


def named(record: Record, actors: list[str]) -> list[Named]:
    """Return the names and common nouns by which outlets call some actors, the most used first."""
    mentions, weighings = schema.MENTIONS.table, schema.WEIGHINGS.table
    some = select(mentions.c.document, mentions.c.start, mentions.c.stop, mentions.c.refers_to).where(
        mentions.c.refers_to.in_(actors), mentions.c.form != "pronoun"
    )
    few = some.order_by(mentions.c.id).limit(_MOST_MENTIONS).subquery()
    joined = few.join(weighings, weighings.c.document == few.c.document).join(
        DOCUMENTS, DOCUMENTS.c.id == few.c.document
    )
    columns = (weighings.c.outlet, few.c.refers_to, _words(few))
    statement = (
        select(*columns, func.count()).select_from(joined).group_by(*columns).order_by(func.count().desc(), *columns)
    )
    with record.database.reading() as connection:
        return [Named(*row) for row in connection.execute(statement)]


def _words(table: Any) -> ColumnElement[str]:
    return func.lower(func.substr(DOCUMENTS.c.text, table.c.start + 1, table.c.stop - table.c.start))
