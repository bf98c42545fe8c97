"""The files around the code keep what they promise to someone who clones the project."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
REQUIREMENT = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?P<rest>(?:[^\n]*\\\n)*[^\n]*)", re.MULTILINE)
# A folder on one person's machine, or the host of a package registry: both mean nothing, or the wrong thing, elsewhere.
NOT_PORTABLE = re.compile(r"(?<![\w.:/*-])/(?:home|Users|root|work)/\w|\bpy(?:pi\.org|thonhosted)|\bnpmjs\.(?:org|com)")


def locked(lock: Path) -> dict[str, str]:
    return {match["name"]: match["rest"] for match in REQUIREMENT.finditer(lock.read_text(encoding="utf-8"))}


def project_files() -> list[Path]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a git clone: which files belong to the project cannot be told")
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode("utf-8").split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", errors="replace")


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_make_help_tells_of_every_target():
    targets = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert targets
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    shown = subprocess.run(
        ["make", "help"], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    ).stdout
    assert set(targets[1].split()) == set(re.findall(r"^make ([a-z]+) +\S", shown, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_a_hash_and_no_index_is_named(lock):
    packages = locked(lock)
    assert len(packages) > 20
    assert [name for name, rest in packages.items() if "--hash=sha256:" not in rest] == []
    assert re.findall(r"^(?:-|.*://).*", lock.read_text(encoding="utf-8"), re.MULTILINE) == []


def test_locks_hold_every_dependency_the_project_declares():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for lock, wanted in (("run.lock", []), ("dev.lock", project["optional-dependencies"]["dev"])):
        names = [re.split(r"[<>=!~ \[]", entry)[0].lower() for entry in [*project["dependencies"], *wanted]]
        assert set(names) - set(locked(ROOT / "requirements" / lock)) == set()


def test_no_file_names_a_folder_of_one_machine_or_a_package_registry():
    found = {str(path.relative_to(ROOT)): NOT_PORTABLE.findall(text_of(path)) for path in project_files()}
    assert {name: words for name, words in found.items() if words} == {}


def test_links_between_the_pages_lead_somewhere():
    pages = [path for path in project_files() if path.suffix == ".md"]
    links = [(page, target) for page in pages for target in re.findall(r"\]\((?!\w+:|#)([^)#]+)", text_of(page))]
    assert [
        f"{page.relative_to(ROOT)} -> {target}" for page, target in links if not (page.parent / target).exists()
    ] == []


def test_changelog_has_a_place_for_what_is_not_released():
    assert re.search(r"^## \[Unreleased\]$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
