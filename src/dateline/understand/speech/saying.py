"""What a verb of saying covers: its clause, the clause it breaks into, or all that stands before it."""

from collections.abc import Iterable, Sequence

from dateline.codebook import Codebook
from dateline.understand.parse.mending import behind_quote
from dateline.understand.speech.french_order import before_inversion
from dateline.understand.speech.mode_words import LINKS
from dateline.understand.speech.said_around import around_the_tag, quoted_before, run_into, taken_up
from dateline.understand.speech.saying_words import CHARGE, CHARGING, CLAIMS_IT, GAINSAYING, RECKONING, TELLING, WHITHER
from dateline.understand.syntax import Parse, Word

__all__ = ["TAIL", "Saying", "within_semicolons"]

TAIL = 6  # words that may follow a speech verb at the end of its sentence ("he told reporters on Friday")


_OF = frozenset({"of", "de", "d'"})


class Saying:
    """The verbs of saying of one language, and which words of a sentence each of them covers."""

    def __init__(self, codebook: Codebook, language: str) -> None:
        lists = codebook.speech.get(language, {})
        self.language, self.verbs = language, codebook.speech_verbs(language)
        self.asking = lists.get("speech.demand", frozenset())
        kinds = ("say", "report", "announce", "confirm", "warn")
        self.telling = frozenset(verb for kind in kinds for verb in lists.get(f"speech.{kind}", ()))
        self.checking = lists.get("speech.confirm", frozenset())
        self.claiming = lists.get("speech.claim", frozenset())
        unsaid = ("deny", "accuse", "demand", "promise")
        self.willing = frozenset(verb for kind in unsaid for verb in lists.get(f"speech.{kind}", ())) - self.telling

    def tells(self, parse: Parse, words: Iterable[int]) -> bool:
        """Return whether one of a trigger's words tells something ("said", "warned"), not only claims or threatens."""
        return any(
            parse.words[k].lemma in self.telling
            or (parse.words[k].lemma in self.claiming and parse.kids(k, "ccomp", "xcomp"))
            for k in words
        )

    def says(self, parse: Parse, i: int) -> bool:
        """Return whether a word is a verb of saying."""
        lemma = parse.words[i].lemma
        if (
            lemma in self.claiming
            and lemma in CLAIMS_IT
            and not parse.kids(i, "ccomp", "xcomp")
            and self._claimed(parse, i)
        ):
            return False  # "claimed the attack": that it happened is not theirs to tell
        if lemma in self.checking and parse.negated(i):
            return False  # "could not verify the tolls"
        if lemma == "put":
            return self._reckons(parse, i)
        if lemma == "avancer" and any(parse.words[k].prep in WHITHER for k in parse.kids(i, "obl")):
            return False  # "le M23 avance vers Bukavu"
        if lemma in self.verbs:
            return True
        if self.language == "fr" and behind_quote(parse.words, parse.words[i]):
            return any(k > i for k in parse.kids(i, "subj"))
        after = parse.words[i + 1].low if i + 1 < len(parse.words) else ""
        return f"{lemma} {after}" in self.verbs

    def _reckons(self, parse: Parse, verb: int) -> bool:
        """True for "put the toll at 30": a count, and so what is counted, is of who puts it there."""
        at = (k for k in parse.kids(verb, "obl") if parse.words[k].prep == "at")
        counted = any(parse.words[n].pos == "NUM" for k in at for n in parse.subtree(k))
        return counted and bool(parse.kids(verb, "obj")) and not parse.passive(verb)

    def covered(self, parse: Parse, verb: int) -> set[int]:
        """Return the words that a speech verb covers: by its place in the sentence, and by what hangs on it."""
        word = parse.words[verb]
        if word.lemma in self.telling and word.lemma not in GAINSAYING and (before := taken_up(parse, verb)):
            return before
        around = set() if parse.passive(verb) else quoted_before(parse, verb) | around_the_tag(parse, verb)
        told = self._below(parse, verb) | around | run_into(parse, verb)
        if around:
            told &= within_semicolons(parse.words, verb)
        return told - self._told_apart(parse, verb)

    def _told_apart(self, parse: Parse, verb: int) -> set[int]:
        """Return what stands before "…; the ministry promised to", "…: an official said that", and is not told by it."""
        words, subjects = parse.words, parse.kids(verb, "subj")
        first = min(subjects, default=-1)
        that = any(k > verb and parse.kids(k, "mark") for k in parse.kids(verb, "ccomp"))
        marks = (":", ";") if that else (";",)
        return set(range(max((w.i for w in words[: max(first, 0)] if w.text in marks), default=0)))

    def _below(self, parse: Parse, verb: int) -> set[int]:
        """Return the clause complement of a speech verb, or the clause it hangs on."""
        if self.language == "fr" and (before := before_inversion(parse, verb)):
            return before
        told = [c for c in parse.kids(verb, "ccomp", "parataxis", "xcomp") if not self._order(parse, c)]
        clauses = parse.kids(verb, "ccomp", "parataxis")
        after = [k for k in range(verb + 1, len(parse.words)) if parse.words[k].pos != "PUNCT"]
        if (
            not clauses
            and not (self.language == "fr" and (told or parse.words[verb].lemma == "faire"))  # "affirme avoir libéré X"
            and not self._asks(parse, verb)
            and len(after) <= TAIL
            and parse.words[-1].text != ":"  # "Speaking after the fall of the city, X said:": what follows is said
            and not parse.kids(verb, "mark")
            and (parse.words[verb].rel != "conj" or parse.kids(verb, "subj"))
            and not (parse.words[verb].rel == "relcl" and self.language == "fr")
            and (self._quotes(parse) or not self._wills(parse, verb))
        ):  # "…, X said on Friday.": all before it is said, however it was parsed
            blocked = {k for s in parse.subjects(verb) for k in parse.subtree(s)} | {verb, *after}
            before = {k for k in range(verb) if k not in blocked}
            if any(parse.words[k].pos != "AUX" or parse.words[k].head != verb for k in before):
                return before | {k for c in self._told_on(parse, verb) for k in parse.subtree(c)}
        inner = {k for c in told for k in parse.subtree(c)}
        word = parse.words[verb]
        more = [*self._told_on(parse, verb), *self._charges(parse, verb), *self._made_known(parse, verb)]
        inner |= {k for c in more for k in parse.subtree(c)}
        if not clauses and (word.rel == "parataxis" or self._run_on(parse, verb)) and word.head >= 0:
            blocked = set(parse.subtree(verb))
            inner |= set(parse.subtree(word.head)) - blocked
        elif not clauses and self._asks(parse, verb):
            asked = [k for c in parse.kids(verb, "obj", "obl") for k in parse.coordinates(c)]
            inner |= {*asked, *(k for c in asked if parse.words[c].lemma in LINKS for k in parse.subtree(c))}
        elif not clauses and (word.lemma in TELLING | RECKONING or self._of_it(parse, verb) or self._quotes(parse)):
            behind = [
                k for k in parse.kids(verb, "obj", "obl", "dep", "advcl") if k > verb or parse.words[k].rel != "advcl"
            ]
            inner |= {k for c in behind for k in parse.subtree(c)}
        return inner - {verb}

    def _asks(self, parse: Parse, verb: int) -> bool:
        """True for "called for a truce": what is asked for is told by who asks."""
        lemma = parse.words[verb].lemma
        if parse.passive(verb) or parse.kids(verb, "prt"):
            return False  # "called off an assault"
        return lemma in self.asking or any(
            f"{lemma} {parse.words[k].prep}" in self.asking for k in parse.kids(verb, "obl")
        )

    def _quotes(self, parse: Parse) -> bool:
        return any(word.text in '"“”«»' for word in parse.words)

    def _told_on(self, parse: Parse, verb: int) -> list[int]:
        """Return what is told on behind "…, he added, and a strike had hit the market": its tense tells that it is his."""
        clauses = [
            k for k in parse.kids(verb, "conj") if parse.kids(k, "subj", "subj:pass") and not self.says(parse, k)
        ]
        return [k for k in clauses if any(parse.words[a].low in ("had", "'d") for a in parse.kids(k, "aux"))]

    def _of_it(self, parse: Parse, verb: int) -> bool:
        """True for "spoke of a surrender", "parle de 800 morts", and for verbs that tell behind a quotation alone."""
        lemma = parse.words[verb].lemma
        of_it = (f"{lemma} {parse.words[k].prep}" for k in parse.kids(verb, "obl") if parse.words[k].prep in _OF)
        return lemma not in self.verbs or any(told in self.verbs for told in of_it)

    def _charges(self, parse: Parse, verb: int) -> list[int]:
        """Return what somebody is accused of: "accuses Ankara and Doha of arming the rebels"."""
        if parse.words[verb].lemma not in CHARGING or parse.passive(verb):
            return []
        held = [verb, *(k for c in parse.kids(verb, "obj", "iobj") for k in parse.coordinates(c))]
        return [k for c in held for k in parse.kids(c, "advcl", "obl", "acl", "xcomp") if parse.words[k].prep in CHARGE]

    def _made_known(self, parse: Parse, verb: int) -> tuple[int, ...]:
        """Return what is told in "the raid was also reported by the monitor"."""
        return parse.kids(verb, "subj:pass") if parse.kids(verb, "agent") and parse.words[verb].lemma in TELLING else ()

    def _run_on(self, parse: Parse, verb: int) -> bool:
        """True for "Troops shelled Douma the monitor said and …": joined to what it tells by nothing but its place."""
        word = parse.words[verb]
        if word.head > verb or word.head < 0 or not parse.kids(verb, "subj") or parse.kids(verb, "mark"):
            return False
        if word.rel == "ccomp":
            return not self.says(parse, word.head)
        return word.rel == "conj" and not any(parse.words[k].rel == "cc" for k in range(word.head, verb))

    def _claimed(self, parse: Parse, verb: int) -> bool:
        return bool(parse.objects(verb)) or parse.passive(verb)

    def _wills(self, parse: Parse, verb: int) -> bool:
        """True for "whom it accuses", "who had vowed to fight on": what stands before it is not said by it."""
        return parse.words[verb].lemma in self.willing

    def _order(self, parse: Parse, clause: int) -> bool:
        """True for "told the group to leave", "menace de frapper": what is asked or pledged is not told as done."""
        word = parse.words[clause]
        if word.tense != "inf" or parse.kids(clause, "aux:pass"):
            return False
        opening = {parse.words[k].low for k in parse.kids(clause, "aux", "mark", "case")} | {word.prep}
        pledged = word.head >= 0 and self._wills(parse, word.head) and parse.words[word.head].lemma not in CHARGING
        return "to" in opening or (pledged and bool(opening & _OF))


def within_semicolons(words: Sequence[Word], at: int) -> set[int]:
    """Return the words of a sentence on the same side of its semicolons as one of them."""
    marks = [word.i for word in words if word.text == ";"]
    first = max((k for k in marks if k < at), default=-1)
    last = min((k for k in marks if k > at), default=len(words))
    return set(range(first + 1, last))
