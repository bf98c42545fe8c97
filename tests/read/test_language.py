"""The language is told, and where claims cannot be coded the user is told so."""

import pytest

from dateline.read import read_article


@pytest.mark.parametrize(
    ("text", "language", "coded"),
    [
        ("The army entered the town on Monday after the last fighters had left it.", "en", True),
        ("L'armée est entrée lundi dans la ville après le départ des derniers combattants.", "fr", True),
        ("دخل الجيش المدينة يوم الاثنين بعد خروج آخر المقاتلين منها.", "ar", False),
        ("Армия вошла в город в понедельник после ухода последних боевиков.", "ru", False),
        ("12:30", "und", False),
    ],
)
def test_language_and_what_it_allows(tmp_path, text, language, coded):
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    article = read_article(path)
    assert (article.language, article.coded, bool(article.note)) == (language, coded, not coded)


def test_the_note_names_the_language(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("دخل الجيش المدينة يوم الاثنين بعد خروج آخر المقاتلين منها.", encoding="utf-8")
    assert read_article(path).note == "Arabic cannot be coded yet: names, dates and copies are kept"


def test_a_language_that_cannot_be_told_can_be_told_in_the_manifest(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("ceasefire", encoding="utf-8")
    note = read_article(path).note
    assert "column 'language' of a documents.csv beside it" in note
    assert "--language" not in note
    (tmp_path / "documents.csv").write_text("file,language\nreport.txt,en\n", encoding="utf-8")
    assert (read_article(path).language, read_article(path).note) == ("en", "")
