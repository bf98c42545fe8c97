"""Files far too large, and lines without end: refused or read, in a clear word, within bounds of memory and time."""

import json
import subprocess
import sys
import time

import pytest

from dateline.read import read_article

MEGABYTE = 1_000_000
PROGRAM = """
import json, re, resource, sys
from pathlib import Path
from dateline.errors import InputError
from dateline.model import Article
from dateline.read import ReportFile, read_file
path = Path(sys.argv[1])
articles, said = 0, ""
try:
    for piece in read_file(ReportFile(path, path.parent)):
        articles += isinstance(piece, Article)
        said = said or getattr(piece, "reason", "")
except InputError as error:
    said = str(error)
# The system's peak of a process begins with that of its parent; /proc, where there is one, tells its own.
status = Path("/proc/self/status")
own = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.is_file() else None
peak = int(own[1]) if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([articles, said, peak // 1024]))
"""


def read_apart(path):
    """Read a file in a process of its own; return how many reports it gave, what was said, and its peak in megabytes."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=True, timeout=300
    )
    return json.loads(ran.stdout)


def write(path, start, block, end, size):
    with path.open("w", encoding="utf-8") as stream:
        stream.write(start)
        for _ in range(size // len(block)):
            stream.write(block)
        stream.write(end)
    return path


BLOCK = "Rebels shelled Hama on Friday, activists said.\n" * 1000


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "start", "block", "end", "articles", "word"),
    [
        ("a.txt", "", BLOCK, "", 0, "larger than 64 MB, so it is not one report"),
        ("line.txt", "", "a" * 50_000, "", 0, "larger than 64 MB"),
        ("a.html", "<html><body>", f"<p>{BLOCK}</p>", "</body></html>", 0, "larger than 64 MB"),
        ("line.csv", "text,url\n", "a" * 50_000, "", 0, "line 2: longer than 16,000,000 characters"),
        ("line.jsonl", '{"text": "Shells fell."}\n{"text": "', "a" * 50_000, '"}\n{"text": "Rebels left."}\n', 2, "line 2: longer than"),
    ],
)  # fmt: skip
def test_two_hundred_megabytes_are_handled_within_bounds(tmp_path, name, start, block, end, articles, word):
    path = write(tmp_path / name, start, block, end, 200 * MEGABYTE)
    found, said, peak = read_apart(path)
    assert found == articles and word in said and name in said
    assert peak < 1500


@pytest.mark.parametrize(
    "block", ["a", "rebels shelled the town and ", "Rebels left. ", "Rebels left.\n", "<br>", ". "]
)
def test_a_text_of_half_a_million_characters_is_cut_in_seconds(tmp_path, block):
    path = write(tmp_path / "a.txt", "", block, "end of it", 500_000)
    began = time.perf_counter()
    article = read_article(path)
    assert all(one.span.end - one.span.start <= 2000 for one in article.sentences)
    assert time.perf_counter() - began < 60  # measured 1 to 5


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_text_of_more_than_two_million_characters_is_no_report(tmp_path, name):
    text = "Rebels left the town. " * 100_000
    path = tmp_path / name
    path.write_text(text if name == "a.txt" else json.dumps({"text": text}), encoding="utf-8")
    from dateline.errors import InputError

    with pytest.raises(InputError, match="more than 2,000,000, is not one report"):
        read_article(path)
