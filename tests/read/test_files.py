"""Which files are read as reports, and what is said of those that cannot be."""

import pytest

from dateline.errors import InputError
from dateline.read import find_files, read_article


def write(path, text="The army entered the town on Monday, officials said.\n"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_a_folder_gives_its_reports_sorted_and_nothing_else(tmp_path):
    for name in (
        "b.txt",
        "a.md",
        "deep/c.TXT",
        ".hidden.txt",
        ".git/d.txt",
        "README.md",
        "documents.csv",
        "labels.yaml",
    ):
        write(tmp_path / name)
    found = [file.path.relative_to(tmp_path).as_posix() for file in find_files([tmp_path]).files]
    assert found == ["a.md", "b.txt", "deep/c.TXT"]


def test_a_file_named_twice_is_read_once(tmp_path):
    report = write(tmp_path / "a.txt")
    assert [file.path for file in find_files([report, tmp_path, str(report)]).files] == [report]


def test_a_shell_wildcard_may_catch_the_manifest(tmp_path):
    report, manifest = write(tmp_path / "a.txt"), write(tmp_path / "documents.csv", "file\na.txt\n")
    assert [file.path for file in find_files([report, manifest]).files] == [report]


@pytest.mark.parametrize("name", ["nowhere.txt", "empty-folder"])
def test_a_path_with_nothing_to_read_is_named(tmp_path, name):
    (tmp_path / "empty-folder").mkdir()
    with pytest.raises(InputError, match=name):
        find_files([tmp_path / name])


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \r\n\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x00\x01\x02\x03\x04\x05\x00\x07" * 50, "binary"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_its_name_and_a_remedy(tmp_path, data, word):
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=rf"report\.txt.*{word}.*;"):
        read_article(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"gone\.txt: no such file"):
        read_article(tmp_path / "gone.txt")
