"""An example or a new type in, a file of the user's own folder changed or begun; comments and form of the file stay."""

import json
import re
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from dateline.codebook.types import load_codebook, type_files
from dateline.codebook.yaml_file import load_mapping
from dateline.errors import CodebookError

__all__ = ["NewExample", "add_example", "start_type"]

_ID = re.compile(r"[a-z][a-z0-9-]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_TOP = re.compile(r"[^\s#-]")  # a line that begins the next part of a file


@dataclass(frozen=True, slots=True)
class NewExample:
    """A sentence, its language and its true type; `looks_like` is the type it could be taken for, if any."""

    type: str
    language: str
    text: str
    looks_like: str = ""

    @property
    def line(self) -> str:
        """The example as a line of YAML."""
        truth = f", type: {self.type}" if self.looks_like else ""
        return f"  - {{text: {json.dumps(self.text, ensure_ascii=False)}, language: {self.language}{truth}}}"


def add_example(folder: Path, example: NewExample) -> Path:
    """Write an example into `folder` (made if absent); a near miss goes to the type it looks like. Return the file."""
    known = load_codebook(folder if folder.is_dir() else None).types
    for name in (example.type, example.looks_like or example.type):
        if name not in known and not (name == "none" and example.looks_like and name == example.type):
            raise CodebookError(f"{name}: no such event type; `dateline codebook show` lists them, `--new` begins one")
    if not _LANGUAGE.fullmatch(example.language):
        raise CodebookError(f"{example.language}: no language code; write one such as en, fr or ar")
    path = _file_of(folder, example.looks_like or example.type)
    text = path.read_text(encoding="utf-8")
    _write(path, _with_line(text, example.line))
    return path


def start_type(folder: Path, type_id: str) -> Path:
    """Write the skeleton of a new type into `folder` and return the file."""
    if not _ID.fullmatch(type_id):
        raise CodebookError(f"{type_id}: no id of a type; use small letters, digits and hyphens, such as aid-looting")
    path = folder / f"{type_id}.yaml"
    if path.exists():
        raise CodebookError(f"{path}: is there already; edit it, or choose another id")
    if type_id in load_codebook().types:
        raise CodebookError(f"{type_id}: comes with Dateline already; choose another id, or add examples without --new")
    skeleton = Path(str(resources.files("dateline.codebook"))) / "skeleton.txt"
    folder.mkdir(parents=True, exist_ok=True)
    name = type_id.replace("-", " ").capitalize()
    _write(path, skeleton.read_text(encoding="utf-8").replace("TYPE-ID", type_id).replace("TYPE-NAME", name))
    return path


def _file_of(folder: Path, type_id: str) -> Path:
    """Return the folder's file about a type; one that adds to a shipped type is begun where there is none."""
    for path, data in type_files(folder) if folder.is_dir() else []:
        if type_id in (data.get("id"), data.get("add_to")):
            return path
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{type_id}.yaml"
    head = f"# Examples of our own, added to those that come with Dateline.\nadd_to: {type_id}\nexamples:\n"
    _write(path, head)
    return path


def _with_line(text: str, line: str) -> str:
    """Return the file's text with a line at the end of its examples."""
    lines = re.sub(r"^examples:\s*\[\s*\]", "examples:", text, flags=re.MULTILINE).rstrip("\n").split("\n")
    start = next((at for at, old in enumerate(lines) if old.startswith("examples:")), None)
    if start is None:
        return "\n".join([*lines, "examples:", line, ""])
    end = next((at for at in range(start + 1, len(lines)) if _TOP.match(lines[at])), len(lines))
    while not lines[end - 1].strip() or lines[end - 1].startswith("#"):
        end -= 1  # a comment before the next part belongs to that part
    item = next((old for old in lines[start + 1 : end] if old.lstrip().startswith("-")), line)
    indent = item[: len(item) - len(item.lstrip())]
    return "\n".join([*lines[:end], indent + line.lstrip(), *lines[end:], ""])


def _write(path: Path, text: str) -> None:
    """Replace a file's text; one that would no longer hold together is left as it was."""
    partial = path.with_name(path.name + ".part")
    try:
        partial.write_text(text, encoding="utf-8", newline="\n")
        load_mapping(partial)
        partial.replace(path)
    except OSError as error:
        text = f"{path}: cannot be written ({error.strerror}); choose another folder with --into"
        raise CodebookError(text) from error
    except CodebookError as error:
        raise CodebookError(f"{path}: is of a form that cannot be added to; put the example in by hand") from error
    finally:
        partial.unlink(missing_ok=True)
