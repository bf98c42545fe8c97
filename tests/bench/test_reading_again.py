"""Small files by the thousand: to read them again, unchanged, takes less than a millisecond a file."""

import random
import time

import pytest

from dateline.run import build

NUMBER = 2_000
AT_MOST = 1.0  # milliseconds a file


@pytest.mark.bench
@pytest.mark.slow
def test_unchanged_files_are_read_again_in_less_than_a_millisecond_each(tmp_path):
    chance = random.Random(3)
    words = ["".join(chance.choice("aeiouklmnprstv") for _ in range(chance.randint(4, 9))) for _ in range(4000)]
    for number in range(NUMBER):
        path = tmp_path / f"in/{number % 100:02}/{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        # In a language that is kept and not coded, so that the first reading is quick; the second never sees the text.
        text = f"Kapinalliset ampuivat kaupunkia perjantaina, {' '.join(chance.choices(words, k=25))}.\n"
        path.write_text(text, encoding="utf-8")
    assert build([tmp_path / "in"], tmp_path / "r").added == NUMBER
    began = time.perf_counter()
    again = build([tmp_path / "in"], tmp_path / "r")
    took = (time.perf_counter() - began) * 1000 / NUMBER
    print(f"{took:.3f} ms a file")
    assert (again.added, again.known) == (0, NUMBER)
    assert took < AT_MOST
