"""Every default of the program, visible in one place; nothing else reads the environment."""

import getpass
import os
from dataclasses import dataclass

__all__ = ["EXECUTORS", "PARSES_AT_MOST", "PROFILES", "Settings", "login_name"]

PROFILES = ("fast", "accurate")
EXECUTORS = ("local", "ray")
PARSES_AT_MOST = 2 * 1024**3  # bytes of parses beside a record; about 500,000 reports of the usual length


@dataclass(frozen=True, slots=True)
class Settings:
    """How reports are read. `theatre` is `auto`, a shipped theatre's name, or a folder; `workers` are processes.

    `codebook` is a folder of one's own event types. `on` is where stages run, `ray` on the cluster at `address` (empty: Ray
    is started on this machine), whose workers leave what they read in the folder or URL `shards` (empty: beside the record).
    """

    theatre: str = "auto"
    profile: str = "fast"
    outlet: str = ""
    published: str = ""
    workers: int = 1
    codebook: str = ""
    on: str = "local"
    address: str = ""
    shards: str = ""


def login_name() -> str:
    """Return the name that the user is logged in under; "" where the system tells none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def wants_no_progress() -> bool:
    """True where the user asked for plain output by the usual NO_COLOR or a dumb terminal."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
