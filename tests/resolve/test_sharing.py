"""What resolving gives back is what was read, with equal parts held once."""

from dataclasses import replace
from datetime import date

from dateline.model import Claim, Evidence, Interval, Modality, Span
from dateline.resolve.sharing import Sharing


def claim(id, document):
    """Make a claim all of whose parts are objects of its own."""
    time = Interval(date(2018, 3, 19), date(2018, 3, 25), "text")
    evidence = (Evidence("actor", Span(1000, 1012), "subject of " + id[:1]),)
    return Claim(id, document, Span(990, 1100), Span(1013, 1020), "attack", (f"{'re'}bels",), (), (), (f"{'alep'}po",), time, (),
                 Modality.ASSERTED, False, (), "ASSAULT", "", 0.75, "verb", evidence)  # fmt: skip


def test_equal_parts_of_two_claims_are_one_object():
    sharing, first, second = Sharing(), claim("c-1", "d-1"), claim("c-2", "d-1")
    a, b = sharing.of(first), sharing.of(second)
    assert (a, b) == (first, second)
    for field in ("time", "actors", "places", "span", "trigger", "document"):
        assert getattr(a, field) is getattr(b, field), field
    assert a.evidence[0] is b.evidence[0]


def test_another_report_has_places_of_its_own_in_its_text():
    sharing = Sharing()
    a = sharing.of(claim("c-1", "d-1"))
    sharing.begin()
    b = sharing.of(claim("c-1", "d-2"))
    assert b == replace(claim("c-1", "d-1"), document="d-2") and b.span is not a.span and b.time is a.time
