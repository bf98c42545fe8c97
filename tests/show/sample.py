"""A small contested record in two languages, made through the real Record: places and groups are invented."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from dateline.model import (
    Act,
    Actor,
    Article,
    Claim,
    Contradiction,
    ControlStatement,
    Copy,
    Count,
    Deal,
    DealStep,
    Decision,
    Event,
    Evidence,
    Figure,
    Framing,
    Interval,
    LedgerEntry,
    Mention,
    Modality,
    Outlet,
    Place,
    Published,
    Reading,
    Sentence,
    Side,
    Span,
    Story,
)
from dateline.model.views import Views, Weighing
from dateline.record import Record, create_or_open

HOSTILE = '<script>alert(1)</script> <img src="http://evil.example/x.png"> [click](javascript:alert(1)) \u202etxt.exe'

ONE = (
    "The Northland Army attacked the terrorists of the Hill Front in Oldbridge on 25 March. "
    "At least 43 people were killed, the Valley Observatory for Human Rights said. "
    "The army told the group to leave Oldbridge. "
    "The Hill Front has held Oldbridge since 2012. "
    "The army plans to attack Stonewell. "
    "Local painter Iven Tolk said that the army shelled Stonewell. "
    f"{HOSTILE} "
    "The Hill Front refused to leave Oldbridge."
)
TWO = (
    "L'armée du Northland a attaqué le Front des collines à Oldbridge le 25 mars. "
    "Dix personnes ont été tuées. "
    "L'armée et le Front des collines ont conclu un accord à Stonewell avec la médiation de Southland. "
    "Des milliers de civils ont quitté Oldbridge."
)
THREE = "Army attacked the Hill Front in Oldbridge, japanese side of the river."

DAY = date(2031, 3, 25)
ON_DAY = Interval(DAY, DAY, "text")
UNTIL_DAY = Interval(None, DAY, "publication")
FROM_DAY = Interval(DAY, None, "publication")
TOLD = Published(DAY, DAY, DAY, "text")
LONG_AGO = Interval(date(2012, 1, 1), date(2012, 12, 31), "text")


def article(id, path, text, language="en", outlet="", published=TOLD, coded=True):
    return Article(
        id=id,
        path=path,
        title="",
        outlet=outlet,
        language=language,
        published=published,
        url="",
        sha256=id.ljust(64, "0"),
        text=text,
        sentences=(Sentence(0, Span(0, len(text))),),
        boilerplate=(),
        coded=coded,
        note="" if coded else "claims cannot be found in this language",
    )


ARTICLES = (
    article("d1", "reports/a.txt", ONE, outlet="The Herald"),
    article("d2", "reports/b.txt", TWO, "fr"),
    article("d3", "reports/c.txt", THREE, published=Published(None, None, DAY, "inferred")),
    article("d4", "reports/d.txt", "Lorem ipsum", "la", published=Published(None, None, None, "unknown"), coded=False),
)
TEXTS = {one.id: one.text for one in ARTICLES}


def span(document, words):
    start = TEXTS[document].index(words)
    return Span(start, start + len(words))


@dataclass
class Making:
    """Collects claims with short arguments; each stands on the first place of its words."""

    claims: list[Claim] = field(default_factory=list)

    def claim(self, id, document, words, trigger, type, actors=(), targets=(), places=(), **more):
        where = span(document, words)
        inner = Span(where.start + words.index(trigger), where.start + words.index(trigger) + len(trigger))
        self.claims.append(
            Claim(
                id=id,
                document=document,
                span=where,
                trigger=inner,
                type=type,
                actors=tuple(actors),
                targets=tuple(targets),
                mediators=more.get("mediators", ()),
                places=tuple(places),
                time=more.get("time", ON_DAY),
                speakers=more.get("speakers", ()),
                modality=more.get("modality", Modality.ASSERTED),
                background=more.get("background", False),
                figures=more.get("figures", ()),
                plover="ASSAULT",
                acled="Attack",
                confidence=0.8,
                rule="verb",
                evidence=(
                    Evidence("actor", Span(where.start, where.start + 8), "subject"),
                    Evidence("place", inner, "place beside it"),
                ),
            )
        )


def make_claims():
    m = Making()
    army, front = ["army"], ["hill-front"]
    m.claim("c1", "d1", ONE[:85], "attacked", "attack", army, front, ["oldbridge"], figures=("f1",))
    m.claim("c2", "d2", TWO[:76], "attaqué", "attack", army, front, ["oldbridge"], figures=("f2",))
    m.claim("c3", "d3", THREE, "attacked", "attack", army, front, ["oldbridge"], time=UNTIL_DAY)
    killed = "At least 43 people were killed"
    m.claim("c4", "d1", killed, "killed", "killing", (), (), ["oldbridge"], figures=("f1",), speakers=("observatory",))
    order = "The army told the group to leave Oldbridge"
    m.claim("c5", "d1", order, "told", "ultimatum", army, front, ["oldbridge"], time=UNTIL_DAY)
    m.claim(
        "c6", "d1", order, "leave", "withdrawal", front, army, ["oldbridge"], time=FROM_DAY, modality=Modality.DEMANDED
    )
    m.claim(
        "c7", "d1", "The Hill Front has held Oldbridge since 2012", "held", "capture", front, (), ["oldbridge"],
        time=LONG_AGO, background=True,
    )  # fmt: skip
    plan = "The army plans to attack Stonewell"
    m.claim("c8", "d1", plan, "attack", "attack", army, (), ["stonewell"], time=FROM_DAY, modality=Modality.PLANNED)
    said = "Local painter Iven Tolk said that the army shelled Stonewell"
    m.claim("c9", "d1", said, "shelled", "shelling", army, (), ["stonewell"], speakers=("iven-tolk",), time=UNTIL_DAY)
    refused = "The Hill Front refused to leave Oldbridge"
    m.claim("c10", "d1", refused, "refused", "refusal", front, army, ["oldbridge"], time=UNTIL_DAY)
    deal = "L'armée et le Front des collines ont conclu un accord à Stonewell avec la médiation de Southland"
    m.claim(
        "c11", "d2", deal, "conclu un accord", "agreement", [*army, *front], (), ["stonewell"],
        mediators=("southland",), time=UNTIL_DAY,
    )  # fmt: skip
    left = "Des milliers de civils ont quitté Oldbridge"
    m.claim("c12", "d2", left, "quitté", "displacement", (), ["civilians"], ["oldbridge"], figures=("f3",))
    m.claim("c13", "d1", HOSTILE, "alert(1)", "attack", ["evil"], ["civilians"], ["trap"])
    m.claim("c14", "d1", "Local painter", "painter", "other", (), (), ())
    m.claim("c15", "d1", "The army plans", "plans", "criticism", (), (), ())
    return tuple(m.claims)


def event(id, claim, independent=1, claims=(), documents=(), **more):
    return Event(
        id=id,
        type=claim.type,
        actors=claim.actors,
        targets=claim.targets,
        places=claim.places,
        time=claim.time,
        claims=tuple(claims) or (claim.id,),
        documents=tuple(documents) or (claim.document,),
        independent_sources=independent,
        camps=more.get("camps", ()),
        contested=more.get("contested", False),
        counts=more.get("counts", ()),
        credibility=2 if independent > 1 else 3,
        reasons=("two sources of two sides agree",),
        why="same place, day and actors" if claims else "one claim",
    )


def make_views():
    claims = make_claims()
    by_id = {claim.id: claim for claim in claims}
    figures = (
        Figure("f1", "d1", span("d1", "At least 43 people"), 43.0, None, "person", "killed", ("oldbridge",), ("observatory",), ON_DAY, "count"),
        Figure("f2", "d2", span("d2", "Dix personnes"), 10.0, 10.0, "person", "killed", ("oldbridge",), (), ON_DAY, "count"),
        Figure("f3", "d2", span("d2", "Des milliers de civils"), 2000.0, None, "person", "displaced", ("oldbridge",), (), ON_DAY, "count"),
    )  # fmt: skip
    attack = event(
        "e1", by_id["c1"], 2, ("c1", "c2", "c3"), ("d1", "d2", "d3"),
        camps=("government", "opposition"), contested=True, counts=(Count("killed", 10.0, 43.0, 43.0),),
    )  # fmt: skip
    events = (
        attack,
        event("e4", by_id["c4"], counts=(Count("killed", 43.0, 43.0, None),)),
        event("e12", by_id["c12"], counts=(Count("displaced", 2000.0, 2000.0, None),)),
        *(event(f"e{claim.id[1:]}", claim) for claim in claims if claim.id not in ("c1", "c2", "c3", "c4", "c12")),
    )
    return Views(
        weighings=(
            Weighing("d1", "herald", ARTICLES[0].published, "c1"),
            Weighing("d2", "", ARTICLES[1].published, "c2"),
            Weighing("d3", "", Published(None, DAY, DAY, "inferred"), "c3"),
            Weighing("d4"),
        ),
        copies=(Copy("d3", "d1", 0.81, True, ("japanese side",)),),
        outlets=(Outlet("herald", "The Herald", "NL", "government", "private", "B", "corrections are printed"),),
        actors=(
            Actor("army", "Northland Army", "state force", "army", "NL", "government"),
            Actor("hill-front", "Hill Front", "armed group", "", "NL", "opposition"),
            Actor("southland", "Southland", "state", "", "SL"),
            Actor("observatory", "Valley Observatory for Human Rights", "monitor"),
            Actor("civilians", "civilians", "civilian group"),
            Actor("iven-tolk", "Iven Tolk", "person", known=False, aliases=("Tolk",)),
            Actor("evil", HOSTILE, "armed group", known=False),
        ),
        places=(
            Place("valley", "Green Valley", "area", 10.2, 20.2, 30.0, "NL", "", 5),
            Place("oldbridge", "Oldbridge", "town", 10.1, 20.1, 0.0, "NL", "valley", 1, ("Old Bridge",), "only candidate"),
            Place("stonewell", "Stonewell", "village", 10.3, 20.4, 0.0, "NL", "valley", 1),
            Place("trap", f"Trap{HOSTILE}", "town", 10.25, 20.3, 0.0, "NL"),
        ),
        mentions=(Mention("m1", "d1", span("d1", "Northland Army"), "actor", "name", "army", "name"),
                  Mention("m2", "d1", span("d1", "Iven Tolk"), "actor", "name", "iven-tolk", "name"),
                  Mention("m3", "d1", span("d1", "Oldbridge"), "place", "name", "oldbridge", "name")),
        claims=claims,
        figures=figures,
        control=(
            ControlStatement("k1", "d1", span("d1", "The Hill Front has held Oldbridge since 2012"), "oldbridge",
                             "hill-front", date(2012, 1, 1), None, DAY, 90.0, (), "held"),
        ),
        framings=(Framing("w1", "d1", span("d1", "terrorists"), "hill-front", "unfavourable", "fighters", "noun"),),
        events=events,
        ledger=(LedgerEntry("l1", "oldbridge", "hill-front", date(2012, 1, 1), None, "claimed", ("k1",)),),
        deals=(
            Deal("x1", ("army", "hill-front"), ("southland",), "stonewell", ("ont conclu un accord",), "agreed",
                 (DealStep("negotiated", None, ()), DealStep("agreed", DAY, ("c11",))), ("c11", "c6")),
        ),
        contradictions=(
            Contradiction("q1", "figure", (Side("43", ("f1",)), Side("10", ("f2",))), "e1"),
            Contradiction("q2", "status", (Side("told as fact", ("c5",)), Side("refused or broken", ("c10",)))),
        ),
        stories=(Story("s1", "Oldbridge", ("d1", "d2", "d3")),),
    )  # fmt: skip


def make_record(folder) -> Record:
    """A record on disk with all of the above, one finding confirmed and one rejected by a reviewer."""
    record = create_or_open(folder / "sample.dateline")
    for one in ARTICLES:
        uncoded = (Span(0, 5),) if one.id == "d1" else ()
        record.add_reading(one, Reading(one.id, (), (), (), (), (), (), uncoded), "test")
    record.replace_views(make_views())
    when = datetime(2031, 4, 1, 9, 0, tzinfo=UTC)
    record.add_decision(Decision("h1", Act.ACCEPT, "c5", "editor", when, "heard the order"))
    record.add_decision(Decision("h2", Act.REJECT, "c8", "editor", when))
    return record
