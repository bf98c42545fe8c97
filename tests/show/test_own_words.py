"""A sentence tells the doer, the place and the days that words of its own sources tell, and is silent on what was carried over."""

import datetime as dt
from dataclasses import replace

import pytest

from dateline.model import (
    FROM_CONTEXT,
    Actor,
    ControlStatement,
    Evidence,
    Interval,
    LedgerEntry,
    Modality,
    Reading,
    Span,
)
from dateline.record import create_or_open
from dateline.show.choosing import choose
from dateline.show.contents import Contents
from dateline.show.days import days_told, label
from dateline.show.grounds import Grounds, told_in_part
from dateline.show.holding import Holding
from dateline.show.phrases import Naming
from dateline.show.sentences import Composer
from tests.show.sample import ARTICLES, DAY, ON_DAY, ONE, article, make_views, span

D = dt.date


def contents_of(folder, changes=None, text=ONE, **views):
    """The sample record with claims, the first report's text or views changed, as a brief reads it."""
    made = make_views()
    claims = tuple(replace(c, **(changes or {}).get(c.id, {})) for c in made.claims)
    record = create_or_open(folder / "changed.dateline")
    for one in (article("d1", "reports/a.txt", text, outlet="The Herald"), *ARTICLES[1:]):
        record.add_reading(one, Reading(one.id, (), (), (), (), (), ()), "test")
    record.replace_views(replace(made, **{"claims": claims, "contradictions": (), "deals": (), **views}))
    return Contents(record, own_words=True)


def told(contents, id):
    event = next(event for event in contents.events if event.id == id)
    return Composer(contents, Naming(contents)).tell(event)


def without(claim_id, field):
    claim = next(c for c in make_views().claims if c.id == claim_id)
    return {"evidence": tuple(one for one in claim.evidence if one.field != field)}


def test_a_place_that_no_words_tell_is_not_told(tmp_path):
    found = told(contents_of(tmp_path, {"c5": without("c5", "place")}), "e5")
    assert found.text == "The Northland Army gave the Hill Front an ultimatum to withdraw from Oldbridge"
    (tmp_path / "both").mkdir()
    found = told(contents_of(tmp_path / "both", {c: without(c, "place") for c in ("c5", "c6")}), "e5")
    assert found.text == "The Northland Army gave the Hill Front an ultimatum to withdraw"


def test_a_place_that_another_claim_of_the_event_tells_is_told(tmp_path):
    assert "in Oldbridge" in told(contents_of(tmp_path, {"c1": without("c1", "place")}), "e1").text


def test_a_doer_that_no_words_tell_is_not_blamed(tmp_path):
    changes = {c: without(c, "actor") for c in ("c1", "c2", "c3")}
    assert told(contents_of(tmp_path, changes), "e1").text.startswith("The Hill Front came under attack in Oldbridge")


def test_a_side_that_the_report_only_tells_elsewhere_is_not_told(tmp_path):
    """Who lost a town may be read from the report; no sentence of a brief says so."""
    changes = {}
    for claim in (c for c in make_views().claims if c.id in ("c1", "c2", "c3")):
        own = tuple(one for one in claim.evidence if one.field != "target")
        changes[claim.id] = {
            "evidence": (*own, *(Evidence("target", claim.span, FROM_CONTEXT[1]) for _ in claim.targets))
        }
    assert "Hill Front" not in told(contents_of(tmp_path, changes), "e1").text


def test_what_is_only_demanded_does_not_tell_who_did_it(tmp_path):
    changes = {
        "c1": without("c1", "place"),
        "c2": {"modality": Modality.DEMANDED},
        "c3": {"modality": Modality.DEMANDED},
    }
    assert "Oldbridge" not in told(contents_of(tmp_path, changes), "e1").text


def test_the_days_of_a_sentence_are_those_of_its_own_sources(tmp_path):
    other = Interval(D(2031, 1, 5), D(2031, 1, 9), "text")
    found = told(contents_of(tmp_path, {"c2": {"actors": ("southland",), "time": other}}), "e1")
    assert "c2" not in {claim.id for claim in found.claims} and found.event.time == ON_DAY


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([Interval(D(2031, 3, 24), DAY, "publication")], "by 25 March"),
        ([Interval(None, DAY, "publication"), ON_DAY], "25 March"),
        ([Interval(D(2029, 3, 1), None, "context")], "date not told"),
        ([Interval(D(2031, 3, 1), None, "text")], "from March"),
        ([Interval(DAY, None, "publication"), Interval(D(2031, 3, 20), None, "publication")], "from 20 March"),
    ],
)
def test_days_that_claims_tell(times, expected):
    claim = make_views().claims[0]
    assert label(days_told([replace(claim, time=time) for time in times]), 2031) == expected


def test_one_speaker_does_not_bear_out_what_another_says(tmp_path):
    speaks = {
        "speakers": ("observatory",),
        "document": "d1",
        "actors": ("army",),
        "targets": (),
        "places": ("oldbridge",),
    }
    found = told(contents_of(tmp_path, {"c2": speaks}), "e1")
    assert "c2" not in {claim.id for claim in found.claims}


def test_an_unsure_reading_is_not_told_alone(tmp_path):
    assert told(contents_of(tmp_path, {"c8": {"confidence": 0.5}}), "e8") is None


def test_government_and_army_do_not_deal_with_each_other(tmp_path):
    government = Actor("state", "Northland government", "state body", "government", "NL", "government")
    actors = (*make_views().actors, government)
    changes = {"c11": {"actors": ("army", "state"), "mediators": ()}}
    assert "agreed to a deal" in told(contents_of(tmp_path, changes, actors=actors), "e11").text


def test_a_plan_of_what_was_done_is_left_out(tmp_path):
    contents = contents_of(tmp_path, {"c8": {"places": ("oldbridge",)}})
    sentences = [one.text for one in choose(contents, Composer(contents, Naming(contents))).told]
    assert not any("planned to attack" in text for text in sentences)


TAKEN = [
    ("The army took Oldbridge.", False),
    ("The army took the town of Oldbridge.", False),
    ("The army took the villages of Oldbridge and Stonewell.", False),
    ("The army took districts in the town of Oldbridge.", True),
    ("The army took half of Oldbridge.", True),
    ("The army took dozens of villages near Oldbridge.", True),
]


@pytest.mark.parametrize(("text", "part"), TAKEN)
def test_what_is_taken_in_a_place_is_not_the_place(tmp_path, text, part):
    contents = contents_of(tmp_path, text=text)
    at = text.index("Oldbridge")
    claim = contents.claims["c1"]
    evidence = replace(claim.evidence[-1], field="place", span=Span(at, at + 9))
    taken = replace(claim, type="capture", span=Span(0, len(text)), trigger=Span(9, 13), evidence=(evidence,))
    assert told_in_part(contents, taken) is part


def rows(folder, words, **more):
    """What the table tells of one statement, whose words stand in the first report."""
    since, as_of = more.pop("since", None), more.pop("as_of", DAY)
    one = ControlStatement(
        "k1", "d1", span("d1", words), "oldbridge", "hill-front", since, None, as_of, None, (), "held"
    )
    entry = LedgerEntry("l1", "oldbridge", "hill-front", since or as_of, None, "claimed", ("k1",))
    contents = contents_of(folder, control=(one,), ledger=(entry,), **more)
    naming = Naming(contents)
    holding = Holding(contents, naming, Composer(contents, naming).knowing.backing)
    return [(holding.days(row), holding.share(row)) for row in holding.rows()]


HELD = "The Hill Front has held Oldbridge since 2012"


def test_a_holding_is_told_from_its_start_or_as_of_the_day_it_is_told_for(tmp_path):
    assert rows(tmp_path, HELD, since=D(2012, 1, 1)) == [("from 2012", "")]
    (tmp_path / "as").mkdir()
    assert rows(tmp_path / "as", HELD) == [("as of 25 March 2031", "")]


def test_a_holder_of_a_place_that_the_sentence_does_not_name_is_left_out(tmp_path):
    assert rows(tmp_path, HELD, mentions=()) == []


def test_a_place_that_only_tells_where_another_lies_is_not_held(tmp_path):
    text = ONE.replace("has held Oldbridge", "holds an area near Oldbridge")
    contents = contents_of(tmp_path, text=text)
    words = "holds an area near Oldbridge"
    statement = replace(contents.control["k1"], span=Span(text.index(words), text.index(words) + len(words)))
    assert not Grounds(contents).stands(statement)
