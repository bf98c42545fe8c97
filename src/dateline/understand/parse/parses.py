"""Parses kept beside a record: takes a document's words as the model reads them, gives back the parse, made once.

One file a document, found by its id and marked by the model and all its words. Where a theatre tells a new name, the
documents with that name are read to the model as other words, and so are parsed again as a whole, like the first time.
"""

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.tokens import Doc, DocBin

__all__ = ["Parses", "bound"]

# All that `syntax` and `parsing` ask of a parse; shapes, vectors and the rest follow from the words or are never asked.
_ASKED = ("TAG", "POS", "DEP", "HEAD", "LEMMA", "MORPH", "ENT_IOB", "ENT_TYPE")
_BATCH = 32
_END = ".parse"


class Parses:
    """The parses of one language; `folder` is where they are kept, or "" where they are not."""

    def __init__(self, folder: str, nlp: Language) -> None:
        """Take the folder, which need not be there, and the pipeline that makes parses."""
        self.folder, self.nlp = folder, nlp

    def of(self, document: str, sentences: Sequence[Doc]) -> list[Doc]:
        """Return the parses of a document's sentences, which hold words alone."""
        if not self.folder:
            return self._parse(sentences)
        path, key = _place(Path(self.folder), document), self._key(sentences)
        kept = self._read(path, key, len(sentences))
        if kept is None:
            kept = self._parse(sentences)
            _write(path, key + DocBin(attrs=_ASKED, docs=kept).to_bytes())
        return kept

    def _parse(self, sentences: Sequence[Doc]) -> list[Doc]:
        return list(self.nlp.pipe(sentences, batch_size=_BATCH))

    def _read(self, path: Path, key: bytes, number: int) -> list[Doc] | None:
        """Return what the file holds, if it was made of these words by this model; a spoilt file counts as none."""
        with suppress(Exception):  # whatever a file cut off or written over makes the unpacker raise
            data = path.read_bytes()
            if data.startswith(key):
                docs = list(DocBin().from_bytes(data[len(key) :]).get_docs(self.nlp.vocab))
                return docs if len(docs) == number else None
        return None

    def _key(self, sentences: Sequence[Doc]) -> bytes:
        digest = hashlib.sha256(self._model.encode())
        for doc in sentences:
            for token in doc:
                digest.update(f"{token.text_with_ws}\x1f".encode())
            digest.update(b"\x1e")
        return digest.digest()

    @cached_property
    def _model(self) -> str:
        meta = self.nlp.meta
        return f"{spacy_version} {meta['lang']} {meta['name']} {meta['version']} {' '.join(self.nlp.pipe_names)}"


def bound(folder: Path, documents: set[str], largest: int) -> None:
    """Delete the parses of documents that are no more, and the oldest of all where they are more than `largest` bytes."""
    if not folder.is_dir():
        return
    kept = []
    for path in folder.glob(f"*/*{_END}"):
        with suppress(OSError):
            if path.stem in documents:
                stat = path.stat()
                kept.append((stat.st_mtime_ns, stat.st_size, path))
            else:
                path.unlink()
    total = sum(size for _, size, _ in kept)
    for _, size, path in sorted(kept):
        if total <= largest:
            break
        with suppress(OSError):
            path.unlink()
            total -= size


def _place(folder: Path, document: str) -> Path:
    """Two hundred and fifty-six folders, since many systems are slow with many files in one."""
    return folder / document[-2:] / f"{document}{_END}"


def _write(path: Path, data: bytes) -> None:
    """Write a file that is whole or not there; where it cannot be written, the next run parses again."""
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(path)
