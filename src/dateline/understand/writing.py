"""What was found in a report's sentences in, the Reading out: claims, figures, control and wording with stable ids."""

import datetime as dt
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dateline.codebook import Codebook
from dateline.model import (
    Article,
    Claim,
    ControlStatement,
    Entity,
    Figure,
    Framing,
    Interval,
    Mention,
    Reading,
    Span,
    content_id,
)
from dateline.understand.coding.codes import acled_code, plover_code
from dateline.understand.coding.witness import Verdict
from dateline.understand.days.dates import TimeWord
from dateline.understand.draft import Draft
from dateline.understand.figures import FigureWord
from dateline.understand.framing.whom import LoadedWords
from dateline.understand.framing.whose import of_report
from dateline.understand.holders.holding import Holding
from dateline.understand.lexicon import Lexicon
from dateline.understand.mentions.descriptions import describes
from dateline.understand.mentions.discourse import Discourse
from dateline.understand.mentions.inner_names import inner_names
from dateline.understand.scene import Ref, Scene
from dateline.understand.slots.locations import in_passing, unlisted
from dateline.understand.speech.going_on import Speech
from dateline.understand.syntax import Parse

__all__ = ["ReportDraft", "SceneFindings", "Writer", "clause_of"]

_ENOUGH_TO_QUOTE = 4  # words a reader needs to see what was said


@dataclass(slots=True)
class SceneFindings:
    """What one sentence gave besides claims."""

    scene: Scene
    drafts: list[Draft]
    figures: list[FigureWord]
    holdings: list[Holding]
    wordings: list[LoadedWords]
    speeches: list[Speech]
    words: list[TimeWord]


class ReportDraft:
    """All sentences' findings of one report, before they are written down."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.scenes: list[SceneFindings] = []
        self.asides: list[Ref] = []  # names in the dateline, in captions and credits
        self.verdicts: dict[Draft, Verdict] = {}

    def add(
        self,
        scene: Scene,
        drafts: list[Draft],
        figures: list[FigureWord],
        holdings: list[Holding],
        wordings: list[LoadedWords],
        speeches: list[Speech],
        words: list[TimeWord],
    ) -> None:
        """Keep one sentence's findings."""
        self.scenes.append(SceneFindings(scene, drafts, figures, holdings, wordings, speeches, words))

    @property
    def named_places(self) -> dict[int, set[str]]:
        """The keys of the places that each sentence names, by the sentence's number; only those that a list knows.

        Where a deal was made or somebody speaks is no place that the report has gone to.
        """
        return {
            one.scene.parsed.sentence.index: {
                ref.key
                for ref in one.scene.places.values()
                if ref.form == "name" and not unlisted(ref.key) and not in_passing(one.scene.parse, ref.word)
            }
            for one in self.scenes
        }

    @property
    def drafts(self) -> list[Draft]:
        """All drafts in the order of the text."""
        return [draft for scene in self.scenes for draft in scene.drafts]


def clause_of(draft: Draft) -> Span:
    """Return the stretch from the first to the last word of the trigger and its roles, within the sentence."""
    sentence = draft.scene.parsed.sentence.span
    spans = [draft.hit.span, *(e.span for e in draft.evidence if sentence.covers(e.span) and e.span.end)]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def quoted_of(draft: Draft) -> Span:
    """Return the words to quote for a claim: its stretch, or the clause around it where "the deal" alone would stand."""
    stretch, parse = clause_of(draft), draft.scene.parse
    if _enough(parse, stretch):
        return stretch
    clause = [parse.words[i] for i in parse.clause(draft.head)]
    wider = Span(min(stretch.start, *(w.start for w in clause)), max(stretch.end, *(w.end for w in clause)))
    return wider if _enough(parse, wider) else draft.scene.parsed.sentence.span


def _enough(parse: Parse, span: Span) -> bool:
    """True where a stretch has words enough to be quoted."""
    start, end = span.start, span.end
    inside = [w for w in parse.words if start <= w.start and w.end <= end and w.pos != "PUNCT"]
    return len(inside) >= _ENOUGH_TO_QUOTE


def _tells_more(ref: Ref, entity: Entity) -> bool:
    """True where a name says of its entity what no other one has said before."""
    pairs = (
        (ref.ids, entity.candidates),
        (ref.hint, entity.hint),
        (ref.direction, entity.direction),
        (ref.within, entity.within),
    )
    return any(new and not known for new, known in pairs)


class Writer:
    """Writes a report's findings down with stable ids."""

    def __init__(
        self, article: Article, draft: ReportDraft, codebook: Codebook, lexicon: Lexicon, discourse: Discourse
    ) -> None:
        self.article, self.draft, self.codebook, self.lexicon = article, draft, codebook, lexicon
        self.entities: dict[str, Entity] = {}

    def write(self) -> Reading:
        """Return the reading."""
        refs = [ref for one in self.draft.scenes for ref in self._refs(one.scene)]
        described = {ref for one in self.draft.scenes for ref in self._described(one.scene)}
        mentions = {m.id: m for m in self._mentions((*self.draft.asides, *reversed(refs)), described)}
        figures: list[Figure] = []
        claims: list[Claim] = []
        control: list[ControlStatement] = []
        framings: dict[str, Framing] = {}
        for scene in self.draft.scenes:
            here = [self._figure(scene, f) for f in scene.figures]
            figures += here
            new = [self._claim(d, here) for d in scene.drafts]
            claims += new
            control += [self._control(scene, h, new) for h in scene.holdings]
        for words in self._loaded():
            framing = self._framing(words)
            framings.setdefault(f"{self._text(framing.span).lower()}|{framing.about}", framing)
        lead = self._lead(claims, [d for scene in self.draft.scenes for d in scene.drafts])
        claims = [replace(c, lead=True) if c.id == lead else c for c in claims]
        for key in {k for c in claims for k in (*c.actors, *c.targets, *c.mediators, *c.speakers)}:
            self._entity(key, "actor")
        uncoded = tuple(s.scene.parsed.sentence.span for s in self.draft.scenes if not s.drafts and s.figures)
        return Reading(
            self.article.id,
            tuple(sorted(self.entities.values(), key=lambda e: e.key)),
            tuple(mentions.values()),
            tuple({c.id: c for c in claims}.values()),
            tuple({f.id: f for f in figures}.values()),
            tuple({c.id: c for c in control}.values()),
            tuple({f.id: f for f in framings.values()}.values()),
            uncoded,
        )

    def _text(self, span: Span) -> str:
        return self.article.text[span.start : span.end]

    def _id(self, prefix: str, span: Span, *more: object) -> str:
        return content_id(prefix, self.article.id, span.start, span.end, *more)

    def _refs(self, scene: Scene) -> Iterator[Ref]:
        yield from inner_names(scene, self.lexicon)
        yield from scene.actors.values()
        yield from (ref for ref in scene.places.values() if ref.form != "nominal")  # "the town" is found by its name

    def _described(self, scene: Scene) -> Iterator[Ref]:
        """Yield what is described rather than named: "Russian soldiers", "northern Homs"."""
        yield from (ref for ref in scene.actors.values() if ref.form == "name" and describes(ref, scene, self.lexicon))
        yield from (ref for ref in scene.places.values() if ref.direction and not self.lexicon.is_country(ref.key))

    def _mentions(self, refs: Iterable[Ref], described: Container[Ref]) -> Iterator[Mention]:
        for ref in sorted(refs, key=lambda r: (r.span.start, r.span.end)):
            if ref.key:
                self._name(ref)
                mention_id = self._id("m", ref.span, ref.kind)
                form = "nominal" if ref in described else ref.form
                yield Mention(mention_id, self.article.id, ref.span, ref.kind, form, ref.key, ref.rule)

    def _name(self, ref: Ref) -> None:
        """Note the surface form of a name under its entity."""
        entity = self._entity(ref.key, ref.kind)
        if ref.form == "name" or (ref.kind == "place" and ref.form == "nominal"):
            surface = self._text(ref.span)
            if surface in entity.surfaces and not _tells_more(ref, entity):
                return
            surfaces = tuple(dict.fromkeys((*entity.surfaces, surface)))
            candidates = entity.candidates or ref.ids
            hint, direction = entity.hint or ref.hint, entity.direction or ref.direction
            self.entities[ref.key] = replace(
                entity,
                name=entity.name or surface,
                surfaces=surfaces,
                candidates=candidates,
                hint=hint,
                direction=direction,
                within=entity.within or ref.within,
            )

    def _entity(self, key: str, kind: str) -> Entity:
        if key not in self.entities:
            kind_ = "place" if key.startswith("@") else "actor"
            known = self.lexicon.actor(key) if kind_ == "actor" else None
            candidates = (key,) if known else ()
            name = known.name if known else self.lexicon.capital_named(key)  # of "the capital" there is no other name
            part = key.partition("/")[2] if kind_ == "place" else ""
            self.entities[key] = Entity(
                key, "place" if kind_ == "place" else "actor", name, (), candidates, direction=part
            )
        return self.entities[key]

    def _claim(self, draft: Draft, figures: list[Figure]) -> Claim:
        event_type = self.codebook.types[draft.type]
        trigger, verdict = draft.hit.span, self.draft.verdicts[draft]
        found = f"{draft.hit.trigger.part} {draft.hit.trigger.words}"
        claim_id = self._id("c", trigger, draft.type)
        own = tuple(f.id for f in figures if self._belongs(draft, f))
        for place in draft.places:
            self._entity(place, "place")
        return Claim(
            id=claim_id,
            document=self.article.id,
            span=quoted_of(draft),
            trigger=trigger,
            type=draft.type,
            actors=tuple(draft.actors),
            targets=tuple(draft.targets),
            mediators=tuple(draft.mediators),
            places=tuple(draft.places),
            time=draft.time,
            speakers=tuple(draft.speakers),
            modality=draft.modality,
            background=draft.background,
            figures=own,
            plover=plover_code(event_type.plover, draft.modality),
            acled=acled_code(event_type, draft, self.lexicon),
            confidence=round(verdict.confidence, 2),
            rule=f"{found}; {verdict.rule}" if verdict.rule else found,
            evidence=tuple(draft.evidence),
        )

    def _belongs(self, draft: Draft, figure: Figure) -> bool:
        """True where a figure counts people of this claim: it stands below the trigger."""
        if figure.unit != "person":
            return False
        parse = draft.scene.parse
        words = {w.i for w in parse.words if w.start < figure.span.end and figure.span.start < w.end}
        return any(words & parse.clause(k) and self._below(parse, words, k) for k in (draft.head, *draft.absorbed))

    def _below(self, parse: Parse, words: set[int], head: int) -> bool:
        """True where one of the words hangs on the head, or on the verb that carries it."""
        carrier = parse.words[head].head if parse.words[head].pos not in ("VERB", "AUX") else head
        return any({head, carrier} & {k, *parse.ancestors(k)} for k in words)

    def _figure(self, scene: SceneFindings, found: FigureWord) -> Figure:
        parse = scene.scene.parse
        above = [found.word, *parse.ancestors(found.word)] if found.word >= 0 else []
        owner = next((d for k in above for d in scene.drafts if d.head == k or k in d.absorbed), None)
        owner = owner or (scene.drafts[0] if len(scene.drafts) == 1 else None)
        places = owner.places if owner else []
        speakers = owner.speakers if owner else [r.key for s in scene.speeches if s.whole for r in s.speakers]
        time = owner.time if owner else Interval(None, self.article.published.date, "publication")
        figure_id = self._id("f", found.span, found.unit)
        return Figure(
            figure_id,
            self.article.id,
            found.span,
            found.low,
            found.high,
            found.unit,
            _counted_as(found, owner),
            tuple(places),
            tuple(speakers),
            time,
            "number grammar",
            self._id("f", found.whole.span, found.whole.unit) if found.whole else "",
        )

    def _control(self, scene: SceneFindings, holding: Holding, claims: list[Claim]) -> ControlStatement:
        self._entity(holding.place, "place")
        self._entity(holding.holder, "actor")
        claim = next((c for c in claims if c.trigger.overlaps(holding.span) and c.type == "capture"), None)
        since, until = (None, None) if holding.rule == "capture" else self._bounds(scene, holding)
        speakers = (
            claim.speakers
            if claim
            else tuple(dict.fromkeys(r.key for s in scene.speeches if holding.head in s.scope for r in s.speakers))
        )
        return ControlStatement(
            id=self._id("k", holding.span, holding.place, holding.holder),
            document=self.article.id,
            span=holding.span,
            place=holding.place,
            holder=holding.holder,
            since=since,
            until=until,
            as_of=(claim.time.latest if claim else None) or self.article.published.date,
            share=holding.share,
            speakers=speakers,
            rule=holding.rule,
            claim=claim.id if claim else "",
            denied=holding.denied,
        )

    def _bounds(self, scene: SceneFindings, holding: Holding) -> tuple[dt.date | None, dt.date | None]:
        """Return since and until where "since 2012" or "until Friday" stand in the clause that tells who holds."""
        parse = scene.scene.parse
        if holding.head < 0:
            return None, None  # "rebel-held" says nothing of when
        clause = parse.clause(holding.head)
        spans = [parse.words[k].span for k in clause]
        told = [w.interval for w in scene.words if any(w.span.overlaps(span) for span in spans)]
        since = next((i.earliest for i in told if i.earliest and not i.latest), None)
        until = next((i.latest for i in told if i.latest and not i.earliest), None)
        return since, until

    def _loaded(self) -> list[LoadedWords]:
        """Return the loaded words that count in this report, with whom they are about."""
        found = [words for scene in self.draft.scenes for words in scene.wordings]
        return of_report(found, self.draft.drafts, self.article.text, self.lexicon)

    def _framing(self, words: LoadedWords) -> Framing:
        if words.about:
            self._entity(words.about, "actor")
        stance: Literal["favourable", "unfavourable"] = (
            "favourable" if words.row.stance == "favourable" else "unfavourable"
        )
        return Framing(
            self._id("w", words.span),
            self.article.id,
            words.span,
            words.about,
            stance,
            words.row.neutral,
            f"word list: {words.row.phrase}",
        )

    def _lead(self, claims: list[Claim], drafts: list[Draft]) -> str:
        """Return the claim a report is about: the fullest asserted one of the first sentences, a main clause before others."""
        main = {self._id("c", d.hit.span, d.type) for d in drafts if self._is_main(d)}

        def fullness(pair: tuple[int, Claim]) -> tuple[float, int]:
            order, claim = pair
            filled = bool(claim.actors) + bool(claim.targets) + bool(claim.places) + bool(claim.figures)
            told = 1.5 * claim.background + 0.5 * (claim.modality != "asserted")
            return 0.5 * filled + (claim.id in main) - 0.4 * order - told, -order

        return max(enumerate(claims[:6]), key=fullness)[1].id if claims else ""

    def _is_main(self, draft: Draft) -> bool:
        """True where a trigger is, or hangs right on, the main verb of its sentence or what that verb says."""
        parse = draft.scene.parse
        word = parse.words[draft.head if draft.carrier < 0 else draft.carrier]
        if word.rel == "ccomp" and word.head >= 0:
            word = parse.words[word.head]
        return word.head < 0


def _counted_as(found: FigureWord, owner: Draft | None) -> str:
    """Return what people are counted as: what happens to them where they stand in a role of what the sentence tells."""
    role = _HAPPENS.get(owner.type, "") if owner and found.unit == "person" and found.role in _BY_KIND else ""
    if owner is None or not role:
        return found.role
    parse, head = owner.scene.parse, owner.head
    subjects = parse.subjects(head) if role != "killed" or parse.words[head].lemma in _DYING else []
    near = (*subjects, *parse.objects(head), *parse.slot(head, "of"), *parse.slot(head, "de"))
    return role if any(found.word in parse.coordinates(k) for k in near) else found.role


_HAPPENS = {
    "displacement": "displaced", "evacuation": "evacuated", "withdrawal": "evacuated",
    "arrest": "captured", "abduction": "captured", "return": "returned", "killing": "killed",
}  # fmt: skip
_BY_KIND = frozenset(
    {"", *"fighter resident evacuated displaced observer peacekeeper".split()}
)  # told beside the number
_DYING = frozenset("die perish starve lose drown mourir périr perdre succomber".split())
