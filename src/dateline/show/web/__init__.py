"""The workbench: a record as local web pages, to see it, check it and correct it."""

from dateline.show.web.app import make_app
from dateline.show.web.hands import Hands, Progress, Word
from dateline.show.web.serving import free_port, serve

__all__ = ["Hands", "Progress", "Word", "free_port", "make_app", "serve"]
