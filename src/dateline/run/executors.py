"""Settings in, what runs a stage out: the processes of this machine, or a cluster."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from dateline.model import Article
from dateline.run.local import Local, Stage, Understood
from dateline.settings import Settings

__all__ = ["Executor", "executor"]


class Executor(Protocol):
    """Takes articles, best `portion` of them at a time, yields each with its reading, in order."""

    portion: int

    def __call__(self, articles: list[Article]) -> Understood:
        """Run the stage over the articles."""


def executor(stage: Stage, settings: Settings, mark: str, record: Path) -> AbstractContextManager[Executor]:
    """Return what the settings ask for, as a context; `mark` says with what the stage reads into which `record`."""
    if settings.on != "ray":
        return Local(stage, settings.workers)
    from dateline.run.ray import Cluster, Ray

    folder = settings.shards or str(record.with_name(f"{record.name}-shards"))
    most = settings.workers if settings.workers > 1 else 0  # nobody asks a cluster for one worker
    return Ray(stage, Cluster(settings.address, most, folder), mark)
