"""Files to articles: takes the paths a user names, gives back each report's text and what is known of it."""

from dateline.read.article import Defaults, read_article
from dateline.read.files import find_files
from dateline.read.language import CODED_LANGUAGES
from dateline.read.normal import model_text

__all__ = ["CODED_LANGUAGES", "Defaults", "find_files", "model_text", "read_article"]
