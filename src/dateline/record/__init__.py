"""The record of all that was read: one SQLite file, and the only package that knows SQL."""

from dateline.model.views import Views, Weighing
from dateline.record.background import Background
from dateline.record.connection import ENGINE
from dateline.record.counts import (
    count_all,
    count_in_documents,
    count_listing,
    count_types,
    coverage_by_language,
    distinct,
    document_numbers,
    reports_of_outlets,
)
from dateline.record.days import DayCount, event_days
from dateline.record.following import Following, following
from dateline.record.naming import Framed, Named, framed, named
from dateline.record.narrowing import narrowed
from dateline.record.opening import create_or_open, open_record
from dateline.record.pages import (
    as_plain,
    by_id,
    decisions_on,
    doubt_on,
    find,
    find_all_ids,
    find_in_order,
    in_document,
    uncoded_in,
    words,
)
from dateline.record.part import Around, part_of, part_of_documents, part_quoting, part_telling
from dateline.record.points import EventPoint, PlacePoint, event_points, holders_on, lane_names, place_points
from dateline.record.queue import QUEUES, QueueNumbers, review_numbers, review_queue, said_by_others
from dateline.record.searching import Hit, NameHit, index_texts, marked, names, search_names, search_texts, try_to_index
from dateline.record.store import Record, RunSettings
from dateline.record.wanted import Page, Wanted

__all__ = [
    "ENGINE",
    "QUEUES",
    "Around",
    "Background",
    "DayCount",
    "EventPoint",
    "Following",
    "Framed",
    "Hit",
    "NameHit",
    "Named",
    "Page",
    "PlacePoint",
    "QueueNumbers",
    "Record",
    "RunSettings",
    "Views",
    "Wanted",
    "Weighing",
    "as_plain",
    "by_id",
    "count_all",
    "count_in_documents",
    "count_listing",
    "count_types",
    "coverage_by_language",
    "create_or_open",
    "decisions_on",
    "distinct",
    "document_numbers",
    "doubt_on",
    "event_days",
    "event_points",
    "find",
    "find_all_ids",
    "find_in_order",
    "following",
    "framed",
    "holders_on",
    "in_document",
    "index_texts",
    "lane_names",
    "marked",
    "named",
    "names",
    "narrowed",
    "open_record",
    "part_of",
    "part_of_documents",
    "part_quoting",
    "part_telling",
    "place_points",
    "reports_of_outlets",
    "review_numbers",
    "review_queue",
    "said_by_others",
    "search_names",
    "search_texts",
    "try_to_index",
    "uncoded_in",
    "words",
]
