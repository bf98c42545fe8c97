"""A human word on a record in; a decision with its anchors, written to the log and carried through all views, out.

`Decider` makes decisions of one person: it looks up what they are about, checks the value and notes where all that stands in
the reports. `decide` writes them and weighs anew.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.errors import DecisionError
from dateline.model import Act, Actor, Anchor, Decision, Event, Outlet, Place, Span, content_id
from dateline.model.fields import value_in_words
from dateline.model.log import standing
from dateline.record import Record
from dateline.resolve.anchoring import words_at
from dateline.run.about import LookUp, a, as_json, named
from dateline.run.pipeline import weigh_again

__all__ = ["Applied", "Decider", "decide"]

_NO_FIELDS: dict[str, object] = {
    name: [] for name in ("actors", "targets", "mediators", "places", "speakers", "figures")
}


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of decisions: they are in the log; `waiting` are those that fit nothing, by id and reason.

    `views` is False where they were only written, and all that follows from them is still to be weighed.
    """

    decisions: tuple[Decision, ...]
    waiting: dict[str, str]
    views: bool


def decide(record: Record, decisions: Iterable[Decision], weigh: bool = True) -> Applied:
    """Write decisions to the log, all or none, and make all views anew.

    Without `weigh` only the reviews of the things decided on are up to date afterwards, which takes milliseconds; call
    `weigh_again` when there is time.
    """
    listed = tuple(decisions)
    record.add_decisions(listed)
    if weigh:
        weigh_again(record)
    own = {decision.id for decision in listed}
    waiting = {orphan.id: orphan.reason for orphan in record.orphans() if orphan.id in own} if weigh else {}
    return Applied(listed, waiting, weigh)


class Decider:
    """Makes the decisions of one person on one record; every method returns a decision that is not yet in the log."""

    def __init__(self, record: Record, who: str, blind: bool = False) -> None:
        """Take the record and the name that the decisions go under.

        A `blind` coder was shown claims as the program read them (`record.claim_as_read`), and vouches for that.
        """
        if not who.strip():
            raise DecisionError("a decision needs the name of who makes it; give one with --who")
        self.record, self.who, self.look = record, who.strip(), LookUp(record, blind)

    # --- one thing --------------------------------------------------------------------------------------------------
    def judge(self, id: str, act: Act, why: str = "") -> Decision:
        """Accept, reject, be unsure of, or flag (for others to look at) a claim, a figure or a control statement."""
        anchor = self.look.anchor(id)
        if anchor.kind not in ("claim", "figure", "control"):
            what = f"{id}: this is {a(anchor.kind)}"
            raise DecisionError(f"{what}; claims, figures and control statements can be accepted or rejected")
        return self._decision(act, anchor.id, why, anchors=(anchor,))

    def change(self, id: str, field: str, value: object, why: str = "") -> Decision:
        """Set a field of a claim, a figure or a control statement, as JSON knows it; actors and places by id or by name."""
        anchor = self.look.anchor(id)
        self.look.check(anchor, field, as_json(value))
        value, known = self.look.with_ids(field, value)
        return self._decision(Act.CHANGE, anchor.id, why, field, as_json(value), (anchor, *known))

    def read(self, kind: str, field: str, words: str) -> object:
        """Return as JSON knows it what a user wrote for a field of a claim, a figure, a statement, an outlet or an event."""
        try:
            return value_in_words(kind, field, words)
        except ValueError as problem:
            raise DecisionError(str(problem)) from None

    def grade(self, id: str, value: object, why: str) -> Decision:
        """Set the reliability (A-F) of an outlet or the credibility (1-6) of an event, with the reason."""
        thing = self.look.thing(id)
        if not isinstance(thing, Outlet | Event):
            raise DecisionError(f"{id}: outlets have a reliability and events a credibility; this is neither")
        if not why.strip():
            raise DecisionError(f"{id}: a grade needs its reason; give one with --why")
        field = "reliability" if isinstance(thing, Outlet) else "credibility"
        anchors = self.look.anchors(thing)
        text = json.dumps(value)
        self.look.check(anchors[0], field, text)
        return self._decision(Act.GRADE, thing.id, why, field, text, anchors)

    def undo(self, decision: str = "", why: str = "") -> Decision:
        """Take back a decision: the one with this id, else this person's newest that stands."""
        log = self.record.decisions()
        if decision and decision not in {one.id for one in log}:
            raise DecisionError(f"{decision}: no decision has this id; `dateline decisions RECORD` lists them")
        own = [one.id for one in standing(log) if one.who == self.who]
        if not decision and not own:
            raise DecisionError(f"{self.record.path}: {self.who} has decided nothing that could be taken back")
        return self._decision(Act.UNDO, decision or own[-1], why)

    # --- several things ---------------------------------------------------------------------------------------------
    def merge(self, keep: str, others: Sequence[str], why: str = "") -> Decision:
        """Say that actors, places or events are one; actors and places go on under the id `keep`."""
        things = [self.look.thing(id) for id in (keep, *others)]
        kinds = {type(thing) for thing in things}
        if len(kinds) > 1 or not kinds <= {Actor, Place, Event} or len({_id(thing) for thing in things}) < 2:
            raise DecisionError(f"{keep}: give two or more actors, places or events, all of one kind")
        if isinstance(things[0], Event):
            events = [thing for thing in things if isinstance(thing, Event)]
            anchors = (self.look.event(events[0]), *(one for event in events for one in self.look.claims(event.claims)))
            return self._decision(
                Act.MERGE, keep, why, value=as_json([event.claims for event in events]), anchors=anchors
            )
        anchors = tuple(named(thing) for thing in things)
        return self._decision(
            Act.MERGE, _id(things[0]), why, value=as_json([one.id for one in anchors[1:]]), anchors=anchors
        )

    def split(self, id: str, parts: Sequence[str], into: str = "", why: str = "") -> Decision:
        """Take claims out of an event, or mentions (all of a document, where one is named) out of an actor or a place.

        `into` is the id or the name of whom the mentions mean instead; without it, somebody new of the same name.
        """
        thing = self.look.thing(id)
        if isinstance(thing, Event):
            return self._split_event(thing, parts, why)
        if not isinstance(thing, Actor | Place):
            raise DecisionError(f"{id}: events, actors and places can be split; this is none of them")
        mentions = self.look.mentions(thing, parts)
        target, name = self.look.into(thing, into, mentions)
        anchors = (named(thing), *(self.look.in_text(mention) for mention in mentions))
        told = as_json({"into": target.id, "name": name})
        known = (target,) if target.before else ()
        return self._decision(Act.SPLIT, thing.id, why, value=told, anchors=(*anchors, *known))

    def _split_event(self, event: Event, parts: Sequence[str], why: str) -> Decision:
        strange = [part for part in parts if part not in event.claims]
        rest = [claim for claim in event.claims if claim not in parts]
        if strange or not rest or not parts:
            what = f"{strange[0]} is no claim of it" if strange else "it needs some of its claims, and not all"
            raise DecisionError(f"{event.id}: {what}; `dateline explain RECORD {event.id}` lists its claims")
        anchors = (self.look.event(event), *self.look.claims(event.claims))
        return self._decision(Act.SPLIT, event.id, why, value=as_json([list(parts), rest]), anchors=anchors)

    # --- what the machine missed --------------------------------------------------------------------------------------
    def add(
        self, document: str, span: Span, fields: dict[str, object], why: str = "", trigger: Span | None = None
    ) -> Decision:
        """Add a claim: the words of a document that say it, and its fields as JSON knows them; `type` must be there."""
        article = self.look.article(document)
        trigger = trigger or span
        if not (0 <= span.start < span.end <= len(article.text) and span.covers(trigger)):
            raise DecisionError(
                f"{document}: {span.start}-{span.end} are no words of it; choose some within 0-{len(article.text)}"
            )
        time = {"earliest": None, "latest": None}
        told = {**_NO_FIELDS, "time": time, "modality": "asserted", "background": False, **fields}
        for name in dict.fromkeys(("type", *told)):
            self.look.check(Anchor(document, "claim"), name, as_json(told.get(name)))
        found = {name: self.look.with_ids(name, value) for name, value in told.items()}
        told = {name: value for name, (value, _) in found.items()}
        label = str(told.get("type", ""))
        id = content_id("c", article.id, trigger.start, trigger.end, label)
        anchor = words_at(article, trigger, Anchor(id, "claim", label=label, before=as_json(told)))
        value = as_json({**told, "span": [span.start, span.end]})
        known = (one for _, anchors in found.values() for one in anchors)
        return self._decision(Act.ADD, id, why, value=value, anchors=(anchor, *known))

    def _decision(
        self, act: Act, about: str, why: str, field: str = "", value: str = "", anchors: tuple[Anchor, ...] = ()
    ) -> Decision:
        when = datetime.now(UTC)
        id = content_id("h", act, about, self.who, when.isoformat(), field, value)
        return Decision(id, act, about, self.who, when, why.strip(), field, value, anchors)


def _id(thing: object) -> str:
    return str(getattr(thing, "id", ""))
