"""An id that was shown once is never a dead end: it leads to what its thing has become."""

from dataclasses import replace

import pytest

from dateline.model import Tombstone
from dateline.model.views import Views
from dateline.record import Record, create_or_open
from tests.record import samples

EVENT = samples.views().events[0]


@pytest.fixture
def record(tmp_path) -> Record:
    made = create_or_open(tmp_path / "war.db")
    made.add_reading(samples.article(), samples.reading(), "v1")
    return made


def show(record: Record, *events: tuple[str, tuple[str, ...]], **more) -> None:
    """Put events with these ids and claims into the record, in the place of those before."""
    listed = tuple(replace(EVENT, id=id, claims=claims) for id, claims in events)
    record.replace_views(Views(events=listed, **more))


def test_an_event_that_got_another_id_is_found_under_its_old_one(record):
    show(record, ("e-1", ("a", "b")))
    show(record, ("e-2", ("a", "b", "c")))
    assert record.resolve_id("e-1") == "e-2"


def test_of_a_parted_event_the_id_leads_to_the_larger_part(record):
    show(record, ("e-1", ("a", "b", "c")))
    show(record, ("e-2", ("a",)), ("e-3", ("b", "c")))
    assert record.resolve_id("e-1") == "e-3"


def test_ids_lead_on_over_many_changes(record):
    for number in range(1, 6):
        show(record, (f"e-{number}", ("a", "b")))
    assert record.resolve_ids([f"e-{n}" for n in range(1, 6)]) == {f"e-{n}": "e-5" for n in range(1, 6)}


def test_an_id_that_is_there_again_is_itself(record):
    show(record, ("e-1", ("a", "b")))
    show(record, ("e-2", ("a",)), ("e-3", ("b",)))
    show(record, ("e-1", ("a", "b")))
    assert record.resolve_id("e-1") == "e-1" and record.resolve_id("e-2") == "e-1"


def test_what_was_merged_by_hand_leads_to_what_was_kept(record):
    show(record, tombstones=(Tombstone("troops", "army"),), actors=samples.views().actors)
    assert record.resolve_id("troops") == "army"


def test_a_claim_of_another_type_is_found_under_the_old_id(record):
    one = samples.claim()
    record.replace_views(Views(claims=(one,)))
    record.replace_views(Views(claims=(replace(one, id="c-new", type="clash"),)))
    assert record.resolve_id(one.id) == "c-new"


def test_ids_that_never_were_and_circles_lead_nowhere(record):
    circle = (Tombstone("x", "y"), Tombstone("y", "x"))
    show(record, tombstones=circle)
    assert record.resolve_ids(["x", "y", "z"]) == {"x": "", "y": "", "z": ""}


def test_documents_are_found_by_their_id(record):
    assert record.resolve_id("d-1") == "d-1"
