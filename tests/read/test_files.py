"""Which files are read as reports, and what is said of those that cannot be."""

import pytest

from dateline.errors import InputError
from dateline.read import find_files, paths_in_list, read_article


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


def test_patterns_that_no_shell_took_apart_are_followed(tmp_path):
    for name in ("a.txt", "deep/b.txt", "deep/er/c.html", "d.csv"):
        write(tmp_path / name)
    found = find_files([tmp_path / "**/*.txt", tmp_path / "*.csv"]).files
    assert [file.path.relative_to(tmp_path).as_posix() for file in found] == ["a.txt", "d.csv", "deep/b.txt"]
    with pytest.raises(InputError, match=r"\*\.pdf: no file fits this pattern"):
        find_files([tmp_path / "*.pdf"])


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path):
    report = write(tmp_path / "what [really] happened?.txt")
    assert [file.path for file in find_files([report]).files] == [report]


def test_what_is_passed_over_is_told(tmp_path):
    for name in ("a.txt", "b.jpg", "c.css", "README.md"):
        write(tmp_path / name)
    assert {path.name for path in find_files([tmp_path]).passed} == {"b.jpg", "c.css", "README.md"}


def test_links_to_folders_are_not_followed_without_end(tmp_path):
    write(tmp_path / "in/a.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in", target_is_directory=True)
    assert [file.path.name for file in find_files([tmp_path / "in"]).files] == ["a.txt"]


def test_a_list_of_paths_has_one_a_line_or_zero_bytes_between():
    assert paths_in_list("a b.txt\n\nin/c.txt\r\n") == ["a b.txt", "in/c.txt"]
    assert paths_in_list("a\nb.txt\0c.txt\0") == ["a\nb.txt", "c.txt"]


@pytest.mark.parametrize(("name", "text", "format"), [
    ("page", "<!DOCTYPE html><html><body><p>" + "Rebels shelled Hama on Friday, activists said. " * 4 + "</p></body></html>", "html"),
    ("lines", '{"text": "Shells fell."}\n{"text": "Rebels left."}\n', "jsonl"),
    ("list.bin", '[{"text": "Shells fell."}]', "json"),
    ("feed", "<?xml version='1.0'?><rss><channel><item><title>Shells fell.</title></item></channel></rss>", "feed"),
    ("note", "Rebels shelled Hama on Friday.", "text"),
])  # fmt: skip
def test_a_file_whose_name_tells_nothing_is_told_by_its_content(tmp_path, name, text, format):
    assert read_article(write(tmp_path / name, text)).format == format


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp1251", "cp1256", "koi8-r"]
)
def test_plain_text_in_any_encoding_is_the_text_as_it_stands(tmp_path, encoding):
    words = {
        "cp1256": "قصفت قوات الحكومة بلدة دوما يوم الأحد وقتل سبعة مدنيين بحسب المرصد\r\n",
        "cp1252": "L’armée a bombardé la ville de Douma, où sept civils ont été tués, selon l’Observatoire.\r\n",
    }
    text = (
        words.get(
            encoding,
            "Войска обстреляли город Дума в воскресенье, погибли семь мирных жителей, сообщил наблюдатель.\r\n",
        )
        * 3
    )
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read_article(tmp_path / "a.txt").text.removeprefix("\ufeff") == text
