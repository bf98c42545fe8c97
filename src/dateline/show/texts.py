"""The texts of reports: ids in, texts out; fetched when first asked for, with those of their neighbours, and kept a while."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

__all__ = ["Texts"]

_PORTION = 64  # texts fetched at once: one question to the database costs as much as many texts
_KEPT = 128 * _PORTION


class Texts:
    """Gives texts by id. Who asks for one report's text asks for its neighbours' soon: a brief cites them all over."""

    def __init__(self, fetch: Callable[[Sequence[str]], dict[str, str]], documents: Iterable[str]) -> None:
        self._fetch, self._documents = fetch, tuple(documents)
        self._number = {id: number for number, id in enumerate(self._documents)}
        self._kept: dict[str, str] = {}

    def of(self, document: str) -> str:
        """Return a report's text; empty for one that is not there."""
        if document not in self._kept:
            for oldest in list(islice(self._kept, max(0, len(self._kept) + _PORTION - _KEPT))):
                del self._kept[oldest]
            portion = self._around(document)
            self._kept.update({**dict.fromkeys(portion, ""), **self._fetch(portion)})
        return self._kept[document]

    def _around(self, document: str) -> tuple[str, ...]:
        if document not in self._number:
            return (document,)
        first = self._number[document] // _PORTION * _PORTION
        return self._documents[first : first + _PORTION]
