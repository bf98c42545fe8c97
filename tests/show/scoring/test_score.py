"""A record scored against a small gold whose figures can be counted by hand; faults of the gold are named."""

import json

import pytest

from dateline.errors import InputError
from dateline.show.scoring import as_json, as_text, load_gold, score, texts_of

REPORT = """
document: a.txt
language: en
published: 2031-03-25
boilerplate: ["The army plans to attack Stonewell."]
actors: {"Northland Army": north, "Hill Front": hill, "Valley Observatory for Human Rights": watch}
places: {"Oldbridge": bridge, "Stonewell": well}
claims:
  - {type: attack, quote: "attacked", actor: [north], target: [hill], place: [bridge], time: [2031-03-25, 2031-03-25], modality: asserted}
  - {type: killing, quote: "At least 43 people were killed", target: [people], place: [bridge], speaker: [watch], modality: reported}
  - {type: demand, quote: "told the group", actor: [north], target: [hill], place: [well], modality: asserted}
figures:
  - {quote: "At least 43 people", low: 43, high: null, unit: person, role: killed, place: [bridge]}
control:
  - {quote: "The Hill Front has held Oldbridge", place: bridge, holder: hill, as_of: 2031-03-25}
framing:
  - {quote: "terrorists", about: hill, stance: unfavourable}
deals: []
"""
ACROSS = """
same_story: [[a.txt, b.txt]]
contradictions:
  - {about: how many died, sides: [[{document: a.txt, quote: "At least 43 people"}], [{document: b.txt, quote: "Dix personnes"}]]}
control_timeline:
  bridge: [{as_of: 2031-03-25, holder: fighters}]
"""
SECOND = """
document: b.txt
language: fr
published: 2031-03-25
actors: {"armée du Northland": north}
places: {"Oldbridge": bridge}
claims: []
"""
TABLES = {
    "actors.csv": "id,name\nnorth,Northland Army\nhill,Hill Front\nwatch,Observatory\n",
    "places.csv": "id,name,lat,lon,tolerance_km\nbridge,Oldbridge,10.1,20.1,5\nwell,Stonewell,10.3,20.4,5\n",
    "types.csv": "id,group\nattack,violence\nkilling,violence\ndemand,demand\n",
}


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    for name, text in {"a.yaml": REPORT, "b.yaml": SECOND, "across.yaml": ACROSS, **TABLES}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def scores(record, gold):
    return score(record, load_gold(gold, texts_of(record, [])))


def test_documents_and_names(scores):
    figures = scores.figures
    assert figures["documents found"] == (1.0, 2)
    assert figures["publication date"] == (1.0, 2)
    assert figures["language"] == (1.0, 2)
    assert figures["boilerplate left alone"] == (0.0, 1)  # the sample has a claim there
    assert figures["actor mentions found"][0] > 0


def test_claims_are_found_by_their_words_and_type(scores):
    value, number = scores.figures["claims, exact type R"]
    assert number == 3 and value > 0
    assert scores.figures["claims, any type R"][0] >= value
    assert scores.figures["claim time, dated"] == (1.0, 1)


def test_layers_by_words(scores):
    assert scores.figures["figures R"] == (1.0, 1)
    assert scores.figures["figure role"] == (1.0, 1)
    assert scores.figures["control R"][1] == 1
    assert scores.figures["framing R"] == (1.0, 1)
    assert scores.figures["framing stance"] == (1.0, 1)


def test_layers_across_reports(scores):
    assert scores.figures["same story R"] == (1.0, 1)
    assert scores.figures["contradictions found"] == (1.0, 1)
    assert scores.figures["control by day"] == (1.0, 1)


def test_text_and_json_tell_every_figure(scores):
    told, content = as_text(scores, misses=2), json.loads(as_json(scores))
    assert {name: (one["value"], one["n"]) for name, one in content["figures"].items()} == scores.figures
    for name in (*scores.figures, *scores.alphas):
        assert name in told
    assert all(0 <= value <= 1 for value, _ in scores.figures.values())


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("a.yaml", REPORT.replace('"attacked"', '"strolled"'), "not in the text: 'strolled'"),
        ("a.yaml", REPORT.replace("a.txt", "lost.txt"), "has no report lost.txt"),
        ("a.yaml", "document: [", "cannot be read as YAML"),
        ("places.csv", None, "no places.csv"),
    ],
)
def test_what_is_wrong_with_the_gold_is_named(record, gold, file, text, words):
    (gold / file).unlink() if text is None else (gold / file).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        load_gold(gold, texts_of(record, []))


def test_an_empty_folder_is_no_gold(record, tmp_path):
    with pytest.raises(InputError, match="no coded report here"):
        load_gold(tmp_path, texts_of(record, []))


def test_texts_that_the_record_lacks_come_from_a_folder(record, gold, tmp_path):
    (tmp_path / "lost.txt").write_text("The Hill Front left.", encoding="utf-8")
    (gold / "c.yaml").write_text("document: lost.txt\nlanguage: en\n", encoding="utf-8")
    loaded = load_gold(gold, texts_of(record, [tmp_path]))
    assert [one.text for one in loaded.reports if one.name == "lost.txt"] == ["The Hill Front left."]
    assert score(record, loaded).figures["documents found"] == (0.6667, 3)
