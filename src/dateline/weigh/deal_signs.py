"""One claim in; which status of a deal it speaks of, and which term it sets, out. Its words are in `deal_words.csv`."""

import csv
import re
from functools import lru_cache
from importlib import resources

from dateline.model import Claim

__all__ = [
    "LEAVING",
    "TERMS",
    "carried_out",
    "says_agreed",
    "says_alone",
    "says_at_once",
    "says_holds",
    "says_since",
    "says_talks",
    "says_under",
    "status_of",
    "term_of",
]

# What a claim of this type, told as fact, says of a deal.
_FACTS = {
    "ultimatum": "demanded",
    "negotiation": "negotiated",
    "agreement": "agreed",
    "ceasefire": "in-force",
    "refusal": "refused",
    "violation": "broken",
}
# Acts that a deal can ask for: as terms while they are asked or agreed, as its carrying out once they are done.
TERMS = {
    "evacuation": "fighters or civilians leave",
    "withdrawal": "forces withdraw",
    "disarmament": "weapons handed over",
    "surrender": "fighters give themselves up or settle their status",
    "handover": "the place handed over",
    "prisoner-exchange": "prisoners exchanged or released",
    "deployment": "police or troops move in",
    "corridor": "safe passage",
    "aid": "aid let in",
    "ceasefire": "fire held",
    "return": "the displaced return",
}
LEAVING = frozenset({"evacuation", "withdrawal", "handover", "disarmament", "surrender", "prisoner-exchange"})
_BY_MODE = {
    "planned": "offered",
    "demanded": "demanded",
    "threatened": "demanded",
    "hypothetical": "negotiated",
    "denied": "refused",
    "agreed": "agreed",
}
_COURSES = {
    "agreement": ("lapsed", "implemented", "in-force"),
    "ceasefire": ("lapsed", "delayed", "in-force", "agreed"),
    "violation": ("delayed", "lapsed"),
    "evacuation": ("delayed", "implemented"),
    "negotiation": ("delayed", "settled", "failed"),
    "refusal": ("delayed",),
}
_BY_TRIGGER = frozenset({"violation", "refusal"})  # types whose own word tells the status, whatever its clause says
_SAYS = {"settled": "agreed", "failed": "lapsed"}  # kinds of words in the table that stand for another status


def status_of(claim: Claim, clause: str, trigger: str) -> str:
    """Return the status of a deal that a claim tells by its type, its mode and its words; "" where it tells none."""
    if claim.modality in _BY_MODE:
        proposed = claim.type == "negotiation" and claim.modality == "planned" and _says("offered", clause)
        if claim.type in ("refusal", "violation", "negotiation"):
            return "offered" if proposed else ""
        if claim.type in ("agreement", "ceasefire") and claim.modality == "planned" and _says("to begin", clause):
            return "agreed"  # what is due to come into force has been agreed
        if claim.type in _FACTS or (claim.type in TERMS and claim.modality in ("demanded", "agreed")):
            return "agreed" if claim.type in LEAVING and claim.modality == "agreed" else _BY_MODE[claim.modality]
        offers = claim.type in LEAVING and claim.modality == "planned" and _says("offered", clause)
        return "offered" if offers else ""
    said = _FACTS.get(claim.type, "")
    for status in _COURSES.get(claim.type, ()):
        if _says(status, trigger if claim.type in _BY_TRIGGER else clause):
            return _SAYS.get(status, status)
    return said


def carried_out(claim: Claim) -> bool:
    """True for an act of the kind deals ask for, told as done."""
    return claim.type in LEAVING and claim.modality in ("asserted", "reported")


def term_of(claim: Claim) -> str:
    """Return what kind of term a claim sets, "" where it sets none."""
    return TERMS.get(claim.type, "") if claim.modality in ("agreed", "demanded", "planned") else ""


def says_under(words: str) -> bool:
    """True where words between an act and a deal say that the one carries out the other: "handed over arms under the deal"."""
    return _says("under", words)


def says_agreed(clause: str) -> bool:
    """True where words say that a deal was reached; "the deal" alone only names it."""
    return _says("agreed", clause)


def says_alone(clause: str) -> bool:
    """True where words tell that one side holds its fire by its own decision: "introduced a daily ceasefire"."""
    return _says("alone", clause)


def says_at_once(clause: str) -> bool:
    """True where words tell that a deal was broken as soon as it was made: "within hours"."""
    return _says("at once", clause)


def says_holds(clause: str) -> bool:
    """True where words tell that what was agreed is kept on the day they are written: "and it still holds"."""
    return _says("holding", clause)


def says_talks(words: str) -> bool:
    """True where words behind a refusal tell that talks are refused: "rejected any dialogue"."""
    return _says("talks", re.split(r"[,;.]", words)[0])


def says_obliged(words: str) -> bool:
    """True where words before an act say that it has to be done: "are to be withdrawn", "must leave"."""
    return _says("obliged", words)


def says_since(words: str) -> bool:
    """True where words between a breach and a day tell that the day is that of the truce: "broke the truce signed in May"."""
    return _says("since", re.split(r"[,;]", words)[-1])


def _says(status: str, words: str) -> bool:
    return bool(_patterns()[status].search(words.lower()))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return one pattern a status, of the words of every language."""
    words: dict[str, list[str]] = {}
    text = (resources.files("dateline.weigh") / "deal_words.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        words.setdefault(row["status"], []).extend(re.escape(word) for word in row["words"].split("|"))
    return {status: re.compile(rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)") for status, listed in words.items()}
