"""The record of all that was read: one SQLite file, and the only package that knows SQL."""

from dateline.model.views import Views, Weighing
from dateline.record.connection import ENGINE
from dateline.record.opening import create_or_open, open_record
from dateline.record.store import Record, RunSettings

__all__ = ["ENGINE", "Record", "RunSettings", "Views", "Weighing", "create_or_open", "open_record"]
