"""Resolved claims, figures and statements in, equal ones out that hold equal parts as one object, not as many.

A report says many times who, where and when, at the same words; read back from a record each time is an object of its
own, and in an archive these take half the memory.
"""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any, TypeVar

from dateline.model import Claim, ControlStatement, Evidence, Figure, Framing, Mention, Span

__all__ = ["Sharing"]

T = TypeVar("T", Claim, Figure, ControlStatement, Framing, Mention)
V = TypeVar("V", bound=Hashable)

_WORDS = 40  # characters that a few words take


class Sharing:
    """Knows the parts that were met: ids, days, codes and short spans of the whole archive, long ones of one report."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}
        self._own: dict[Any, Any] = {}
        self._numbers: dict[int, int] = {}  # apart from the rest, where 1 would be 1.0

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
                span=self._span(item.span),
                part_of=self._in_report(item.part_of),
                **self._everywhere(item, "low", "high", "unit", "role", "places", "speakers", "time", "rule"),
            )
        return item

    def _claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            document=self._in_report(claim.document),
            span=self._span(claim.span),
            trigger=self._span(claim.trigger),
            figures=tuple([self._in_report(id) for id in claim.figures]),
            evidence=tuple([self._evidence(one) for one in claim.evidence]),
            **self._everywhere(claim, "type", "actors", "targets", "mediators", "places", "time", "speakers"),
            **self._everywhere(claim, "plover", "acled", "confidence", "rule"),
        )

    def _evidence(self, one: Evidence) -> Evidence:
        span = self._span(one.span)
        return self._in_report(Evidence(self._same(one.field), span, self._same(one.rule)))

    def _everywhere(self, item: object, *fields: str) -> dict[str, Any]:
        return {field: self._same(getattr(item, field)) for field in fields}

    def _span(self, span: Span) -> Span:
        """Return an equal place in a text; words stand at some hundred thousand of them, clauses at far more."""
        start, end = (self._numbers.setdefault(at, at) for at in (span.start, span.end))
        return self._same(Span(start, end)) if end - start <= _WORDS else self._in_report(Span(start, end))

    def _same(self, value: V) -> V:
        same: V = self._known.setdefault(value, value)
        return same

    def _in_report(self, value: V) -> V:
        same: V = self._own.setdefault(value, value)
        return same
