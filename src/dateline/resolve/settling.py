"""The log of decisions, the reports and their readings in; what stands of the decisions on today's ids out.

A decision that fits nothing today is an orphan with its reason. It stays in the log and is tried again in every run.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import (
    NO_RULINGS,
    Act,
    Anchor,
    Article,
    Change,
    Claim,
    Decision,
    Evidence,
    Grading,
    Judgement,
    Linkage,
    Merging,
    Orphan,
    Reading,
    Regrouping,
    Rulings,
    Span,
)
from dateline.model.fields import FIELDS, read_value
from dateline.model.log import fields_set, review_of, standing
from dateline.resolve.anchoring import Finder

__all__ = ["BY_HAND", "settle"]

BY_HAND = "added by hand"
_ON_ONE = frozenset({Act.ACCEPT, Act.REJECT, Act.UNSURE, Act.FLAG, Act.CHANGE})


def settle(log: Iterable[Decision], articles: Iterable[Article], readings: Sequence[Reading]) -> Rulings:
    """Return what the log comes to; the order of the reports plays no part."""
    decisions = standing(log)
    if not decisions:
        return NO_RULINGS
    return _Settling({article.id: article for article in articles}, readings).settle(decisions)


class _Settling:
    """Puts decisions to the things they are about."""

    def __init__(self, articles: Mapping[str, Article], readings: Sequence[Reading]) -> None:
        self.finder = Finder(articles, readings)
        self.about: dict[str, list[Decision]] = defaultdict(list)
        self.added: dict[str, Claim] = {}
        self.linkages: list[Linkage] = []
        self.identities: list[Merging | Regrouping] = []
        self.named: dict[str, Anchor] = {}
        self.gradings: list[Grading] = []
        self.orphans: list[Orphan] = []
        self.ways = {Act.MERGE: self._merge, Act.SPLIT: self._split, Act.ADD: self._add, Act.GRADE: self._grade}

    def settle(self, decisions: Sequence[Decision]) -> Rulings:
        """Return the rulings of standing decisions."""
        for decision in decisions:
            self.named |= {anchor.id: anchor for anchor in decision.anchors if anchor.kind in ("actor", "place")}
            try:
                self.ways.get(decision.act, self._on_one)(decision)
            except ValueError as problem:
                self.orphans.append(Orphan(decision.id, str(problem)))
            except (KeyError, TypeError, AttributeError):
                self.orphans.append(Orphan(decision.id, "it was written by another program and cannot be read"))
        judged = self._still_meant()
        reviews = tuple(review_of(id, self.about[id]) for id in sorted(self.about) if self.about[id])
        return Rulings(
            changes={id: changes for id, found in self.about.items() if (changes := _changes(found))},
            rejected=frozenset(r.id for r in reviews if r.judgement is Judgement.REJECTED),
            added=tuple(self.added[id] for id in sorted(self.added)),
            identities=tuple(self.identities),
            linkages=tuple(self.linkages),
            gradings=tuple(self.gradings),
            reviews=reviews,
            orphans=tuple(sorted((*self.orphans, *judged), key=lambda orphan: orphan.id)),
            named=self.named,
        )

    def _on_one(self, decision: Decision) -> None:
        """Put a decision to the claim, figure or statement it is about."""
        anchor = _first(decision)
        id = decision.about if decision.about in self.added else self.finder.find(anchor)
        if not id:
            raise ValueError(self._lost(anchor))
        if decision.act is Act.CHANGE:
            read_value(anchor.kind, decision.field, decision.value)
        self.about[id].append(decision)

    def _lost(self, anchor: Anchor) -> str:
        what = f"{anchor.label} ".lstrip() + anchor.kind
        if not self.finder.reports(anchor):
            return f"the report it was found in ({anchor.path}) is not in the record"
        return f"no {what} is found at “{' '.join(anchor.quote.split())}” any more"

    def _still_meant(self) -> list[Orphan]:
        """Take out verdicts on another type than the claim has now: who accepted a protest accepted no attack."""
        out: list[Orphan] = []
        for id, found in self.about.items():
            label = self.finder.label(id)
            types = {label, *(json.loads(d.value) for d in found if d.act is Act.CHANGE and d.field == "type")}
            for decision in list(found):
                anchor = _first(decision)
                verdict = anchor.kind == "claim" and decision.act in (Act.ACCEPT, Act.REJECT)
                if verdict and label and anchor.label not in types:
                    found.remove(decision)
                    out.append(Orphan(decision.id, f"it was said of a claim of {anchor.label}; now it is {label}"))
        return out

    # --- several things ---------------------------------------------------------------------------------------------
    def _merge(self, decision: Decision) -> None:
        if _first(decision).kind == "event":
            self.linkages.append(self._linkage(decision, together=True))
        else:
            self.identities.append(Merging(_first(decision), decision.anchors[1:], decision.id))

    def _split(self, decision: Decision) -> None:
        if _first(decision).kind == "event":
            self.linkages.append(self._linkage(decision, together=False))
            return
        told = json.loads(decision.value)
        mentions = (self.finder.find(anchor) for anchor in decision.anchors if anchor.kind == "mention")
        found = tuple(dict.fromkeys(filter(None, mentions)))
        if not found:
            raise ValueError("none of the mentions that it takes out is found any more")
        self.identities.append(Regrouping(decision.about, found, told["into"], told["name"], decision.id))

    def _linkage(self, decision: Decision, together: bool) -> Linkage:
        now = self._claims_now(decision)
        groups = [tuple(now[id] for id in group if now.get(id)) for group in json.loads(decision.value)]
        groups = [group for group in groups if group]
        if len(groups) < 2:
            raise ValueError("of the claims that it puts together or apart, too few are found any more")
        return Linkage(tuple(groups), together, decision.id, decision.who)

    def _claims_now(self, decision: Decision) -> dict[str, str]:
        """Return by the id it had then the id that each claim of an event has now."""
        claims = (anchor for anchor in decision.anchors if anchor.kind == "claim")
        return {a.id: a.id if a.id in self.added else self.finder.find(a) for a in claims}

    def _grade(self, decision: Decision) -> None:
        kind = _first(decision).kind
        value = read_value(kind, decision.field, decision.value)
        claims = tuple(dict.fromkeys(filter(None, self._claims_now(decision).values())))
        if kind == "event" and not claims:
            raise ValueError("none of the claims of the event that it grades is found any more")
        reason = f"{decision.why} (graded by {decision.who})"
        self.gradings.append(Grading(decision.about, claims, str(value), reason, decision.id))

    # --- claims that the machine missed -----------------------------------------------------------------------------
    def _add(self, decision: Decision) -> None:
        """Put a claim where its words stand now; where the machine has come to find it too, its fields hold there."""
        anchor = _first(decision)
        found = self.finder.place(anchor)
        if found is None:
            raise ValueError(self._lost(anchor))
        told = json.loads(decision.value)
        twin = self.finder.find(anchor)
        if twin and self.finder.label(twin) == anchor.label:
            fields = [name for name in FIELDS["claim"] if name in told]
            self.about[twin] += [_as_change(decision, name, told[name]) for name in fields]
            return
        document, trigger = found
        self.added[decision.about] = _claim(decision.about, document, trigger, anchor.span, told)
        self.about[decision.about].append(decision)


def _first(decision: Decision) -> Anchor:
    return decision.anchors[0] if decision.anchors else Anchor(decision.about, "claim")


def _changes(decisions: Iterable[Decision]) -> tuple[Change, ...]:
    """Return the value that counts of each field that a human set."""
    return tuple(Change(field, value) for field, value in fields_set(decisions).items())


def _as_change(decision: Decision, field: str, value: object) -> Decision:
    return Decision(
        decision.id, Act.CHANGE, decision.about, decision.who, decision.when, decision.why, field, json.dumps(value)
    )


def _claim(id: str, document: str, trigger: Span, before: Span, told: Mapping[str, object]) -> Claim:
    """Return the claim that a human added, its clause moved with its signal words."""
    moved = trigger.start - before.start
    start, end = (int(at) for at in _pair(told["span"]))
    span = Span(max(0, start + moved), end + moved)
    fields = {name: read_value("claim", name, json.dumps(told[name])) for name in FIELDS["claim"]}
    return Claim(
        id=id,
        document=document,
        span=span,
        trigger=trigger,
        plover="",
        acled="",
        confidence=1.0,
        rule=BY_HAND,
        evidence=(Evidence("trigger", trigger, BY_HAND),),
        **fields,  # type: ignore[arg-type]  # each was read by its own reader
    )


def _pair(value: object) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError(f"span: {value!r} is no pair of offsets; write [start, end]")
    return int(value[0]), int(value[1])
