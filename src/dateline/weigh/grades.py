"""Claims and outlets in; two Admiralty grades out, each with its reasons in words: A-F for who tells, 1-6 for what is told.

The two scales are never merged: a reliable outlet can be wrong and an unreliable one right. Loaded wording plays no part
in either; it is shown beside them.
"""

from collections.abc import Sequence

from dateline.model import Claim, Outlet
from dateline.weigh.witnesses import Witnesses

__all__ = ["grade_claims", "grade_outlet"]

_RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}


def grade_outlet(outlet: Outlet) -> tuple[str, str]:
    """Return an outlet's letter and the reason in words."""
    letter = outlet.reliability if outlet.reliability in _RELIABILITY else "F"
    reason = outlet.reason.strip() or "nothing is recorded about this outlet"
    return letter, f"{_RELIABILITY[letter]}: {reason}"


def grade_claims(claims: Sequence[Claim], witnesses: Witnesses) -> tuple[int, tuple[str, ...]]:
    """Return 1 (confirmed by others) to 6 (cannot be judged) for one happening, with the reasons."""
    told = [c for c in claims if c.modality != "denied"]
    denied = [c for c in claims if c.modality == "denied"]
    if not told:
        return 5, (f"told only as not having happened ({_sources(witnesses.independent(denied))})",)
    sources, camps = witnesses.independent(told), witnesses.camps(told)
    if denied:
        return _disputed(sources, camps, denied, witnesses)
    if all(c.modality == "reported" for c in told):
        return (5 if sources <= 1 else 4), (f"told only as hearsay, by {_sources(sources)}",)
    if sources >= 2 and len(camps) >= 2:
        return 1, (f"{sources} independent sources agree", f"they stand in {len(camps)} camps: {', '.join(camps)}")
    if sources >= 2:
        where = f"the only camp recorded among them: {camps[0]}" if camps else "of no recorded camp"
        return 2, (f"{sources} independent sources agree", where)
    if not camps:
        return 6, ("one source tells it", "no camp is recorded of it, so its interest cannot be judged")
    return 3, ("one source tells it", "nobody contradicts it")


def _disputed(
    sources: int, camps: tuple[str, ...], denied: Sequence[Claim], witnesses: Witnesses
) -> tuple[int, tuple[str, ...]]:
    """A denial weighs against a single source; several independent camps outweigh the denial of one."""
    against = witnesses.independent(denied)
    reasons = (f"told by {_sources(sources)}", f"denied by {_sources(against)}")
    if len(camps) >= 2 and sources > against:
        return 3, (*reasons, "those who tell it stand in several camps")
    return 4, reasons


def _sources(number: int) -> str:
    return "one source" if number == 1 else f"{number} independent sources"
