"""A form that a page posts in; words for the hands to write, or what is wrong with it, out."""

import json
from contextlib import suppress
from dataclasses import replace

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.errors import DatelineError
from dateline.model import Act, Span
from dateline.record import Record, decisions_on, said_by_others
from dateline.show.web.background import Background
from dateline.show.web.hands import Hands, Word

__all__ = ["coder", "decide", "set_coder"]

_YEAR = 31_536_000
_LONGEST_NAME = 80


def coder(request: Request, hands: Hands) -> str:
    """Return under which name this browser decides: the one given on a page, else that of the command line."""
    return request.cookies.get("who", "").encode("latin-1", "replace").decode("utf-8", "replace").strip() or hands.who


async def set_coder(request: Request) -> Response:
    """Remember under which name this browser decides."""
    form = await request.form()
    name = " ".join(str(form.get("who", "")).split())[:_LONGEST_NAME]
    if not name:
        return JSONResponse({"error": "give a name"}, 422)
    response = JSONResponse({"who": name})
    value = name.encode("utf-8").decode("latin-1")
    response.set_cookie("who", value, max_age=_YEAR, samesite="strict", httponly=True)
    return response


def decide(record: Record, hands: Hands, background: Background, who: str, form: FormData) -> Response:
    """Write what a form says to the log; answer with the ids of the decisions, or 422 and what is wrong in words."""
    if hands.decide is None:
        return JSONResponse({"error": "this workbench is for looking only"}, 409)
    try:
        words = [replace(word, blind=said_by_others(record, word.about, who)) for word in _words(record, form)]
        known = [_known(record, who, word) for word in words] if form.get("again") else []
        new = [word for word, id in zip(words, known, strict=True) if not id] if known else words
        decisions = [id for id in known if id] + (hands.decide(who, new) if new else [])
    except (DatelineError, ValueError) as error:
        return JSONResponse({"error": str(error)}, 422)
    background.weigh_soon()
    return JSONResponse({"decisions": decisions})


def _known(record: Record, who: str, word: Word) -> str:
    """Return the decision that a word has become already: a page that lost the server's answer sends it again."""
    own = [one for one in decisions_on(record, word.about) if one.who == who] if word.about else []
    if not own or (own[-1].act, own[-1].field) != (word.act, word.field):
        return ""
    same = word.act is not Act.CHANGE or json.loads(own[-1].value or "null") == word.value
    return own[-1].id if same else ""


def _words(record: Record, form: FormData) -> list[Word]:
    act = Act(str(form.get("act", "")))
    about = [str(id) for id in form.getlist("about") if id]
    why = str(form.get("why", ""))
    if act is Act.ADD:
        return [_added(record, form, why)]
    if act is Act.UNDO and not about:
        return [Word(act, "", why=why)]
    if not about:
        raise ValueError("say what it is about")
    others = tuple(str(id) for id in form.getlist("other") if id)
    value, field = _value(form), str(form.get("field", ""))
    one = {"others": others, "field": field, "value": value, "into": str(form.get("into", "")), "why": why}
    return [Word(act, id, **one) for id in about]  # type: ignore[arg-type]


def _value(form: FormData) -> object:
    """Return the value of a field: JSON in `value`, else the ids in `item`, else the days of a time."""
    if "value" in form:
        with suppress(json.JSONDecodeError):
            return json.loads(str(form["value"]))
        return str(form["value"])
    if "earliest" in form or "latest" in form:
        return {name: str(form.get(name, "")) or None for name in ("earliest", "latest")}
    return [str(item) for item in form.getlist("item") if item]


def _added(record: Record, form: FormData, why: str) -> Word:
    """Return the word that adds a claim: the words chosen in a report, and what they say."""
    document, quote = str(form.get("document", "")), str(form.get("quote", ""))
    article = record.article_as_read(document)
    if article is None:
        raise ValueError(f"no report has the id {document!r}")
    span = _found(article.text, quote, int(str(form.get("start") or -1)))
    trigger = {name: form.getlist(name) for name in ("actors", "targets", "places", "speakers")}
    fields: dict[str, object] = {name: [str(id) for id in ids if id] for name, ids in trigger.items()}
    fields |= {"type": str(form.get("type", "")), "modality": str(form.get("modality", "asserted"))}
    fields["time"] = {name: str(form.get(name, "")) or None for name in ("earliest", "latest")}
    return Word(Act.ADD, document, value=fields, span=span, why=why)


def _found(text: str, quote: str, near: int) -> Span:
    """Return where words stand in a text: nearest to where they were chosen; blanks and line ends are all one."""
    words = quote.split()
    if not words:
        raise ValueError("choose the words that say it")
    found: list[Span] = []
    at = text.find(words[0])
    while at >= 0:
        end = _end(text, at, words)
        if end:
            found.append(Span(at, end))
        at = text.find(words[0], at + 1)
    if not found:
        raise ValueError(f"the report does not hold the words “{quote}”")
    return min(found, key=lambda span: abs(span.start - near))


def _end(text: str, at: int, words: list[str]) -> int:
    """Return where the words end if they stand at `at`, else 0."""
    for word in words:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            return 0
        at += len(word)
    return at
