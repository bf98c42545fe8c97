"""Texts come out as they stand in their files, whatever the encoding."""

import pytest

from dateline.errors import InputError
from dateline.read import read_article

RUSSIAN = "Правительственные войска вошли в город в понедельник, сообщили местные жители и официальные лица. " * 3
ARABIC = "قال مسؤولون محليون إن القوات الحكومية دخلت المدينة يوم الاثنين بعد انسحاب المقاتلين منها. " * 3
FRENCH = "L'armée est entrée dans la ville lundi, après le départ des derniers combattants, selon la préfecture. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_in_all_its_forms(tmp_path, encoding):
    path = tmp_path / "report.txt"
    path.write_bytes(FRENCH.encode(encoding))
    assert read_article(path).text.removeprefix("\ufeff") == FRENCH


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (ARABIC, "cp1256"), (FRENCH, "cp1252")])
def test_legacy_encodings_are_recognised(tmp_path, text, encoding):
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode(encoding))
    assert read_article(path).text == text


def test_the_text_is_what_opening_the_file_gives(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes("\ufeffTitle\r\n\r\nThe army left.\rIt was late.\n".encode())
    with path.open(encoding="utf-8", newline="") as file:
        assert read_article(path).text == file.read()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN, ARABIC])
def test_utf_16_without_a_mark_is_recognised_by_its_blanks(tmp_path, text, encoding):
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode(encoding))
    assert read_article(path).text == text


@pytest.mark.parametrize("size", [101, 102])
def test_a_stray_zero_byte_does_not_make_another_text_of_a_report(tmp_path, size):
    path = tmp_path / "report.txt"
    path.write_bytes(b"The army shelled Homs on Monday,\x00 officials said. ".ljust(size, b"."))
    with pytest.raises(InputError, match=r"report\.txt: this is a binary file, .*zero bytes.*; save the report"):
        read_article(path)
