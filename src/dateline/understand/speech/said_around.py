"""What is said around a verb of saying, wherever the parser hung it: the verb in, the words out that only its place ties to it.

A quotation ends right before "…, X told reporters, predicting that"; "…, X estimates, many of them women" goes on behind
the tag; "…, ce que confirme X" takes up all before it; "a town the monitor said and …" has lost its commas.
"""

from dateline.understand.syntax import Parse, Word

__all__ = ["around_the_tag", "quoted_before", "run_into", "taken_up"]

_MARKS = frozenset('"“”«»')
_NAMED = 9  # words between a quotation and the verb behind it: who speaks
_SHORTEST = 3  # words that are a saying, and no word in quotation marks
_NEAR = 6  # words between "ce que" and its verb
_CE_QUE = frozenset(("que", "qu'", "qu’"))
# What opens another clause behind "…, the group says, …", of somebody else or by the reporter.
_OTHERS = frozenset(
    "and but or while as who which whose whom where citing quoting though although et mais ou tandis alors qui dont où "
    "laquelle lequel citant bien".split()
)
_SET_OFF = frozenset({",", '"', "”", "»"})
_JOINING = frozenset("and but et mais".split())
_RUN_ON = frozenset("say add report announce state tell warn".split())
_RELATIVE = frozenset("that which who whom whose where".split())


def quoted_before(parse: Parse, verb: int) -> set[int]:
    """Return the quotation that ends right before who says it and the verb; nothing where none does."""
    words = parse.words
    close = next((k for k in range(verb - 1, max(-1, verb - _NAMED - 1), -1) if words[k].text in _MARKS), -1)
    if close < _SHORTEST or words[close].text in ("“", "«"):
        return set()
    if any(w.pos in ("VERB", "AUX") and w.name < 0 for w in words[close + 1 : verb]):
        return set()
    opened = next((k for k in range(close - 1, -1, -1) if words[k].text in _MARKS), -1)
    if words[close].text == '"' and opened < 0 < sum(w.text == '"' for w in words[verb:]) % 2:
        return set()  # the mark opens a quotation that ends behind the verb
    told = set(range(opened + 1, close))
    return told if sum(words[k].pos != "PUNCT" for k in told) >= _SHORTEST else set()


def around_the_tag(parse: Parse, verb: int) -> set[int]:
    """Return what stands around "…, the agency estimates, many of them women", to where another clause begins."""
    words = parse.words
    first, last = _tag(parse, verb)
    if first < 2 or last + 2 >= len(words) or words[last + 1].text != "," or words[first - 1].text not in _SET_OFF:
        return set()
    start = max((w.i for w in words[:first] if w.text == ";"), default=-1) + 1
    before = set() if words[first - 2].low in _JOINING else set(range(start, first - 1))
    if words[last + 2].low in _OTHERS or (last > verb and words[last + 2].pos not in ("VERB", "AUX", "ADV")):
        return before  # "…”, said X, and his troops fled"
    behind = words[last + 2 :]
    end = next((w.i for w in behind if w.text == ";" or (w.rel == "cc" and _joins_clause(parse, w))), len(words))
    return before | set(range(last + 2, end))


def _tag(parse: Parse, verb: int) -> tuple[int, int]:
    """Return the first and last word of "the agency estimates", "said X of the UN"; -1 where the verb is no tag."""
    named = parse.kids(verb, "subj") or parse.kids(verb, "compound")
    if not named or parse.kids(verb, "ccomp") or parse.words[verb].tense not in ("past", "pres"):
        return -1, -1
    before = [k for k in named if k < verb]
    if max(named) > verb and parse.words[verb - 1].text in _SET_OFF:
        return verb, max(k for s in named if s > verb for k in (s, *parse.subtree(s)))
    return (
        (min(k for k in (before[-1], *parse.subtree(before[-1]), *parse.kids(verb, "det"))), verb)
        if before
        else (-1, -1)
    )


def _joins_clause(parse: Parse, cc: Word) -> bool:
    return any(w.rel == "conj" and w.i > cc.i and parse.kids(w.i, "subj", "subj:pass") for w in parse.words)


def taken_up(parse: Parse, verb: int) -> set[int]:
    """Return all before "…, ce que confirme X", "…, which X confirmed"; nothing where the verb takes up nothing."""
    words = parse.words
    for k in range(verb - 1, max(0, verb - _NEAR), -1):
        if words[k].low in _CE_QUE and words[k - 1].low == "ce" and k > 1 and words[k - 2].text == ",":
            verb_before = words[k - 1].head
            all_of_it = words[verb_before].rel != "conj" if verb_before >= 0 else True
            return set(range(k - 1)) if all_of_it else {w for w in parse.subtree(verb_before) if w < k - 1}
        if words[k].text in ",;":
            break
    word = words[verb]
    above = words[word.head] if word.rel == "relcl" and word.head >= 0 else None
    which = next((k for k in parse.kids(verb, "obj") if words[k].low == "which"), -1)
    if above is not None and above.pos in ("VERB", "AUX") and which > above.i:
        return set(range(which))
    return set()


def run_into(parse: Parse, verb: int) -> set[int]:
    """Return what is said by "… near Aleppo the monitor said and clashes had erupted", as only the words' order shows."""
    words, word = parse.words, parse.words[verb]
    subjects = parse.kids(verb, "subj")
    if word.lemma not in _RUN_ON or word.rel not in ("relcl", "conj") or not subjects or word.tense != "past":
        return set()
    if word.rel == "conj" and any(words[k].rel == "cc" and words[k].head == word.head for k in range(word.head, verb)):
        return set()
    first = min(k for s in subjects for k in (s, *parse.subtree(s)))
    if first > verb or first < _SHORTEST or parse.kids(verb, "ccomp", "xcomp", "obj", "mark"):
        return set()
    if any(words[k].low in _RELATIVE for k in range(word.head, verb)) or words[first - 1].pos == "PUNCT":
        return set()
    if not any(w.pos in ("VERB", "AUX") for w in words[:first]):
        return set()
    had = [
        w.i
        for w in words[verb:]
        if w.rel == "conj" and w.head < first and any(words[a].low == "had" for a in parse.kids(w.i, "aux"))
    ]
    return set(range(first)) | {k for clause in had for k in parse.subtree(clause) if k > verb}
