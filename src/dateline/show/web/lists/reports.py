"""The lists of reports and of stories: ids in, rows out."""

from collections.abc import Sequence

from dateline.model import Article, Interval, Story
from dateline.record import Around, Record, by_id, count_in_documents
from dateline.show.inert import one_line
from dateline.show.web.lists.spec import ListSpec
from dateline.show.web.scene import Ref, Scene, days
from dateline.show.web.table import Cell, Column, Row

__all__ = ["DOCUMENTS", "STORIES"]


def _document_rows(record: Record, ids: Sequence[str]) -> list[Row]:
    scene = Scene(record, Around(documents=ids))
    told = count_in_documents(record, ids)
    return [_document(scene, article, told.get(article.id, 0)) for article in by_id(record, Article, ids)]


def _document(scene: Scene, article: Article, told: int) -> Row:
    published, copy = article.published, scene.copy(article.id)
    original: tuple[Ref, ...] = ()
    if copy and copy.original:
        original = (Ref(copy.original, scene.outlet(copy.original).text, f"/document/{copy.original}"),)
    cells = (
        Cell(days(Interval(published.earliest, published.latest, "text")), note=published.basis),
        Cell(scene.document(article.id).text, f"/document/{article.id}", language=article.language),
        Cell((scene.outlet(article.id),)),
        Cell(article.language),
        Cell(published.basis, word=True),
        Cell(told),
        Cell(original),
        Cell("machine-spun" if copy and copy.spun else "" if article.coded else "not coded", word=True, mark="unsure"),
        Cell(article.path),
    )
    return Row(article.id, cells)


def _story_rows(record: Record, ids: Sequence[str]) -> list[Row]:
    return [_story(story) for story in by_id(record, Story, ids)]


def _story(story: Story) -> Row:
    cells = (
        Cell(days(Interval(story.since, story.until, "text"))),
        Cell(one_line(story.title) or story.id, f"/story/{story.id}"),
        Cell(len(story.documents)),
    )
    return Row(story.id, cells)


DOCUMENTS = ListSpec(
    "documents",
    "Reports",
    "Every report that was read, also those in languages that are not coded.",
    Article,
    (
        Column("published", "Published", order=True),
        Column("title", "Report"),
        Column("outlet", "Outlet"),
        Column("language", "Language", order=True),
        Column("dated", "Dated from"),
        Column("claims", "Claims", order=True, number=True),
        Column("copy_of", "Repeats"),
        Column("note", "Note"),
        Column("path", "File", order=True, shown=False),
    ),
    ("q", "from", "to", "outlet", "language", "story"),
    "published",
    _document_rows,
)
STORIES = ListSpec(
    "stories",
    "Stories",
    "Reports that follow the same course of events.",
    Story,
    (
        Column("since", "Days", order=True),
        Column("title", "Story"),
        Column("reports", "Reports", order=True, number=True),
    ),
    ("q",),
    "-reports",
    _story_rows,
)
