"""Every phrase of the pages is there in French, and a phrase that is no English has its English."""

import csv
import re
from importlib import resources

from dateline.model import DEAL_STATUSES, Act, Judgement, Modality
from dateline.record import QUEUES
from dateline.show.templates import templates
from dateline.show.web.asking import GROUPS
from dateline.show.web.listing import LABELS
from dateline.show.web.lists import LISTS
from dateline.show.web.pages.document import LAYERS
from dateline.show.web.rendering import PAGES

FOLDER = resources.files("dateline.show.web")


def phrases(language):
    rows = csv.reader((FOLDER / "phrases" / f"{language}.csv").read_text(encoding="utf-8").splitlines())
    return dict(rows)


def in_templates():
    found = set()
    for path in (FOLDER / "templates").iterdir():
        text = path.read_text(encoding="utf-8")
        found |= {a or b for a, b in re.findall(r"_\((?:\"([^\"]*)\"|'([^']*)')\)", text)}
        found |= {word for pair in re.findall(r'some\([^,]+, "([^"]+)", "([^"]+)"\)', text) for word in pair}
    return found


def of_the_program():
    titles = {column.title for spec in LISTS.values() for column in spec.columns}
    titles |= {words for spec in LISTS.values() for words in (spec.title, spec.about)} | {
        title for _, title in PAGES if title
    }
    made = {f"queue {name}" for name in QUEUES} | {f"layer {name}" for name in LAYERS} | {f"act {act}" for act in Act}
    words = {
        *templates(),
        *GROUPS,
        *Modality,
        *Judgement,
        *DEAL_STATUSES,
        "reported",
        "claimed",
        "contested",
        "unknown",
    }
    return titles | made | {str(word) for word in words} | set(LABELS.values())


def test_every_phrase_is_there_in_french():
    assert sorted((in_templates() | of_the_program()) - set(phrases("fr")) - {""}) == []


def test_what_is_no_english_has_its_english():
    made = {phrase for phrase in phrases("fr") if re.match(r"(queue|layer|act|field|basis|dated|about) \w+$", phrase)}
    assert sorted(made - set(phrases("en"))) == []
