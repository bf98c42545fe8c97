"""The cluster executor: the same stage under Ray Data, shard by shard.

Each worker writes what it understood of a shard as one Parquet file into a folder that all machines reach, and hands back a
manifest: the file's name, how many documents it holds and the digest of its content. The one process that writes the record
merges the files in the order of the articles. So a worker that is lost costs its shard, which Ray gives to another; and a run
that was cut off finds the finished shards again, since a shard is named after its articles and the mark of what reads them.
"""

import hashlib
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import fs

from dateline.errors import DatelineError
from dateline.model import Article, Reading
from dateline.record.codec import decode, encode
from dateline.run.local import Stage, Understood
from dateline.run.shards import shards

__all__ = ["Cluster", "Ray"]

_SHARD = 200_000  # characters: about half a minute of a core, against some milliseconds that Ray takes for a shard
_FORM = 1  # of the shard files; another form gives them other names
_LEAST_SHARDS = 4  # a worker, in a small archive: so that none waits for the last one


@dataclass(frozen=True, slots=True)
class Cluster:
    """Which cluster: its address ("" starts Ray on this machine), how many workers (0: all cores), the shards' folder."""

    address: str
    workers: int
    folder: str


@dataclass(frozen=True, slots=True)
class _Manifest:
    """What a worker tells of a finished shard."""

    name: str
    documents: int
    sha256: str


class Ray(AbstractContextManager["Ray"]):
    """Runs a stage on a cluster; `mark` is the code, theatres and profile that the shards are read with."""

    portion = 50_000  # the workers of a portion load the models anew

    def __init__(self, stage: Stage, cluster: Cluster, mark: str) -> None:
        self.stage, self.cluster, self.mark = stage, cluster, mark
        self._started = _connect(cluster)
        self._done: list[str] = []
        self._files, self._folder = _place(cluster.folder)
        self._files.create_dir(self._folder, recursive=True)

    def __call__(self, articles: list[Article]) -> Understood:
        """Yield each article with its reading, in order."""
        parts = {self._name(part): part for part in shards(articles, self._size(articles))}
        waiting = dict(parts)
        ready: dict[str, _Manifest] = {}
        for manifest in self._manifests(parts):
            ready[manifest.name] = manifest
            for name in [*waiting]:  # merged in the order of the articles, whichever is done first
                if name not in ready:
                    break
                yield from zip(waiting.pop(name), self._merge(ready.pop(name)), strict=True)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the cluster; shards that are in the record are taken away, others wait for the next run."""
        for name in self._done:
            self._files.delete_file(f"{self._folder}/{name}")
        if not [one for one in self._files.get_file_info(fs.FileSelector(self._folder)) if one.is_file]:
            self._files.delete_dir(self._folder)
        if self._started:
            import ray

            ray.shutdown()

    def _size(self, articles: list[Article]) -> int:
        workers = self.cluster.workers or _cores()
        return min(_SHARD, sum(len(a.text) for a in articles) // (_LEAST_SHARDS * workers) + 1)

    def _name(self, part: list[Article]) -> str:
        digest = hashlib.sha256(f"{_FORM} {self.mark}".encode())
        for article in part:
            digest.update(encode(article).encode("utf-8"))
        return f"{digest.hexdigest()[:24]}.parquet"

    def _manifests(self, parts: Mapping[str, list[Article]]) -> Iterator[_Manifest]:
        """Yield the manifests of shards as they are done, first those that an earlier run left behind."""
        there = {one.base_name for one in self._files.get_file_info(fs.FileSelector(self._folder)) if one.is_file}
        for name in [name for name in parts if name in there]:
            yield _manifest(name, _read_table(self._files, f"{self._folder}/{name}"))
        rows = [
            {"name": name, "articles": [encode(article) for article in part]}
            for name, part in parts.items()
            if name not in there
        ]
        for row in self._mapped(rows):
            yield _Manifest(row["name"], row["documents"], row["sha256"])

    def _mapped(self, rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Run the shards through Ray Data: a pool of actors, each with the models loaded once."""
        if not rows:
            return
        import ray

        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False  # ours tells documents
        most = min(self.cluster.workers or _cores(), len(rows))
        data = ray.data.from_items(rows, override_num_blocks=len(rows))
        done = data.map_batches(
            _Worker,
            fn_constructor_args=(self.stage, self.cluster.folder),
            batch_size=1,
            compute=ray.data.ActorPoolStrategy(min_size=1, max_size=most),
            num_cpus=1,
        )
        logging.getLogger("ray.data").setLevel(logging.ERROR)  # set again: Ray Data sets its own when it begins
        yield from done.iter_rows()

    def _merge(self, manifest: _Manifest) -> list[Reading]:
        """Read a shard's file, which must be what its worker wrote."""
        table = _read_table(self._files, f"{self._folder}/{manifest.name}")
        if _manifest(manifest.name, table) != manifest:
            raise DatelineError(
                f"{self.cluster.folder}/{manifest.name}: the shard is not what its worker wrote; delete it and run again"
            )
        self._done.append(manifest.name)
        return [decode(Reading, content) for content in table.column("reading").to_pylist()]


class _Worker:
    """One actor: reads shards with models that it loads with its first one."""

    def __init__(self, stage: Stage, folder: str) -> None:
        self.stage = stage
        self._files, self._folder = _place(folder)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[Any]]:
        """Understand one shard, write it, return its manifest as a batch of one row."""
        (name,), (texts,) = batch["name"], batch["articles"]
        readings = list(self.stage(decode(Article, text) for text in texts))
        table = pa.table({"document": [r.document for r in readings], "reading": [encode(r) for r in readings]})
        path = f"{self._folder}/{name}"
        pq.write_table(table, f"{path}.part-{os.getpid()}", filesystem=self._files)
        self._files.move(f"{path}.part-{os.getpid()}", path)  # there at once and whole, or not at all
        told = _manifest(str(name), table)
        return {"name": [told.name], "documents": [told.documents], "sha256": [told.sha256]}


def _connect(cluster: Cluster) -> bool:
    """Reach the cluster, or start Ray on this machine; True where it was not running in this process."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent to anybody
    try:
        import ray
    except ImportError as error:
        raise DatelineError(
            "Ray is not installed; run `pip install 'dateline[cluster]'`, or leave --on ray out"
        ) from error
    if ray.is_initialized():
        return False
    where: dict[str, Any] = {"address": cluster.address} if cluster.address else {"num_cpus": cluster.workers or None}
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
    try:
        ray.init(**where, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    except ConnectionError as error:
        raise DatelineError(f"{cluster.address}: no Ray cluster answers there; check --address ({error})") from error
    return True


def _cores() -> int:
    """Return how many cores the cluster has now; one that grows has at least its first."""
    import ray

    return max(1, int(ray.cluster_resources().get("CPU", 1)))  # type: ignore[no-untyped-call]


def _place(folder: str) -> tuple[fs.FileSystem, str]:
    """Return the file system and path of a folder on disk or a URL (s3://, gs://, hdfs://)."""
    if "://" in folder:
        files, path = fs.FileSystem.from_uri(folder)
        return files, path.rstrip("/")
    return fs.LocalFileSystem(), str(Path(folder).resolve())


def _read_table(files: fs.FileSystem, path: str) -> pa.Table:
    return pq.read_table(path, filesystem=files)


def _manifest(name: str, table: pa.Table) -> _Manifest:
    digest = hashlib.sha256("\n".join(table.column("reading").to_pylist()).encode("utf-8"))
    return _Manifest(name, table.num_rows, digest.hexdigest())
