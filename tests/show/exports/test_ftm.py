"""FollowTheMoney entities: valid by the real library, in an environment of its own, and proved by articles that are there."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.show.exports import export

# Run by the library's own environment: every entity must be built, cleaned and left with all its values.
CHECK = """
import json, sys
from followthemoney import model
for line in open(sys.argv[1], encoding="utf-8"):
    data = json.loads(line)
    try:
        entity = model.get_proxy(data, cleaned=False)
    except TypeError:
        from followthemoney.proxy import EntityProxy
        entity = EntityProxy.from_dict(data, cleaned=False)
    entity.schema.validate(data)
    for name, values in data["properties"].items():
        kept = entity.get(name)
        if len(kept) != len(values):
            print(data["id"], name, values, kept)
"""


@pytest.fixture(scope="module")
def written(record, tmp_path_factory):
    target = tmp_path_factory.mktemp("ftm") / "war.json"
    export(record, "ftm", target)
    return target


@pytest.fixture(scope="module")
def entities(written):
    return {one["id"]: one for one in map(json.loads, written.read_text(encoding="utf-8").splitlines())}


@pytest.fixture(scope="session")
def library(request) -> Path:
    """A Python with followthemoney, kept between runs; it took a minute to build here (PyICU compiles, with libicu-dev)."""
    folder = Path(request.config.cache.mkdir("followthemoney"))
    python = folder / "env" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    works = [str(python), "-c", "import followthemoney"]
    if python.exists() and subprocess.run(works, capture_output=True, check=False).returncode == 0:
        return python
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(folder / "env")],
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "followthemoney>=3.8"],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
        if done.returncode:
            pytest.skip(f"followthemoney cannot be installed here: {done.stderr.strip().splitlines()[-1:]}")
    return python


@pytest.mark.slow
def test_the_library_takes_every_entity_and_every_value(written, library):
    done = subprocess.run([str(library), "-c", CHECK, str(written)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_all_schemata_are_there(entities):
    kinds = {one["schema"] for one in entities.values()}
    assert {"Article", "Event", "Organization", "PublicBody", "Person", "Address"} <= kinds


def test_an_event_is_proved_by_its_articles_and_leads_to_entities_that_are_there(entities):
    for one in entities.values():
        for name in ("proof", "involved", "addressEntity", "parent"):
            assert set(one["properties"].get(name, ())) <= set(entities), (one["id"], name)
    attack = entities["dateline-e1"]["properties"]
    assert [entities[id]["schema"] for id in attack["proof"]] == ["Article"] * 3
    assert set(attack["involved"]) == {"dateline-army", "dateline-hill-front"}
    assert {"told as a fact", "contested", "credibility 2 of 6", "review by a person: none"} <= set(attack["keywords"])


def test_an_id_of_other_signs_becomes_one_that_the_library_takes(record):
    from dateline.show.exports.ftm import _id

    assert _id("army") == "dateline-army"
    assert _id("مقاتلون") != _id("مدنيون")
    assert all(_id(odd).isascii() for odd in ("مقاتلون", "a b", "<x>", ""))


def test_it_can_go_to_the_terminal(record):
    stream = io.StringIO()
    export(record, "ftm", stream)
    assert stream.getvalue().count("\n") > 10
