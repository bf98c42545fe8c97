"""One article in, its Reading out: every mention, claim, figure, statement of control and loaded wording, with evidence.

The steps: sentences are parsed with the theatre's names ahead of the model's own; every word that points at somebody is
resolved; triggers become drafts with roles; drafts get speaker, mode, time; each draft is judged; slots left empty are
filled from earlier mentions of the same happening; what remains is written down with stable ids.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from dateline.codebook import Codebook, load_codebook
from dateline.model import (
    Article,
    Reading,
)
from dateline.theatres import Theatre, load_theatre
from dateline.understand.coding.events import Events
from dateline.understand.coding.focus import is_headline
from dateline.understand.coding.judging import Judging
from dateline.understand.coding.repeats import Repeats
from dateline.understand.coding.retype import Retype
from dateline.understand.coding.triggers import Triggers
from dateline.understand.days.dates import Dates, TimeWord, day_told
from dateline.understand.days.elapsed import Elapsed
from dateline.understand.days.times import Times
from dateline.understand.draft import Draft
from dateline.understand.figures import Figures
from dateline.understand.framing.wording import Wordings
from dateline.understand.holders.control import Holdings
from dateline.understand.holders.holding import TOWNS, LastPlaces
from dateline.understand.lexicon import Lexicon
from dateline.understand.memory import remember
from dateline.understand.mentions.asides import asides
from dateline.understand.mentions.deal_pronouns import DealPronouns
from dateline.understand.mentions.home import home_of, one_named
from dateline.understand.mentions.opening import Opening
from dateline.understand.mentions.references import References
from dateline.understand.mentions.relative import Relatives
from dateline.understand.mentions.within import Within
from dateline.understand.models import load_parser
from dateline.understand.parse.french import verb_forms
from dateline.understand.parse.parses import Parses
from dateline.understand.parse.parsing import parse_article
from dateline.understand.slots.answers import answer
from dateline.understand.slots.belligerents import Belligerents
from dateline.understand.slots.harmed import find_people
from dateline.understand.slots.mediators import share_mediators
from dateline.understand.slots.roles import Roles
from dateline.understand.slots.told_acts import claim_acts, share_with_acts
from dateline.understand.speech.attribution import Attribution
from dateline.understand.speech.going_on import Speech
from dateline.understand.speech.modality import Modalities
from dateline.understand.speech.terms_on import tell_terms_on
from dateline.understand.writing import ReportDraft, Writer

__all__ = ["Understand"]


@dataclass(frozen=True)
class Understand:
    """The stage: a picklable callable on a batch of articles; loads models and compiles lexica on first use."""

    theatres: tuple[str, ...] = ()
    codebook: str = ""  # a folder of one's own event types, over the shipped ones
    profile: str = "fast"
    parses: str = ""  # a folder to keep parses in, so that they are made once

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
            self._readers[language] = _LanguageReader(language, load_theatre(self.theatres), codebook, self)
        return self._readers[language]

    @cached_property
    def _readers(self) -> "dict[str, _LanguageReader]":
        return {}

    def __getstate__(self) -> dict[str, object]:
        return {"theatres": self.theatres, "codebook": self.codebook, "profile": self.profile, "parses": self.parses}


class _LanguageReader:
    """Everything compiled for one language."""

    def __init__(self, language: str, theatre: Theatre, codebook: Codebook, stage: Understand) -> None:
        self.language, self.codebook = language, codebook
        self.lexicon = Lexicon(theatre, language)
        words = codebook.places[language]
        self.roles = Roles(
            self.lexicon,
            codebook.light.get(language, {}),
            words.locative,
            codebook.classes.get("CIVIL_BUILDING", {}).get(language, frozenset()),
        )
        self.triggers = Triggers(codebook, self.lexicon)
        self.events = Events(codebook, self.triggers, self.roles)
        self.dates = Dates(codebook.times[language])
        self.elapsed = Elapsed(codebook.times[language])
        self.figures = Figures(codebook, self.lexicon)
        self.holdings = Holdings(codebook, self.lexicon, self.roles)
        self.wordings = Wordings(self.lexicon, self.roles)
        speech = codebook.speech_verbs(language)
        told = (
            t.words
            for t in (*codebook.triggers(language), *codebook.control.triggers, *codebook.presence.triggers)
            if t.part == "verb" and t.language == language
        )
        self.forms = verb_forms((*told, *speech)) if language == "fr" else {}
        self.retype = Retype(codebook, self.lexicon)
        self.judging = Judging(stage.profile, codebook)
        self.repeats = Repeats(self.lexicon.holds, self.lexicon.wide, self.lexicon.is_site)
        self.belligerents = Belligerents(self.lexicon)
        self.modalities = Modalities(codebook, language, speech)
        self.memory, self.relatives = remember(self.lexicon, codebook), Relatives(codebook, language)
        self.within, self.deals = Within(codebook, language, self.lexicon), DealPronouns.of(codebook, language)
        self.parses = Parses(stage.parses, load_parser(language))

    def read(self, article: Article) -> Reading:
        """Return the reading of one article in this language."""
        draft = ReportDraft(article)
        opening = Opening(article.text, self.lexicon)
        home = home_of(opening, self.lexicon)
        alone = one_named(opening, self.lexicon, home)
        references = References(self.memory.of(home, alone, article.published.date), self.relatives, self.within)
        attribution = Attribution(self.codebook, self.roles, self.language, text=article.text)
        times = Times(article.published, self.elapsed)
        told: dt.date | None = None
        deals = replace(self.deals)
        for parsed in parse_article(article, opening, self.lexicon, self.parses, self.forms):
            here, place_told = parsed.sentence.index, references.discourse.place
            before = LastPlaces(place_told(sentence=here, reach=6), place_told(TOWNS, here, 8))
            scene = references.read(parsed)
            deals.read(scene)
            speeches = attribution.read(scene, references.discourse)
            words = self.dates.find(parsed.text, parsed.sentence.span.start, article.published, told)
            told = next((day for word in reversed(words) if (day := day_told(word))), told)
            drafts = [item for item in self.events.find(scene) if not _dates(item, words)]
            speeches += attribution.stances(drafts)
            types = {k: item for item in drafts for k in (item.head, *item.absorbed)}
            for item in drafts:
                self._tell(item, speeches, words, times, types, attribution)
            last = LastPlaces(place_told(sentence=here, reach=6), place_told(TOWNS, here, 8), before)
            figures = self.figures.find(scene, [word.span for word in words])
            holdings = self.holdings.find(scene, drafts, figures, last)
            draft.add(scene, drafts, figures, holdings, self.wordings.find(scene), speeches, words)
        draft.asides = [*asides(article, references.memory), *references.memory.beside]
        tell_terms_on(draft.drafts, self.modalities.group, article.text)
        self.retype(draft.drafts)
        self.judging(draft)
        headed = bool(draft.scenes) and is_headline(draft.scenes[0].scene.parsed.text)
        self.repeats(draft.drafts, draft.named_places, headed)
        share_with_acts(draft.drafts)
        claim_acts(draft.drafts)
        answer(draft.drafts, self.lexicon)
        self.belligerents(draft)
        share_mediators(draft.drafts, self.lexicon)
        takers = self.holdings.takers(draft.drafts)
        for scene_ in draft.scenes:
            scene_.holdings = self.holdings.renewed(scene_.scene, scene_.holdings, scene_.drafts, takers)
        self.holdings.told_once(draft.scenes)
        for item in draft.drafts:
            item.time = times.so_far(item)
            find_people(item)
            item.fill_usual(self.codebook.types[item.type].usual)
        return Writer(article, draft, self.codebook, self.lexicon, references.discourse).write()

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
        for speech in speeches:
            opened = self.language == "fr" and speech.rule in attribution.cited.openings
            named = opened or speech.rule.startswith(("closing", "named behind"))
            if named and draft.head in speech.scope:
                for ref in speech.speakers:
                    draft.give_up(ref.key, ref.span)
        draft.modality, mode = self.modalities.read(draft, types, attribution.alleged(draft, speeches))
        if not draft.speakers:
            said = attribution.will(draft, types)
        draft.time, when = times.read(draft, words, speeches, set(types))
        draft.background = times.background(draft.time)
        draft.evidence += [*said, *mode, *when]


def _dates(draft: Draft, words: list[TimeWord]) -> bool:
    """True for "March" in "21 March": what tells a day happens nowhere."""
    return any(word.span.covers(draft.hit.span) for word in words)
