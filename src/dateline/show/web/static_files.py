"""Scripts and styles: the folder `static` in, responses out under an address that changes when any of them does."""

import hashlib
import mimetypes
from importlib import resources
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

__all__ = ["FOLDER", "answer_static", "version"]

FOLDER = Path(str(resources.files("dateline.show.web") / "static"))
_TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".geojson": "application/geo+json"}
_FOR_EVER = "public, max-age=31536000, immutable"


def version() -> str:
    """Return a mark of all the files: modules import each other by relative addresses, so they share one."""
    digest = hashlib.sha256()
    for path in sorted(path for path in FOLDER.rglob("*") if path.is_file()):
        digest.update(path.relative_to(FOLDER).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


async def answer_static(request: Request) -> Response:
    """Give one file; the version in the address only tells caches apart."""
    path = (FOLDER / request.path_params["path"]).resolve()
    if FOLDER.resolve() not in path.parents or not path.is_file():
        return PlainTextResponse("There is no such file.\n", 404)
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return FileResponse(path, media_type=kind, headers={"Cache-Control": _FOR_EVER})
