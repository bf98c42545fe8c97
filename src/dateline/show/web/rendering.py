"""Templates into pages: a name and values in, an HTML response out in the reader's language, every word escaped."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dateline.show.inert import inert
from dateline.show.web.asking import with_changes
from dateline.show.web.hands import Hands
from dateline.show.web.language import LANGUAGES, chosen_language, translator
from dateline.show.web.static_files import version

__all__ = ["Site", "make_site"]

THEMES = ("auto", "light", "dark")
# Address and title of each page of the head line; an empty one is a gap between groups.
PAGES = (
    ("/", "Overview"),
    ("/map", "Map"),
    ("/timeline", "Time"),
    ("", ""),
    ("/events", "Events"),
    ("/claims", "Claims"),
    ("/documents", "Reports"),
    ("/stories", "Stories"),
    ("", ""),
    ("/places", "Places"),
    ("/control", "Control"),
    ("/actors", "Actors"),
    ("/deals", "Deals"),
    ("", ""),
    ("/outlets", "Outlets"),
    ("/wording", "Wording"),
    ("/coverage", "Coverage"),
    ("", ""),
    ("/review", "Review"),
)
_YEAR = 31_536_000


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share: the templates, the secret of this run, where scripts and styles lie."""

    environment: Environment
    token: str
    static: str
    record_name: str
    can_decide: bool
    can_read: bool
    revision: Callable[[], int]

    def page(self, request: Request, name: str, status: int = 200, **values: Any) -> Response:
        """Return the page of template `name`."""
        language, theme = chosen_language(request), _theme(request)
        translate = translator(language)
        shared = {
            "request": request,
            "pages": PAGES,
            "record_name": self.record_name,
            "can_decide": self.can_decide,
            "can_read": self.can_read,
            "same_with": lambda **changes: with_changes(request, changes),
            "lang": language,
            "interface": LANGUAGES,
            "theme": theme,
            "_": translate,
            "some": lambda number, one, many: f"{number:,} {translate(one if number == 1 else many)}",
            "static": self.static,
            "token": self.token,
            "revision": self.revision(),
        }
        response = HTMLResponse(self.environment.get_template(name).render(shared | values), status)
        for preference, chosen in (("lang", language), ("theme", theme)):
            if preference in request.query_params:
                response.set_cookie(preference, chosen, max_age=_YEAR, samesite="strict", httponly=True)
        response.headers["Vary"] = "HX-Request, Accept-Language, Cookie"
        return response


def make_site(token: str, record_name: str, hands: Hands, revision: Callable[[], int]) -> Site:
    """Return the site of one run; `revision` counts what was weighed or read since it began."""
    environment = Environment(
        loader=FileSystemLoader(str(resources.files("dateline.show.web") / "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    return Site(
        environment,
        token,
        f"/static/{version()}",
        record_name,
        hands.decide is not None,
        hands.read is not None,
        revision,
    )


def _harmless(value: Any) -> Any:
    """Make what templates print inert: no control characters, no letters that turn the reading order."""
    if value is None:
        return ""
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _theme(request: Request) -> str:
    asked = (request.query_params.get("theme", ""), request.cookies.get("theme", ""))
    return next((theme for theme in asked if theme in THEMES), "auto")
