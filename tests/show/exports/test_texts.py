"""The text that offsets point into: in the file where it holds it as it stands, else in the export."""

import io
import json
import zipfile
from pathlib import Path

from dateline.run import build
from dateline.show import export


def test_offsets_lead_to_the_text_that_the_file_or_the_export_gives(tmp_path):
    text = "The army shelled Homs on 3 May 2018, activists said.\n"
    (tmp_path / "plain.txt").write_text(text, encoding="utf-8")
    (tmp_path / "table.csv").write_text(f'id,text\n1,"{text.replace("Homs", "Hama").strip()}"\n', encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr("deep/b.txt", text.replace("Homs", "Idlib"))
    record = build([tmp_path], tmp_path / "r").record
    stream = io.StringIO()
    export(record, "jsonl", stream)
    rows = [json.loads(line) for line in stream.getvalue().splitlines()]
    documents = {row["id"]: row for row in rows if row["object"] == "document"}
    assert sorted((row["format"], row["text"] is None) for row in documents.values()) == [
        ("csv", False),
        ("text", False),
        ("text", True),
    ]
    texts = {id: row["text"] or Path(row["path"]).read_text(encoding="utf-8") for id, row in documents.items()}
    spans = [row for row in rows if row["object"] in ("claim", "mention")]
    assert spans and all(
        texts[row["document"]][row["start"] : row["end"]] == row["text"] for row in spans if row.get("text")
    )
