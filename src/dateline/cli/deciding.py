"""The commands that put human decisions into a record: an id and a word in, the record as the decision leaves it out."""

import re
from typing import TYPE_CHECKING

import click

from dateline.cli.terminal import open_record
from dateline.errors import DecisionError
from dateline.settings import login_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.model import Decision
    from dateline.record import Record
    from dateline.run import Decider

__all__ = ["agreement", "decide", "decisions", "merge", "queue", "split", "undo"]

_VERDICTS = ("accept", "reject", "unsure", "flag")
_WORDS_OF = re.compile(r"(?P<document>[^:]+):(?P<start>\d+)-(?P<end>\d+)")

_who = click.option("--who", default="", metavar="NAME", help="Who decides; the login name otherwise.")
_why = click.option("--why", default="", metavar="WORDS", help="The reason, kept in the log.")
_json = click.option("--json", "as_json", is_flag=True, help="JSON, one list.")


@click.command()
@click.argument("record")
@click.argument("id")
@click.argument("words", nargs=-1, required=True, metavar="accept|reject|unsure|flag|FIELD=VALUE...")
@_who
@_why
def decide(record: str, id: str, words: tuple[str, ...], who: str, why: str) -> None:
    """Accept, reject or correct a claim, a figure or a statement of control; grade an outlet or an event.

    ID can be DOCUMENT:START-END, for a claim that was missed at these characters; it needs a type=TYPE.
    """
    decider = _decider(record, who)
    missed = _WORDS_OF.fullmatch(id)
    made = [_added(decider, missed, words, why)] if missed else [_made(decider, id, word, why) for word in words]
    _write(decider.record, made)


@click.command()
@click.argument("record")
@click.argument("keep")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@_who
@_why
def merge(record: str, keep: str, others: tuple[str, ...], who: str, why: str) -> None:
    """Say that actors, places or events (all by id) are one; the id KEEP goes on."""
    decider = _decider(record, who)
    _write(decider.record, [decider.merge(keep, others, why)])


@click.command()
@click.argument("record")
@click.argument("id")
@click.argument("parts", nargs=-1, required=True, metavar="PART...")
@click.option("--into", default="", metavar="ID|NAME", help="Whom the mentions mean instead: known by id, or new.")
@_who
@_why
def split(record: str, id: str, parts: tuple[str, ...], into: str, who: str, why: str) -> None:
    """Take claims out of an event, or mentions (all of a document, if named) out of an actor or a place."""
    decider = _decider(record, who)
    _write(decider.record, [decider.split(id, parts, into, why)])


@click.command()
@click.argument("record")
@click.argument("decision", default="")
@_who
@_why
def undo(record: str, decision: str, who: str, why: str) -> None:
    """Take back a decision: the one with this id, or your newest. Nothing is deleted; an undo can be undone."""
    decider = _decider(record, who)
    _write(decider.record, [decider.undo(decision, why)])


@click.command()
@click.argument("record")
@click.option("--waiting", is_flag=True, help="Only those that fit nothing in the record now.")
@click.option("--from", "other", default="", metavar="OTHER", help="First take over the decisions of another record.")
@_json
def decisions(record: str, waiting: bool, other: str, as_json: bool) -> None:
    """List the log of decisions, and whether each stands, was taken back or waits.

    With --from, coders who worked on copies of a record come together in one.
    """
    from dateline.show.deciding import log_json, log_of, log_text

    opened = open_record(record)
    if other:
        from dateline.run import decide as write

        write(opened, open_record(other).decisions())
    lines = [line for line in log_of(opened) if line.state == "waiting" or not waiting]
    click.echo(log_json(lines) if as_json else log_text(lines), nl=False)


@click.command()
@click.argument("record")
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, help="How many at most.")
@click.option("--for", "who", default="", metavar="NAME", help="What NAME has not judged; else what nobody has.")
@_json
def queue(record: str, most: int, who: str, as_json: bool) -> None:
    """List the claims to check first: those of most doubt that most rests on, each with a question."""
    from dateline.show.deciding import queue_json, queue_text

    opened = open_record(record)
    doubts = opened.queue(who)[:most]
    click.echo(queue_json(doubts) if as_json else queue_text(opened, doubts), nl=False)


@click.command()
@click.argument("record")
@_json
def agreement(record: str, as_json: bool) -> None:
    """Show how far coders agree (Krippendorff's alpha by field), and on what they differ."""
    from dateline.show.deciding import agreement_json, agreement_text

    opened = open_record(record)
    click.echo(agreement_json(opened) if as_json else agreement_text(opened), nl=False)


def _decider(record: str, who: str) -> "Decider":
    from dateline.run import Decider

    return Decider(open_record(record), who or login_name())


def _made(decider: "Decider", id: str, word: str, why: str) -> "Decision":
    """Return the decision that one word of the command line means."""
    from dateline.model import Act

    if word in _VERDICTS:
        return decider.judge(id, Act(word), why)
    field, equals, value = word.partition("=")
    if not equals:
        raise click.UsageError(f"{word!r} is neither one of {', '.join(_VERDICTS)} nor FIELD=VALUE")
    if field in ("reliability", "credibility"):
        return decider.grade(id, decider.read("outlet" if field == "reliability" else "event", field, value), why)
    return decider.change(id, field, decider.read(decider.look.anchor(id).kind, field, value), why)


def _added(decider: "Decider", found: re.Match[str], words: tuple[str, ...], why: str) -> "Decision":
    """Return the addition of a claim that was missed."""
    from dateline.model import Span

    fields = {}
    for word in words:
        field, equals, value = word.partition("=")
        if not equals:
            raise click.UsageError(f"{word!r} is not FIELD=VALUE; a claim that is added needs a type=TYPE")
        fields[field] = decider.read("claim", field, value)
    return decider.add(found["document"], Span(int(found["start"]), int(found["end"])), fields, why)


def _write(record: "Record", made: "Iterable[Decision]") -> None:
    """Write decisions, weigh anew, and say what came of it."""
    from dateline.run import decide as write
    from dateline.show.deciding import decided

    applied = write(record, made)
    for decision in applied.decisions:
        now = record.resolve_id(decision.about) or decision.about
        click.echo(f"{decision.id}: {now} {decided(decision)}")
    if applied.waiting:
        raise DecisionError("; ".join(applied.waiting.values()))
