"""Exports: a record, a format's name, a filter and a target in, complete files out. A new format is a line here."""

from pathlib import Path
from typing import TextIO

from dateline.cycles import without_collecting
from dateline.errors import DatelineError
from dateline.record import Record
from dateline.show.exports.acled import ACLED, ACLED_NOTE, write_acled
from dateline.show.exports.csv_tables import write_csv_tables
from dateline.show.exports.form import Form
from dateline.show.exports.ftm import FTM, write_ftm
from dateline.show.exports.geojson import write_geojson
from dateline.show.exports.gpkg import GPKG, write_gpkg
from dateline.show.exports.hxl import HXL, write_hxl
from dateline.show.exports.jsonl import JSONL, write_jsonl
from dateline.show.exports.parquet import write_parquet
from dateline.show.exports.placing import write_to_file, write_to_folder, write_to_stream
from dateline.show.exports.plover import PLOVER, write_plover
from dateline.show.exports.timemap import write_timemap
from dateline.show.exports.ucdp import UCDP, UCDP_NOTE, write_ucdp
from dateline.show.exports.webannotation import WEBANNOTATION, write_webannotation
from dateline.show.exports.written import write_brief_files, write_dossier
from dateline.show.exports.xlsx import XLSX, write_xlsx
from dateline.show.selection import Filter, Selection

__all__ = ["EXPORTS", "export"]

_FORMS = (
    Form("jsonl", "every object of the record, one a line", write_jsonl, JSONL),
    Form("csv", "tidy tables, one file each, for R, pandas and spreadsheets", write_csv_tables),
    Form("xlsx", "the same tables as the sheets of one workbook", write_xlsx, XLSX, binary=True),
    Form("parquet", "the same tables, typed, for pandas, R, DuckDB and Polars", write_parquet),
    Form("acled", "events in ACLED's columns and vocabularies; ACLED-shaped", write_acled, ACLED, note=ACLED_NOTE),
    Form("ucdp", "deadly events in the columns of UCDP GED", write_ucdp, UCDP, note=UCDP_NOTE),
    Form("plover", "claims as PLOVER event records", write_plover, PLOVER),
    Form("geojson", "map layers for QGIS and kepler.gl, with days on every row", write_geojson),
    Form("gpkg", "the same map layers in one GeoPackage", write_gpkg, GPKG, binary=True),
    Form("timemap", "events, sources and associations for TimeMap", write_timemap),
    Form("ftm", "FollowTheMoney entities for OpenAleph and its family", write_ftm, FTM),
    Form("webannotation", "W3C Web Annotations on the words of the reports", write_webannotation, WEBANNOTATION),
    Form("hxl", "events with HXL hashtags", write_hxl, HXL),
    Form("brief", "the brief in Markdown and for screen and print, with the reports it cites", write_brief_files),
    Form("dossier", "every event with each claim in its own words, in the same forms", write_dossier),
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
    with without_collecting():
        form, selection = EXPORTS[format], Selection(record, wanted)
        if not isinstance(target, Path):
            write_to_stream(form, selection, target)
        elif form.single:
            write_to_file(form, selection, target)
        else:
            write_to_folder(form, selection, target)
