"""What a brief says of its own ground: a record in; the reports read, how well things stand, what is not known out."""

from collections import Counter
from typing import Literal

from dateline.model import Article, Judgement
from dateline.show.choosing import Chosen
from dateline.show.contents import Contents
from dateline.show.footnotes import published_words
from dateline.show.inert import one_line
from dateline.show.page import Bullets, Line, Mark, Paragraph, Section, Table, Words, line
from dateline.show.phrases import join_words
from dateline.show.sentences import Composer, Told, capital

__all__ = ["how_well", "not_known", "reports", "reports_read"]

_LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "it": "Italian", "ku": "Kurdish", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
    "sw": "Swahili",
    "tr": "Turkish", "uk": "Ukrainian", "und": "unknown language", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip
_DATED: tuple[tuple[Literal["text", "metadata", "inferred", "unknown"], str], ...] = (
    ("text", "dated in the text"),
    ("metadata", "dated beside the text"),
    ("inferred", "dated by inference"),
    ("unknown", "undated"),
)
_MOST_REPORTS = 60
_JUDGED = {
    Judgement.ACCEPTED: "confirmed",
    Judgement.CHANGED: "corrected",
    Judgement.REJECTED: "rejected and left out",
    Judgement.UNSURE: "left unsure",
}
_CREDIBILITY = {
    1: "confirmed by others",
    2: "probably so",
    3: "possibly so",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}


def reports_read(contents: Contents) -> Line:
    """Return the note on the reports: how many, in which languages, how dated, and which to use with care."""
    articles = list(contents.documents.values())
    if not articles:
        return line("No report was read.")
    languages = Counter(_LANGUAGES.get(article.language, article.language) for article in articles)
    told = ", ".join(f"{number} {language}" for language, number in languages.most_common())
    basis = Counter(article.published.basis for article in articles)
    dated = ", ".join(f"{basis[key]} {words}" for key, words in _DATED if basis[key])
    return line(f"{_count(len(articles), 'report')} read: {told}; {dated}.", *_care(contents, articles))


def _care(contents: Contents, articles: list[Article]) -> list[str]:
    spun = [contents.publisher(copy.document) for copy in contents.copies.values() if copy.spun]
    copied = sum(1 for copy in contents.copies.values() if copy.original and not copy.spun)
    nameless = sum(1 for article in articles if not contents.outlet(article.id) and not article.outlet)
    uncoded = [article for article in articles if not article.coded]
    remarks = [f"Machine-spun, to be used with care: {join_words(spun, 6)}."] if spun else []
    if copied:
        remarks.append(f"{_count(copied, 'report')} repeating others, counted as no further source.")
    if nameless:
        remarks.append(f"{_count(nameless, 'report')} without a known outlet.")
    if uncoded:
        reasons = "; ".join(dict.fromkeys(one_line(article.note) for article in uncoded if article.note))
        remarks.append(f"{_count(len(uncoded), 'report')} not coded{f': {reasons}' if reasons else ''}.")
    return [f" {remark}" for remark in remarks]


def reports(contents: Contents) -> Section:
    """Return a table of the reports read, by the numbers under which the brief names those without an outlet."""
    rows = tuple(
        (
            line(str(contents.numbers[id])),
            line(one_line(article.title) or contents.file_name(id)),
            line(capital(contents.publisher(id))),
            line(_LANGUAGES.get(article.language, article.language)),
            line(published_words(contents, id)),
        )
        for id, article in list(contents.documents.items())[:_MOST_REPORTS]
    )
    more = len(contents.documents) - len(rows)
    note = (Paragraph(line(f"The record holds {_count(more, 'more report')}.")),) if more > 0 else ()
    return Section(
        "Reports", (Table(("number", "report", "outlet", "language", "published"), rows), *note) if rows else ()
    )


def how_well(contents: Contents, composer: Composer, chosen: Chosen) -> Section:
    """Return how many sources stand behind what, which sides agree, and how outlets are judged."""
    told = chosen.told
    if not told:
        return Section("How well it stands", ())
    single = sum(1 for one in told if one.sources <= 1)
    camps = {one.event.id: composer.knowing.backing.camps(one.claims) for one in told}
    both = [one for one in told if len(camps[one.event.id]) > 1]
    text = f"Of {_count(len(told), 'event')} told above, {single} rest{'s' if single == 1 else ''} on one source alone"
    text += f"; {len(both)} {'is' if len(both) == 1 else 'are'} told on more than one side." if both else "."
    strong = sorted((one for one in told if one.sources > 1), key=lambda one: (-one.sources, one.event.id))[:10]
    rows = tuple(_standing(contents, one, camps[one.event.id]) for one in strong)
    head = ("event", "independent sources", "sides", "credibility")
    outlets = _outlets(contents)
    return Section(
        "How well it stands",
        (
            Paragraph(line(text)),
            *([Paragraph(line(reviewed))] if (reviewed := _reviewed(contents)) else []),
            *([Table(head, rows)] if rows else []),
            *([Table(("outlet", "reliability", "why"), outlets)] if outlets else []),
        ),
    )


def _standing(contents: Contents, told: Told, camps: list[str]) -> tuple[Line, ...]:
    words = f"{told.event.credibility}, {_CREDIBILITY.get(told.event.credibility, 'cannot be judged')}"
    sentence, sides = line(capital(told.core)), line(join_words(camps) or "not told")
    return sentence, line(str(told.sources)), sides, (_grade(contents, told.event.id, words),)


def _outlets(contents: Contents) -> tuple[tuple[Line, ...], ...]:
    used = Counter(weighing.outlet for weighing in contents.weighings.values() if weighing.outlet in contents.outlets)
    found = [contents.outlets[id] for id, _ in used.most_common(20)]
    return tuple(
        (line(one_line(o.name)), (_grade(contents, o.id, o.reliability),), line(one_line(o.reason))) for o in found
    )


def _grade(contents: Contents, id: str, words: str) -> Mark:
    """Return a grade so that what a reviewer set and what the program assessed never look alike."""
    return Mark(f"{words}, set by a reviewer") if contents.is_graded(id) else Mark(words, "assessed")


def _reviewed(contents: Contents) -> str:
    """Say how many claims reviewers looked at, and what came of it; "" where nobody did."""
    said = Counter(review.judgement for review in contents.reviews.values() if review.id in contents.claim_ids)
    told = [f"{said[judgement]} {words}" for judgement, words in _JUDGED.items() if said[judgement]]
    differ = sum(review.disputed for review in contents.reviews.values())
    if not told:
        return ""
    return f"Reviewers looked at claims: {', '.join(told)}{f'; on {differ} they differ' if differ else ''}."


def not_known(contents: Contents, uncoded_sentences: int) -> Section:
    """Return what a reader could ask and the reports do not tell."""
    roles = {count.role for event in contents.events for count in event.counts}
    lines = []
    if contents.events and not roles & {"killed", "wounded"}:
        lines.append("Casualties: no report gives a number of people killed or wounded.")
    undated = [article for article in contents.documents.values() if article.published.basis == "unknown"]
    if undated:
        names = join_words([contents.publisher(article.id) for article in undated], 6)
        lines.append(f"When these came out: {names}.")
    nobody = sum(1 for event in contents.events if event.type in _DONE_BY_SOMEONE and not event.actors)
    if nobody:
        lines.append(f"Who did it, for {_count(nobody, 'act')} of violence.")
    if nowhere := sum(1 for event in contents.events if not event.places):
        lines.append(f"Where {_count(nowhere, 'event')} happened.")
    if uncoded_sentences:
        lines.append(
            f"What {_count(uncoded_sentences, 'sentence')} with a word for an event say: they could not be coded."
        )
    return Section("Not known", (Bullets(tuple((Words(text),) for text in lines)),) if lines else ())


_DONE_BY_SOMEONE = frozenset(
    {"attack", "shelling", "airstrike", "bombing", "chemical-attack", "killing", "abduction", "sexual-violence"}
)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
