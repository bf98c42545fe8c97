"""Speed as ratios to the bare parse of the same text in the same run; the bounds are wide, since machines differ."""

import subprocess
import sys
from time import perf_counter

import pytest

import dateline
from dateline.record import open_record
from dateline.theatres import load_theatre
from tests.bench.measure import measure
from tests.bench.vary import multiply

pytestmark = [pytest.mark.bench, pytest.mark.slow]


def test_fast_takes_little_more_than_the_bare_parse(sample):
    ratios = {stage.name: stage.ratio for stage in measure("sample", sample, accurate=False).stages}
    assert ratios["understand, `fast`"] < 1.6 * 1.5
    assert ratios["coding alone, parses given"] < 1.0


def test_help_appears_at_once():
    least = min(_timed([sys.executable, "-m", "dateline", "--help"]) for _ in range(3))
    bare = min(_timed([sys.executable, "-c", "import click"]) for _ in range(3))
    assert least < 4 * bare


def test_the_same_seed_multiplies_to_the_same_archive(sample, tmp_path):
    record = dateline.build([sample], into=tmp_path / "r")
    pairs = list(zip(record.articles(), record.readings(), strict=True))
    theatre = load_theatre(("world", "syria"))
    assert list(multiply(pairs, theatre, 50)) == list(multiply(pairs, theatre, 50))
    made = list(multiply(pairs, theatre, 50))
    assert len({article.id for article, _ in made}) == 50
    assert all(c.document == article.id for article, reading in made for c in reading.claims)
    assert open_record(record.path).has_current_views()


def _timed(command: list[str]) -> float:
    begun = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begun
