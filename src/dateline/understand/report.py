"""One article in, its Reading out: every mention, claim, figure, statement of control and loaded wording, with evidence.

The steps: sentences are parsed with the theatre's names ahead of the model's own; every word that points at somebody is
resolved; triggers become drafts with roles; drafts get speaker, mode, time; slots left empty are filled from earlier
mentions of the same happening; what remains is written down with stable ids.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from dateline.codebook import Codebook, load_codebook
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
from dateline.theatres import Theatre, load_theatre
from dateline.understand.attribution import Attribution, Speech
from dateline.understand.codes import acled_code
from dateline.understand.control import Holding, Holdings
from dateline.understand.dates import Dates, TimeWord
from dateline.understand.discourse import Discourse
from dateline.understand.draft import Draft
from dateline.understand.events import Events
from dateline.understand.figures import Figures, FigureWord
from dateline.understand.french import verb_forms
from dateline.understand.home import home_of
from dateline.understand.lexicon import Lexicon
from dateline.understand.modality import Modalities
from dateline.understand.models import load_parser
from dateline.understand.parsing import parse_article
from dateline.understand.references import Ref, References, Scene
from dateline.understand.repeats import fill_from_context
from dateline.understand.retype import Retype
from dateline.understand.roles import Roles
from dateline.understand.syntax import Parse
from dateline.understand.times import Times
from dateline.understand.triggers import Triggers
from dateline.understand.wording import LoadedWords, Wordings

__all__ = ["Understand"]


@dataclass(frozen=True)
class Understand:
    """The stage: a picklable callable on a batch of articles; loads models and compiles lexica on first use."""

    theatres: tuple[str, ...] = ()
    codebook: str = ""  # a folder of one's own event types, over the shipped ones

    def __call__(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Yield the reading of each article; one in a language that cannot be coded has an empty one."""
        for article in articles:
            yield self.read(article)

    def read(self, article: Article) -> Reading:
        """Return the reading of one article."""
        if not article.coded:
            return Reading(article.id, (), (), (), (), (), ())
        return self._reader(article.language).read(article)

    def _reader(self, language: str) -> "_LanguageReader":
        if language not in self._readers:
            codebook = load_codebook(Path(self.codebook) if self.codebook else None)
            self._readers[language] = _LanguageReader(language, load_theatre(self.theatres), codebook)
        return self._readers[language]

    @cached_property
    def _readers(self) -> "dict[str, _LanguageReader]":
        return {}

    def __getstate__(self) -> dict[str, object]:
        return {"theatres": self.theatres, "codebook": self.codebook}


class _LanguageReader:
    """Everything compiled for one language."""

    def __init__(self, language: str, theatre: Theatre, codebook: Codebook) -> None:
        self.language, self.codebook = language, codebook
        self.lexicon = Lexicon(theatre, language)
        words = codebook.places[language]
        self.roles = Roles(self.lexicon, codebook.light.get(language, {}), words.locative)
        self.triggers = Triggers(codebook, self.lexicon)
        self.events = Events(codebook, self.triggers, self.roles)
        self.dates = Dates(codebook.times[language])
        self.figures = Figures(codebook, self.lexicon)
        self.holdings = Holdings(codebook, self.lexicon, self.roles)
        self.wordings = Wordings(self.lexicon, self.roles)
        speech = Attribution(codebook, self.roles, language).verbs
        told = (
            t.words
            for t in (*codebook.triggers(language), *codebook.control.triggers)
            if t.part == "verb" and t.language == language
        )
        self.forms = verb_forms((*told, *speech)) if language == "fr" else {}
        self.retype = Retype(codebook, self.lexicon)
        self.modalities = Modalities(codebook, language, speech)

    def read(self, article: Article) -> Reading:
        """Return the reading of one article in this language."""
        draft = _ReportDraft(article)
        home = home_of(article.text, self.lexicon)
        references = References(self.lexicon, self.codebook, home)
        attribution = Attribution(self.codebook, self.roles, self.language)
        times = Times(article.published)
        for parsed in parse_article(article, self.lexicon, load_parser(self.language), self.forms):
            scene = references.read(parsed)
            speeches = attribution.read(scene, references.discourse)
            words = self.dates.find(parsed.text, parsed.sentence.span.start, article.published)
            drafts = self.events.find(scene)
            speeches += attribution.stances(drafts)
            types = {k: item for item in drafts for k in (item.head, *item.absorbed)}
            for item in drafts:
                self._tell(item, speeches, words, times, types, attribution)
            last_place = references.discourse.place(sentence=parsed.sentence.index, reach=3)
            figures = self.figures.find(scene, [word.span for word in words])
            holdings = self.holdings.find(scene, drafts, figures, last_place)
            draft.add(scene, drafts, figures, holdings, self.wordings.find(scene), speeches, words)
        self.retype(draft.drafts)
        fill_from_context(draft.drafts, article.published)
        return _Writer(article, draft, self.codebook, self.lexicon, references.discourse).write()

    def _tell(
        self,
        draft: Draft,
        speeches: list[Speech],
        words: list[TimeWord],
        times: Times,
        types: dict[int, Draft],
        attribution: Attribution,
    ) -> None:
        """Give a draft its speaker, mode and time."""
        draft.speakers, said = attribution.speakers(draft, speeches)
        draft.modality, mode = self.modalities.read(draft, types)
        draft.time, when = times.read(draft, words, speeches, draft.modality)
        draft.background = times.background(draft.time)
        draft.evidence += [*said, *mode, *when]


@dataclass(slots=True)
class _SceneFindings:
    """What one sentence gave besides claims."""

    scene: Scene
    drafts: list[Draft]
    figures: list[FigureWord]
    holdings: list[Holding]
    wordings: list[LoadedWords]
    speeches: list[Speech]
    words: list[TimeWord]


class _ReportDraft:
    """All sentences' findings of one report, before they are written down."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.scenes: list[_SceneFindings] = []

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
        self.scenes.append(_SceneFindings(scene, drafts, figures, holdings, wordings, speeches, words))

    @property
    def drafts(self) -> list[Draft]:
        """All drafts in the order of the text."""
        return [draft for scene in self.scenes for draft in scene.drafts]


class _Writer:
    """Writes a report's findings down with stable ids."""

    def __init__(
        self, article: Article, draft: _ReportDraft, codebook: Codebook, lexicon: Lexicon, discourse: Discourse
    ) -> None:
        self.article, self.draft, self.codebook, self.lexicon = article, draft, codebook, lexicon
        self.entities: dict[str, Entity] = {}

    def write(self) -> Reading:
        """Return the reading."""
        mentions = [m for scene in self.draft.scenes for m in self._mentions(scene.scene)]
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
            for words in scene.wordings:
                framing = self._framing(words)
                framings.setdefault(f"{self._text(framing.span).lower()}|{framing.about}", framing)
        lead = self._lead(claims)
        claims = [replace(c, lead=True) if c.id == lead else c for c in claims]
        for key in {k for c in claims for k in (*c.actors, *c.targets, *c.mediators, *c.speakers)}:
            self._entity(key, "actor")
        uncoded = tuple(s.scene.parsed.sentence.span for s in self.draft.scenes if not s.drafts and s.figures)
        return Reading(
            self.article.id,
            tuple(sorted(self.entities.values(), key=lambda e: e.key)),
            tuple(mentions),
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

    def _mentions(self, scene: Scene) -> Iterator[Mention]:
        for ref in sorted([*scene.actors.values(), *scene.places.values()], key=lambda r: r.span):
            if ref.key and not ref.modifies and not (ref.kind == "place" and ref.form == "nominal"):
                self._name(ref)
                mention_id = self._id("m", ref.span, ref.kind)
                yield Mention(mention_id, self.article.id, ref.span, ref.kind, ref.form, ref.key, ref.rule)

    def _name(self, ref: Ref) -> None:
        """Note the surface form of a name under its entity."""
        entity = self._entity(ref.key, ref.kind)
        if ref.form == "name":
            surface = self._text(ref.span)
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
            )

    def _entity(self, key: str, kind: str) -> Entity:
        if key not in self.entities:
            kind_ = "place" if key.startswith("@") else "actor"
            known = self.lexicon.actor(key) if kind_ == "actor" else None
            candidates = (key,) if known else ()
            name = known.name if known else ""
            self.entities[key] = Entity(key, "place" if kind_ == "place" else "actor", name, (), candidates)
        return self.entities[key]

    def _claim(self, draft: Draft, figures: list[Figure]) -> Claim:
        event_type = self.codebook.types[draft.type]
        trigger = draft.hit.span
        claim_id = self._id("c", trigger, draft.type)
        own = tuple(f.id for f in figures if self._belongs(draft, f))
        for place in draft.places:
            self._entity(place, "place")
        return Claim(
            id=claim_id,
            document=self.article.id,
            span=self._clause(draft),
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
            plover=event_type.plover,
            acled=acled_code(event_type, draft, self.lexicon),
            confidence=round(min(0.95, draft.hit.score), 2),
            rule=f"{draft.hit.trigger.part} {draft.hit.trigger.words}",
            evidence=tuple(draft.evidence),
        )

    def _clause(self, draft: Draft) -> Span:
        """Return the stretch from the first to the last word of the trigger and its roles, within the sentence."""
        sentence = draft.scene.parsed.sentence.span
        spans = [draft.hit.span, *(e.span for e in draft.evidence if sentence.covers(e.span) and e.span.end)]
        return Span(min(s.start for s in spans), max(s.end for s in spans))

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

    def _figure(self, scene: _SceneFindings, found: FigureWord) -> Figure:
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
            found.role,
            tuple(places),
            tuple(speakers),
            time,
            "number grammar",
        )

    def _control(self, scene: _SceneFindings, holding: Holding, claims: list[Claim]) -> ControlStatement:
        self._entity(holding.place, "place")
        self._entity(holding.holder, "actor")
        since, until = self._bounds(scene)
        claim = next((c for c in claims if c.trigger.overlaps(holding.span) and c.type == "capture"), None)
        speakers = (
            claim.speakers
            if claim
            else tuple(r.key for s in scene.speeches if holding.head in s.scope for r in s.speakers)
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
        )

    def _bounds(self, scene: _SceneFindings) -> tuple[dt.date | None, dt.date | None]:
        """Return since and until where "since 2012" or "until Friday" stand in the sentence."""
        since = next((w.interval.earliest for w in scene.words if w.interval.earliest and not w.interval.latest), None)
        until = next((w.interval.latest for w in scene.words if w.interval.latest and not w.interval.earliest), None)
        return since, until

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

    def _lead(self, claims: list[Claim]) -> str:
        """Return the claim a report is about: the fullest asserted one of the first sentences."""

        def fullness(pair: tuple[int, Claim]) -> tuple[float, int]:
            order, claim = pair
            filled = bool(claim.actors) + bool(claim.targets) + bool(claim.places) + bool(claim.figures)
            return filled - 0.4 * order - 1.5 * claim.background - 0.5 * (claim.modality != "asserted"), -order

        return max(enumerate(claims[:6]), key=fullness)[1].id if claims else ""
