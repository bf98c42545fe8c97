"""An export is whole or not there: targets, refusals, the metadata beside it, and what stays unharmed."""

import hashlib
import io
import json

import pytest

from dateline.errors import DatelineError, RecordError
from dateline.show.exports import EXPORTS, export
from dateline.show.exports.form import Form
from dateline.show.exports.placing import write_to_file, write_to_folder
from dateline.show.selection import Filter, Selection


def metadata_of(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPORTS)
def test_each_format_goes_where_it_is_sent_with_its_metadata(record, tmp_path, name):
    target = tmp_path / "out"
    export(record, name, target)
    told = metadata_of(tmp_path / "out.metadata.json" if target.is_file() else target / "metadata.json")
    assert (told["format"], told["record"]) == (name, "sample.dateline")
    for file, digest in told["files"].items():
        path = target if target.is_file() else target / file
        assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_record_gives_the_same_bytes(record, tmp_path, name):
    if name in ("xlsx", "gpkg"):
        pytest.skip("the format itself holds the time at which it was written")
    digests = []
    for run in ("one", "two"):
        export(record, name, tmp_path / run)
        path = tmp_path / f"{run}.metadata.json" if (tmp_path / run).is_file() else tmp_path / run / "metadata.json"
        digests.append(metadata_of(path)["files"])
    assert digests[0] == digests[1]


def test_metadata_tells_inputs_filter_review_and_licence(record, tmp_path):
    export(record, "jsonl", tmp_path / "war.jsonl", Filter(status="standing", actor="army", redact_persons=True))
    told = metadata_of(tmp_path / "war.jsonl.metadata.json")
    assert told["filter"] == {
        "status": "standing", "since": None, "until": None, "place": None, "actor": "army", "redact": "persons",
    }  # fmt: skip
    assert {"id": "d1", "path": "reports/a.txt", "url": None, "sha256": "d1".ljust(64, "0")} in told["inputs"]
    assert told["review"]["rejected"] == 0 < told["review"]["nobody"]
    assert "CC BY 4.0" in told["licence"]
    assert told["program"].startswith("dateline ")


def test_an_earlier_export_is_written_over_and_other_files_stay(record, tmp_path):
    target = tmp_path / "war"
    export(record, "csv", target)
    (target / "notes.txt").write_text("mine", encoding="utf-8")
    export(record, "geojson", target)
    assert not list(target.glob("*.csv"))
    assert (target / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert metadata_of(target / "metadata.json")["format"] == "geojson"


def test_a_folder_of_something_else_is_left_alone(record, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(RecordError, match="something else than an export"):
        export(record, "csv", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["photo.jpg"]


def test_a_list_of_files_cannot_lead_out_of_its_folder(record, tmp_path):
    target, outside = tmp_path / "war", tmp_path / "mine.txt"
    export(record, "csv", target)
    outside.write_text("mine", encoding="utf-8")
    told = metadata_of(target / "metadata.json")
    told["files"] = {"../mine.txt": "", str(outside): ""}
    (target / "metadata.json").write_text(json.dumps(told), encoding="utf-8")
    export(record, "csv", target)
    assert outside.read_text(encoding="utf-8") == "mine"


def test_the_record_itself_is_never_written_over(record):
    before = record.path.read_bytes()
    with pytest.raises(RecordError, match="the record itself"):
        export(record, "jsonl", record.path)
    assert record.path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "target", "words"),
    [
        ("jsonl", "", "this is a folder; name a file"),
        ("csv", "file", "this is a file; csv is several files"),
        ("jsonl", "no/such/war.jsonl", "there is no folder"),
    ],
)
def test_a_target_that_cannot_be_is_refused(record, tmp_path, name, target, words):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(RecordError, match=words):
        export(record, name, tmp_path / target)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def breaks(selection, files):
    with files.text("a.txt") as stream:
        stream.write("half")
    raise DatelineError("broken off")


def test_what_breaks_off_leaves_the_target_as_it_was(record, tmp_path):
    target = tmp_path / "a.txt"
    target.write_text("before", encoding="utf-8")
    for form, write, at in (
        (Form("a", "", breaks, "a.txt"), write_to_file, target),
        (Form("b", "", breaks), write_to_folder, tmp_path / "b"),
    ):
        with pytest.raises(DatelineError, match="broken off"):
            write(form, Selection(record), at)
    assert target.read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_several_files_cannot_go_to_the_terminal(record):
    with pytest.raises(DatelineError, match="csv is several files; name where to write it with -o"):
        export(record, "csv", io.StringIO())
