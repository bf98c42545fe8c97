"""The order of things: paths to a record."""

from dateline.run.pipeline import Progress, Summary, build, weigh_record

__all__ = ["Progress", "Summary", "build", "weigh_record"]
