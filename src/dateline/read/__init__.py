"""Files to articles: takes the paths a user names, gives back each report's text and what is known of it."""

from dateline.read.article import Defaults, read_article, read_file, read_stream, shown
from dateline.read.files import STANDARD_INPUT, Listing, ReportFile, find_files, paths_in_list
from dateline.read.language import CODED_LANGUAGES
from dateline.read.normal import model_text
from dateline.read.registry import Format
from dateline.read.source import Found, Passed, Piece, Source, Told, found_in

__all__ = [
    "CODED_LANGUAGES",
    "STANDARD_INPUT",
    "Defaults",
    "Format",
    "Found",
    "Listing",
    "Passed",
    "Piece",
    "ReportFile",
    "Source",
    "Told",
    "find_files",
    "found_in",
    "model_text",
    "paths_in_list",
    "read_article",
    "read_file",
    "read_stream",
    "shown",
]
