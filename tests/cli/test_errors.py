"""What goes wrong is said in a line that names the file and the remedy, without a traceback, and harms nothing else."""

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from dateline.record import open_record
from tests.cli.conftest import run
from tests.cli.reports import write_reports

BINARY = bytes(range(256)) * 40


def assert_said(ran, status, *words):
    assert ran.status == status, ran.out + ran.err
    told = ran.out + ran.err
    assert "Traceback" not in told
    for word in words:
        assert word in told


@pytest.mark.parametrize(
    ("name", "content", "remedy"),
    [
        ("empty.txt", b" \n", "the file is empty; leave it out"),
        ("binary.txt", BINARY, "save"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + BINARY, "this is an image, not plain text; save the report"),
        ("paper.txt", b"%PDF-1.7\n" + BINARY, "this PDF is damaged"),
        ("broken.txt", b"Rebels \xff\xfe\x81\x8d\x8f\x90\x9d\x00\x01 took the town" * 9, "save"),
    ],
)
def test_a_bad_file_is_named_with_its_remedy_and_stops_no_other(tmp_path, reports, call, name, content, remedy):
    (reports / name).write_bytes(content)
    ran = call("read", reports, "-i", tmp_path / "new.dateline")
    assert_said(ran, 1, "6 reports read", "Skipped:", name, remedy)
    alone = call("read", reports / name, "-i", tmp_path / "alone.dateline")
    assert_said(alone, 2, name, remedy)
    assert alone.out == ""
    assert not (tmp_path / "alone.dateline").exists()


def test_strange_texts_are_read_like_any_other(tmp_path, reports, call):
    strange = {
        "dots.txt": "... ... !!! ??? --- ...",
        "digits.txt": "12 34 56,7 89% " * 50,
        "one-word.txt": "ceasefire",
        "emoji.txt": "🕊️🔥 Rebels 🔥 captured 🕊️ Douma 🔥 on Monday.",
        "marks.txt": "\u202eRebels\u202c captured\u200b the\u00a0town of\u2028Douma on\u2029Monday.",
        "long-line.txt": "Rebels captured Douma and shelled Homs, " * 700,
        "quotes.txt": '"' * 200 + "Rebels" + "'" * 200 + "(" * 200,
        "windows.txt": "Rebels captured Douma.\r\n\r\nThe army shelled Homs.\r\n",
    }
    for name, text in strange.items():
        (reports / name).write_text(text, encoding="utf-8", newline="")
    ran = call("read", reports, "-i", tmp_path / "new.dateline")
    assert_said(ran, 0, f"{6 + len(strange)} reports read")


def test_a_path_that_is_not_there_is_said_before_anything_is_done(tmp_path, reports, call):
    ran = call("read", reports, tmp_path / "nowhere.txt", "-i", tmp_path / "new.dateline")
    assert_said(ran, 2, "nowhere.txt: no such file or folder; check the spelling")
    assert not (tmp_path / "new.dateline").exists()


def test_a_folder_without_reports_is_said(tmp_path, call):
    (tmp_path / "empty").mkdir()
    assert_said(
        call("read", tmp_path / "empty", "-i", tmp_path / "x.dateline"), 2, "empty: no reports found; name text"
    )


def test_a_manifest_without_its_columns_is_named(tmp_path, reports, call):
    (reports / "documents.csv").write_text("name;date\n", encoding="utf-8")
    ran = call("read", reports, "-i", tmp_path / "new.dateline")
    assert_said(ran, 2, "documents.csv: there is no column 'file'")


def test_a_bad_row_of_the_manifest_is_named_and_stops_no_other_report(tmp_path, reports, call):
    rows = (reports / "documents.csv").read_text(encoding="utf-8").replace("2018-03-02", "yesterday")
    (reports / "documents.csv").write_text(rows, encoding="utf-8")
    ran = call("read", reports, "-i", tmp_path / "new.dateline")
    assert_said(
        ran, 1, "5 reports read", "report-01.txt: ", "documents.csv, line 3: 'yesterday' is not a date; write it as"
    )
    assert ran.out.count("yesterday") == 1


def test_a_broken_row_of_knowledge_is_named(tmp_path, reports, call):
    (reports / "outlets.csv").write_text("id,name\n,Nameless\n", encoding="utf-8")
    ran = call("read", reports, "-i", tmp_path / "new.dateline")
    assert_said(ran, 2, "outlets.csv, line 2: nothing in column id; fill it in")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--theatre", "atlantis"], "atlantis: no theatre of that name"),
        (["--published", "yesterday"], "'yesterday' is not a date; write it as 2018-03-25"),
        (["--published", "2018-02-30"], "no day of the calendar"),
        (["--profile", "sloppy"], "'sloppy' is not one of"),
        (["--workers", "0"], "--workers"),
        (["--colour"], "No such option"),
    ],
)
def test_an_option_that_cannot_be_followed_is_said(tmp_path, reports, call, words, said):
    ran = call("read", reports, "-i", tmp_path / "new.dateline", *words)
    assert_said(ran, 2, said)
    assert ran.err.count("yesterday") <= 1


def test_a_forgotten_record_is_said(reports, call):
    assert_said(call("read", reports), 2, "--into")


@pytest.mark.parametrize("command", [["brief"], ["export"], ["list", "events"], ["explain", "c-1"]])
def test_what_is_not_a_record_is_said_by_every_command(tmp_path, record, call, command):
    def tried(path):
        return call(command[0], path, *command[1:])

    assert_said(tried(tmp_path / "none.dateline"), 2, "none.dateline: there is no record here; check the path")
    (tmp_path / "notes.txt").write_text("no record", encoding="utf-8")
    assert_said(tried(tmp_path / "notes.txt"), 2, "notes.txt: this is not a Dateline record")
    connection = sqlite3.connect(record)
    connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    connection.commit()
    connection.close()
    assert_said(tried(record), 2, "war.dateline: the record was made by Dateline", "read the reports again")


def test_reports_are_not_read_into_what_is_not_a_record(tmp_path, reports, call):
    notes = tmp_path / "notes.txt"
    notes.write_text("my notes", encoding="utf-8")
    assert_said(call("read", reports, "-i", notes), 2, "notes.txt: this is not a Dateline record")
    assert notes.read_text(encoding="utf-8") == "my notes"
    assert_said(call("read", reports, "-i", tmp_path), 2, "this is a folder; name a file for the record")
    assert_said(call("read", reports, "-i", tmp_path / "no" / "war"), 2, "does not exist; make it first")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["explain", "{}", "c-nothing"], "'c-nothing'"),
        (["list", "{}", "weather"], "'weather' is not one of"),
        (["list", "{}", "events", "--from", "spring"], "'spring' is not a day; write it as 2018-03-25"),
        (["brief", "{}", "--format", "pdf"], "'pdf' is not one of"),
        (["export", "{}", "-o", "no/such/folder/war.jsonl"], "cannot be written"),
        (["brief", "{}", "-o", "no/such/folder/brief.md"], "cannot be written"),
    ],
)
def test_a_question_that_cannot_be_answered_is_said(record, call, words, said):
    assert_said(call(*(word.format(record) for word in words)), 2, said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--actor", "nobody"],
            "no actor with the id or name 'nobody'; `dateline list RECORD actors` shows those it has",
        ),
        (["--place", "nowhere"], "no place with the id or name 'nowhere'; `dateline list RECORD places` shows those"),
        (["--type", "picnic"], "no event type 'picnic'; `dateline codebook show` names the types"),
        (["--from", "2018-03-09", "--to", "2018-03-02"], "--from is after --to; give the earlier day first"),
    ],
)
def test_a_filter_that_names_nothing_is_said(record, call, words, said):
    assert_said(call("list", record, "events", *words), 2, said)


def test_a_type_that_no_report_tells_of_gives_an_empty_list(record, call):
    assert_said(call("list", record, "events", "--type", "surrender", "--json"), 0, "[]")


@pytest.mark.parametrize("command", ["brief", "export"])
def test_what_is_written_never_takes_the_place_of_the_record(tmp_path, record, call, monkeypatch, command):
    before = record.read_bytes()
    monkeypatch.chdir(tmp_path)
    assert_said(
        call(command, record, "-o", record.name), 2, "war.dateline: this is the record itself; name another file"
    )
    assert record.read_bytes() == before


@pytest.mark.parametrize("command", ["brief", "export"])
def test_a_folder_to_write_to_is_said_and_left_alone(tmp_path, record, call, command):
    (tmp_path / "results").mkdir()
    ran = call(command, record, "-o", tmp_path / "results")
    assert_said(ran, 2, "results: this is a folder; name a file in it")
    assert list((tmp_path / "results").iterdir()) == []
    assert not (tmp_path / "results.part").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device to write to")
@pytest.mark.parametrize("command", [["brief"], ["export"], ["list", "claims"]])
def test_an_output_that_takes_no_more_is_said(record, command):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = run(command[0], record, *command[1:], stdout=full)
    assert ran.status == 2
    assert "the output cannot be written (No space left on device); free some space or use another folder" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.skipif(sys.platform != "linux", reason="file names are always text here")
def test_a_file_name_that_is_no_text_is_said_and_stops_no_other(tmp_path, reports):
    (reports / os.fsdecode(b"news-\xff.txt")).write_text("The army shelled Homs on Monday.", encoding="utf-8")
    ran = run("read", reports, "-i", tmp_path / "new.dateline")
    assert_said(ran, 1, "6 reports read", "Skipped:", "news-\\xff.txt: the file's name is no readable text; rename it")


def test_a_record_that_lacks_a_table_is_damaged(record, call):
    connection = sqlite3.connect(record)
    connection.execute("DROP TABLE claims")
    connection.commit()
    connection.close()
    assert_said(call("list", record, "claims"), 2, "war.dateline: the record is damaged; take it back from a copy")


def test_an_unknown_command_is_said(call):
    assert_said(call("paint"), 2, "No such command")


def test_a_folder_that_may_not_be_written_is_said(tmp_path, reports, record, unprivileged):
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0o555)
    ran = run("read", reports, "-i", locked / "new.dateline", **unprivileged)
    assert_said(ran, 2, "new.dateline", "check that")
    ran = run("export", record, "-o", locked / "war.jsonl", **unprivileged)
    assert_said(ran, 2, "war.jsonl: cannot be written (Permission denied); choose another folder")
    ran = run("demo", "-o", locked / "demo", **unprivileged)
    assert_said(ran, 2, "demo", "cannot be")


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be limited here")
def test_a_full_disk_is_said_and_the_same_command_goes_on_later(tmp_path, record, exported):
    from resource import RLIMIT_FSIZE, setrlimit

    def small_disk():
        setrlimit(RLIMIT_FSIZE, (400_000, 400_000))

    write_reports(tmp_path / "reports", 12, repeat=4)
    ran = run("read", "reports", "-i", "new.dateline", cwd=tmp_path, preexec_fn=small_disk)
    assert_said(ran, 2, "new.dateline: ", "disk")
    assert run("read", "reports", "-i", "new.dateline", cwd=tmp_path).status == 0
    assert run("read", "reports", "-i", "whole.dateline", cwd=tmp_path).status == 0
    assert exported(tmp_path / "new.dateline") == exported(tmp_path / "whole.dateline")

    def tiny_disk():
        setrlimit(RLIMIT_FSIZE, (1000, 1000))

    before = sorted(tmp_path.iterdir())
    ran = run("export", record, "-o", tmp_path / "war.jsonl", preexec_fn=tiny_disk)
    assert_said(ran, 2, "war.jsonl: cannot be written", "free some space")
    assert sorted(tmp_path.iterdir()) == before
    assert len(list(open_record(record).documents())) == 6
