"""What other packages add: the name of a group of entry points in, the objects they name out, and which do not load."""

from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata

__all__ = ["READERS", "Plugin", "plugins_of"]

READERS = "dateline.readers"


@dataclass(frozen=True, slots=True)
class Plugin:
    """One entry point: its name, the package and version it comes with, what it names; `problem` where it does not load."""

    name: str
    package: str
    version: str
    value: object
    problem: str = ""


@lru_cache(maxsize=8)
def plugins_of(group: str) -> tuple[Plugin, ...]:
    """Return the plug-ins of a group by name, each loaded; one that does not load carries the reason."""
    return tuple(_load(entry) for entry in sorted(metadata.entry_points(group=group), key=lambda one: one.name))


def _load(entry: metadata.EntryPoint) -> Plugin:
    package = entry.dist.name if entry.dist else entry.module
    version = entry.dist.version if entry.dist else ""
    try:
        return Plugin(entry.name, package, version, entry.load())
    except Exception as error:  # whatever another's code raises when it is imported
        return Plugin(
            entry.name,
            package,
            version,
            None,
            f"plug-in {entry.name} of {package}: cannot be loaded ({error}); update it or uninstall it",
        )
