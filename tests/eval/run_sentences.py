"""python tests/eval/run_sentences.py [--misses N]: type, actor, target, place and mode of single sentences, all types alike.

The sentences in `sentences/` were made up for this by two people who had not seen the codebook, in the words that news of
any war uses: the chief claim of each is marked; sentences of type `none` only sound like war. What is missed in
`held_out.tsv` is never shown.
"""

import csv
import sys
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline.model import Claim
from dateline.understand import Understand
from dateline.understand.draft import TWO_SIDED
from tests.eval import public
from tests.eval.public import Outcome, Sheet
from tests.eval.run_plover import sentence_article, words_mean

TEXTS = Path(__file__).with_name("sentences")
FILES = ("in_sight", "held_out")
ABOUT = "single sentences of every type, made up by people who had not seen the codebook"


@lru_cache(maxsize=1)
def measure() -> Outcome:
    """Read every sentence as a report of its own and compare."""
    sheet = Sheet("sentences", public.mark_of(TEXTS))
    read = Understand(())
    for name in FILES:
        with (TEXTS / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                _judge(sheet, name, row, read)
    return sheet.outcome(ABOUT)


def _judge(sheet: Sheet, name: str, row: dict[str, str], read: Understand) -> None:
    text, kind = row["sentence"], row["type"]
    reading = read.read(sentence_article(text))
    told = "; ".join(f"{claim.type} {text[claim.trigger.start : claim.trigger.end]!r}" for claim in reading.claims)
    title = name.replace("_", " ")

    def count(figure: str, right: bool, miss: str) -> None:
        sheet.share(f"{figure}, {title}", row["id"], right, f"{miss}: {told} | {text}" if name == "in_sight" else "")

    if kind == "none":
        count("nothing coded where nothing happens", not reading.claims, "nothing happens")
        return
    found = [claim for claim in reading.claims if claim.type == kind]
    count("type", bool(found), kind)
    for role in ("actor", "target", "place"):
        if found and row[role]:
            have = [key for claim in found for key in _filled(claim, role)]
            count(role, words_mean(reading, text, row[role], have), f"{role} {row[role]!r}, have {have}")
    if found:
        count(
            "mode",
            any(claim.modality == row["modality"] for claim in found),
            f"{row['modality']}, have {found[0].modality}",
        )


def _filled(claim: Claim, role: str) -> tuple[str, ...]:
    """Return who or what is in a role; of fighting, talks and deals each side may stand for the other."""
    if role == "place":
        return claim.places
    if claim.type in TWO_SIDED:
        return (*claim.actors, *claim.targets)
    return claim.actors if role == "actor" else claim.targets


if __name__ == "__main__":
    public.run(measure, TEXTS, __doc__ or ABOUT)
