"""An event type in, plain text for a terminal or Markdown for the documentation out."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from dateline.codebook.types import EventType, Example

__all__ = ["as_list", "as_markdown", "as_text"]

_WIDTH = 100
_EXAMPLES = 3  # in the documentation, as many as show what is meant


def as_list(types: Iterable[EventType]) -> str:
    """Return all types, one a line, under their groups."""
    by_group: dict[str, list[EventType]] = {}
    for event_type in types:
        by_group.setdefault(event_type.group, []).append(event_type)
    lines: list[str] = []
    for group, members in sorted(by_group.items()):
        width = max(len(member.id) for member in members)
        lines += ["", group.upper()]
        for member in members:
            definition = textwrap.shorten(member.definition, _WIDTH - width - 4, placeholder=" ...")
            lines.append(f"  {member.id:<{width}}  {definition}")
    return "\n".join(lines[1:])


def as_text(event_type: EventType) -> str:
    """Return all that a type holds, readable in a terminal."""
    own = [example for example in event_type.examples if example.type == event_type.id]
    misses = [example for example in event_type.examples if example.type != event_type.id]
    lines = [f"{event_type.name} ({event_type.id}), group {event_type.group}", "", *_wrapped(event_type.definition, "")]
    lines += _bullets("What counts", event_type.include) + _bullets("What does not", event_type.exclude)
    lines += ["", "Codes", f"  PLOVER  {event_type.plover or 'none'}"]
    lines += [f"  ACLED   {line}" for line in _acled(event_type)]
    lines += [line for part in _triggers(event_type) for line in part]
    lines += _bullets(f"Examples ({len(own)})", (f"{example.language}  {example.text}" for example in own))
    told = (f"{miss.language}  {miss.text} -> {miss.type}" for miss in misses)
    return "\n".join(lines + _bullets(f"Near misses ({len(misses)}), with what they are", told))


def as_markdown(event_type: EventType) -> str:
    """Return a type's section of the documentation."""
    counts = Counter(trigger.language for trigger in event_type.triggers)
    spread = ", ".join(f"{language} {count}" for language, count in sorted(counts.items()))
    codes = "; ".join(dict.fromkeys(rule.code for rule in event_type.acled if rule.code))
    lines = [
        f"### {event_type.name}",
        "",
        event_type.definition,
        "",
        f"- id `{event_type.id}`, group {event_type.group}",
        f"- PLOVER: {event_type.plover or 'none'}; ACLED: {codes or 'none'}",
        f"- counts: {'; '.join(rule.rstrip('.') for rule in event_type.include)}",
        f"- does not: {'; '.join(rule.rstrip('.') for rule in event_type.exclude)}",
        f"- triggers: {spread}",
        "- examples:",
        *(f"  - {example.text}" for example in _various(event_type)),
    ]
    return "\n".join(lines) + "\n"


def _various(event_type: EventType) -> list[Example]:
    """Return a few examples of the type itself, in different languages."""
    own = [example for example in event_type.examples if example.type == event_type.id]
    first = {example.language: example for example in reversed(own)}
    return sorted(first.values(), key=own.index)[:_EXAMPLES]


def _acled(event_type: EventType) -> Iterator[str]:
    """Yield the ACLED rules in their order."""
    for rule in event_type.acled or ():
        needs = [f"{name} {', '.join(values)}" for name, values in _needs(rule.words, rule.actors, rule.targets)]
        yield (rule.code or "none") + (f", if {' and '.join(needs)}" if needs else "")
    if not event_type.acled:
        yield "none"


def _needs(*lists: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [pair for pair in zip(("a word of", "an actor that is", "a target that is"), lists, strict=True) if pair[1]]


def _triggers(event_type: EventType) -> Iterator[list[str]]:
    """Yield a block of trigger words for each language."""
    for language in sorted({trigger.language for trigger in event_type.triggers}):
        block = ["", f"Triggers, {language}"]
        for part in ("verb", "noun", "phrase"):
            mine = [t for t in event_type.triggers if t.language == language and t.part == part]
            words = dict.fromkeys(t.words + ("*" if t.needs or t.bars else "") for t in mine)
            if words:
                block += _wrapped(f"{part}s: {', '.join(words)}", "  ")
        yield [*block, "  (* under conditions)"]


def _bullets(title: str, items: Iterable[str]) -> list[str]:
    lines = [line for item in items for line in _wrapped(item, "  - ")]
    return ["", title, *lines] if lines else []


def _wrapped(text: str, start: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=start, subsequent_indent=" " * len(start))
