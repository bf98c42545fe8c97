"""EML files: subject and text of a message; what is attached is read too, as `mail.eml!report.pdf`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from functools import partial
from io import BytesIO

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED
from dateline.read.dates import read_date
from dateline.read.formats.page import text_of_fragment
from dateline.read.source import Piece, Source, compose, found_in, printable

__all__ = ["read"]


def read(source: Source) -> Iterator[Piece]:
    """Yield the message itself, then what is attached to it."""
    data = source.read()
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise InputError(
            f"{source.path}: no mail message (it has no headers); save it anew as .eml, or its text as .txt"
        )
    subject, moment = _header(message, "subject"), _header(message, "date")
    text = compose(subject, _body(message))
    if not text:
        raise InputError(f"{source.path}: this message has no text; save what it carries, and give that")
    told = replace(
        source.told,
        title=subject,
        author=parseaddr(_header(message, "from"))[0],
        published=read_date(moment) if moment else UNKNOWN_PUBLISHED,
        record_id=_header(message, "message-id").strip("<> "),
    )
    yield found_in(source, "", text, told, data)
    for part in message.iter_attachments():
        name, content = part.get_filename(), part.get_payload(decode=True)
        if name and isinstance(content, bytes):
            yield source.inner(printable(re.split(r"[/\\]", name)[-1]), partial(BytesIO, content))


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except (MessageError, ValueError, IndexError, AttributeError, TypeError):  # headers that its own parser chokes on
        return ""


def _body(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    try:
        text = str(part.get_content())
    except (LookupError, UnicodeError):  # an encoding that does not exist
        text = (part.get_payload(decode=True) or b"").decode("utf-8", "replace")  # type: ignore[union-attr]
    return text_of_fragment(text) if part.get_content_type() == "text/html" else text.replace("\r\n", "\n").strip()
