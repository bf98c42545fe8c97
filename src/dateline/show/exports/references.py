"""The cited reports for a bibliography: a selection in, BibTeX and CSL-JSON out, each report under the key it is cited by."""

import json
import re
from collections.abc import Iterable

from dateline.model import Article
from dateline.show.contents import Contents
from dateline.show.exports.permalink import web_address
from dateline.show.exports.rows import Json
from dateline.show.inert import one_line

__all__ = ["bibtex", "csl_json"]

# LaTeX takes these for itself; a backslash first, so that those put in are not doubled.
_SPECIAL = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_SPECIAL |= {sign: f"\\{sign}" for sign in "&%$#_"}


def bibtex(contents: Contents, documents: Iterable[str]) -> str:
    """Return one `@article` a report."""
    return "\n".join(_entry(contents, contents.documents[id]) for id in documents if id in contents.documents)


def _entry(contents: Contents, article: Article) -> str:
    day = article.published.date
    fields = {
        "author": f"{{{_latex(article.author)}}}" if article.author else "",
        "title": _latex(_title(contents, article)),
        "journal": _latex(contents.publisher(article.id)),
        "year": str(day.year) if day else "",
        "month": f"{day:%m}" if day else "",
        "day": f"{day:%d}" if day else "",
        "date": day.isoformat() if day else "",
        "url": re.sub(r"[{}\\\s]", "", web_address(article.url)),
        "language": article.language,
        "note": f"SHA-256 of the file: {article.sha256}",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{_key(article.id)},", *lines, "}", ""])


def csl_json(contents: Contents, documents: Iterable[str]) -> str:
    """Return the same as CSL-JSON, which Zotero and pandoc read."""
    items: list[Json] = []
    for article in (contents.documents[id] for id in documents if id in contents.documents):
        day = article.published.date
        item: dict[str, Json] = {
            "id": _key(article.id),
            "type": "article-newspaper",
            "title": _title(contents, article),
            "container-title": contents.publisher(article.id),
            "language": article.language,
            "note": f"SHA-256 of the file: {article.sha256}",
        }
        if day:
            item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
        if article.author:
            item["author"] = [{"literal": article.author}]
        if article.retrieved:
            seen = article.retrieved
            item["accessed"] = {"date-parts": [[seen.year, seen.month, seen.day]]}
        if web_address(article.url):
            item["URL"] = article.url
        items.append(item)
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _title(contents: Contents, article: Article) -> str:
    return one_line(article.title) or contents.file_name(article.id)


def _key(id: str) -> str:
    return re.sub(r"[^\w.-]", "-", id, flags=re.ASCII)


def _latex(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in text)
