"""What an export is made of: a format and a selection in, the JSON text of the metadata file that goes with it out.

The keys are described in docs/exports.md. The export itself holds no clock: the same record gives the same bytes.
"""

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from dateline.show.exports.form import Files, Form
from dateline.show.selection import Filter, Selection

__all__ = ["METADATA", "metadata", "reads_as_export"]

METADATA = "metadata.json"
_LICENCE = (
    "Quoted words belong to the publishers of the reports and are given as quotations, with their source. Coordinates of "
    "places come from GeoNames and the UCDP Georeferenced Event Dataset (both CC BY 4.0): name them where you publish them. "
    "What the record adds to that is yours."
)


def metadata(form: Form, selection: Selection, files: Files) -> str:
    """Return the text of the metadata file."""
    settings = selection.settings
    content: dict[str, Any] = {
        "format": form.name,
        "about": form.about,
        "program": f"dateline {_version()}",
        "exported": dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat(),
        "record": selection.path.name,
        "made_with": {
            "profile": settings.profile,
            "theatres": [Path(name).name for name in settings.theatres],
            "codebook": Path(settings.codebook).name if settings.codebook else None,
            "knowledge": settings.weighed_with or None,
            "models": list(settings.models),
        },
        "filter": _filter(selection.shown_filter),
        "inputs": [
            {"id": d.id, "path": d.path, "url": d.url or None, "sha256": d.sha256} for d in selection.bare_documents()
        ],
        "left_out": dict(sorted(files.left_out.items())),
        "review": _reviewed(selection),
        "licence": " ".join(filter(None, (_LICENCE, form.note))),
        "files": {name: _digest(files.folder / name) for name in _names(files.folder)},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def reads_as_export(folder: Path) -> list[str] | None:
    """Return the files of an export in this folder by their names, or None where it is none."""
    try:
        content = json.loads((folder / METADATA).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    is_ours = isinstance(content, dict) and str(content.get("program", "")).startswith("dateline ")
    return list(map(str, content.get("files") or ())) if is_ours else None


def _filter(wanted: Filter) -> dict[str, Any]:
    return {
        "status": wanted.status,
        "since": wanted.since.isoformat() if wanted.since else None,
        "until": wanted.until.isoformat() if wanted.until else None,
        "place": wanted.place or None,
        "actor": wanted.actor or None,
        "redact": "persons" if wanted.redact_persons else None,
    }


def _reviewed(selection: Selection) -> dict[str, int]:
    """How many claims of the export a person has looked at, and how many nobody."""
    words = Counter(selection.review.get(id, "nobody") for id in selection.claim_ids())
    return {word: words[word] for word in sorted({"accepted", "changed", "rejected", "nobody", *words})}


def _names(folder: Path) -> Iterable[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if name != METADATA)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "unknown"
