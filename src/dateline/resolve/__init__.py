"""Readings to one vocabulary: the same actor, place and thing gets the same id across reports and languages."""

from dateline.resolve.link import Resolve, Resolved

__all__ = ["Resolve", "Resolved"]
