"""The lists of the workbench: each a kind of object, its columns and filters, and how ids become rows."""

from dateline.show.web.lists.happenings import CLAIMS, EVENTS
from dateline.show.web.lists.names import ACTORS, OUTLETS, PLACES
from dateline.show.web.lists.reports import DOCUMENTS, STORIES
from dateline.show.web.lists.spec import ListSpec
from dateline.show.web.lists.standing import CONTROL, DEALS

__all__ = ["LISTS", "ListSpec"]

LISTS: dict[str, ListSpec] = {
    spec.name: spec for spec in (EVENTS, CLAIMS, DOCUMENTS, STORIES, ACTORS, PLACES, OUTLETS, DEALS, CONTROL)
}
