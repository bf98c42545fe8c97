"""`dateline score` gives the figures of the scorer that lies with the gold, and those of the one in tests/eval."""

import json
import os
import subprocess
import sys

import pytest

from dateline import build
from dateline.show import export
from dateline.show.scoring import load_gold, score, texts_of
from tests.eval import gold as gold_here
from tests.eval import scoring, sets

# Which unnamed actor of ours ("rebels") is which of the gold's hangs, in the other scorer, on the order of a set where two
# meet equally often; it differs from run to run.
TIED = ("claim actor F1", "claim target F1", "claim mediator F1")


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """Each set here, read once: its record and its export."""
    kept: dict[str, object] = {}

    def measure(name):
        if not sets.is_here(name):
            pytest.skip(f"the gold of {name} is not here; set DATELINE_EVAL to the folder that holds gold/ and score/")
        if name not in kept:
            folder = tmp_path_factory.mktemp(name)
            record = build([sets.folders(name)[1]], into=folder / "war.dateline")
            export(record, "jsonl", folder / "war.jsonl")
            kept[name] = record, folder / "war.jsonl"
        return kept[name]

    return measure


@pytest.mark.slow
@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_the_figures_are_those_of_the_scorer_that_lies_with_the_gold(measured, name, tmp_path):
    record, lines = measured(name)
    scorer = sets.ELSEWHERE / "score" / "score.py"
    if not scorer.is_file():
        pytest.skip("there is no other scorer here")
    folder, texts = sets.folders(name)
    command = [sys.executable, str(scorer), str(lines), str(folder), str(texts), "--json", str(tmp_path / "told.json")]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"})
    told = {key: (one["value"], one["n"]) for key, one in json.loads((tmp_path / "told.json").read_text()).items()}
    ours = score(record, load_gold(folder, texts_of(record, []))).figures
    assert list(ours) == list(told)
    for figure, (value, number) in told.items():
        off = 0.01 if figure in TIED else 0
        assert ours[figure][1] == number and abs(ours[figure][0] - value) <= off, figure


@pytest.mark.slow
def test_two_scorers_agree_on_the_examples(measured):
    record, lines = measured("examples")
    folder, texts = sets.folders("examples")
    rows = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    coded = gold_here.load_gold(folder, texts)
    other = scoring.score(coded, gold_here.load_spots(folder), rows)
    ours = score(record, load_gold(folder, texts_of(record, []))).figures
    for figure in scoring.FIGURES:
        value = other.total(figure, [report.name for report in coded]).value
        if value is not None and figure in ours and figure not in TIED:
            assert ours[figure][0] == pytest.approx(value, abs=0.0051), figure
