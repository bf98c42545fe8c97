"""What is doubtful and important comes first, with the question that its greatest doubt raises."""

from dataclasses import replace

from dateline.model import Actor, Copy, Count, Doubt, Evidence, Judgement, Place, Review, Span
from dateline.model.views import Views
from dateline.weigh.doubts import find_doubts
from tests.record.samples import TIME, claim, views

SURE = replace(
    claim(),
    id="c-1",
    figures=(),
    confidence=0.95,
    lead=False,
    evidence=(Evidence("actor", Span(4, 8), "r"), Evidence("place", Span(4, 8), "r")),
)
ACTORS = (Actor("army", "Army", "state force"), Actor("new", "New Group", "armed group", known=False))
PLACES = (Place("northbridge", "Northbridge", "town", 1.0, 2.0), Place("lost", "Lost Hill", "unknown"))


def doubt_of(one=SURE, **more) -> Doubt:
    (doubt,) = find_doubts(Views(claims=(one,), actors=ACTORS, places=PLACES, **more))
    return doubt


def test_a_sure_claim_has_little_doubt():
    assert doubt_of().doubt < 0.1
    assert doubt_of().field == "type"


def test_each_doubt_raises_its_question():
    for more, field in (
        ({"confidence": 0.3}, "type"),
        ({"actors": ("new",)}, "actors"),
        ({"places": ("lost",)}, "places"),
        ({"evidence": (Evidence("place", Span(4, 8), "r"),)}, "actors"),
        ({"evidence": (Evidence("actor", Span(4, 8), "r"),)}, "places"),
        ({"time": replace(TIME, basis="publication")}, "time"),
        ({"places": ()}, "places"),
    ):
        doubt = doubt_of(replace(SURE, **more))
        assert doubt.field == field and doubt.doubt > doubt_of().doubt, more
        assert doubt.reason and doubt.question.endswith("?")


def test_what_reviewers_differ_on_comes_before_all():
    differ = Review("c-1", Judgement.ACCEPTED, True, False, ("h-1", "h-2"))
    assert doubt_of(reviews=(differ,)).reason == "reviewers differ on it"
    assert doubt_of(reviews=(differ,)).doubt > doubt_of(replace(SURE, confidence=0.3, places=("lost",))).doubt


def test_leads_weigh_more_and_history_and_copies_less():
    usual = doubt_of().importance
    assert doubt_of(replace(SURE, lead=True)).importance > usual
    assert doubt_of(replace(SURE, background=True)).importance == usual / 2
    assert doubt_of(copies=(Copy(SURE.document, "d-0", 0.9),)).importance == usual / 2


def test_the_dead_and_the_witnesses_of_an_event_weigh():
    event = replace(views().events[0], claims=("c-1",), contested=False, counts=(), independent_sources=1)
    alone = doubt_of(events=(event,)).importance
    assert doubt_of(events=(replace(event, independent_sources=3),)).importance > alone
    assert doubt_of(events=(replace(event, counts=(Count("killed", 90, 90, 90),)),)).importance > alone
