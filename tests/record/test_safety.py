"""A record survives a killed process, and says clearly why it cannot be used."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

import dateline
from dateline.errors import RecordError
from dateline.record import create_or_open, open_record
from tests.record import samples

ROOTS = [str(Path(dateline.__file__).parents[1]), str(Path(__file__).parents[2])]

# Writes rows without end and dies in the middle of a transaction, when its changes are already in the file.
DYING = """
import os, sys
sys.path[:0] = {roots!r}
from dataclasses import replace
from sqlalchemy import event
from dateline.record import create_or_open
from tests.record import samples

record = create_or_open(sys.argv[1])
record.add_reading(samples.article(), samples.reading(), "v1")
record.replace_views(samples.views())

@event.listens_for(record._database._engine, "connect")
def small_cache(connection, _record):
    connection.execute("PRAGMA cache_size = 10")
    connection.execute("PRAGMA cache_spill = 10")

@event.listens_for(record._database._engine, "before_cursor_execute")
def die(connection, cursor, statement, parameters, context, executemany):
    if statement.startswith("INSERT INTO " + sys.argv[2]):
        os._exit(9)

text = "word " * 200_000
if sys.argv[2] == "readings":
    record.add_reading(replace(samples.article("b.txt", "d-2"), text=text), samples.reading("d-2"), "v1")
claims = tuple(replace(samples.claim(), id=f"c-{{number}}") for number in range(20_000))
record.replace_views(replace(samples.views(), claims=claims, events=()))
"""


@pytest.mark.parametrize("table", ["readings", "stories"])
def test_a_process_killed_in_mid_write_leaves_whole_documents_and_whole_views(tmp_path, table):
    path = tmp_path / "war.db"
    script = tmp_path / "dying.py"
    script.write_text(DYING.format(roots=ROOTS), encoding="utf-8")
    assert subprocess.run([sys.executable, str(script), str(path), table], check=False).returncode == 9
    record = open_record(path)
    assert [article.id for article in record.articles()] == ["d-1"]
    assert list(record.readings()) == [samples.reading()]
    assert list(record.claims()) == [samples.claim()]
    assert len(list(record.stories())) == 1
    record.replace_views(samples.views())
    assert not path.with_name("war.db-journal").exists()


def test_a_process_killed_while_making_the_record_leaves_a_path_that_can_be_used(tmp_path):
    path = tmp_path / "war.db"
    path.touch()
    assert list(create_or_open(path).claims()) == []


def test_a_missing_record_is_not_made_by_opening_it(tmp_path):
    with pytest.raises(RecordError, match=r"war\.db: there is no record here; .*"):
        open_record(tmp_path / "war.db")
    assert not (tmp_path / "war.db").exists()


def test_a_foreign_file_is_refused_and_left_alone(tmp_path):
    text, database = tmp_path / "notes.db", tmp_path / "other.db"
    text.write_text("not a database", encoding="utf-8")
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE meta (name, value)")
    connection.commit()
    connection.close()
    for path in (text, database):
        before = path.read_bytes()
        for how in (open_record, create_or_open):
            with pytest.raises(RecordError, match=rf"{path.name}: this is not a Dateline record; .*"):
                how(path)
        assert path.read_bytes() == before


@pytest.mark.parametrize(("name", "value"), [("schema", "99"), ("layout", "elsewhere")])
def test_another_version_is_refused_by_name(tmp_path, name, value):
    path = create_or_open(tmp_path / "war.db").path
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = ? WHERE name = ?", (value, name))
    connection.execute("UPDATE meta SET value = '7.7' WHERE name = 'dateline'")
    connection.commit()
    connection.close()
    with pytest.raises(RecordError, match=r"made by Dateline 7\.7.*use that version, or read the reports again"):
        open_record(path)


def test_a_folder_or_a_path_in_no_folder_is_refused(tmp_path):
    with pytest.raises(RecordError, match="this is a folder"):
        create_or_open(tmp_path)
    with pytest.raises(RecordError, match="does not exist"):
        create_or_open(tmp_path / "nowhere" / "war.db")


@pytest.mark.parametrize(
    ("pragma", "said"),
    [
        ("query_only = 1", "cannot be written; check that you may write"),
        ("max_page_count = 1", "the disk is full; free"),
    ],
)
def test_what_stops_writing_is_said_and_what_was_written_stays(tmp_path, pragma, said):
    record = create_or_open(tmp_path / "war.db")
    record.add_reading(samples.article(), samples.reading(), "v1")

    @event.listens_for(record._database._engine, "connect")
    def restrict(connection, _record):
        connection.execute(f"PRAGMA {pragma}")

    long = samples.views(tuple(f"d-{number}" for number in range(500)))
    with pytest.raises(RecordError, match=rf"war\.db: .*{said}"):
        record.replace_views(long)
    assert list(record.readings()) == [samples.reading()]


def test_a_file_that_may_not_be_written_can_still_be_read(tmp_path):
    record = create_or_open(tmp_path / "war.db")
    record.add_reading(samples.article(), samples.reading(), "v1")
    record.path.chmod(0o444)
    try:
        assert list(open_record(record.path).readings()) == [samples.reading()]
    finally:
        record.path.chmod(0o644)


def test_a_damaged_record_is_said_to_be_one(tmp_path):
    record = create_or_open(tmp_path / "war.db")
    record.add_reading(samples.article(), samples.reading(), "v1")
    data = bytearray(record.path.read_bytes())
    data[4096:] = bytes([0xAA]) * (len(data) - 4096)
    record.path.write_bytes(data)
    with pytest.raises(RecordError, match=r"war\.db: "):
        list(open_record(record.path).readings())
