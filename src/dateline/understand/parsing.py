"""Sentences into parses: known names become single words that the model knows, so that it reads the rest right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from dateline.model import Article, Sentence, Span
from dateline.read.normal import model_text
from dateline.theatres import fold
from dateline.understand.french import VerbForm
from dateline.understand.headlines import lowered
from dateline.understand.lexicon import Lexicon, Token, tokens_of
from dateline.understand.names import Name, find_names
from dateline.understand.parses import Parses
from dateline.understand.syntax import Parse, parse_of

__all__ = ["ParsedSentence", "parse_article"]

# What the model reads in place of a name it does not know. A parser trained on Western news parses "Hamas entered London"
# far better than "Jaysh al-Islam entered Hazrama"; offsets and our own tables keep the true words.
_STAND_INS = {
    "en": {"actor": "Hamas", "place": "London", "state": "France", "person": "Smith"},
    "fr": {"actor": "Hamas", "place": "Paris", "state": "Allemagne", "person": "Martin"},
}
_CLITICS = frozenset("t il ils elle elles on je tu nous vous ce ci là le la les lui leur moi y en".split())
_SHORT = 4  # letters and stops of "US", "U.S.", "UAE"
_KEEP = frozenset(
    "army armies forces troops front brigade brigades ministry council party coalition observatory agency group "
    "government authorities "
    "police command committee center centre union nations movement state military regime fighters militia division armee front "
    "observatoire ministere gouvernement coalition conseil agence regime forces troupes brigade mouvement "
    "parti police etat".split()
)


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """One sentence with its words before and after the model: `names` are numbered as `Word.name` counts them."""

    sentence: Sentence
    text: str
    tokens: list[Token]
    names: list[Name]
    parse: Parse
    entities: list[tuple[int, int, str]]  # the model's own guesses at names: word numbers and label


def parse_article(
    article: Article, lexicon: Lexicon, parses: Parses, forms: Mapping[str, VerbForm] | None = None
) -> Iterator[ParsedSentence]:
    """Yield the parsed sentences of an article; quiet ones (captions, credits) are left out.

    `forms` are verb forms that the model's tagger may miss.
    """
    text = model_text(article.text)
    spoken = [s for s in article.sentences if not s.quiet]
    prepared = [_prepare(text, s, lexicon, parses.nlp) for s in spoken]
    docs = parses.of(article.id, [p[0] for p in prepared])
    for sentence, (_, tokens, names, starts, ends, which), doc in zip(spoken, prepared, docs, strict=True):
        entities = [
            (ent.start, ent.end, ent.label_)
            for ent in doc.ents
            if not any(which[k] >= 0 for k in range(ent.start, ent.end))
        ]
        spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
        parse = parse_of(doc, spans, which, article.language, forms or {})
        for word in parse.words:
            word.text = text[word.start : word.end]
            if word.name >= 0:
                word.pos = "PROPN"
                parts = word.text.lower().split()
                word.noun = parts[-1] if article.language == "en" else parts[0]
        body = article.text[sentence.span.start : sentence.span.end]
        yield ParsedSentence(sentence, body, tokens, names, parse, entities)


def _prepare(
    text: str, sentence: Sentence, lexicon: Lexicon, nlp: Language
) -> tuple[Doc, list[Token], list[Name], list[int], list[int], list[int]]:
    """Tokenize a sentence with its names merged: the Doc, our tokens, names, and each word's start, end and name."""
    offset = sentence.span.start
    body = text[offset : sentence.span.end]
    tokens = tokens_of(body, offset)
    names = find_names(tokens, lexicon)
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []
    ends: list[int] = []
    which: list[int] = []
    cursor = offset
    for k, name in enumerate([*names, None]):
        upto = name.start if name else sentence.span.end
        for token in nlp.tokenizer(text[cursor:upto]):
            if token.is_space:
                if spaces:
                    spaces[-1] = True
                continue
            if token.text == "'" and words and ends[-1] == cursor + token.idx and which[-1] < 0:
                words[-1] += "'"  # an elided article before a name: the tokenizer saw it at the end of a piece
                ends[-1] += 1
                continue
            begin, shown = cursor + token.idx, token.text
            if shown[0] == "-" and len(shown) > 1 and words and which[-1] >= 0 and ends[-1] == begin:
                words.append("-")  # "-led" behind a name: two words, as the tokenizer makes of "US-led" in one piece
                spaces.append(False)
                starts.append(begin)
                ends.append(begin + 1)
                which.append(-1)
                begin, shown = begin + 1, shown[1:]
            words.append(shown)
            spaces.append(bool(token.whitespace_))
            starts.append(begin)
            ends.append(begin + len(shown))
            which.append(-1)
        if name:
            words.append(_stand_in(name, lexicon))
            spaces.append(text[name.end : name.end + 1].isspace())
            starts.append(name.start)
            ends.append(name.end)
            which.append(k)
            cursor = name.end
    if lexicon.language == "fr":
        _join_hyphens(words, spaces, starts, ends, which)
    if lexicon.language == "en":
        words = lowered(words, [number < 0 for number in which], nlp)
    return Doc(nlp.vocab, words=words, spaces=spaces), tokens, names, starts, ends, which


def _join_hyphens(words: list[str], spaces: list[bool], starts: list[int], ends: list[int], which: list[int]) -> None:
    """Make "état-major" one word again, as French is written and the model has learned it; "-t-il" stays apart."""
    k = 1
    while k + 1 < len(words):
        apart = which[k - 1] >= 0 or which[k + 1] >= 0 or spaces[k - 1] or spaces[k]
        parts = (
            words[k - 1].isalpha()
            and words[k + 1].isalpha()
            and words[k + 1].islower()
            and words[k + 1] not in _CLITICS
        )
        if words[k] == "-" and parts and not apart:
            words[k - 1] = "".join(words[k - 1 : k + 2])
            spaces[k - 1], ends[k - 1] = spaces[k + 1], ends[k + 1]
            for column in (words, spaces, starts, ends, which):
                del column[k : k + 2]
        else:
            k += 1


def _stand_in(name: Name, lexicon: Lexicon) -> str:
    """Return the word that the model reads for a name."""
    words = name.text.split()
    outer = words[-1] if lexicon.language == "en" else words[0]
    if name.kind == "actor" and (name.noun or (len(words) > 1 and fold(outer) in _KEEP)):
        return outer
    table = _STAND_INS.get(lexicon.language, _STAND_INS["en"])
    if name.kind == "state" and name.text.isupper() and len(name.text) <= _SHORT and lexicon.language == "en":
        return "U.S."  # which the model knows before a noun, where "France strikes" would be a sentence
    actor = lexicon.actor(name.ids[0])
    if actor and actor.kind == "person":
        return table["person"]
    return table[name.kind]
