"""Made-up values of every kind that a record keeps, drawn by hypothesis from the types themselves."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from dateline.model import (
    Act,
    Actor,
    Anchor,
    Article,
    Claim,
    Contradiction,
    ControlStatement,
    Copy,
    Count,
    Deal,
    DealStep,
    Decision,
    Doubt,
    Entity,
    Event,
    Evidence,
    Figure,
    Framing,
    Interval,
    Judgement,
    LedgerEntry,
    Membership,
    Mention,
    Modality,
    Orphan,
    Outlet,
    Place,
    Published,
    Reading,
    Review,
    Sentence,
    Side,
    Span,
    Story,
    Tombstone,
)
from dateline.model.views import Views, Weighing

DAY = date(2018, 3, 25)
TIME = Interval(date(2018, 3, 20), None, "text")
TEXT = "The army took Northbridge.\r\nRebels left — بعد ذلك.\n"


def article(name="a.txt", id="d-1"):
    return Article(
        id=id,
        path=f"reports/{name}",
        title="",
        outlet="Morning Herald",
        language="en",
        published=Published(DAY, DAY, DAY, "text"),
        url="",
        sha256="0" * 64,
        text=TEXT,
        sentences=(Sentence(0, Span(0, 26)), Sentence(1, Span(28, 50), True)),
        boilerplate=(Span(28, 50),),
    )


def claim(document="d-1", number=1):
    return Claim(
        id=f"c-{document}-{number}",
        document=document,
        span=Span(number, 26),
        trigger=Span(9, 13),
        type="capture",
        actors=("army", "police"),
        targets=(),
        mediators=("monitor",),
        places=("northbridge",),
        time=TIME,
        speakers=("monitor", "army"),
        modality=Modality.REPORTED,
        background=False,
        figures=("f-1",),
        plover="ASSAULT",
        acled="",
        confidence=0.75,
        rule="verb",
        evidence=(Evidence("actor", Span(4, 8), "subject"), Evidence("trigger", Span(9, 13), "verb")),
        lead=True,
    )


def reading(document="d-1"):
    return Reading(
        document=document,
        entities=(Entity("e1", "actor", "army", ("The army",), ("army",), "", ""),),
        mentions=(mention(document),),
        claims=(claim(document),),
        figures=(figure(document),),
        control=(statement(document),),
        framings=(framing(document),),
        uncoded=(Span(0, 3),),
    )


def mention(document="d-1"):
    return Mention(f"m-{document}", document, Span(4, 8), "actor", "nominal", "army", "noun")


def figure(document="d-1"):
    return Figure(
        f"f-{document}", document, Span(0, 3), 5.0, None, "person", "killed", ("northbridge",), ("army",), TIME, "r"
    )


def statement(document="d-1"):
    return ControlStatement(
        f"k-{document}", document, Span(0, 26), "northbridge", "", None, DAY, None, 90.5, ("army",), "held-by", "", True
    )


def framing(document="d-1"):
    return Framing(f"w-{document}", document, Span(0, 3), "army", "unfavourable", "army", "wording")


def views(documents=("d-1",)):
    return Views(
        weighings=tuple(Weighing(d, "herald", Published(None, DAY, DAY, "inferred"), f"c-{d}-1") for d in documents),
        copies=(Copy("d-1", "d-0", 0.9, True, ("japanese Syria",)),),
        outlets=(Outlet("herald", "Morning Herald", "XX", "none", "private", "B", "long record of corrections"),),
        actors=(Actor("army", "Army", "state force", "army", "XX", "", (Membership("state", "2012"),), ("the army", "جيش")),),
        places=(Place("northbridge", "Northbridge", "town", 1.5, None, 2.0, "XX", "", 1, ("N.",), "only one"),),
        mentions=tuple(mention(d) for d in documents),
        claims=tuple(claim(d) for d in documents),
        figures=tuple(figure(d) for d in documents),
        control=tuple(statement(d) for d in documents),
        framings=tuple(framing(d) for d in documents),
        events=(
            Event(
                "e-1", "capture", ("army",), ("rebels",), ("northbridge",), TIME, ("c-d-1-1",), ("d-1",), 1,
                ("government", "opposition"), True, (Count("killed", 1.0, None, 3.0),), 3, ("one source",), "same place",
            ),
        ),
        ledger=(LedgerEntry("l-1", "northbridge", "army", DAY, None, "claimed", ("c-d-1-1",)),),
        deals=(
            Deal(
                "x-1", ("army", "rebels"), ("monitor",), "northbridge", ("arms down", "safe passage"), "agreed",
                (DealStep("offered", None, ()), DealStep("agreed", DAY, ("c-d-1-1",))), ("c-d-1-1",),
            ),
        ),
        contradictions=(Contradiction("q-1", "figure", (Side("5", ("f-1",)), Side("7", ("f-2", "f-3"))), "e-1"),),
        stories=(Story("s-1", "Northbridge", ("d-1", "d-2")),),
        reviews=(Review("c-d-1-1", Judgement.ACCEPTED, True, False, ("h-1",)), Review("c-2", None, False, True, ("h-2",))),
        tombstones=(Tombstone("troops", "army", "h-3"),),
        doubts=(Doubt("c-d-1-1", 0.25, 0.5, 0.5, "places", "no place is told", "Where?"),),
        orphans=(Orphan("h-4", "no claim is found there any more"),),
    )  # fmt: skip


def anchor():
    return Anchor(
        "c-d-1-1",
        "claim",
        "d-1",
        "reports/a.txt",
        "",
        "0" * 64,
        Span(9, 13),
        "took",
        "The army ",
        " Northbridge.",
        "capture",
    )


def decision(number=1):
    when = datetime(2024, 5, 1, 12, 30, tzinfo=UTC)
    return Decision(f"h-{number}", Act.CHANGE, "c-d-1-1", "editor", when, "misread", "type", '"clash"', (anchor(),))


# Lone surrogates cannot stand in a decoded text, and NUL is refused when a file is read.
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SPANS = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))
st.register_type_strategy(str, WORDS)
st.register_type_strategy(float, NUMBERS)
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))
st.register_type_strategy(Span, SPANS)


def of_kind(kind):
    """Every field of the dataclass drawn by its type."""
    return st.from_type(kind)


def with_ids(items):
    """The same values with ids of their own, as content ids are."""
    return tuple(replace(item, id=f"id-{number:03}") for number, item in enumerate(items))
