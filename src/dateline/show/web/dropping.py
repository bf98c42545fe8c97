"""Reports dropped on a page: files of a form in; kept in a folder of their own until they are read, then gone."""

import re
import shutil
import tempfile
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.show.web.asking import day
from dateline.show.web.background import Background
from dateline.show.web.hands import Hands

__all__ = ["take_reports"]

MOST_FILES, MOST_BYTES = 2000, 512 * 2**20
_BLOCK = 2**20
_STRANGE = re.compile(r"[^\w.\- ]+")


async def take_reports(request: Request, hands: Hands, background: Background) -> Response:
    """Keep the files that were dropped and have them read in the background; answer how many there are."""
    if hands.read is None:
        return JSONResponse({"error": "this workbench is for looking only"}, 409)
    async with request.form(max_files=MOST_FILES, max_fields=20) as form:
        published = str(form.get("published", ""))
        if published and not day(published):
            return JSONResponse({"error": f"{published!r} is no day; write it as 2018-03-25"}, 422)
        folder = Path(tempfile.mkdtemp(prefix="dateline-"))
        try:
            paths = await _keep(form, folder)
        except ValueError as error:
            shutil.rmtree(folder, ignore_errors=True)
            return JSONResponse({"error": str(error)}, 413)
    if not paths:
        shutil.rmtree(folder, ignore_errors=True)
        return JSONResponse({"error": "drop files of reports"}, 422)
    outlet = " ".join(str(form.get("outlet", "")).split())
    background.read(paths, outlet, published, lambda: shutil.rmtree(folder, ignore_errors=True))
    return JSONResponse({"files": len(paths)})


async def _keep(form: FormData, folder: Path) -> list[Path]:
    paths: list[Path] = []
    size = 0
    for upload in form.getlist("reports"):
        if not isinstance(upload, UploadFile) or not upload.filename:
            continue
        path = folder / f"{len(paths):04}" / safe_name(upload.filename)
        path.parent.mkdir()
        with path.open("wb") as file:
            while block := await upload.read(_BLOCK):
                size += len(block)
                if size > MOST_BYTES:
                    raise ValueError("more than 512 MB at once; read so much with `dateline read`")
                file.write(block)
        paths.append(path)
    return paths


def safe_name(name: str) -> str:
    """Return a file name without folders and strange letters: it comes from a stranger."""
    last = _STRANGE.sub("_", re.split(r"[/\\]", name)[-1]).strip(". ")
    return last[-120:] or "report.txt"
