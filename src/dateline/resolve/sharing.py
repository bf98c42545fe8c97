"""Resolved claims, figures and statements in, equal ones out that hold equal parts as one object, not as many.

A report says many times who, where and when, at the same words; read back from a record each time is an object of its
own, and in an archive these take half the memory.
"""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any, TypeVar

from dateline.model import Claim, ControlStatement, Evidence, Figure, Framing, Mention

__all__ = ["Sharing"]

T = TypeVar("T", Claim, Figure, ControlStatement, Framing, Mention)
V = TypeVar("V", bound=Hashable)


class Sharing:
    """Knows the parts that were met: ids, days and codes of the whole archive, places in the text of one report."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}
        self._own: dict[Any, Any] = {}

    def begin(self) -> None:
        """Begin another report."""
        self._own = {}

    def of(self, item: T) -> T:
        """Return an equal item; mentions and framings stay as they are, since they are packed."""
        if isinstance(item, Claim):
            return self._claim(item)
        if isinstance(item, Figure):
            return replace(
                item,
                id=self._in_report(item.id),
                document=self._in_report(item.document),
                span=self._in_report(item.span),
                part_of=self._in_report(item.part_of),
                **self._everywhere(item, "low", "high", "unit", "role", "places", "speakers", "time", "rule"),
            )
        return item

    def _claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            document=self._in_report(claim.document),
            span=self._in_report(claim.span),
            trigger=self._in_report(claim.trigger),
            figures=tuple([self._in_report(id) for id in claim.figures]),
            evidence=tuple([self._evidence(one) for one in claim.evidence]),
            **self._everywhere(claim, "type", "actors", "targets", "mediators", "places", "time", "speakers"),
            **self._everywhere(claim, "plover", "acled", "confidence", "rule"),
        )

    def _evidence(self, one: Evidence) -> Evidence:
        span = self._in_report(one.span)
        return self._in_report(Evidence(self._same(one.field), span, self._same(one.rule)))

    def _everywhere(self, item: object, *fields: str) -> dict[str, Any]:
        return {field: self._same(getattr(item, field)) for field in fields}

    def _same(self, value: V) -> V:
        same: V = self._known.setdefault(value, value)
        return same

    def _in_report(self, value: V) -> V:
        same: V = self._own.setdefault(value, value)
        return same
