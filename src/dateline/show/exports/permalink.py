"""An address that jumps to the words: a report's address and a quote in, the address with a text fragment out.

Text fragments (`#:~:text=`) are understood by today's browsers and do no harm in others.
"""

import re
from urllib.parse import quote

__all__ = ["permalink", "web_address"]

_WORDS = 5  # at either end of a longer quote


def web_address(url: str) -> str:
    """Return an address of the web as it is, and nothing for any other: a file may give `javascript:` as its address."""
    return url if re.match(r"https?://[^\s<>\"]+$", url) else ""


def permalink(url: str, words: str) -> str:
    """Return where the words stand on the web; nothing where the report has no address there."""
    address, parts = web_address(url), words.split()
    if not address or not parts:
        return address
    ends = [parts] if len(parts) <= 2 * _WORDS else [parts[:_WORDS], parts[-_WORDS:]]
    text = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{address}{':~:' if '#' in address else '#:~:'}text={text}"
