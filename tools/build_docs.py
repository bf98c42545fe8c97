"""Takes the program itself and writes the generated parts of docs/ anew, each between its two marker comments."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import click

from dateline.cli import main as cli

DOCS = Path(__file__).resolve().parent.parent / "docs"
PART = re.compile(r"(<!-- generated: (?P<name>[a-z-]+) -->\n).*?(<!-- end of generated -->)", re.DOTALL)
WIDTH = 100  # so that the text does not depend on the terminal it was made in


def command_help() -> str:
    """Give the help of every command, as the program prints it."""
    assert isinstance(cli, click.Group)
    top = click.Context(cli, info_name="dateline", max_content_width=WIDTH, terminal_width=WIDTH)
    parts = []
    for name in sorted(cli.commands):
        context = click.Context(cli.commands[name], info_name=name, parent=top)
        parts.append(f"### dateline {name}\n\n```text\n{cli.commands[name].get_help(context)}\n```\n")
    return "\n".join(parts)


GENERATED: dict[str, Callable[[], str]] = {"commands": command_help}


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
