"""The texts that are measured: a set's name in, a folder of reports with their outlets and dates out.

`examples` comes with the project; `fa_kes` is read from the folder of public sets (DATELINE_EVAL, see CONTRIBUTING.md).
"""

import csv
import json
from pathlib import Path

from tests.eval.sets import ELSEWHERE, ROOT

__all__ = ["EXAMPLES", "FA_KES", "write_fa_kes"]

EXAMPLES = ROOT / "examples" / "aleppo-2016"
FA_KES = ELSEWHERE / "eval" / "fa_kes" / "articles.jsonl"


def write_fa_kes(folder: Path, count: int | None = None) -> Path:
    """Write the first `count` articles as reports into `folder` (made if absent), with a documents.csv."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = FA_KES.read_text(encoding="utf-8").splitlines()[:count]
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(("file", "outlet", "published"))
        for at, line in enumerate(lines):
            told = json.loads(line)
            name = f"{at:04}.txt"
            (folder / name).write_text(f"{told['title']}\n\n{told['text']}\n", encoding="utf-8", newline="\n")
            table.writerow((name, told["outlet"], told["published"]))
    return folder
