"""The commands that bring reports in and take them out, as a user types them."""

import io
import json
import sys
import zipfile

import pytest

from tests.cli.conftest import run

HOMS = "The army shelled Homs on 3 May 2018, killing two people, activists said.\n"
HAMA = "Rebels captured a checkpoint near Hama on 4 May 2018, the Observatory said.\n"


def paths_in(call, record):
    listed = call("list", record, "documents", "--json")
    return [row["path"].rsplit("/", 1)[-1] for row in json.loads(listed.out)]


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(HOMS, encoding="utf-8")
    (folder / "t.csv").write_text(f'id,text\n1,"{HAMA.strip()}"\n2,\n', encoding="utf-8")
    (folder / "p.jpg").write_bytes(b"\xff\xd8\xff")
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        archive.writestr("deep/b.txt", "Rebels left Harasta on 5 May 2018.\n")
        archive.writestr("../evil.txt", HOMS)
    return folder


def test_what_was_read_passed_over_and_skipped_is_told(folder, tmp_path, call):
    ran = call("read", folder, "-i", tmp_path / "r")
    assert ran.status == 1
    assert "3 reports read" in ran.out and "Passed over, of kinds that are not read: 1 .jpg." in ran.out
    assert "t.csv#3: no text in this row" in ran.out
    assert "z.zip!../evil.txt: its name leads out of the archive" in ran.out
    again = call("read", folder, "-i", tmp_path / "r")
    assert again.status == 1 and "0 reports read, 3 already known" in again.out and "t.csv#3" in again.out


def test_the_standard_input_is_read_and_told_by_its_content(tmp_path, call, monkeypatch):
    lines = "".join(json.dumps({"text": text}) + "\n" for text in (HOMS, HAMA))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode()), encoding="utf-8"))
    ran = call("read", "-", "-i", tmp_path / "r")
    assert (ran.status, paths_in(call, tmp_path / "r")) == (0, ["stdin#1", "stdin#2"])


def test_a_list_of_paths_is_followed_from_a_file_and_from_the_standard_input(folder, tmp_path, call, monkeypatch):
    (tmp_path / "list.txt").write_text(f"{folder / 'a.txt'}\n\n{folder / 't.csv'}\n", encoding="utf-8")
    assert "2 reports read" in call("read", "--list", tmp_path / "list.txt", "-i", tmp_path / "r").out
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{folder / 'a.txt'}\0"))
    assert "1 already known" in call("read", "--list", "-", "-i", tmp_path / "r").out


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "the list cannot be read"), (b"\n", "the list is empty"), (b"\xff\xfe\xfa", "it is no UTF-8 text"), (b"nowhere.txt\n", "nowhere.txt: no such file")],
)  # fmt: skip
def test_a_list_that_cannot_be_followed_is_told(tmp_path, call, content, said):
    if content is not None:
        (tmp_path / "list.txt").write_bytes(content)
    ran = call("read", "--list", tmp_path / "list.txt", "-i", tmp_path / "r")
    assert ran.status == 2 and said in ran.err and not (tmp_path / "r").exists()


def test_nothing_to_read_is_told(tmp_path, call):
    ran = call("read", "-i", tmp_path / "r")
    assert ran.status == 2 and "name the files and folders to read" in ran.err


def test_forget_names_what_went_and_recode_leaves_the_rest(folder, tmp_path, call):
    call("read", folder, "-i", tmp_path / "r")
    ran = call("forget", tmp_path / "r", folder / "z.zip", f"{(folder / 't.csv').as_posix()}#2")
    assert ran.status == 0 and "2 documents forgotten" in ran.out and "z.zip!deep/b.txt" in ran.out
    assert paths_in(call, tmp_path / "r") == ["a.txt"]
    assert call("forget", tmp_path / "r", "d-nothing").status == 2
    assert "0 reports coded anew, 1 already known" in call("recode", tmp_path / "r").out
    assert call("recode", tmp_path / "nowhere").status == 2


def test_a_pipe_under_a_name_is_told(tmp_path):
    import os

    if not hasattr(os, "mkfifo"):
        pytest.skip("pipes under a name are of POSIX systems")
    os.mkfifo(tmp_path / "pipe")
    ran = run("read", tmp_path / "pipe", "-i", tmp_path / "r")
    assert ran.status == 2 and "neither a file nor a folder" in ran.err
