"""A filter keeps what it names, whole and consistent; private persons' names are gone from everything that goes out."""

import io
import json
from datetime import date, timedelta

import pytest

from dateline.errors import DatelineError
from dateline.model import Claim, Event, Judgement
from dateline.record import Wanted, find_all_ids
from dateline.show import Filters, list_rows
from dateline.show.exports import EXPORTS, export
from dateline.show.private import PrivateNames
from dateline.show.selection import Filter, Selection
from tests.show.sample import DAY, HOSTILE

FILTERS = [
    Filter(),
    Filter(status="standing"),
    Filter(status="accepted"),
    Filter(since=DAY, until=DAY),
    Filter(until=date(2013, 1, 1)),
    Filter(place="Stonewell"),
    Filter(place="valley"),
    Filter(actor="hill-front"),
    Filter(actor="Observatory", place="oldbridge", since=date(2031, 3, 1), redact_persons=True),
]
# Keys whose values are ids, and the kind of object they lead to.
LEADS_TO = {
    "document": "document",
    "documents": "document",
    "actors": "actor",
    "targets": "actor",
    "mediators": "actor",
    "speakers": "actor",
    "parties": "actor",
    "holder": "actor",
    "places": "place",
    "place": "place",
    "parent": "place",
    "figures": "figure",
    "event": "event",
    "outlet": "outlet",
}


def rows(record, wanted):
    stream = io.StringIO()
    export(record, "jsonl", stream, wanted)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def ids(found, kind):
    return {row["id"] for row in found if row["object"] == kind}


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_nothing_that_is_kept_points_at_what_is_left_out(record, wanted):
    found = rows(record, wanted)
    said = ids(found, "claim") | ids(found, "figure") | ids(found, "control")
    whole = rows(record, None)
    for row in found:
        for key, kind in LEADS_TO.items():
            led = row.get(key)
            for id in led if isinstance(led, list) else [led] if led else []:
                known = id in ids(whole, kind) or id.startswith("private-person")  # the sample names some in vain
                assert id in ids(found, kind) or not known, (row["id"], key, id)
        for id in row.get("claims") or []:
            assert id in said, (row["id"], id)


def test_without_a_filter_everything_is_kept(record):
    assert rows(record, Filter()) == rows(record, None)


def test_an_event_comes_with_all_its_claims_and_their_reports(record):
    found = rows(record, Filter(place="Oldbridge", since=DAY, until=DAY))
    (event,) = [row for row in found if row["object"] == "event" and row["id"] == "e1"]
    assert event["claims"] == ["c1", "c2", "c3"]
    assert {"d1", "d2", "d3"} <= ids(found, "document")
    assert "f1" in ids(found, "figure")


def test_a_place_takes_in_those_that_lie_in_it(record):
    assert {"e1", "e11"} <= ids(rows(record, Filter(place="valley")), "event")
    assert "e1" not in ids(rows(record, Filter(place="stonewell")), "event")


def test_an_actor_is_who_does_suffers_or_says_something(record):
    found = [row for row in rows(record, Filter(actor="iven-tolk")) if row["object"] == "claim"]
    assert [row["id"] for row in found] == ["c9"]
    assert found[0]["speakers"] == ["iven-tolk"]


def test_accepted_is_only_what_a_person_accepted(record):
    found = rows(record, Filter(status="accepted"))
    assert ids(found, "claim") == {"c5"}
    assert {row["review"] for row in found if row["object"] == "claim"} == {"accepted"}


def test_standing_is_all_but_what_a_person_rejected(record):
    left = ids(rows(record, None), "claim") - ids(rows(record, Filter(status="standing")), "claim")
    assert left == {"c8"}


def test_days_keep_what_can_have_happened_then(record):
    early = ids(rows(record, Filter(until=date(2013, 1, 1))), "claim")
    assert "c1" not in early
    assert early < ids(rows(record, None), "claim")


@pytest.mark.parametrize("shift", [-4000, -1, 0, 1, 4000])
def test_exports_and_lists_mean_the_same_by_some_days(record, shift):
    """A time that shares a day with them; of one with one end the told end: a plan of March is not told of each later week."""
    first, last = DAY + timedelta(days=shift), DAY + timedelta(days=shift + 6)
    told = {
        event.id
        for event in record.events()
        if (start := event.time.earliest or event.time.latest)
        and start <= last
        and (event.time.latest or start) >= first
    }
    assert set(find_all_ids(record, Event, Wanted(since=first, until=last))) == told
    assert bool(told) is (shift in (-1, 0))
    assert ids(rows(record, Filter(since=first, until=last)), "event") == told
    rejected = {review.id for review in record.reviews() if review.judgement is Judgement.REJECTED}
    listed = {row[0] for row in list_rows(record, "events", Filters(since=first, until=last)).rows}
    assert listed <= told and {id for id in told - listed if id not in rejected} <= rejected_alone(record, rejected)


def rejected_alone(record, rejected):
    """The events that only rejected claims tell."""
    return {event.id for event in record.events() if rejected.issuperset(event.claims)}


def test_a_week_is_exported_without_reading_what_is_not_told_of_it(record, values_read):
    """A record of a million claims is some gigabytes; a week of it is a matter of seconds."""
    whole = rows(record, None)
    values_read.clear()
    found = rows(record, Filter(since=date(2012, 1, 1), until=date(2012, 12, 31)))
    assert 0 < len(ids(found, "claim")) < len(ids(whole, "claim")) / 4
    assert 0 < values_read.count(Claim) <= 2 * len(ids(found, "claim"))
    assert [row for row in whole if row["object"] == "claim" and row in found] == [
        row for row in found if row["object"] == "claim"
    ]


@pytest.mark.parametrize(
    ("wanted", "words"), [(Filter(actor="nobody"), "no actor"), (Filter(place="nowhere"), "no place")]
)
def test_a_name_that_the_record_has_not_is_said(record, wanted, words):
    with pytest.raises(DatelineError, match=rf"sample\.dateline: {words}.*dateline list"):
        Selection(record, wanted)


# --- private persons ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", EXPORTS)
def test_no_format_holds_the_name_of_a_private_person(record, tmp_path, name):
    target = tmp_path / "out"
    export(record, name, target, Filter(redact_persons=True))
    written = [target] if target.is_file() else [path for path in target.rglob("*") if path.is_file()]
    written += list(tmp_path.glob("*.metadata.json"))
    assert written
    for path in written:
        assert b"tolk" not in path.read_bytes().lower(), path.name
    export(record, name, tmp_path / "open")
    assert (tmp_path / "open").exists()


@pytest.mark.parametrize("actor", ["iven-tolk", "Iven Tolk", "tolk"])
def test_not_even_the_filter_tells_the_name(record, tmp_path, actor):
    export(record, "dossier", tmp_path / "out", Filter(actor=actor, redact_persons=True))
    for path in (tmp_path / "out").iterdir():
        assert b"tolk" not in path.read_bytes().lower(), path.name


def test_offsets_hold_where_names_are_blacked_out(record):
    whole, hidden = Selection(record), Selection(record, Filter(redact_persons=True))
    before, after = whole.article_as_read("d1"), hidden.article_as_read("d1")
    assert before and after and len(before.text) == len(after.text)
    assert "█████████ said that the army shelled" in after.text


@pytest.mark.parametrize(
    ("text", "in_office"),
    [
        ("Colonel Mira Vost said the road was open.", True),
        ("The commander of the Hill Front Mira Vost said so.", True),
        ("Mira Vost, the regional governor, said so.", True),
        ("Le général Mira Vost a parlé.", True),
        ("قال العقيد Mira Vost ذلك", True),
        ("The minister told Mira Vost to leave.", False),
        ("A farmer, Mira Vost, fled. The governor stayed.", False),
        ("Mira Vost met the general.", False),
    ],
)
def test_a_person_whom_a_report_calls_by_an_office_keeps_the_name(tmp_path, text, in_office):
    record = one_person(tmp_path, text)
    names = PrivateNames(record)
    assert ("Mira Vost" in names.clean(text)) is in_office


def test_all_spellings_that_reports_use_go(tmp_path):
    names = PrivateNames(one_person(tmp_path, "Mira Vost fled; VOST had no choice. The rivers rose."))
    assert names.clean("MIRA VOST and Vost, but devost") == "a private person and a private person, but devost"


def one_person(folder, text):
    from dateline.model import Actor, Mention, Reading, Span
    from dateline.model.views import Views
    from dateline.record import create_or_open
    from tests.show.sample import article

    record = create_or_open(folder / "one.dateline")
    record.add_reading(article("d1", "a.txt", text), Reading("d1", (), (), (), (), (), ()), "test")
    at = text.index("Mira Vost")
    mention = Mention("m1", "d1", Span(at, at + 9), "actor", "name", "person-mira-vost", "name")
    record.replace_views(
        Views(actors=(Actor("person-mira-vost", "Mira Vost", "person", known=False),), mentions=(mention,))
    )
    return record


def test_a_hostile_name_is_not_taken_for_a_pattern(tmp_path):
    record = one_person(tmp_path, "Mira Vost fled.")
    assert PrivateNames(record).clean(HOSTILE) == HOSTILE


def test_the_text_of_a_page_keeps_its_offsets_where_names_are_blacked_out(tmp_path):
    from dataclasses import replace

    record = one_person(tmp_path, "Mira Vost fled to Stonewell.")
    article = record.article_as_read("d1")
    assert article
    record.add_reading(replace(article, format="html", author="Mira Vost"), next(record.readings()), "again")
    (row,) = [row for row in rows(record, Filter(redact_persons=True)) if row["object"] == "document"]
    assert row["text"] == "█████████ fled to Stonewell."
    assert row["author"] == "a private person"
