"""Sentences are neutral, correct English that says no more than the claims do."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.model import Actor, Interval, Modality, Place, Reading, Span
from dateline.record import create_or_open
from dateline.show.contents import Contents
from dateline.show.days import label, when
from dateline.show.phrases import Naming, Phrase, join_words
from dateline.show.sentences import Composer
from dateline.show.templates import fill, gerund, templates
from tests.show.sample import ARTICLES, make_views

TYPES = Path(__file__).parents[2] / "src" / "dateline" / "codebook" / "types"
SLOTS = {
    "actor": Phrase("rebels", True),
    "official": Phrase("the government"),
    "both": Phrase("rebels and the government", True, True),
    "target": Phrase("the Hill Front"),
    "place": Phrase("Oldbridge"),
    "mediator": Phrase("Southland"),
    "do": Phrase("leave"),
    "doing": Phrase("leaving"),
    "what": Phrase("an attack"),
}


def test_every_event_type_of_the_codebook_has_templates():
    assert {path.stem for path in TYPES.glob("*.yaml")} <= set(templates())


@pytest.mark.parametrize("name", sorted(templates()))
def test_templates_fill_without_leftovers(name):
    template = templates()[name]
    texts = [fill((choice,), SLOTS)[0] for choice in (*template.asserted, *template.do, *template.noun)]
    texts += [fill((template.joined,), SLOTS)[0]] if template.joined else []
    for text in texts:
        assert text and not re.search(r"[{}\[\]|]|  ", text)
        assert not re.search(r"\b(\w+) \1\b", text)


def test_verbs_agree_with_their_subject():
    choice = ("{target} [was|were] detained",)
    assert fill(choice, {"target": Phrase("the Hill Front")})[0] == "the Hill Front was detained"
    assert fill(choice, {"target": Phrase("civilians", True)})[0] == "civilians were detained"


@pytest.mark.parametrize(
    ("infinitive", "expected"),
    [
        ("attack Oldbridge", "attacking Oldbridge"),
        ("take Oldbridge", "taking Oldbridge"),
        ("set off an explosive device", "setting off an explosive device"),
        ("lay down or hand over weapons", "laying down or handing over weapons"),
        ("flee", "fleeing"),
    ],
)
def test_gerunds(infinitive, expected):
    assert gerund(infinitive) == expected


NAMES = [
    ("Syrian Arab Army", "state force", "the Syrian Arab Army", False),
    ("Russia", "state", "Russia", False),
    ("United States", "state", "the United States", False),
    ("United Nations", "intergovernmental", "the United Nations", False),
    ("NATO", "intergovernmental", "NATO", False),
    ("Syrian Democratic Forces", "armed group", "the Syrian Democratic Forces", True),
    ("Jaysh al-Islam", "armed group", "Jaysh al-Islam", False),
    ("Houthis", "armed group", "the Houthis", True),
    ("Syrian Observatory for Human Rights", "monitor", "the Syrian Observatory for Human Rights", False),
    ("Human Rights Watch", "ngo", "Human Rights Watch", False),
    (
        "Russian Centre for Reconciliation in Syria",
        "state body",
        "the Russian Centre for Reconciliation in Syria",
        False,
    ),
    ("Baath Party (Syria)", "political group", "the Baath Party", False),
    ("rebels", "armed group", "rebels", True),
    ("government", "state body", "the government", False),
    ("air force (country not named)", "state force", "the air force", False),
    ("Bashar al-Assad", "person", "Bashar al-Assad", False),
    ("police", "state force", "police", True),
]


def test_actors_are_called_as_in_english(tmp_path):
    record = create_or_open(tmp_path / "r.dateline")
    actors = tuple(Actor(f"x{number}", name, kind) for number, (name, kind, _, _) in enumerate(NAMES))
    record.replace_views(replace(make_views(), actors=actors))
    naming = Naming(Contents(record))
    assert [naming.actor(actor.id) for actor in actors] == [Phrase(words, plural) for _, _, words, plural in NAMES]


def test_nobody_is_never_called_unknown(tmp_path):
    record = create_or_open(tmp_path / "r.dateline")
    record.replace_views(replace(make_views(), actors=(Actor("unknown", "unknown", "source"),)))
    assert Naming(Contents(record)).actor("unknown") is None


PLACES = [
    (Place("p1", "Douma", "city", 1.0, 1.0), "in Douma"),
    (Place("p2", "Aleppo", "province", 1.0, 1.0, 60.0), "in Aleppo province"),
    (Place("p3", "Netherlands", "country", 1.0, 1.0), "in the Netherlands"),
    (Place("p4", "Euphrates", "river", 1.0, 1.0), "along the Euphrates"),
    (Place("p5", "Hmeimim", "air base", 1.0, 1.0), "at the Hmeimim air base"),
    (Place("p6", "Hilltown", "town", 1.0, 1.0, precision=2), "near Hilltown"),
    (
        Place("p7", "Northland–Southland border", "border", 1.0, 1.0, precision=5),
        "at the Northland–Southland border",
    ),
    (Place("p8", "outskirts of Hilltown", "area", 1.0, 1.0, parent="p1", precision=2), "on the outskirts of Hilltown"),
    (Place("p9", "10 km south of Hilltown", "area", 1.0, 1.0, parent="p1", precision=2), "10 km south of Hilltown"),
    (Place("p10", "between Hilltown and Oldbridge", "area", 1.0, 1.0, precision=5), "between Hilltown and Oldbridge"),
    (Place("p11", "eastern Hilltown", "town", 1.0, 1.0, parent="p1", precision=2), "in eastern Hilltown"),
    (Place("p12", "North Gate", "unknown", 1.0, 1.0, parent="p1", precision=2), "at North Gate"),
]


def test_places_take_their_preposition(tmp_path):
    record = create_or_open(tmp_path / "r.dateline")
    record.replace_views(replace(make_views(), places=tuple(place for place, _ in PLACES)))
    naming = Naming(Contents(record))
    assert [naming.where((place.id,)) for place, _ in PLACES] == [words for _, words in PLACES]


def test_a_place_is_not_told_twice_with_the_area_around_it(record):
    assert Naming(Contents(record)).where(("valley", "oldbridge", "stonewell")) == "in Oldbridge and Stonewell"


def test_long_lists_end_with_a_number():
    assert join_words(["a", "b"]) == "a and b"
    assert join_words(["a", "b", "c", "d", "e", "f"]) == "a, b, c and 3 others"


D = dt.date


@pytest.mark.parametrize(
    ("time", "before", "after"),
    [
        (Interval(D(2018, 3, 25), D(2018, 3, 25), "text"), "25 March", "on 25 March 2018"),
        (Interval(None, D(2018, 3, 22), "publication"), "by 22 March", "by 22 March 2018"),
        (Interval(D(2018, 3, 20), D(2018, 3, 25), "text"), "20–25 March", "between 20 and 25 March 2018"),
        (Interval(D(2018, 3, 1), D(2018, 3, 31), "text"), "March", "in March 2018"),
        (Interval(D(2012, 1, 1), D(2012, 12, 31), "text"), "2012", "in 2012"),
        (Interval(None, None, "unknown"), "date not told", ""),
    ],
)
def test_days_in_words(time, before, after):
    assert (label(time, 2018), when(time)) == (before, after)


MODES = {
    Modality.ASSERTED: "The Northland Army attacked the Hill Front in Oldbridge",
    Modality.REPORTED: "According to unconfirmed reports, the Northland Army attacked the Hill Front in Oldbridge",
    Modality.PLANNED: "The Northland Army planned to attack the Hill Front in Oldbridge",
    Modality.THREATENED: "The Northland Army threatened to attack the Hill Front in Oldbridge",
    Modality.DEMANDED: "The Northland Army was called on to attack the Hill Front in Oldbridge",
    Modality.AGREED: "Under a deal, the Northland Army was to attack the Hill Front in Oldbridge",
    Modality.DENIED: "The Northland Army did not attack the Hill Front in Oldbridge",
}


def told(tmp_path, id, **changes):
    """The sentence of event `e{id}` when its only claim is changed so."""
    views = make_views()
    claim = replace(next(claim for claim in views.claims if claim.id == f"c{id}"), figures=(), **changes)
    event = next(event for event in views.events if claim.id in event.claims)
    event = replace(event, claims=(claim.id,), counts=(), camps=(), contested=False, independent_sources=1)
    record = create_or_open(tmp_path / "one.dateline")
    for one in ARTICLES[:3]:
        record.add_reading(one, Reading(one.id, (), (), (), (), (), ()), "test")
    record.replace_views(replace(views, claims=(claim,), events=(event,), contradictions=(), deals=()))
    contents = Contents(record)
    found = Composer(contents, Naming(contents)).tell(event)
    return found.sentence if found else None


@pytest.mark.parametrize("modality", list(MODES))
def test_each_mode_is_told_as_what_it_is(tmp_path, modality):
    assert told(tmp_path, 1, modality=modality) == MODES[modality]


def test_what_is_only_possible_is_not_told(tmp_path):
    assert told(tmp_path, 1, modality=Modality.HYPOTHETICAL) is None


def test_an_act_told_by_its_doer_is_marked_as_its_own_account(tmp_path):
    assert told(tmp_path, 1, speakers=("army",)).endswith("in Oldbridge, by its own account")


def test_a_chain_of_speakers_is_told(tmp_path):
    text = told(tmp_path, 1, speakers=("observatory", "civilians"))
    assert text.endswith(", the Valley Observatory for Human Rights (citing civilians) said")


def test_a_lone_doer_is_not_worth_a_line(tmp_path):
    assert told(tmp_path, 1, targets=(), places=()) is None


def test_nobody_is_blamed_for_violence_by_a_likely_misreading(tmp_path):
    assert told(tmp_path, 1, actors=("civilians",)) == "The Hill Front came under attack in Oldbridge"


def test_an_atrocity_by_the_speakers_own_account_is_not_told(tmp_path):
    assert told(tmp_path, 1, type="chemical-attack", speakers=("army",)) is None


def test_private_people_who_were_hit_are_not_named(tmp_path):
    assert told(tmp_path, 1, targets=("iven-tolk",)) == "The Northland Army carried out an attack in Oldbridge"


def test_a_gain_within_an_area_is_not_told_as_the_whole_of_it(tmp_path):
    changes = {"type": "capture", "targets": (), "trigger": Span(0, 3)}
    assert told(tmp_path, 1, **changes, places=("oldbridge",)) == "The Northland Army took Oldbridge"
    (tmp_path / "area").mkdir()
    text = told(tmp_path / "area", 1, **changes, places=("valley",))
    assert text == "The Northland Army gained ground in Green Valley"
