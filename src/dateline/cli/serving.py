"""The command that opens a record as local web pages: a record and an address in, a server until it is stopped."""

from pathlib import Path

import click

from dateline.cli.terminal import open_record
from dateline.errors import DatelineError

__all__ = ["serve"]


@click.command()
@click.argument("record")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port; without it a free one is chosen.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option("--basemap", default="", metavar="FILE", help="A PMTiles file of your own to lay under the map.")
@click.option("--who", default="", metavar="NAME", help="Under which name you decide; else your user name.")
@click.option("--read-only", is_flag=True, help="For looking only: no decisions, no reports dropped.")
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
def serve(record: str, port: int, host: str, basemap: str, who: str, read_only: bool, no_open: bool) -> None:
    """Open a record as web pages on this machine: see it, check it, correct it.

    Only this machine can reach them unless --host says otherwise. Ctrl-C stops the server.
    """
    from dateline.cli.hands import hands_for
    from dateline.show.web import free_port, make_app
    from dateline.show.web import serve as run
    from dateline.show.web.guard import LOOPBACK

    if host in ("0.0.0.0", "::"):
        raise DatelineError(
            f"--host {host}: name the one address at which others reach this machine, such as 192.168.1.5"
        )
    opened = open_record(record)
    tiles = _tiles(Path(basemap)) if basemap else None
    free = free_port(host, port)  # before anything begins to work on the record
    app = make_app(opened, None if read_only else hands_for(opened, who), LOOPBACK | {host.lower()}, tiles)
    run(app, host, free, _tell, browse=not no_open)


def _tiles(path: Path) -> Path:
    """Return the path of a PMTiles archive. Raises DatelineError for anything else."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        raise DatelineError(f"{path}: the basemap cannot be opened ({error.strerror}); check the path") from error
    if head != b"PMTiles\x03":
        raise DatelineError(f"{path}: this is no PMTiles file of version 3; `pmtiles convert` makes one from MBTiles")
    return path


def _tell(address: str) -> None:
    click.echo(f"The workbench is at {address} (Ctrl-C stops it).")
