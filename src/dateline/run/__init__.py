"""The order of things: paths to a record."""

from dateline.run.deciding import Applied, Decider, decide
from dateline.run.pipeline import Progress, Summary, build, forget, recode, weigh_again, weigh_record

__all__ = [
    "Applied",
    "Decider",
    "Progress",
    "Summary",
    "build",
    "decide",
    "forget",
    "recode",
    "weigh_again",
    "weigh_record",
]
