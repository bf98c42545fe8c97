"""Private people: a record in; out: who goes without a name, under which neutral id, and texts without those names.

A person keeps his name by list, where a theatre names him (theatres hold no private persons), or by rule, where a report
calls him by an office or a command (offices.yaml).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib import resources

import yaml

from dateline.model import Actor, Mention
from dateline.record import Record

__all__ = ["PRIVATE_NAME", "PrivateNames"]

PRIVATE_NAME = "a private person"
_BESIDE = 60  # characters in which an office stands before or after a name
_ARABIC_PREFIXES = "وفبلك"  # "and", "in", "to": written together with the name that follows
# What an office is of: "of the Hill Front", in words that begin with no small letter.
_OF_WHAT = r"\s+(?i:of|for|to|de|du|des|pour)\s+(?:(?i:the|la|le|les)\s+)?(?:[^\W\d_a-zà-ÿа-я][\w'’-]*\s*){1,4}"
_STOPS = re.compile(r"[.!?;:\n“”\"]")


class PrivateNames:
    """Replaces people whom no theatre lists and no report calls by an office; without a record, it replaces nothing."""

    def __init__(self, record: Record | None = None) -> None:
        """Find the private people of `record`; their neutral ids follow the order of the record's ids."""
        unlisted = [actor for actor in record.actors() if actor.kind == "person" and not actor.known] if record else []
        named = _named(record, {actor.id for actor in unlisted}) if record and unlisted else {}
        private = [actor for actor in unlisted if not named.get(actor.id, _Named()).in_office]
        self._ids = {actor.id: f"private-person-{number}" for number, actor in enumerate(private, 1)}
        self._known = {name for actor in private for name in (actor.name, *actor.aliases)}
        self._known |= {words for actor in private for words in named.get(actor.id, _Named()).words}
        self._names = _pattern(self._known)

    @property
    def any(self) -> bool:
        """True where somebody goes without a name."""
        return bool(self._ids)

    def id(self, id: str) -> str:
        """The id to show for an actor."""
        return self._ids.get(id, id)

    def ids(self, ids: tuple[str, ...]) -> list[str]:
        """The ids to show for several actors."""
        return [self.id(id) for id in ids]

    def meant(self, words: str) -> str:
        """What a user asked for, told without the name: also a part of one, in whatever case."""
        low = words.casefold()
        is_name = words in self._ids or (low and any(low in name.casefold() for name in self._known))
        return PRIVATE_NAME if is_name else self.clean(words)

    def is_private(self, actor: Actor) -> bool:
        """True where the actor goes without a name."""
        return actor.id in self._ids

    def clean(self, text: str) -> str:
        """Return `text` without the names of private people."""
        return self._names.sub(PRIVATE_NAME, text) if self._names else text

    def mask(self, text: str) -> str:
        """Return `text` with those names blacked out, letter by letter: every offset leads to the same words as before."""
        return self._names.sub(lambda name: "█" * len(name[0]), text) if self._names else text


class _Named:
    """How reports name one person: the words, and whether one of them tells an office."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.in_office = False


def _named(record: Record, ids: set[str]) -> dict[str, _Named]:
    found: dict[str, _Named] = defaultdict(_Named)
    by_document: dict[str, list[Mention]] = defaultdict(list)
    for mention in record.mentions():
        if mention.refers_to in ids and mention.form == "name":
            by_document[mention.document].append(mention)
    for document, mentions in by_document.items():
        article = record.article_as_read(document)
        for mention in mentions if article else ():
            text, span = article.text if article else "", mention.span
            found[mention.refers_to].words.add(text[span.start : span.end])
            before = _STOPS.split(text[max(0, span.start - _BESIDE) : span.start])[-1]
            after = _STOPS.split(text[span.end : span.end + _BESIDE])[0]
            found[mention.refers_to].in_office |= _tells_office(before, after, text[span.start : span.end])
    return found


def _tells_office(before: str, after: str, name: str) -> bool:
    """True for "General X", "commander of the Hill Front X" and "X, the governor"; not for "the minister told X"."""
    office = rf"(?i:{'|'.join(map(re.escape, _offices()))})(?!\w)"
    if re.search(rf"(?<!\w){office}(?:{_OF_WHAT})?,?\s*$", before) or re.match(office, name):
        return True
    return bool(re.match(rf"\s*,\s*(?:(?i:the|a|an|le|la|un|une)\s+)?(?:[\w'’-]+\s+){{0,2}}?{office}", after))


@cache
def _offices() -> tuple[str, ...]:
    data = yaml.safe_load((resources.files("dateline.show") / "offices.yaml").read_text(encoding="utf-8"))
    return tuple(
        sorted({word.casefold() for words in data.values() for word in words}, key=lambda word: (-len(word), word))
    )


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Whole names in any case; parts of them as they are written, for "Rivers" is a man and "rivers" are not."""
    whole = {name.strip() for name in names if len(name.strip()) > 1}
    parts = {part for name in whole for part in name.split() if len(part) > 3 and part[:1] == part[:1].upper()}
    forms = [rf"(?i:{re.escape(name)})" for name in _longest(whole)]
    forms += [re.escape(part) for part in _longest(parts | {part.upper() for part in parts})]
    return re.compile(rf"(?:(?<!\w)|(?<=[{_ARABIC_PREFIXES}]))(?:{'|'.join(forms)})(?!\w)") if forms else None


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))
