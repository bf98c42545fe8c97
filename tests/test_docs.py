"""The documentation tells of every command, option, setting, export key and column, and of none that is not there."""

import csv
import dataclasses
import json
import re
import shlex
from datetime import date
from pathlib import Path

import click
import pytest

import dateline
from dateline.cli import cli
from dateline.cli.showing import FORMATS
from dateline.model import DEAL_STATUSES, Judgement, Modality
from dateline.read.given import COLUMNS, given_for
from dateline.read.manifest import ManifestRow
from dateline.read.registry import formats
from dateline.read.source import file_source
from dateline.run.demo import example_reports
from dateline.show import EXPORTS, export, matching
from dateline.show.changes import changes_json
from dateline.show.comparing import compare, compared_json
from dateline.show.exports.acled import ACLED_OWN
from dateline.show.exports.tables import TABLES, tables_of
from dateline.show.exports.ucdp import UCDP_COLUMNS, UCDP_OWN
from dateline.show.selection import Selection
from dateline.theatres import shipped_theatres
from tools.build_docs import DOCS, fill

README = DOCS.parent / "README.md"
PAGES = [README, DOCS.parent / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]
FENCED = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
TICKED = re.compile(r"`([^`\n]+)`")
KEYS = re.compile(r"`(?P<key>\w+)`(?: \{(?P<inner>[^}]*)\})?")
TIME = {"earliest", "latest", "basis"}


def text_of(path):
    return path.read_text(encoding="utf-8")


def blocks(path, language):
    return [code for name, code in FENCED.findall(text_of(path)) if name == language]


def section(page, title):
    """The text below a heading of the second level."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text_of(page), re.MULTILINE | re.DOTALL)
    assert found, f"{page.name} has no section {title}"
    return found[1]


def first_cells(text):
    """The first column of the tables in a text, without their heads."""
    rows = [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("|")]
    return [cell for cell in rows if "`" in cell]


# --- commands -------------------------------------------------------------------------------------------------------
def commands(group=cli, path=("dateline",)):
    """Every command with the words that call it."""
    for name, command in group.commands.items():
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_made_from_the_program_is_up_to_date(page):
    assert fill(text_of(page)) == text_of(page), "run: make docs"


@pytest.mark.parametrize(
    ("words", "command"), [pytest.param(words, one, id=" ".join(words)) for words, one in commands()]
)
def test_every_command_and_option_is_documented(words, command):
    help_text = re.search(
        rf"^### {' '.join(words)}\n\n```text\n(.*?)^```", text_of(DOCS / "quickstart.md"), re.M | re.S
    )
    assert help_text
    for parameter in command.params:
        for name in parameter.opts if isinstance(parameter, click.Option) else []:
            assert re.search(rf"(?<![\w-]){re.escape(name)}\b", help_text[1]), name
        assert not isinstance(parameter, click.Option) or parameter.help


def test_the_readme_names_every_command():
    shown = section(README, "The commands")
    assert [name for name in cli.commands if f"dateline {name}" not in shown] == []


def shown_commands():
    """Each command line in the pages: those in a block of their own are whole, those within a sentence may not be."""
    for page in PAGES:
        lines = [(line, True) for code in blocks(page, "sh") for line in code.splitlines()]
        lines += [(words, False) for words in TICKED.findall(FENCED.sub("", text_of(page))) if " " in words]
        for line, whole in lines:
            words = shlex.split(line, comments=True)
            if words[:1] == ["dateline"] and words[1:]:
                yield pytest.param(words[1:], whole, id=f"{page.name}: {line.split('#')[0].strip()}")


def parse(group, words, above):
    """Let click read a command line, without doing what it says."""
    name, command, rest = group.resolve_command(above, words)
    assert command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name, parent=above)
        return parse(command, rest, context) if rest else context
    return command.make_context(name, rest, parent=above)


@pytest.mark.parametrize(("words", "whole"), list(shown_commands()))
def test_every_command_line_that_is_shown_can_be_given(words, whole):
    if words[0] == "COMMAND":
        return
    try:
        parse(cli, words, click.Context(cli, info_name="dateline"))
    except click.MissingParameter:
        assert not whole


# --- settings and files that users write ----------------------------------------------------------------------------
def test_every_setting_is_documented_with_its_default():
    rows = [
        line.split("|")
        for line in section(DOCS / "quickstart.md", "From Python").splitlines()
        if line.startswith("| `")
    ]
    told = {row[1].strip(" `"): row[3].strip() for row in rows}
    assert set(told) == {field.name for field in dataclasses.fields(dateline.Settings)}
    for field in dataclasses.fields(dateline.Settings):
        assert told[field.name].startswith(f"`{field.default}`" if field.default else "empty")


def test_the_columns_of_documents_csv_are_documented():
    told = TICKED.findall(section(DOCS / "quickstart.md", "What the files do not tell"))
    columns = {field.name for field in dataclasses.fields(ManifestRow)} - {"problem"}  # that one is the program's own
    assert columns <= set(told)


def test_the_columns_of_a_theatre_are_documented():
    page = text_of(DOCS / "theatres.md")
    told = dict(re.findall(r"^\| `([\w.]+\.csv)` \| `([^`]+)` \|$", page, re.MULTILINE))
    files = [path for folder in shipped_theatres().values() for path in folder.glob("*.csv")]
    assert {path.name for path in files} == set(told)
    for path in files:
        with path.open(encoding="utf-8", newline="") as lines:
            assert ",".join(next(csv.reader(lines))) == told[path.name]


# --- exports --------------------------------------------------------------------------------------------------------
def test_every_export_format_is_documented():
    page = (DOCS / "exports.md").read_text(encoding="utf-8").partition("## What a claim")[0]
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(EXPORTS)
    assert list(EXPORTS) == list(FORMATS)  # what the command line offers


def words_of(page, title):
    return set(TICKED.findall(section(page, title)))


def test_every_table_and_column_is_documented():
    told = words_of(DOCS / "exports.md", "Tables")
    keys = {key for keys in documented().values() for key in keys}
    for table in (one for top in TABLES for one in tables_of(top)):
        assert table.name in told
        inner = set().union(*documented()[table.object].values())
        for column in table.columns:
            assert column.name in told | keys | inner, f"{table.name}.{column.name}"


def test_the_columns_of_event_formats_are_documented(tmp_path, lines):
    told = {title: words_of(DOCS / "exports.md", title) for title in ("ACLED-shaped", "UCDP GED-shaped", "Map layers")}
    assert set(ACLED_OWN) <= told["ACLED-shaped"]
    assert set(UCDP_OWN) <= told["ACLED-shaped"]
    empty = {name for name in UCDP_COLUMNS if name.endswith(("_dset_id", "_new_id")) or name.startswith("gwno")}
    assert empty <= told["UCDP GED-shaped"]
    export(dateline.open_record(lines.parent / "war.dateline"), "geojson", tmp_path / "war")
    for path in (tmp_path / "war").glob("*.geojson"):
        content = json.loads(text_of(path))
        assert content["name"] in told["Map layers"]
        for feature in content["features"]:
            assert set(feature["properties"]) <= told["Map layers"], content["name"]


def test_the_keys_of_plover_are_documented(tmp_path, lines):
    export(dateline.open_record(lines.parent / "war.dateline"), "plover", tmp_path / "war.json")
    told = " ".join(words_of(DOCS / "exports.md", "PLOVER")) + section(DOCS / "exports.md", "PLOVER")
    for key in json.loads(text_of(tmp_path / "war.json"))[0]:
        assert f"`{key}`" in told, key


def test_the_keys_of_comparisons_are_documented(tmp_path, lines):
    record = dateline.open_record(lines.parent / "war.dateline")
    export(record, "acled", tmp_path / "own.csv")
    laid = matching.lay_beside(Selection(record), matching.read_coded(tmp_path / "own.csv", "acled"))
    matched = json.loads(matching.as_json(laid))
    told = text_of(DOCS / "comparing.md")
    for title, found in (
        ("Beside a data set that people coded", {*matched, *matched["found"][0], *matched["found"][0]["ours"]}),
        ("Beside another record", set(json.loads(compared_json(compare(record, record))))),
        ("Beside its own past", set(json.loads(changes_json(record, date(2020, 1, 1))))),
    ):
        assert f"## {title}" in told
        assert found <= words_of(DOCS / "comparing.md", title), title


def test_every_key_of_the_metadata_is_documented(tmp_path, lines):
    export(dateline.open_record(lines.parent / "war.dateline"), "jsonl", tmp_path / "war.jsonl")
    metadata = json.loads(text_of(tmp_path / "war.jsonl.metadata.json"))
    told = words_of(DOCS / "exports.md", "The metadata file")
    keys = {*metadata, *metadata["made_with"], *metadata["filter"], *metadata["inputs"][0]}
    assert metadata["made_with"]["models"]
    for key in keys:
        assert any(re.search(rf"\b{key}\b", words) for words in told), key


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    """The export of the example reports, one object a line."""
    folder = tmp_path_factory.mktemp("export")
    record = dateline.build([example_reports()], into=folder / "war.dateline")
    with (folder / "war.jsonl").open("w", encoding="utf-8") as stream:
        export(record, "jsonl", stream)
    return folder / "war.jsonl"


@pytest.fixture(scope="module")
def exported(lines):
    """The export as JSON, the objects of each kind together."""
    kinds: dict[str, list[dict[str, object]]] = {}
    for line in text_of(lines).splitlines():
        one = json.loads(line)
        kinds.setdefault(one.pop("object"), []).append(one)
    return kinds


def documented():
    """What docs/exports.md tells: for each object its keys, and the keys within those."""
    titles = re.findall(r"^## `(\w+)`$", text_of(DOCS / "exports.md"), re.MULTILINE)
    found = {}
    for title in titles:
        cells = first_cells(section(DOCS / "exports.md", f"`{title}`"))
        keys = [match for cell in cells for match in KEYS.finditer(cell)]
        found[title] = {match["key"]: set(TICKED.findall(match["inner"] or "")) for match in keys}
    return found


@pytest.mark.slow
def test_every_object_and_key_of_the_export_is_documented(exported):
    told = documented()
    assert set(exported) == set(told)
    for name, objects in exported.items():
        assert {frozenset(one) for one in objects} == {frozenset(told[name])}, name


@pytest.mark.slow
def test_every_key_within_a_key_is_documented(exported):
    told = documented()
    for name, objects in exported.items():
        for one in objects:
            for key, value in one.items():
                for inner in value if isinstance(value, list) else [value]:
                    if isinstance(inner, dict) and (name, key) != ("event", "counts"):
                        assert set(inner) == (TIME if key == "time" else told[name][key]), f"{name}.{key}"
    counts = [count for event in exported["event"] for count in event["counts"].values()]
    assert counts and all(set(count) == {"low", "best", "high"} for count in counts)


@pytest.mark.slow
def test_the_program_in_the_page_reads_the_export(lines, monkeypatch):
    monkeypatch.chdir(lines.parent)
    names: dict[str, object] = {}
    for code in blocks(DOCS / "exports.md", "python"):
        exec(compile(code, "docs/exports.md", "exec"), names)
    assert names["contested"]


@pytest.mark.slow
def test_the_programs_in_the_other_pages_run(lines, monkeypatch):
    monkeypatch.chdir(lines.parent)
    reports = Path("reports")
    reports.mkdir()
    (reports / "one.txt").write_text("The army shelled Douma on 25 March 2018, activists said.\n", encoding="utf-8")
    for page in ("quickstart.md", "reviewing.md"):
        for code in blocks(DOCS / page, "python"):
            exec(compile(code.replace("workers=2", "workers=1"), f"docs/{page}", "exec"), {})
    assert [one.judgement for one in dateline.open_record("war.dateline").reviews()] == [Judgement.ACCEPTED]


def test_the_values_of_closed_lists_are_documented():
    for name, key, values in (
        ("claim", "modality", list(Modality)),
        ("deal", "status", DEAL_STATUSES),
        ("ledger", "status", ("claimed", "reported", "contested", "unknown")),
    ):
        row = re.search(rf"^\| `{key}` \|(.*)\|$", section(DOCS / "exports.md", f"`{name}`"), re.MULTILINE)
        assert row and set(map(str, values)) <= set(TICKED.findall(row[1])), name


# --- inputs ---------------------------------------------------------------------------------------------------------
def test_every_format_is_documented_with_its_suffixes():
    rows = [line for line in text_of(DOCS / "inputs.md").splitlines() if line.startswith("| ") and "`." in line]
    told = {name: row for row in rows for name in TICKED.findall(row.split("|")[2])}
    assert set(told) == set(formats())
    for one in formats().values():
        assert set(one.suffixes) <= set(TICKED.findall(told[one.name])), one.name


def test_every_key_of_dateline_toml_is_documented(tmp_path):
    (example,) = [code for code in blocks(DOCS / "inputs.md", "toml") if "[columns]" in code]
    (tmp_path / "dateline.toml").write_text(example, encoding="utf-8")
    given = given_for(tmp_path / "sana/a.html", tmp_path)
    assert {field.name for field in dataclasses.fields(given) if not getattr(given, field.name)} == set()
    assert set(given.columns) == set(COLUMNS) and given.outlet == "SANA"


def test_the_reader_in_the_page_reads(tmp_path):
    names: dict[str, object] = {}
    for code in blocks(DOCS / "inputs.md", "python"):
        exec(compile(code, "docs/inputs.md", "exec"), names)
    path = tmp_path / "a.tg.json"
    path.write_text(
        '{"messages": [{"id": 7, "link": "https://t.example/7", "text": "Shells fell."}]}', encoding="utf-8"
    )
    (found,) = names["read"](file_source(path))  # type: ignore[operator]
    assert (found.text, found.told.url, found.path[-2:]) == ("Shells fell.", "https://t.example/7", "#7")
