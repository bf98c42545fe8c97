"""Takes named npm packages, puts the script files the workbench serves under static/vendor/, with where they came from."""

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
TARGET = TOOLS.parent / "src" / "dateline" / "show" / "web" / "static" / "vendor"
LICENCES = TOOLS / "licences"  # of packages that name a licence and carry no text of it


@dataclass(frozen=True, slots=True)
class Package:
    """One package at one version: `integrity` is what the registry signs for, `files` are those to keep, unchanged."""

    name: str
    version: str
    integrity: str
    licence: str
    files: tuple[str, ...]

    @property
    def folder(self) -> str:
        """Where it lies: the version is part of the address, so a browser never mixes two of them."""
        return f"{self.name}-{self.version}"


PACKAGES = (
    Package(
        "htmx.org",
        "2.0.11",
        "sha512-Thx/WtpeOQqSrqBCw/A1cwGJGg4UrVa3+sW0GmrM3p4gJgO89ecH4qtbnyzDDWFvBTqjnIMCgELTNt636dtamA==",
        "0BSD",
        ("dist/htmx.min.js", "LICENSE"),
    ),
    Package(
        "maplibre-gl",
        "6.17.0",
        "sha512-2chIZwpLGenoUQOcnm9Pk4SLbA8ppNFq8jlpXiq9vcYm3Y1wJ3fc82FL0GLwBaPYJCLzPv/mC46KEupVov75rQ==",
        "BSD-3-Clause",
        ("dist/maplibre-gl.mjs", "dist/maplibre-gl-worker.mjs", "dist/maplibre-gl.css", "LICENSE.txt"),
    ),
    Package(
        "pmtiles",
        "4.5.0",
        "sha512-CBeD4SoUluFziGdy/8k7FOjQxQy486n+929W/tWophauvMICpkZ26vGBWhDt/6b1FZQWNaf4jFdT/5+q0Wii5w==",
        "BSD-3-Clause",
        ("dist/pmtiles.js",),
    ),
    # pmtiles.js carries this one inside: only its licence is kept.
    Package(
        "fflate",
        "0.8.3",
        "sha512-tbZNuJrLwGUp3zshBtdy4W+ORxZuIh8a5ilyIEQDC5rY1f3U20JMry0Ll3WBzU58EZKsEuJFXhb5gwv8CsPvgA==",
        "MIT",
        ("LICENSE",),
    ),
)


def fetch(package: Package, folder: Path) -> Path:
    """Download one package with npm and return its archive. Raises SystemExit where it is not the one named here."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{package.name}@{package.version}"]
    subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)
    archive = folder / f"{package.name}-{package.version}.tgz"
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode("ascii")
    if found != package.integrity:
        raise SystemExit(f"{package.name} {package.version}: the archive has {found}, not {package.integrity}")
    return archive


def unpack(package: Package, archive: Path, target: Path) -> dict[str, str]:
    """Write the wanted files of a package and return the SHA-256 of each."""
    folder = target / package.folder
    folder.mkdir(parents=True, exist_ok=True)
    sums = {}
    licence = LICENCES / f"{package.name}.txt"
    if licence.is_file():
        shutil.copyfile(licence, folder / "LICENSE.txt")
    with tarfile.open(archive) as packed:
        for name in package.files:
            source = packed.extractfile(f"package/{name}")
            assert source is not None, name
            content = source.read()
            (folder / Path(name).name).write_bytes(content)
            sums[f"{package.folder}/{Path(name).name}"] = hashlib.sha256(content).hexdigest()
    return sums


def main() -> None:
    """Write the files anew and their provenance beside them."""
    packages = []
    with tempfile.TemporaryDirectory() as scratch:
        for package in PACKAGES:
            sums = unpack(package, fetch(package, Path(scratch)), TARGET)
            about = {"version": package.version, "licence": package.licence, "integrity": package.integrity}
            packages.append({"package": package.name, **about, "files": sums})
    provenance = {"made_by": "tools/vendor_scripts.py", "source": "npm, files unchanged", "packages": packages}
    (TARGET / "provenance.json").write_text(json.dumps(provenance, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
