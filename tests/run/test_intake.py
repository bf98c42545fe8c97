"""What comes in a second time: unchanged files are not opened, changed ones take the place of what they held before."""

import os
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.model import Act
from dateline.record import open_record
from dateline.run import Decider, build, decide, forget, recode
from dateline.settings import Settings

HOMS = "The army shelled Homs on 3 May 2018, killing two people, activists said.\n"
HAMA = "Rebels captured a checkpoint near Hama on 4 May 2018, the Observatory said.\n"
TABLE = f'id,text\n1,"{HOMS}"\n2,"{HAMA}"\n'


def put(path: Path, text: str) -> Path:
    """Write a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def texts(record):
    return sorted(article.text for article in record.articles())


def test_a_changed_file_takes_the_place_of_what_it_held(tmp_path):
    put(tmp_path / "in/a.txt", HOMS)
    put(tmp_path / "in/b.txt", HAMA)
    record = build([tmp_path / "in"], tmp_path / "r").record
    old = {claim.id for claim in record.claims()}
    put(tmp_path / "in/a.txt", HOMS.replace("Homs", "Idlib"))
    summary = build([tmp_path / "in"], tmp_path / "r")
    assert (summary.added, summary.known, summary.replaced) == (1, 1, 1)
    assert texts(record) == sorted([HOMS.replace("Homs", "Idlib"), HAMA])
    documents = {article.id for article in record.articles()}
    assert {claim.document for claim in record.claims()} <= documents
    assert {claim.id for claim in record.claims()} != old
    assert not any(place.name == "Homs" for place in record.places())


def test_what_a_person_decided_outlives_the_change(tmp_path):
    put(tmp_path / "a.txt", HOMS)
    record = build([tmp_path / "a.txt"], tmp_path / "r").record
    claim = next(record.claims())
    decision = Decider(record, "me").judge(claim.id, Act.REJECT, "no")
    decide(record, [decision])
    put(tmp_path / "a.txt", HAMA)
    build([tmp_path / "a.txt"], tmp_path / "r")
    forget(tmp_path / "r", [next(record.articles()).id])
    assert record.decisions() == (decision,)


def test_a_file_is_the_same_whichever_way_its_path_is_written(tmp_path, monkeypatch):
    put(tmp_path / "in/a.txt", HOMS)
    (tmp_path / "other").mkdir()
    record = build([tmp_path / "in"], tmp_path / "r").record
    monkeypatch.chdir(tmp_path / "other")
    put(tmp_path / "in/a.txt", HAMA)
    assert build(["../in/a.txt"], tmp_path / "r").replaced == 1
    monkeypatch.chdir(tmp_path / "in")
    assert build(["."], tmp_path / "r").known == 1
    assert texts(record) == [HAMA]


def test_a_row_that_left_a_table_leaves_the_record_and_the_others_stay(tmp_path):
    table = put(tmp_path / "t.csv", TABLE)
    record = build([table], tmp_path / "r").record
    kept = next(article.id for article in record.articles() if "Hama" in article.text)
    put(table, f'id,text\n2,"{HAMA}"\n3,Rebels left Harasta on 5 May 2018.\n')
    summary = build([table], tmp_path / "r")
    assert (summary.added, summary.known, summary.replaced) == (1, 1, 1)
    assert kept in {article.id for article in record.articles()}
    assert not any("Homs" in text for text in texts(record))


def test_a_document_that_another_file_holds_too_stays(tmp_path):
    put(tmp_path / "in/x/a.txt", HOMS)
    put(tmp_path / "in/y/a.txt", HOMS)
    record = build([tmp_path / "in"], tmp_path / "r").record
    assert len(texts(record)) == 1
    put(tmp_path / "in/x/a.txt", HAMA)
    build([tmp_path / "in"], tmp_path / "r")
    assert texts(record) == sorted([HOMS, HAMA])


def test_an_unchanged_file_is_not_opened(tmp_path, monkeypatch):
    files = [put(tmp_path / f"in/{number}.txt", HOMS.replace("two", str(number))) for number in range(3)]
    build([tmp_path / "in"], tmp_path / "r")
    opened: list[str] = []
    original = Path.open

    def noted(self: Path, *how: object, **more: object) -> object:
        opened.append(self.name)
        return original(self, *how, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", noted)
    summary = build([tmp_path / "in"], tmp_path / "r")
    assert (summary.added, summary.known) == (0, 3)
    assert not {file.name for file in files} & set(opened)


def test_a_file_with_a_new_time_but_the_same_bytes_is_known(tmp_path):
    path = put(tmp_path / "a.txt", HOMS)
    build([path], tmp_path / "r")
    os.utime(path, (1, 1))
    summary = build([path], tmp_path / "r")
    assert (summary.added, summary.known) == (0, 1)


@pytest.mark.parametrize(
    ("name", "content"),
    [("dateline.toml", 'outlet = "River Post"\n'), ("documents.csv", "file,outlet\na.txt,River Post\n")],
)
def test_what_lies_beside_a_file_counts_even_if_the_file_stands(tmp_path, name, content):
    path = put(tmp_path / "a.txt", HOMS)
    build([path], tmp_path / "r")
    put(tmp_path / name, content)
    build([path], tmp_path / "r")
    (article,) = open_record(tmp_path / "r").articles()
    assert article.outlet == "River Post"


def test_another_option_counts_too(tmp_path):
    path = put(tmp_path / "a.txt", "Rebels shelled Hama on Friday, activists said.\n")
    build([path], tmp_path / "r")
    build([path], tmp_path / "r", Settings(published="2018-05-05"))
    (article,) = open_record(tmp_path / "r").articles()
    assert str(article.published.date) == "2018-05-05"


def test_what_could_not_be_read_is_told_each_time(tmp_path):
    put(tmp_path / "in/a.txt", HOMS)
    put(tmp_path / "in/b.jsonl", '{"text": "Shells fell on Douma on 1 May 2018."}\n{broken\n')
    first = build([tmp_path / "in"], tmp_path / "r")
    again = build([tmp_path / "in"], tmp_path / "r")
    assert first.skipped == again.skipped and len(first.skipped) == 1


def test_what_is_cut_off_is_gone_on_with(tmp_path, monkeypatch):
    for number in range(4):
        put(tmp_path / f"in/{number}.txt", HOMS.replace("two", str(number + 2)))
    from dateline.run import pipeline

    def stop(what: str, done: int, total: int) -> None:
        if what == "understanding" and done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.build([tmp_path / "in"], tmp_path / "r", progress=stop)
    record = open_record(tmp_path / "r")
    assert len(record.unread()) == 2
    summary = build([tmp_path / "in"], tmp_path / "r")
    assert summary.added == 2 and not record.unread()
    whole = build([tmp_path / "in"], tmp_path / "whole").record
    assert list(record.claims()) == list(whole.claims()) and record.settings() == whole.settings()


def test_forgetting_leaves_nothing_of_a_document(tmp_path):
    put(tmp_path / "in/a.txt", HOMS)
    put(tmp_path / "in/b.txt", HAMA)
    record = build([tmp_path / "in"], tmp_path / "r").record
    gone = forget(tmp_path / "r", [str(tmp_path / "in/a.txt")])
    assert [article.text for article in gone] == [HOMS]
    assert texts(record) == [HAMA]
    assert {claim.document for claim in record.claims()} == {article.id for article in record.articles()}
    assert b"Homs" not in (tmp_path / "r").read_bytes()
    alone = build([tmp_path / "in/b.txt"], tmp_path / "alone").record
    assert list(alone.claims()) == list(record.claims()) and list(alone.events()) == list(record.events())


def test_a_forgotten_document_comes_back_when_it_is_read_again(tmp_path):
    path = put(tmp_path / "t.csv", TABLE)
    record = build([path], tmp_path / "r").record
    forget(tmp_path / "r", [f"{path.as_posix()}#2"])
    assert texts(record) == [HAMA.strip()]
    build([path], tmp_path / "r")
    assert texts(record) == sorted([HOMS.strip(), HAMA.strip()])


def test_a_whole_folder_or_container_can_be_forgotten(tmp_path):
    put(tmp_path / "in/t.csv", TABLE)
    put(tmp_path / "in/sub/a.txt", "Rebels left Harasta on 5 May 2018.\n")
    record = build([tmp_path / "in"], tmp_path / "r").record
    assert len(forget(tmp_path / "r", [str(tmp_path / "in/t.csv")])) == 2
    assert len(forget(tmp_path / "r", [str(tmp_path / "in")])) == 1
    assert not texts(record) and not list(record.claims()) and not list(record.events())


def test_a_document_that_is_not_there_is_told_before_anything_is_done(tmp_path):
    record = build([put(tmp_path / "a.txt", HOMS)], tmp_path / "r").record
    with pytest.raises(InputError, match=r"no document d-nothing; `dateline list"):
        forget(tmp_path / "r", [next(record.articles()).id, "d-nothing"])
    assert texts(record) == [HOMS]


def test_recoding_applies_edited_types_without_the_files(tmp_path):
    put(tmp_path / "in/a.txt", HOMS)
    record = build([tmp_path / "in"], tmp_path / "r").record
    (tmp_path / "in/a.txt").unlink()
    assert [claim.type for claim in record.claims() if claim.type == "shelling"]
    from dateline.codebook.editing import NewExample, add_example

    add_example(tmp_path / "types", NewExample("shelling", "en", "Mortars rained on the town.", ""))
    summary = recode(tmp_path / "r", Settings(codebook=str(tmp_path / "types")))
    assert summary.added == 1 and record.settings().codebook == str((tmp_path / "types").resolve())
    assert recode(tmp_path / "r").added == 0
