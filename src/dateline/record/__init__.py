"""The record of all that was read: one SQLite file, and the only package that knows SQL."""

from dateline.model.views import Views, Weighing
from dateline.record.connection import ENGINE
from dateline.record.store import Record, RunSettings, create_or_open, open_record

__all__ = ["ENGINE", "Record", "RunSettings", "Views", "Weighing", "create_or_open", "open_record"]
