"""A record beside a data set that people coded: what both have, what one lacks, where they differ, and why."""

from dateline.show.matching.coded import SCHEMES, read_coded
from dateline.show.matching.laying import Laid, lay_beside
from dateline.show.matching.telling import as_json, as_text

__all__ = ["SCHEMES", "Laid", "as_json", "as_text", "lay_beside", "read_coded"]
