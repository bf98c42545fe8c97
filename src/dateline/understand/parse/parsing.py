"""Sentences into parses: known names become single words that the model knows, so that it reads the rest right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from dateline.model import Article, Sentence
from dateline.read.normal import model_text
from dateline.theatres import fold
from dateline.understand.lexicon import Lexicon, Token, tokens_of
from dateline.understand.mentions.names import Name, find_names
from dateline.understand.mentions.opening import Opening
from dateline.understand.parse.french import VerbForm
from dateline.understand.parse.headlines import lowered
from dateline.understand.parse.parses import Parses
from dateline.understand.parse.taking_over import parse_of
from dateline.understand.parse.words import Shown
from dateline.understand.syntax import Parse

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
    low: str  # the text in lower case, which many rules look at
    tokens: list[Token]
    names: list[Name]
    parse: Parse
    entities: list[tuple[int, int, str]]  # the model's own guesses at names: word numbers and label


def parse_article(
    article: Article, opening: Opening, lexicon: Lexicon, parses: Parses, forms: Mapping[str, VerbForm] | None = None
) -> Iterator[ParsedSentence]:
    """Yield the parsed sentences of an article; quiet ones (captions, credits) are left out.

    `forms` are verb forms that the model's tagger may miss.
    """
    text = model_text(article.text)
    spoken = [s for s in article.sentences if not s.quiet]
    prepared = [_prepare(text, s, lexicon, parses.nlp, opening) for s in spoken]
    vocab = parses.nlp.vocab
    docs = parses.of(article.id, [Doc(vocab, words=p.shown.texts, spaces=p.shown.spaces) for p in prepared])
    for sentence, (tokens, names, shown), doc in zip(spoken, prepared, docs, strict=True):
        entities = [
            (ent.start, ent.end, ent.label_)
            for ent in doc.ents
            if not any(shown.names[k] >= 0 for k in range(ent.start, ent.end))
        ]
        parse = parse_of(doc, shown, article.language, forms or {})
        for word in parse.words:
            true = text[word.start : word.end]
            if true != word.text:
                word.text, word.low = true, true.lower()
            if word.name >= 0:
                word.pos = "PROPN"
                parts = word.low.split()
                word.noun = parts[-1] if article.language == "en" else parts[0]
        body = article.text[sentence.span.start : sentence.span.end]
        yield ParsedSentence(sentence, body, body.lower(), tokens, names, parse, entities)


class _Prepared(NamedTuple):
    """A sentence before the model reads it: its tokens, the known names in them, and the words to show."""

    tokens: list[Token]
    names: list[Name]
    shown: Shown


def _prepare(text: str, sentence: Sentence, lexicon: Lexicon, nlp: Language, opening: Opening) -> _Prepared:
    """Cut a sentence into words, its names merged."""
    offset, end = sentence.span.start, sentence.span.end
    body = text[offset:end]
    tokens = opening.within(offset, end, body) or tokens_of(body, offset, lexicon)
    names = find_names(tokens, lexicon)
    shown = Shown()
    cursor = offset
    for k, name in enumerate(names):
        _show(shown, text, cursor, name.start, nlp)
        shown.add(_stand_in(name, lexicon), name.start, name.end, text[name.end : name.end + 1].isspace(), k)
        cursor = name.end
    _show(shown, text, cursor, end, nlp)
    if lexicon.language == "fr":
        _join_hyphens(shown)
    if lexicon.language == "en":
        shown.texts[:] = lowered(shown.texts, [number < 0 for number in shown.names], nlp)
    return _Prepared(tokens, names, shown)


def _show(shown: Shown, text: str, cursor: int, end: int, nlp: Language) -> None:
    """Add the words between two names as the model's tokenizer cuts them.

    Where each stands follows from their lengths, since the tokenizer leaves nothing out but one blank behind a word. It
    is not shown blanks at the beginning: behind those it forgets the words it has cut, and cuts them anew each time.
    """
    piece = text[cursor:end].lstrip()
    if len(piece) < end - cursor and shown.spaces:
        shown.spaces[-1] = True
    cursor = end - len(piece)
    for word in [token.text for token in nlp.tokenizer(piece)] if piece else ():
        begin, cursor = cursor, cursor + len(word)
        blank = cursor < end and text[cursor] == " "
        if word.isspace():
            shown.spaces[-1] = True
        elif word == "'" and shown.texts and shown.ends[-1] == begin and shown.names[-1] < 0:
            shown.texts[-1] += "'"  # an elided article before a name: the tokenizer saw it at the end of a piece
            shown.ends[-1] += 1
        elif word[0] == "-" and len(word) > 1 and shown.texts and shown.names[-1] >= 0 and shown.ends[-1] == begin:
            shown.add("-", begin, begin + 1, False)  # "-led" behind a name: two words, as in "US-led" in one piece
            shown.add(word[1:], begin + 1, cursor, blank)
        else:
            shown.add(word, begin, cursor, blank)
        cursor += blank


def _join_hyphens(shown: Shown) -> None:
    """Make "état-major" one word again, as French is written and the model has learned it; "-t-il" stays apart."""
    words, spaces, names = shown.texts, shown.spaces, shown.names
    k = 1
    while k + 1 < len(words):
        apart = names[k - 1] >= 0 or names[k + 1] >= 0 or spaces[k - 1] or spaces[k]
        parts = (
            words[k - 1].isalpha()
            and words[k + 1].isalpha()
            and words[k + 1].islower()
            and words[k + 1] not in _CLITICS
        )
        if words[k] == "-" and parts and not apart:
            words[k - 1] = "".join(words[k - 1 : k + 2])
            spaces[k - 1], shown.ends[k - 1] = spaces[k + 1], shown.ends[k + 1]
            for column in (words, spaces, shown.starts, shown.ends, names):
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
