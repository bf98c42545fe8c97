"""Readings to one vocabulary: the same actor, place and thing gets the same id across reports and languages."""

from dateline.resolve.link import Resolve
from dateline.resolve.resolved import Resolved
from dateline.resolve.settling import settle

__all__ = ["Resolve", "Resolved", "settle"]
