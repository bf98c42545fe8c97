"""What comes from elsewhere is what its provenance says: scripts unchanged, the basemap as its tool wrote it."""

import hashlib
import json
from importlib import resources

import pytest

STATIC = resources.files("dateline.show.web") / "static"


def sums(folder):
    told = json.loads((STATIC / folder / "provenance.json").read_text(encoding="utf-8"))
    packages = told.get("packages", [told])
    return {name: digest for package in packages for name, digest in package["files"].items()}


@pytest.mark.parametrize("folder", ["vendor", "basemap"])
def test_files_match_their_sums(folder):
    told = sums(folder)
    assert told
    for name, digest in told.items():
        assert hashlib.sha256((STATIC / folder / name).read_bytes()).hexdigest() == digest, name


def test_each_vendored_package_carries_its_licence():
    for name in ("htmx.org-2.0.11", "maplibre-gl-6.17.0", "pmtiles-4.5.0", "fflate-0.8.3"):
        names = [path.name for path in (STATIC / "vendor" / name).iterdir()]
        assert any(one.startswith("LICENSE") for one in names), name


def test_every_country_has_land_and_a_name_and_disputed_borders_a_note():
    world = json.loads((STATIC / "basemap" / "world.json").read_text(encoding="utf-8"))
    names = {one["code"]: (one["name"], one["local"]) for one in world["countries"] if one["code"]}
    assert names["SY"] == ("Syria", "سوريا") and len(names) > 230
    assert all(one["rings"] for one in world["countries"])
    notes = " ".join(one["note"] for one in world["disputed"])
    for place in ("Golan", "Kashmir", "Crimea", "Western Sahara", "Kosovo"):
        assert place in notes
    provinces = json.loads((STATIC / "basemap" / "provinces.json").read_text(encoding="utf-8"))
    assert {"Aleppo", "Idlib"} <= {name for _, _, name, _ in provinces["countries"]["SY"]["names"]}


def test_the_basemap_stays_small():
    assert sum(len((STATIC / "basemap" / name).read_bytes()) for name in ("world.json", "provinces.json")) < 4_000_000
