"""From a folder to a record: reports add up, the same again changes nothing, one bad file stops no other; the public API."""

from pathlib import Path

import pytest

import dateline
from dateline import DatelineError, Record, Settings, build, open_record
from dateline.errors import InputError, RecordError
from dateline.model import (
    Actor,
    Article,
    Claim,
    ControlStatement,
    Deal,
    Event,
    Figure,
    Framing,
    LedgerEntry,
    Mention,
    Place,
)
from dateline.run import build as run
from tests.cli.reports import write_reports

ADEN = "Aden, 2 March 2018 (Gulf Wire) - Houthi forces shelled Aden on Thursday, killing five people, the United Nations said.\n"
DOUMA = "Douma, 3 March 2018 (Morning Wire) - Government forces shelled the town of Douma on Friday, activists said.\n"


def put(folder: Path, name: str, text: str) -> Path:
    """Write one report and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def content(record: Record) -> tuple[object, ...]:
    """Return all that a record holds."""
    return (
        *record.articles(), *record.claims(), *record.events(), *record.actors(), *record.places(), *record.figures(),
        *record.mentions(), *record.control(), *record.framings(), *record.ledger(), *record.deals(), *record.stories(),
    )  # fmt: skip


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> Path:
    """A folder of four reports in English and French with a documents.csv."""
    folder: Path = tmp_path_factory.mktemp("reports")
    write_reports(folder, 4)
    return folder


@pytest.fixture(scope="module")
def record(reports, tmp_path_factory) -> Record:
    """The record of the four reports."""
    return build([reports], into=tmp_path_factory.mktemp("record") / "war.dateline")


def test_every_report_of_a_folder_is_in_the_record(record):
    assert [Path(article.path).name for article in record.documents()] == [f"report-0{n}.txt" for n in range(4)]
    assert {article.language for article in record.documents()} == {"en", "fr"}
    assert record.has_current_views()


def test_documents_csv_tells_outlet_and_date_and_is_no_report(record, reports):
    assert (reports / "documents.csv").is_file()
    assert {article.outlet for article in record.documents()} == {"Morning Wire", "Dépêche du Soir"}
    assert all(article.published.date for article in record.documents())
    assert not any("file,outlet" in article.text for article in record.articles())


def test_documents_csv_fills_what_the_text_does_not_tell(tmp_path):
    put(tmp_path / "in", "bare.txt", "Rebels shelled Hama on Friday, activists said.\n")
    put(tmp_path / "in", "documents.csv", "file,outlet,published\nbare.txt,River Post,2018-03-25\n")
    (article,) = build([tmp_path / "in"], into=tmp_path / "r").documents()
    assert (article.outlet, str(article.published.date)) == ("River Post", "2018-03-25")


def test_adding_a_report_adds_to_the_record(tmp_path):
    record = build([put(tmp_path, "one.txt", DOUMA)], into=tmp_path / "r")
    before = {claim.id for claim in record.claims()}
    record = build([put(tmp_path, "two.txt", ADEN)], into=tmp_path / "r")
    assert [Path(article.path).name for article in record.articles()] == ["one.txt", "two.txt"]
    assert before < {claim.id for claim in record.claims()}
    assert "Aden" in {place.name for place in record.places()}


def test_the_same_reports_again_change_nothing(tmp_path, reports):
    first = run([reports], tmp_path / "r")
    before = content(first.record)
    again = run([reports], tmp_path / "r")
    assert (first.added, first.known) == (4, 0)
    assert (again.added, again.known) == (0, 4)
    assert content(again.record) == before


def test_a_report_named_twice_is_read_once(tmp_path, reports):
    one = reports / "report-00.txt"
    assert run([one, one, reports], tmp_path / "r").added == 4


def test_one_bad_file_never_stops_the_others(tmp_path):
    good = put(tmp_path, "good.txt", DOUMA)
    empty, binary = tmp_path / "empty.txt", tmp_path / "binary.txt"
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(256)) * 40)
    summary = run([empty, binary, good], tmp_path / "r")
    assert summary.added >= 1
    assert good.name in {Path(article.path).name for article in summary.record.articles()}
    assert binary.name in {Path(skipped.path).name for skipped in summary.skipped}
    assert all(skipped.reason for skipped in summary.skipped)


def test_a_report_in_another_language_is_kept_but_not_coded(tmp_path):
    finnish = "Kapinalliset ampuivat kaupunkia perjantaina, kertoi tarkkailija. Siviilejä pakeni kylistä etelään.\n"
    summary = run([put(tmp_path, "fi.txt", finnish), put(tmp_path, "en.txt", DOUMA)], tmp_path / "r")
    assert [Path(note.path).name for note in summary.uncoded] == ["fi.txt"]
    assert len(list(summary.record.articles())) == 2
    assert {claim.document for claim in summary.record.claims()} == {
        article.id for article in summary.record.articles() if article.language == "en"
    }


@pytest.mark.parametrize(
    ("theatre", "text", "used"),
    [
        ("auto", "Rebels and Jaysh al-Islam shelled Douma and Harasta on Friday.\n", ("world", "syria")),
        ("auto", ADEN, ("world",)),
        ("world", "Rebels and Jaysh al-Islam shelled Douma and Harasta on Friday.\n", ("world",)),
        ("syria", ADEN, ("world", "syria")),
    ],
)
def test_the_theatre_is_chosen_by_the_reports_or_by_the_user(tmp_path, theatre, text, used):
    summary = run([put(tmp_path, "a.txt", text)], tmp_path / "r", Settings(theatre=theatre))
    assert tuple(dict.fromkeys(summary.theatres)) == used
    assert set(summary.record.settings().theatres) == set(used)


def test_a_theatre_of_ones_own_names_its_actors(tmp_path):
    own = tmp_path / "delta"
    put(own, "theatre.yaml", "name: Delta\n")
    put(
        own,
        "actors.csv",
        "id,name,kind,role,part_of,country,camp,since,until,wikidata,source\nreed-army,Reed Army,armed group,,,,,,,,made up\n",
    )
    put(own, "aliases.csv", "actor,alias,language,from,to\nreed-army,Reed Army,en,,\n")
    record = build(
        [put(tmp_path, "a.txt", "The Reed Army shelled Goma on Friday.\n")], into=tmp_path / "r", theatre=str(own)
    )
    (claim,) = record.claims()
    assert claim.actors == ("reed-army",)


def test_what_cannot_be_done_is_told_with_the_remedy(tmp_path):
    with pytest.raises(InputError, match=r"nowhere"):
        build([tmp_path / "nowhere"], into=tmp_path / "r")
    with pytest.raises(DatelineError, match=r"atlantis"):
        build([put(tmp_path, "a.txt", DOUMA)], into=tmp_path / "r", theatre="atlantis")
    with pytest.raises(RecordError, match=r"no record here"):
        open_record(tmp_path / "absent")


def test_the_record_opened_anew_is_the_one_that_was_built(record):
    assert content(open_record(record.path)) == content(record)


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("documents", Article), ("articles", Article), ("claims", Claim), ("events", Event), ("actors", Actor), ("places", Place),
        ("mentions", Mention), ("figures", Figure), ("control", ControlStatement), ("ledger", LedgerEntry),
    ],
)  # fmt: skip
def test_the_public_iterators_give_typed_objects_in_a_stable_order(record, name, type_):
    iterator = getattr(record, name)()
    assert iter(iterator) is iterator
    objects = list(iterator)
    assert objects
    assert all(type(one) is type_ for one in objects)
    assert list(getattr(record, name)()) == objects


def test_iterators_that_may_be_empty_are_typed_too(record):
    assert all(type(one) is Deal for one in record.deals())
    assert all(type(one) is Framing for one in record.framings())


def test_ids_lead_back_to_claims_events_and_documents(record):
    for event in record.events():
        assert record.event(event.id) == event
        claims = [record.claim(id) for id in event.claims]
        assert all(claims)
        assert {claim.document for claim in claims if claim} == set(event.documents)
    assert record.claim("c-nothing") is None
    assert record.article("d-nothing") is None


def test_every_claim_stands_on_words_of_its_report(record):
    texts = {article.id: article.text for article in record.articles()}
    for claim in record.claims():
        assert claim.span.covers(claim.trigger)
        assert texts[claim.document][claim.trigger.start : claim.trigger.end].strip()


def test_the_public_api_is_small_and_named():
    assert set(dateline.__all__) == {"DatelineError", "Record", "Settings", "build", "open_record"}
    assert all(hasattr(dateline, name) for name in dateline.__all__)
