"""Takes the program itself and writes the generated parts of docs/ anew, each between its two marker comments."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from dateline.cli import cli
from dateline.codebook import load_codebook
from dateline.codebook.telling import as_markdown
from dateline.read.rows import known_names

DOCS = Path(__file__).resolve().parent.parent / "docs"
PART = re.compile(r"(<!-- generated: (?P<name>[a-z-]+) -->\n).*?(<!-- end of generated -->)", re.DOTALL)
WIDTH = 100  # so that the text does not depend on the terminal it was made in


def command_help() -> str:
    """Give the help of every command, as the program prints it."""
    top = cli.make_context("dateline", [], resilient_parsing=True, max_content_width=WIDTH, terminal_width=WIDTH)
    return "\n".join([_help(top), *_help_below(cli, top)])


def _help_below(group: click.Group, above: click.Context) -> Iterator[str]:
    """Yield the help of a group's commands, and of those below them."""
    for name, command in sorted(group.commands.items()):
        context = click.Context(command, info_name=name, parent=above)
        yield _help(context)
        if isinstance(command, click.Group):
            yield from _help_below(command, context)


def _help(context: click.Context) -> str:
    return f"### {context.command_path}\n\n```text\n{context.get_help()}\n```\n"


def event_types() -> str:
    """Give every event type: what it means, its codes, how many trigger words it has, some examples."""
    types = load_codebook().types.values()
    return "\n".join(as_markdown(event_type) for event_type in sorted(types, key=lambda one: one.name))


def columns() -> str:
    """Give the names by which the columns of a table are known, field by field."""
    rows = [f"| `{field}` | {', '.join(f'`{name}`' for name in names)} |" for field, names in known_names().items()]
    return "\n".join(["| field | columns |", "| --- | --- |", *rows, ""])


GENERATED: dict[str, Callable[[], str]] = {"columns": columns, "commands": command_help, "event-types": event_types}


def fill(page: str) -> str:
    """Give the page with each generated part replaced by today's."""
    return PART.sub(lambda part: part[1] + "\n" + GENERATED[part["name"]]() + "\n" + part[3], page)


def build(check: bool) -> int:
    """Write the pages that changed, or with `check` only count them."""
    stale = 0
    for path in sorted(DOCS.rglob("*.md")):
        page = path.read_text(encoding="utf-8")
        filled = fill(page)
        if filled != page:
            stale += 1
            print(f"{'is out of date: run make docs' if check else 'written'}: {path.relative_to(DOCS.parent)}")
            if not check:
                path.write_text(filled, encoding="utf-8", newline="\n")
    return stale


if __name__ == "__main__":
    check_only = "--check" in sys.argv[1:]
    sys.exit(1 if build(check_only) and check_only else 0)
