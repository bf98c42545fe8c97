"""python tests/eval/run_archive.py [--misses N]: do an English report and its Arabic twin tell one story? (Syrian Archive)

Ten investigations, each in both languages. The whole pipeline runs; texts in a language that is not coded take part with the
names that the theatres know in them.
"""

import re
import sys
import tempfile
from functools import lru_cache
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline.read import CODED_LANGUAGES
from dateline.run import build
from tests.eval import public
from tests.eval.public import Outcome, Sheet

TEXTS = public.FOLDER / "syrian_archive"
ABOUT = "ten investigations in English and Arabic (Syrian Archive)"
ARABIC = "_ar"


@lru_cache(maxsize=1)
def measure() -> Outcome:
    """Build a record of all texts and compare its stories with the twins."""
    sheet = Sheet("archive", public.mark_of(TEXTS))
    with tempfile.TemporaryDirectory() as kept:
        record = build([TEXTS], Path(kept) / "record.dateline").record
        articles = {article.id: article for article in record.articles()}
        name = {id: Path(article.path).stem for id, article in articles.items()}
        story = {name[document]: story.id for story in record.stories() for document in story.documents}
        ours = {
            frozenset(pair) for s in record.stories() for pair in combinations(sorted(name[d] for d in s.documents), 2)
        }
    for one in sorted(file for file in story if not file.endswith(ARABIC)):
        twin = one + ARABIC
        sheet.share("twins in one story", one, story[one] == story.get(twin), one)
    for pair in sorted(ours, key=sorted):
        first, second = sorted(pair)
        sheet.share("pairs in one story that are twins", first, second == first + ARABIC, f"{first} with {second}")
    for id, article in sorted(articles.items()):
        wanted = "ar" if name[id].endswith(ARABIC) else "en"
        sheet.share("language told", name[id], article.language == wanted, f"{name[id]}: {article.language}")
        head = re.search(r"^date: (\S+)", article.text, re.MULTILINE)
        day, told = str(article.published.date), head[1] if head else "None"
        sheet.share("date as the text's head has it", name[id], day == told, f"{name[id]}: {told}, not {day}")
    coded = sum(article.language in CODED_LANGUAGES for article in articles.values())
    notes = (
        f"{coded} of {len(articles)} texts are in a language that is coded ({', '.join(sorted(CODED_LANGUAGES))})",
    )
    return sheet.outcome(ABOUT, notes=notes)


if __name__ == "__main__":
    public.run(measure, TEXTS, __doc__ or ABOUT)
