"""The command line: options in, a record, a brief, an export or an explanation out; errors without tracebacks.

One module a family of commands; a new command is a function there and a word in the list below.
"""

import os
import sys
from contextlib import suppress

import click

from dateline.cli.about import demo, doctor
from dateline.cli.codebook import codebook
from dateline.cli.comparing import compare, diff, match, score
from dateline.cli.deciding import agreement, decide, decisions, merge, queue, split, undo
from dateline.cli.reading import forget, read, recode, watch
from dateline.cli.serving import serve
from dateline.cli.showing import brief, control, deals, explain, export, list_
from dateline.cli.theatre import places, theatre
from dateline.errors import DatelineError

__all__ = ["cli", "main"]

NOTHING_DONE = 2


def main() -> None:
    """Run the program; every error that is ours becomes one line and exit status 2."""
    try:
        sys.exit(cli(standalone_mode=False) or 0)  # click hands back the status that a command ends with
    except click.ClickException as error:
        error.show()
        sys.exit(NOTHING_DONE)
    except click.Abort:
        click.echo("stopped; what was read so far is kept, the same command goes on from there", err=True)
        sys.exit(NOTHING_DONE)
    except DatelineError as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(NOTHING_DONE)
    except OSError as error:
        what, why = error.filename or "the output", error.strerror or error
        click.echo(f"dateline: {what} cannot be written ({why}); free some space or use another folder", err=True)
        _drop_output()
        sys.exit(NOTHING_DONE)


def _drop_output() -> None:
    """Let what still waits for an output that takes no more go nowhere, so that nothing complains at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dateline", message="dateline %(version)s")
def cli() -> None:
    """From many news reports of one conflict to one sourced record of what happened."""


_COMMANDS = (
    *(agreement, brief, codebook, compare, control, deals, decide, decisions, demo, diff, doctor, explain, export),
    *(forget, list_, match, merge, places, queue, read, recode, score, serve, split, theatre, undo, watch),
)
for _command in _COMMANDS:
    cli.add_command(_command)
