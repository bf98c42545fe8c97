"""The record of all that was read: one SQLite file, and the only package that knows SQL."""

from dateline.model.views import Views, Weighing
from dateline.record.connection import ENGINE
from dateline.record.counts import (
    count_all,
    count_in_documents,
    count_listing,
    distinct,
    document_numbers,
    reports_of_outlets,
)
from dateline.record.finding import Page, Wanted
from dateline.record.pages import by_id, find, find_all_ids, in_document, sentence_starts, uncoded_in, words
from dateline.record.part import Around, part_of
from dateline.record.points import EventPoint, PlacePoint, event_points, holders_on, lane_names, place_points
from dateline.record.store import Record, RunSettings, create_or_open, open_record

__all__ = [
    "ENGINE",
    "Around",
    "EventPoint",
    "Page",
    "PlacePoint",
    "Record",
    "RunSettings",
    "Views",
    "Wanted",
    "Weighing",
    "by_id",
    "count_all",
    "count_in_documents",
    "count_listing",
    "create_or_open",
    "distinct",
    "document_numbers",
    "event_points",
    "find",
    "find_all_ids",
    "holders_on",
    "in_document",
    "lane_names",
    "open_record",
    "part_of",
    "place_points",
    "reports_of_outlets",
    "sentence_starts",
    "uncoded_in",
    "words",
]
