"""The shipped event types hold together, and what is wrong in a user's folder is told with file, line and remedy."""

import re
from importlib import resources
from pathlib import Path

import pytest
import yaml

from dateline.codebook import load_codebook
from dateline.codebook.checking import check
from dateline.codebook.vocabulary import load_vocabulary
from dateline.errors import CodebookError
from dateline.understand.coding.conditions import KINDS

GOOD = """\
id: aid-looting
name: Aid looting
group: violence
definition: Relief goods are taken by force.
include: [convoys robbed]
exclude: ["a convoy held up: siege"]
acled:
  - {code: Looting/property destruction}
triggers:
  en:
    verbs:
      - words: [pilfer]
        if: {object: [AID]}
        frame: {actor: [subject], place: [in]}
examples:
  - {text: "Gunmen pilfered relief goods in the town.", language: en}
  - {text: "The agency stored relief goods in the town.", language: en, type: aid}
  - {text: "Soldiers pilfered nothing at all.", language: en, type: none}
  - {text: "The agency asked for relief goods.", language: en, type: appeal}
  - {text: "Relief goods were blocked at the gate.", language: en, type: siege}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "aid-looting.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "aid-looting.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_is_wrong_with_the_shipped_types():
    assert [f"{Path(f.file).name}:{f.line} {f.problem}" for f in check()] == []


def test_a_sound_type_of_ones_own_has_no_findings_and_is_loaded(folder):
    assert check(None, folder) == ()
    own = load_codebook(folder).types["aid-looting"]
    assert [trigger.words for trigger in own.triggers] == ["pilfer"]
    assert len(load_codebook(folder).types) == len(load_codebook().types) + 1


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("group: violence", "group: violance", 3, "unknown group 'violance'"),
        ("include:", "includes:", 5, "unknown key 'includes'"),
        ("Looting/property destruction", "Looting", 8, "unknown ACLED sub-event 'Looting'"),
        ("include:", "plover: FIGHT\ninclude:", 5, "unknown PLOVER type 'FIGHT'"),
        ("[AID]", "[FOOD]", 13, "unknown class 'FOOD'"),
        ("if:", "when:", 13, "unknown key 'when'"),
        ("actor: [subject]", "doer: [subject]", 14, "unknown role 'doer'"),
        ("place: [in]", "place: [out of]", 14, "slot 'out of' is never filled"),
        ("place: [in]", "place: [inn]", 14, "unknown slot 'inn'"),
        ("type: siege", "type: seige", 20, "an example of the unknown type 'seige'"),
        ("definition: Relief goods are taken by force.\n", "", 1, "no definition"),
        ("[pilfer]", "[no]", 12, "the word False is no text"),
    ],
)
def test_an_error_names_line_problem_and_remedy(folder, old, new, line, problem):
    change(folder, old, new)
    found = [finding for finding in check(None, folder) if finding.problem == problem]
    assert [(finding.line, finding.severity, Path(finding.file).name) for finding in found] == [
        (line, "error", "aid-looting.yaml")
    ]
    assert found[0].remedy


def test_thin_types_are_warned_of_only(folder):
    change(folder, '  - {text: "Relief goods were blocked at the gate.", language: en, type: siege}\n', "")
    change(folder, "include: [convoys robbed]\n", "")
    found = {finding.problem: finding.severity for finding in check(None, folder)}
    assert found == {"3 near misses": "warning", "no rules under include": "warning"}


def test_words_claimed_by_two_types_are_found(folder):
    change(
        folder,
        "words: [pilfer]\n        if: {object: [AID]}",
        "words: [gang-rape]\n        not: {object: [nature, land, earth, language]}",
    )
    [finding] = check(None, folder)
    assert (finding.severity, finding.problem.split(",")[0]) == (
        "error",
        "'gang-rape' is claimed by sexual-violence too",
    )


def test_the_same_sentence_under_two_types_is_an_error(folder):
    text = next(e.text for e in load_codebook().types["shelling"].examples if e.type == "shelling")
    change(folder, "Gunmen pilfered relief goods in the town.", text)
    [finding] = check(None, folder)
    assert finding.severity == "error"
    assert "shelling.yaml" in finding.problem


def test_a_file_that_is_no_yaml_is_a_finding_among_the_others(folder):
    (folder / "broken.yaml").write_text("id: [", encoding="utf-8")
    [finding] = check(None, folder)
    assert (Path(finding.file).name, finding.severity) == ("broken.yaml", "error")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CodebookError, match="no such folder"):
        check(None, tmp_path / "nowhere")
    with pytest.raises(CodebookError, match="no such folder"):
        load_codebook(tmp_path / "nowhere")


def test_the_vocabulary_knows_every_class_that_the_program_knows():
    assert {*KINDS, "ACTOR", "PLACE"} <= set(load_vocabulary().classes)


def test_all_acled_sub_events_can_be_reached():
    assert len(load_vocabulary().acled) == 25
    rules = [rule for event_type in load_codebook().types.values() for rule in event_type.acled]
    assert {rule.code for rule in rules} - {""} == set(load_vocabulary().acled)


def test_the_example_in_the_documentation_is_sound(tmp_path):
    page = Path(__file__).parents[2] / "docs" / "codebook.md"
    [text] = re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / f"{yaml.safe_load(text)['id']}.yaml").write_text(text, encoding="utf-8")
    assert [finding.problem for finding in check(None, tmp_path)] == ["2 near misses"]


def test_a_copy_of_the_codebook_can_be_checked_in_place():
    root = Path(str(resources.files("dateline.codebook")))
    assert check(root) == check()
