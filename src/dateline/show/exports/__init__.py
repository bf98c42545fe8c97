"""Exports: a record, a format's name, a filter and a target in, complete files out. A new format is a line here."""

from pathlib import Path
from typing import TextIO

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.show.exports.acled import ACLED, ACLED_NOTE, write_acled
from dateline.show.exports.csv_tables import write_csv_tables
from dateline.show.exports.form import Form
from dateline.show.exports.geojson import write_geojson
from dateline.show.exports.jsonl import JSONL, write_jsonl
from dateline.show.exports.parquet import write_parquet
from dateline.show.exports.placing import write_to_file, write_to_folder, write_to_stream
from dateline.show.exports.ucdp import UCDP, UCDP_NOTE, write_ucdp
from dateline.show.selection import Filter, Selection

__all__ = ["EXPORTS", "export"]

_FORMS = (
    Form("jsonl", "every object of the record, one a line", write_jsonl, JSONL),
    Form("csv", "tidy tables, one file each, for R, pandas and spreadsheets", write_csv_tables),
    Form("parquet", "the same tables, typed, for pandas, R, DuckDB and Polars", write_parquet),
    Form("acled", "events in ACLED's columns and vocabularies; ACLED-shaped", write_acled, ACLED, note=ACLED_NOTE),
    Form("ucdp", "deadly events in the columns of UCDP GED", write_ucdp, UCDP, note=UCDP_NOTE),
    Form("geojson", "map layers for QGIS and kepler.gl, with days on every row", write_geojson),
)
EXPORTS: dict[str, Form] = {form.name: form for form in _FORMS}


def export(record: Record, format: str, target: Path | TextIO, wanted: Filter | None = None) -> None:
    """Write what `wanted` keeps of the record to a stream, a file or a folder, in one of `EXPORTS`.

    Raises DatelineError for another format, a filter that names what the record has not, and a target that cannot be
    written; the target is then as it was.
    """
    if format not in EXPORTS:
        known = ", ".join(sorted(EXPORTS))
        raise DatelineError(f"{record.path}: there is no export format {format!r}; use one of {known}")
    form, selection = EXPORTS[format], Selection(record, wanted)
    if not isinstance(target, Path):
        write_to_stream(form, selection, target)
    elif form.single:
        write_to_file(form, selection, target)
    else:
        write_to_folder(form, selection, target)
