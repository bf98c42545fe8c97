"""A user adds examples and a type from the command line, and reports are read with them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import cli
from dateline.codebook import load_codebook
from dateline.record import open_record

TYPE = """\
id: aid-looting
name: Aid looting
group: violence
definition: Relief goods are taken by force.
triggers:
  en:
    verbs:
      - words: [pilfer]
        frame: {actor: [subject], place: [in]}
        weight: 0.95
"""


def dateline(*words: object, status: int = 0) -> Result:
    result = CliRunner().invoke(cli, [str(word) for word in words])
    assert result.exit_code == status, result.output
    return result


def test_an_example_is_added_to_a_type_that_comes_along(tmp_path):
    folder = tmp_path / "types"
    dateline(
        "codebook", "add", "shelling", "--language", "en", "--text", 'Grads: "they hit" the quay.', "--into", folder
    )
    dateline("codebook", "add", "shelling", "--language", "ar", "--text", "سقطت قذائف على الميناء.", "--into", folder)
    dateline("codebook", "add", "none", "--near-miss-of", "shelling", "--language", "en", "--text", "He shelled peas.", "--into", folder)  # fmt: skip
    own, shipped = load_codebook(folder).types["shelling"], load_codebook().types["shelling"]
    added = own.examples[len(shipped.examples) :]
    assert [(e.text, e.language, e.type) for e in added] == [
        ('Grads: "they hit" the quay.', "en", "shelling"),
        ("سقطت قذائف على الميناء.", "ar", "shelling"),
        ("He shelled peas.", "en", "none"),
    ]
    assert own.triggers == shipped.triggers
    assert dateline("codebook", "check", folder).output == "Nothing wrong.\n"


def test_adding_leaves_comments_and_order_of_a_file_as_they_were(tmp_path):
    path = tmp_path / "aid-looting.yaml"
    before = TYPE.replace("triggers:", "# ours\nexamples:\n- {text: One., language: en}\n\n# words\ntriggers:")
    path.write_text(before, encoding="utf-8")
    dateline("codebook", "add", "aid-looting", "--language", "en", "--text", "Two.", "--into", tmp_path)
    added = '- {text: "Two.", language: en}\n'
    assert path.read_text(encoding="utf-8") == before.replace("language: en}\n\n", "language: en}\n" + added + "\n")


def test_a_new_type_begins_as_a_file_to_fill_in(tmp_path):
    dateline("codebook", "add", "aid-looting", "--new", "--theatre", tmp_path)
    assert (tmp_path / "codebook" / "aid-looting.yaml").exists()
    checked = dateline("codebook", "check", tmp_path / "codebook").output
    assert "0 near misses" in checked
    assert "Errors: 0, warnings: 1." in checked
    dateline("codebook", "add", "aid-looting", "--language", "en", "--text", "One.", "--theatre", tmp_path)
    assert len(load_codebook(tmp_path / "codebook").types["aid-looting"].examples) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("nothing-known", "--language", "en", "--text", "One."),
        ("shelling", "--text", "One."),
        ("shelling", "--language", "English", "--text", "One."),
        ("shelling", "--new"),
        ("Bad Id", "--new"),
    ],
)
def test_what_cannot_be_added_leaves_no_file(tmp_path, words):
    result = CliRunner().invoke(cli, ["codebook", "add", *words, "--into", str(tmp_path)])
    assert result.exit_code != 0
    assert [*tmp_path.iterdir()] == []


def test_errors_in_a_folder_of_ones_own_are_the_exit_status(tmp_path):
    (tmp_path / "aid-looting.yaml").write_text(TYPE.replace("violence", "mischief"), encoding="utf-8")
    output = dateline("codebook", "check", tmp_path, status=1).output
    assert f"{tmp_path / 'aid-looting.yaml'}:3: error: unknown group 'mischief'" in output


def test_types_are_shown_in_a_list_and_one_by_one():
    listed = dateline("codebook", "show").output
    assert all(f"  {name} " in listed for name in load_codebook().types)
    shown = dateline("codebook", "show", "bombing").output
    for words in (
        "What counts",
        "PLOVER  ASSAULT",
        "Suicide bomb, if a word of suicide",
        "Triggers, fr",
        "Near misses",
    ):
        assert words in shown
    assert "no such event type" in dateline("codebook", "show", "nothing", status=2).output


@pytest.mark.slow
def test_reports_are_read_with_a_type_of_ones_own_and_the_record_remembers_it(tmp_path):
    types, reports, record = tmp_path / "types", tmp_path / "reports", tmp_path / "war.dateline"
    for folder in (types, reports):
        folder.mkdir()
    text = (
        "Aid lost\n\nBy our reporter, 3 April 2018\n\nGunmen pilfered relief goods in Homs on Monday, officials said.\n"
    )
    (reports / "a.txt").write_text(text, encoding="utf-8")
    dateline("read", reports, "--into", record, "--theatre", "syria")
    assert "aid-looting" not in {claim.type for claim in open_record(record).claims()}
    (types / "aid-looting.yaml").write_text(TYPE, encoding="utf-8")
    for more in (("--codebook", types), ()):  # the second time the record knows
        dateline("read", reports, "--into", record, "--theatre", "syria", *more)
        [claim] = [claim for claim in open_record(record).claims() if claim.type == "aid-looting"]
        assert claim.actors
    assert Path(open_record(record).settings().codebook) == types.resolve()
    assert "aid-looting" in dateline("list", record, "events").output
    dateline("export", record, "--output", tmp_path / "war.jsonl")
    assert '"aid-looting"' in (tmp_path / "war.jsonl").read_text(encoding="utf-8")
