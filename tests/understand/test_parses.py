"""Parses kept beside a record: the same reading as without, made once, and bounded."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.read import read_article
from dateline.understand import Understand
from dateline.understand.models import load_parser
from dateline.understand.parse.parses import bound

TEXTS = {
    "en": "Douma, 25 March 2018 - Government forces shelled the town of Douma, killing at least seven people, activists said. Rebels denied it.\n",
    "fr": "Douma, le 25 mars 2018 - L'armée a bombardé la ville de Douma, tuant sept civils, selon des militants. Les rebelles ont démenti.\n",
}


@pytest.fixture
def parsed(monkeypatch):
    """The texts of the sentences that the models were given."""
    given: list[str] = []
    for language in TEXTS:
        nlp = load_parser(language)
        pipe = nlp.pipe

        def noted(docs, pipe=pipe, **how):
            docs = list(docs)
            given.extend(doc.text for doc in docs)
            return pipe(docs, **how)

        monkeypatch.setattr(nlp, "pipe", noted)
    return given


def stage(folder: Path | str) -> Understand:
    return Understand(("syria",), parses=str(folder))


@pytest.fixture(params=TEXTS)
def article(request, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXTS[request.param], encoding="utf-8")
    return read_article(path)


def test_a_kept_parse_gives_the_same_reading_without_the_model(tmp_path, article, parsed):
    plain = stage("").read(article)
    first = stage(tmp_path / "parses").read(article)
    parsed.clear()
    again = stage(tmp_path / "parses").read(article)
    assert plain == first == again and plain.claims
    assert parsed == []


def test_other_words_under_the_same_id_are_parsed_anew(tmp_path, article, parsed):
    stage(tmp_path / "parses").read(article)
    parsed.clear()
    changed = replace(article, text=article.text.replace("Douma", "Hamah"))
    assert stage(tmp_path / "parses").read(changed) == stage("").read(changed)
    assert parsed


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:40], lambda data: data[:-5], lambda data: b"", lambda data: data[:32] + b"\xff" * 99]
)
def test_a_spoilt_file_is_written_anew(tmp_path, article, parsed, spoil):
    first = stage(tmp_path / "parses").read(article)
    (file,) = (path for path in (tmp_path / "parses").rglob("*") if path.is_file())
    whole = file.read_bytes()
    file.write_bytes(spoil(whole))
    assert stage(tmp_path / "parses").read(article) == first
    assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_written_harms_nothing(tmp_path, article):
    (tmp_path / "parses").write_text("a file where the folder should be", encoding="utf-8")
    assert stage(tmp_path / "parses").read(article) == stage("").read(article)


def test_parses_of_documents_that_are_gone_go_and_the_oldest_beyond_the_bound(tmp_path):
    for number, name in enumerate(("d-aa", "d-ab", "d-bb")):
        path = tmp_path / name[-2:] / f"{name}.parse"
        path.parent.mkdir()
        path.write_bytes(b"x" * 100)
        os.utime(path, (number, number))
    bound(tmp_path, {"d-aa", "d-ab"}, 1000)
    assert sorted(path.stem for path in tmp_path.glob("*/*")) == ["d-aa", "d-ab"]
    bound(tmp_path, {"d-aa", "d-ab"}, 150)
    assert sorted(path.stem for path in tmp_path.glob("*/*")) == ["d-ab"]
