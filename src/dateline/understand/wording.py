"""Wording that takes a side: loaded words of the theatre's list, about whom they are, and a neutral wording beside them."""

from collections import defaultdict
from dataclasses import dataclass

from dateline.model import Span
from dateline.theatres import Wording, words_of
from dateline.understand.lexicon import Lexicon
from dateline.understand.roles import Roles
from dateline.understand.scene import Scene

__all__ = ["LoadedWords", "Wordings"]

_TAKING = frozenset({"took", "a pris"})
_BY = frozenset({"by", "from", "par", "of"})
_REACH = 5  # words to the right in which a modified name stands


@dataclass(frozen=True, slots=True)
class LoadedWords:
    """Loaded words at a place of the text and the entity they are about ("" if nobody is named)."""

    span: Span
    about: str
    row: Wording


class Wordings:
    """Finds the loaded words of one language."""

    def __init__(self, lexicon: Lexicon, roles: Roles) -> None:
        self.roles = roles
        self.rows: dict[str, list[tuple[tuple[str, ...], Wording]]] = defaultdict(list)
        for row in lexicon.theatre.wording:
            words = words_of(row.phrase)
            if row.language in (lexicon.language, "") and words:
                self.rows[words[0]].append((words, row))
        for rows in self.rows.values():
            rows.sort(key=lambda entry: -len(entry[0]))

    def find(self, scene: Scene) -> list[LoadedWords]:
        """Return the loaded words of a sentence, the longest where several begin at one word."""
        tokens = scene.parsed.tokens
        out = []
        i = 0
        named = {
            k
            for name in scene.parsed.names
            for k in range(name.first, name.last)
            if not name.noun and tokens[k].text[0].isupper()
        }
        while i < len(tokens):
            for words, row in self.rows.get(tokens[i].folded, ()):
                if (
                    i not in named
                    and len(words) <= len(tokens) - i
                    and all(tokens[i + k].folded == w for k, w in enumerate(words))
                ):
                    span = Span(tokens[i].start, tokens[i + len(words) - 1].end)
                    if not (row.neutral in _TAKING and self._frees(scene, span)):
                        out.append(self._about(scene, span, row))
                    i += len(words) - 1
                    break
            i += 1
        return out

    def _frees(self, scene: Scene, span: Span) -> bool:
        """True for "libérer des prisonniers": to free people is no loaded word for taking a place."""
        parse = scene.parse
        heads = [w.i for w in parse.words if w.start < span.end and span.start < w.end]
        freed = [k for h in heads for k in (*parse.objects(h), *parse.kids(h, "obl")) if parse.words[k].prep not in _BY]
        refs = [ref for k in freed if (ref := scene.actors.get(k)) is not None and ref.noun is not None]
        return any(ref.noun.kind in ("civilian group", "person") for ref in refs if ref.noun)

    def _about(self, scene: Scene, span: Span, row: Wording) -> LoadedWords:
        words = [w for w in scene.parse.words if w.start < span.end and span.start < w.end]
        if not words:
            return LoadedWords(span, "", row)
        head = next((w for w in words if w.pos == "VERB"), words[-1])
        if row.about in ("subject", "object"):
            slots = scene.parse.subjects(head.i) if row.about == "subject" else scene.parse.objects(head.i)
            if head.pos != "VERB":
                slots = scene.parse.kids(head.i, "poss", "compound", "obl", "agent", "amod")
            refs = [ref for k in slots for ref in self.roles.refs_at(scene, k)]
            return LoadedWords(span, refs[0].key if refs else "", row)
        if row.about == "none":
            return LoadedWords(span, "", row)
        first, last = words[0].i, words[-1].i
        covering = next((r for r in scene.actors.values() if r.form == "name" and r.span.overlaps(span)), None)
        if covering is not None:  # "the Syrian regime": the whole name is the wording
            return LoadedWords(
                Span(min(span.start, covering.span.start), max(span.end, covering.span.end)), covering.key, row
            )
        for k in range(first, min(last + _REACH, len(scene.parse.words))):
            ref = scene.actors.get(k)
            if ref is not None:
                wide = Span(span.start, max(span.end, ref.span.end)) if k > last else span
                return LoadedWords(wide, ref.key, row)
            if row.about == "self" and k > last + 1:
                break
        return LoadedWords(span, "", row)
