"""Claims as table rows and contradictions as questions: who, to whom, where, when, how many, who says so, the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Claim, Contradiction
from dateline.show.web.scene import Ref, Scene, days

__all__ = ["Asked", "Slot", "Telling", "answers", "tellings"]

# What a contradiction is about -> the column in which its sides stand.
_COLUMN = {
    "figure": "figures",
    "status": "mode",
    "control": "actors",
    "actor": "actors",
    "place": "places",
    "time": "when",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell: things or words; `side` is the letter of the side of a contradiction that it is on."""

    refs: tuple[Ref, ...] = ()
    text: str = ""
    side: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim of one report."""

    id: str
    document: str
    type: str
    mode: Slot
    actors: Slot
    targets: Slot
    places: Slot
    when: Slot
    figures: Slot
    speakers: Slot
    words: str
    href: str
    confidence: float
    background: bool
    review: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A contradiction as a question with the answers of its sides."""

    id: str
    about: str
    question: str
    sides: tuple[tuple[str, str, tuple[Ref, ...]], ...]


def tellings(scene: Scene, claims: Sequence[Claim], contradictions: Sequence[Contradiction] = ()) -> list[Telling]:
    """Return the claims as rows, in their order."""
    sides = _sides(contradictions)
    quotes = scene.read_words([(claim.document, claim.span) for claim in claims])
    return [_telling(scene, claim, quote, sides) for claim, quote in zip(claims, quotes, strict=True)]


def _sides(contradictions: Sequence[Contradiction]) -> dict[tuple[str, str], str]:
    """Return the letter of the side for (claim or figure, column): A, B, ... through all contradictions."""
    found: dict[tuple[str, str], str] = {}
    letter = ord("A")
    for contradiction in contradictions:
        for side in contradiction.sides:
            for id in side.claims:
                found[id, _COLUMN.get(contradiction.about, "mode")] = chr(letter)
            letter = letter + 1 if letter < ord("Z") else letter
    return found


def _telling(scene: Scene, claim: Claim, quote: str, sides: dict[tuple[str, str], str]) -> Telling:
    def slot(column: str, refs: Sequence[Ref] = (), text: str = "", note: str = "") -> Slot:
        ids = (claim.id, *claim.figures)
        return Slot(tuple(refs), text, next((sides[id, column] for id in ids if (id, column) in sides), ""), note)

    figures = [scene.contents.figures[id] for id in claim.figures if id in scene.contents.figures]
    return Telling(
        id=claim.id,
        document=claim.document,
        type=claim.type,
        mode=slot("mode", text=claim.modality.value),
        actors=slot("actors", scene.actors(claim.actors)),
        targets=slot("targets", scene.actors(claim.targets)),
        places=slot("places", scene.places(claim.places)),
        when=slot("when", text=days(claim.time), note=claim.time.basis),
        figures=slot("figures", text="; ".join(map(scene.figure, figures))),
        speakers=slot("speakers", scene.actors(claim.speakers)),
        words=quote,
        href=sentence_address(scene, claim),
        confidence=claim.confidence,
        background=claim.background,
        review=scene.mark((claim.id,)),
    )


def sentence_address(scene: Scene, claim: Claim) -> str:
    """Return where the sentence of a claim stands on the page of its report."""
    return f"/document/{claim.document}#{scene.sentence_anchor(claim.document, claim.trigger)}"


def answers(scene: Scene, disputes: Sequence[Contradiction]) -> list[Asked]:
    """Return contradictions as questions, each side of all of them with a letter of its own."""
    letter, asked = ord("A"), []
    for found in disputes:
        sides = []
        for side in found.sides:
            outlets = {ref.text: ref for ref in _tellers(scene, side.claims)}
            sides.append((chr(letter), scene.questions.value(found, side), tuple(outlets.values())))
            letter = letter + 1 if letter < ord("Z") else letter
        asked.append(Asked(found.id, found.about, scene.questions.ask(found), tuple(sides)))
    return asked


def _tellers(scene: Scene, ids: tuple[str, ...]) -> list[Ref]:
    return [scene.outlet(source.document) for source in scene.contents.sources(ids)]
