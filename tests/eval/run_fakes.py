"""python tests/eval/run_fakes.py [--misses N]: stories, alarms, failures and speed on 410 articles on the war in Syria (FA-KES).

Which articles tell one story is asked in three ways. The file groups them by date and place (a province), with dates that the
texts contradict in nearly a third of it: a perfect reader scores low there. So the same is asked of articles that the texts
themselves date to one day, and of stories judged by hand (`fakes_stories.yaml`). The whole pipeline runs.
"""

import csv
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline.run import Summary, build
from tests.eval import public
from tests.eval.public import Outcome, Sheet

TEXTS = public.FOLDER / "fa_kes" / "articles.jsonl"
JUDGED = Path(__file__).with_name("fakes_stories.yaml")
FILE, DAY, HAND = (
    "story = date and place in the file",
    "story = place, of one day by the texts",
    "story as judged by hand",
)
ABOUT = "the whole pipeline on 410 articles of 15 outlets (FA-KES)"

Row = dict[str, str]
Pairs = set[frozenset[str]]


def rows() -> list[Row]:
    """Return the articles of the file; an id that stands in it twice is told apart by its line."""
    lines = TEXTS.read_text(encoding="utf-8").splitlines()
    given: list[Row] = [json.loads(line) for line in lines if line.strip()]
    return [row | {"id": f"{number:03}-{row['id']}"} for number, row in enumerate(given)]


def lay_out(given: Iterable[Row], folder: Path) -> None:
    """Write the articles as files with a manifest, as a user has them."""
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("file", "outlet", "published"))
        for row in given:
            (folder / f"{row['id']}.txt").write_bytes(row["text"].encode("utf-8"))
            writer.writerow((f"{row['id']}.txt", row["outlet"], row["published"]))


@lru_cache(maxsize=1)
def measure() -> Outcome:
    """Build a record of all articles and compare."""
    given = rows()
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "reports"
        folder.mkdir()
        lay_out(given, folder)
        begin = time.process_time()
        summary = build([folder], Path(kept) / "record.dateline")
        return _compare(given, summary, time.process_time() - begin)


def _compare(given: list[Row], summary: Summary, seconds: float) -> Outcome:
    sheet, record = Sheet("fakes", public.mark_of(TEXTS, JUDGED)), summary.record
    names = {article.id: Path(article.path).stem for article in record.articles()}
    sentences = sum(len(article.sentences) for article in record.articles())
    ours = pairs([names[document] for document in story.documents] for story in record.stories())
    told = {names[one.document]: str(one.published.date) for one in record.weighings()}
    in_file = {row["id"]: row["published"] for row in given}
    title = {
        row["id"]: f"{told.get(row['id'])} {row['location']} {row['outlet']}: {row['title'][:60]}" for row in given
    }
    _stories(sheet, FILE, _grouped(given, in_file), ours, title)
    one_day = {pair for pair in ours if len({told[one] for one in pair}) == 1}
    _stories(sheet, DAY, _grouped(given, told), one_day, title)
    judged, either = by_hand()
    _stories(sheet, HAND, judged, ours - either, title)
    spun = {names[copy.document] for copy in record.copies() if copy.spun}
    failed = {Path(one.path).stem: one.reason for one in (*summary.skipped, *summary.uncoded)}
    for row in given:
        what = title[row["id"]]
        sheet.share("not taken for machine-spun", row["id"], row["id"] not in spun, what)
        read = row["id"] in names.values() and row["id"] not in failed
        sheet.share("read and coded without failure", row["id"], read, f"{what}: {failed.get(row['id'])}")
    notes = (
        f"alarms of spun text: {len(spun)} of {len(given)} articles; failures: {len(given) - len(names) + len(failed)}",
        f"speed: {sentences} sentences in {seconds:.0f} s, {sentences / seconds:.0f} a second of one processor, everything counted",
        f"stories of two and more: {sum(len(story.documents) > 1 for story in record.stories())}, pairs {len(ours)}",
    )
    return sheet.outcome(ABOUT, notes=notes)


def _grouped(given: Iterable[Row], day: Mapping[str, str]) -> Pairs:
    """Return the pairs of articles of one day and one place."""
    groups = defaultdict(list)
    for row in given:
        groups[day[row["id"]], row["location"]].append(row["id"])
    return pairs(groups.values())


def by_hand() -> tuple[Pairs, Pairs]:
    """Return the pairs judged to be of one story, and those that may be or not."""
    read = yaml.safe_load(JUDGED.read_text(encoding="utf-8"))
    judged = pairs(read["stories"])
    return judged, pairs(read["open"]) - judged


def _stories(sheet: Sheet, figure: str, wanted: Pairs, ours: Pairs, title: Mapping[str, str]) -> None:
    """Count pairs; each under the first of its two articles."""
    for pair in sorted(wanted | ours, key=sorted):
        tally = (int(pair in wanted & ours), int(pair not in wanted), int(pair not in ours))
        what = " | ".join(title[one] for one in sorted(pair))
        miss = "lost" if pair not in ours else "" if pair in wanted else "too many"
        sheet.found(figure, min(pair), tally, [f"{miss}: {what}"] if miss else [])


def pairs(groups: Iterable[Iterable[str]]) -> Pairs:
    """Return all pairs within groups."""
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


if __name__ == "__main__":
    public.run(measure, TEXTS, __doc__ or ABOUT)
