"""Each command does what its help says, and ends with the status it promises: 0 all done, 1 some skipped, 2 nothing done."""

import json
import sys
import zipfile
from datetime import date
from pathlib import Path
from subprocess import run as run_process

import pytest

import dateline
from dateline.record import open_record
from tests.cli.conftest import run, start
from tests.cli.reports import write_reports

ROOT = Path(__file__).resolve().parents[2]


def kinds(export: str) -> set[str]:
    return {json.loads(line)["object"] for line in export.splitlines()}


def test_read_tells_what_it_read_and_what_the_record_holds(tmp_path, reports, call):
    ran = call("read", reports, "--into", tmp_path / "new.dateline")
    assert (ran.status, ran.err) == (0, "")
    assert "6 reports read" in ran.out
    assert "new.dateline holds" in ran.out
    assert "syria" in ran.out


def test_reading_again_changes_nothing(reports, record, call, exported):
    before = exported(record)
    ran = call("read", reports, "-i", record)
    assert ran.status == 0
    assert "0 reports read, 6 already known" in ran.out
    assert exported(record) == before


def test_more_reports_can_be_added_later(tmp_path, reports, record, call):
    (tmp_path / "late.txt").write_text("Rebels captured the town of Jisr al-Shughur on Monday.", encoding="utf-8")
    ran = call("read", tmp_path / "late.txt", "-i", record, "--published", "2015-04-27", "--outlet", "Late Wire")
    assert "1 reports read" in ran.out
    added = next(one for one in open_record(record).documents() if one.path.endswith("late.txt"))
    assert (added.outlet, str(added.published.date)) == ("Late Wire", "2015-04-27")


def test_reading_again_with_a_date_that_was_missing_puts_it_in(tmp_path, call):
    report, record = tmp_path / "undated.txt", tmp_path / "war.dateline"
    report.write_text("Government forces shelled the town of Douma, killing two civilians.", encoding="utf-8")
    call("read", report, "-i", record)
    ran = call("read", report, "-i", record, "--published", "2018-03-25")
    assert "1 reports read" in ran.out
    assert [str(one.published.date) for one in open_record(record).documents()] == ["2018-03-25"]


def test_a_report_in_a_language_that_is_not_coded_is_kept_and_said(tmp_path, call):
    words = "Las fuerzas del gobierno bombardearon el lunes la ciudad de Alepo, según informaron varios activistas."
    (tmp_path / "es.txt").write_text(words, encoding="utf-8")
    ran = call("read", tmp_path / "es.txt", "-i", tmp_path / "war.dateline")
    assert ran.status == 0
    assert "Kept, but not coded:" in ran.out and "es.txt" in ran.out and "Spanish" in ran.out
    assert [one.language for one in open_record(tmp_path / "war.dateline").documents()] == ["es"]


def test_outlets_beside_the_reports_are_known(tmp_path, reports, call):
    row = "morning-wire,Morning Wire,,GB,,none,agency,B,made up: gives both sides"
    head = "id,name,aliases,country,owner,camp,kind,reliability,reason"
    (reports / "outlets.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    call("read", reports, "-i", tmp_path / "new.dateline")
    outlets = {outlet.id: outlet for outlet in open_record(tmp_path / "new.dateline").outlets()}
    assert outlets["morning-wire"].reliability == "B"


def test_outlets_that_come_later_are_used_without_reading_anew(reports, record, call):
    head = "id,name,aliases,country,owner,camp,kind,reliability,reason"
    (reports / "outlets.csv").write_text(f"{head}\nmorning-wire,Morning Wire,,,,,agency,B,made up\n", encoding="utf-8")
    ran = call("read", reports, "-i", record)
    assert "0 reports read, 6 already known" in ran.out
    assert "B" in {outlet.reliability for outlet in open_record(record).outlets()}


def test_a_folder_of_knowledge_that_is_gone_is_said_and_done_without(tmp_path, reports, call):
    theatre, record = tmp_path / "mine", tmp_path / "new.dateline"
    theatre.mkdir()
    (theatre / "outlets.csv").write_text("id,name\nmorning-wire,Morning Wire\n", encoding="utf-8")
    call("read", reports, "-i", record, "--theatre", theatre)
    (theatre / "outlets.csv").unlink()
    ran = call("read", reports, "-i", record)
    assert ran.status == 0
    assert f"No longer found, so done without: {theatre.resolve()}" in ran.out


@pytest.mark.parametrize(("form", "opening"), [("md", "# "), ("html", "<!doctype html")])
def test_brief_goes_to_a_file_or_to_the_terminal(tmp_path, record, call, form, opening):
    shown = call("brief", record, "--format", form)
    assert shown.status == 0
    assert shown.out.lower().startswith(opening)
    assert call("brief", record, "--format", form, "-o", tmp_path / "brief").out == ""
    assert (tmp_path / "brief").read_text(encoding="utf-8") == shown.out


def test_export_goes_to_a_file_or_to_the_terminal(tmp_path, record, call, exported):
    shown = exported(record)
    assert {"document", "claim", "event", "actor", "place", "mention"} <= kinds(shown)
    assert call("export", record, "--format", "jsonl", "-o", tmp_path / "war.jsonl").status == 0
    assert (tmp_path / "war.jsonl").read_text(encoding="utf-8") == shown
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


@pytest.mark.parametrize("what", ["events", "claims", "actors", "places", "documents"])
def test_list_shows_what_the_record_holds_as_text_and_as_json(record, call, what):
    rows = json.loads(call("list", record, what, "--json").out)
    assert rows
    text = call("list", record, what)
    assert text.status == 0
    assert rows[0]["id"] in text.out


def test_list_keeps_what_the_options_ask_for(record, call):
    def listed(*options):
        return json.loads(call("list", record, "events", "--json", *options).out)

    every = listed()
    shelled = listed("--type", "shelling")
    assert shelled and len(shelled) < len(every)
    assert {row["type"] for row in shelled} == {"shelling"}
    assert 0 < len(listed("--place", "douma")) < len(every)
    assert 0 < len(listed("--actor", "rebels")) < len(every)
    early = {row["id"] for row in listed("--to", "2018-03-02")}
    late = {row["id"] for row in listed("--from", "2018-03-05")}
    times = {event.id: event.time for event in open_record(record).events()}
    both = early & late  # those that may have been on either side, being open at one end or longer than the gap
    assert early - both and late - both
    assert all(
        (times[id].earliest or date.min) <= date(2018, 3, 2) and (times[id].latest or date.max) >= date(2018, 3, 5)
        for id in both
    )


def test_explain_shows_the_words_a_claim_an_event_and_a_figure_rest_on(record, call):
    kept = open_record(record)
    texts = {one.id: one.text for one in kept.documents()}
    claim, figure, event = next(kept.claims()), next(kept.figures()), next(kept.events())
    for one in (claim, figure):
        ran = call("explain", record, one.id)
        assert ran.status == 0
        assert texts[one.document][one.span.start : one.span.end] in " ".join(ran.out.split()).replace(
            ">>", ""
        ).replace("<<", "")
    assert event.claims[0] in call("explain", record, event.id).out


def test_doctor_tells_versions_languages_and_data(call):
    ran = call("doctor")
    assert ran.status == 0
    for words in ("dateline", "Python", "en", "fr", "Codebook", "Gazetteer", "Theatre syria"):
        assert words in ran.out


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["read", "--help"], ["list", "-h"]])
def test_help_and_version_are_not_errors(call, words):
    ran = call(*words)
    assert (ran.status, ran.err) == (0, "")
    assert "dateline" in ran.out


def test_nothing_is_drawn_where_the_output_is_no_terminal(reports, tmp_path):
    ran = run("read", reports, "-i", tmp_path / "new.dateline")
    assert (ran.status, ran.err) == (0, "")
    assert "\r" not in ran.out


def test_a_reader_that_stops_listening_is_no_error(record):
    process = start("export", record)
    assert process.stdout and process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == ""
    process.wait(timeout=60)


@pytest.mark.slow
def test_two_workers_make_the_same_record(tmp_path, exported):
    write_reports(tmp_path / "reports", 10)
    for workers in (1, 2):
        ran = run("read", "reports", "-i", f"{workers}.dateline", "--workers", workers, cwd=tmp_path)
        assert (ran.status, ran.err) == (0, "")
    assert exported(tmp_path / "1.dateline") == exported(tmp_path / "2.dateline")


@pytest.mark.slow
def test_the_demo_works_from_a_wheel_and_its_next_steps_too(tmp_path):
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", tmp_path]
    built = run_process([*map(str, command), str(ROOT)], capture_output=True, text=True, check=False)
    if built.returncode:
        pytest.skip(f"a wheel cannot be built here: {built.stderr.strip().splitlines()[-1]}")
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
    ran = run_process(
        [sys.executable, "-c", "import sys; sys.path.insert(0, 'site'); from dateline.cli import main; main()", "demo"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "14 reports read" in ran.stdout
    assert (tmp_path / "demo" / "brief.html").read_text(encoding="utf-8").rstrip().endswith("</html>")
    outlets = {outlet.id: outlet for outlet in open_record(tmp_path / "demo" / "record.dateline").outlets()}
    assert outlets["meridian-wire"].reliability == "B"


def test_the_package_builds_a_record_without_the_command_line(tmp_path, reports):
    record = dateline.build([reports], into=tmp_path / "war.dateline")
    assert len(list(record.documents())) == 6
