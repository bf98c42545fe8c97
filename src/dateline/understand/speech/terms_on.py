"""Terms told on: the drafts of a report in; those that follow "under the deal, …" in the same paragraph become terms too."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from dateline.model import Modality
from dateline.understand.draft import Draft
from dateline.understand.speech.mode_words import DEAL_PREPS, TERM_GROUPS, TERMS

__all__ = ["tell_terms_on"]

_UNDER = frozenset(
    {
        "under a deal",
        "under the terms",
        "listed among the terms",
        "listed as a term",
        "under what was agreed",
        "future under a deal",
    }
)
_DUTY = (
    "auxiliar",
    "is to",
    "demanded by devoir",
    "future",
    "what they will",
)  # rules by which an act is due, and nobody asks for it
_NO_TERMS = frozenset({"agreement", "negotiation", "violation"})


def tell_terms_on(drafts: Sequence[Draft], group: Mapping[str, str], text: str) -> None:
    """Let "they must hand in their weapons", right behind a term of a deal and told by nobody else, be one more term.

    `group` is that of each type, `text` the report's.
    """
    last, end = -2, 0
    for sentence, here in groupby(drafts, key=lambda draft: draft.sentence):
        told = list(here)
        span = told[0].scene.parsed.sentence.span
        if sentence == last + 1 and "\n" not in text[end : span.start]:
            for draft in told:
                if _due(draft) and group.get(draft.type) in TERM_GROUPS and draft.type not in _NO_TERMS:
                    draft.modality = Modality.AGREED
        on = sentence == last + 1 and any(draft.modality is Modality.AGREED for draft in told)
        if on or any(_opens(draft) or _is_term(draft) for draft in told):
            last, end = sentence, span.end


def _opens(draft: Draft) -> bool:
    """True for the deal of "under the deal, …" and "under the terms of the deal, …"."""
    words = draft.scene.parse.words
    word = words[draft.head]
    terms = words[word.head] if word.head >= 0 else word
    under = terms.lemma in TERMS and terms.rel == "obl" and terms.prep in DEAL_PREPS
    return draft.follows or (draft.type in ("agreement", "ceasefire") and under)


def _rule(draft: Draft) -> str:
    return next((evidence.rule for evidence in draft.evidence if evidence.field == "modality"), "")


def _is_term(draft: Draft) -> bool:
    return draft.modality is Modality.AGREED and _rule(draft) in _UNDER


def _due(draft: Draft) -> bool:
    due = draft.modality in (Modality.PLANNED, Modality.DEMANDED) and _rule(draft).startswith(_DUTY)
    return due and not draft.speakers and not any(mark in draft.scene.parsed.text for mark in '"“«')
