"""What the English model ties wrong again and again: a sentence's words in, the same words better tied together out."""

from dateline.understand.parse.words import ACCUSING, Word

__all__ = ["tie_english"]

_SAYING = frozenset({"say", "report", "announce", "add", "tell", "state", "confirm"})
_STRUCK = frozenset("storm strike attack shell raid bomb clash target free seize capture retake pound hit kill".split())
_DONE_TO = frozenset(
    "open launch shell bomb target kill burn arm attack use violate fund supply recruit torture".split()
)
_ABOUT = frozenset({"over", "around", "about", "under"})  # before a number
_MISREAD = {"stag": "stage", "raz": "raze", "wag": "wage", "besieg": "besiege", "hop": "hope"}


def tie_english(words: list[Word]) -> None:
    """Mend lemmas, verbs read as adjectives or nouns, joined names, gerunds, who is accused, and participles at the end."""
    _mend_lemmas(words)
    _mend_aims(words)
    _mend_counted(words)
    _mend_headline(words)
    _mend_swallowed_verb(words)
    _mend_far_verb(words)
    _mend_left(words)
    _mend_joined_names(words)
    _mend_gerunds(words)
    _mend_accused(words)
    _mend_tail(words)
    _mend_bare_name(words)
    _mend_noun_on_top(words)


def _mend_lemmas(words: list[Word]) -> None:
    """English forms that the model leads back to the wrong verb."""
    for word in words:
        if word.pos == "VERB":
            word.lemma = _MISREAD.get(word.lemma, word.lemma)


def _mend_aims(words: list[Word]) -> None:
    """ "An operation to retake the town": what it aims at, no relative clause."""
    for word in words:
        if word.rel == "relcl" and word.tense == "inf" and 0 <= word.head < word.i:
            kids = [words[k] for k in word.kids]
            aimed = any(kid.low == "to" and kid.rel in ("aux", "mark") for kid in kids)
            if aimed and not any(kid.rel in ("subj", "subj:pass") for kid in kids):
                word.rel = "acl"


def _mend_counted(words: list[Word]) -> None:
    """ "Over 2,000 people who were held there have left": before a verb of no subject, what is counted is no place."""
    for word in words:
        verb = words[word.head] if word.head > word.i else None
        if word.rel != "obl" or word.prep not in _ABOUT or verb is None or verb.pos != "VERB" or verb.tense == "inf":
            continue
        counted = any(words[k].rel == "num" for k in word.kids) or word.pos == "NUM"
        kids = [words[k] for k in verb.kids]
        if counted and not any(kid.rel in ("subj", "subj:pass") for kid in kids):
            word.rel = "subj:pass" if any(kid.rel == "aux:pass" for kid in kids) else "subj"
            word.prep = ""


def _mend_headline(words: list[Word]) -> None:
    """ "RSF storms Zamzam camp": right behind a name that opens a headline and before another, it is a verb, no plural."""
    for word in words[1:-1]:
        before, after = words[word.i - 1], words[word.i + 1]
        named = before.name >= 0 and before.rel == "compound" and before.head == word.i
        if not named or word.pos != "NOUN" or word.lemma not in _STRUCK or not word.text.endswith("s"):
            continue
        if after.pos not in ("PROPN", "DET", "NUM") or any(w.pos == "VERB" and w.i < word.i for w in words):
            continue
        word.pos, word.tense, word.plural = "VERB", "pres", False
        before.rel = "subj"
        whose = [words[k] for k in word.kids if words[k].rel in ("poss", "amod") and k < before.i]
        for owner in whose:
            word.kids.remove(owner.i)
            owner.head = before.i
            before.kids.append(owner.i)
        thing = next(
            (words[k] for k in word.kids if k > word.i and words[k].rel in ("appos", "dep", "conj", "nmod")), None
        )
        if thing is not None:
            thing.rel = "obj"
        elif word.head == after.i or (words[word.head].i > word.i and word.rel == "compound"):
            top = words[word.head]
            top.kids.remove(word.i)
            word.head, word.rel = top.head, "root" if top.head < 0 else top.rel
            if top.head >= 0:
                words[top.head].kids.remove(top.i)
                words[top.head].kids.append(word.i)
            top.head, top.rel = word.i, "obj"
            word.kids.append(top.i)


def _rise(words: list[Word], noun: Word, verb: Word, rel: str) -> None:
    """Let a verb that hangs on a noun take its place, and the noun hang on it as `rel`."""
    noun.kids.remove(verb.i)
    verb.head, verb.rel = noun.head, noun.rel
    if noun.head >= 0:
        words[noun.head].kids[words[noun.head].kids.index(noun.i)] = verb.i
    noun.head, noun.rel = verb.i, rel


def _mend_swallowed_verb(words: list[Word]) -> None:
    """ "Militiamen intimidated voters": a past form between its own subject and a noun without article is the verb."""
    for word in words:
        noun = words[word.head] if word.head >= 0 else None
        if (
            noun is None
            or word.pos != "VERB"
            or word.tense != "past"
            or word.rel not in ("amod", "acl")
            or noun.i < word.i
        ):
            continue
        subjects = [k for k in word.kids if words[k].rel == "subj" and k < word.i]
        if not subjects or noun.pos not in ("NOUN", "PROPN"):
            continue
        _rise(words, noun, word, "obj")
        outside = [k for k in noun.kids if words[k].rel in ("punct", "advmod", "npadvmod", "obl") and k > noun.i]
        for k in outside:
            noun.kids.remove(k)
            words[k].head = word.i
        word.kids = sorted([*word.kids, noun.i, *outside])


def _mend_far_verb(words: list[Word]) -> None:
    """ "Fatah, which holds the camp, urged the army to leave": no participle behind a noun that no verb has, but its verb."""
    for word in words:
        noun = words[word.head] if 0 <= word.head < word.i else None
        if noun is None or word.rel != "acl" or word.tense != "part" or noun.pos not in ("NOUN", "PROPN"):
            continue
        between = [words[k] for k in noun.kids if noun.i < k < word.i]
        aside = any(kid.rel in ("relcl", "appos", "acl") for kid in between) and words[word.i - 1].text == ","
        kids = {words[k].rel for k in word.kids}
        own = kids & {"subj", "subj:pass", "agent", "aux", "aux:pass"} or not kids & {"obj", "obl", "ccomp", "xcomp"}
        if noun.rel not in ("root", "ccomp") or not aside or own:
            continue
        _rise(words, noun, word, "subj")
        word.tense = "past"
        word.kids = [noun.i, *word.kids]


def _mend_left(words: list[Word]) -> None:
    """ "Some 300 rebels left for the north": of a noun that no other verb stands over, "left" is the verb."""
    for word in words:
        noun = words[word.head] if word.head >= 0 else None
        if noun is None or word.low != "left" or word.rel != "acl" or noun.i > word.i:
            continue
        behind = words[word.i + 1].low if word.i + 1 < len(words) else ""
        kids = [words[k].rel for k in (*word.kids, *noun.kids)]
        if noun.rel not in ("root", "ccomp", "parataxis") or behind not in _LEFT_FOR or "aux" in kids or "cop" in kids:
            continue
        _rise(words, noun, word, "subj")
        word.tense = "past"
        later = [k for k in noun.kids if k > word.i]
        noun.kids = [k for k in noun.kids if k < word.i]
        for k in later:
            words[k].head = word.i
        word.kids = sorted([*word.kids, noun.i, *later])


_LEFT_FOR = frozenset({"for", "from", "via", "through", "aboard", "under", "by", "on"})


def _mend_joined_names(words: list[Word]) -> None:
    """ "The Syrian government and rebel groups": a name joined to the noun beside it is a party of its own, no modifier."""
    for word in words:
        if word.rel != "compound" or word.name < 0 or word.head <= word.i:
            continue
        above = words[word.head]
        joined = [words[k] for k in word.kids if words[k].rel == "conj"]
        if len(joined) != 1 or joined[0].i + 1 != above.i or joined[0].name >= 0 or above.head < 0:
            continue
        other = joined[0]
        words[above.head].kids.remove(above.i)
        words[above.head].kids.append(word.i)
        above.kids.remove(word.i)
        word.kids.remove(other.i)
        word.head, word.rel = above.head, above.rel
        above.head, above.rel = word.i, "conj"
        word.kids.append(above.i)
        other.head, other.rel = above.i, "compound"
        above.kids.append(other.i)


def _mend_gerunds(words: list[Word]) -> None:
    """ "Accused them of opening fire": the model makes a compound of verb and object; the verb stands on top."""
    for word in words:
        noun = words[word.head] if word.head == word.i + 1 else None
        verb = word.lemma.removesuffix("ing")
        if noun is None or word.rel not in ("compound", "amod") or noun.rel != "obl" or noun.head < 0:
            continue
        if verb not in _DONE_TO or not word.text.endswith("ing") or noun.prep not in ("of", "by", "for", "without"):
            continue
        word.pos, word.lemma, word.tense = "VERB", verb, "ger"
        words[noun.head].kids.remove(noun.i)
        words[noun.head].kids.append(word.i)
        noun.kids.remove(word.i)
        word.head, word.rel, word.prep = noun.head, "advcl", noun.prep
        noun.head, noun.rel, noun.prep = word.i, "obj", ""
        word.kids.append(noun.i)


def _mend_accused(words: list[Word]) -> None:
    """ "Accused them of shelling": what somebody is accused of hangs on the accusing, not on them."""
    for word in words:
        accused = words[word.head] if word.head >= 0 else None
        if (
            accused is None
            or word.rel != "advcl"
            or word.prep != "of"
            or accused.rel not in ("obj", "subj:pass", "agent")
        ):
            continue
        if accused.head >= 0 and words[accused.head].lemma in ACCUSING:
            accused.kids.remove(word.i)
            word.head = accused.head
            words[word.head].kids.append(word.i)


def _mend_tail(words: list[Word]) -> None:
    """ "They took the town, X said, killing 30": the participle belongs to what is told, not to the telling."""
    for word in words:
        above = words[word.head] if word.head >= 0 else None
        if (
            word.rel != "advcl"
            or word.tense != "ger"
            or above is None
            or above.lemma not in _SAYING
            or word.i < above.i
        ):
            continue
        told = next((k for k in above.kids if words[k].rel in ("ccomp", "parataxis") and k < above.i), -1)
        if told >= 0:
            above.kids.remove(word.i)
            word.head = told
            words[told].kids.append(word.i)


def _mend_bare_name(words: list[Word]) -> None:
    """ "The jihadists rule Timbuktu": a name right behind a verb that has no object is its object, not when or how."""
    for word in words:
        verb = words[word.head] if word.head == word.i - 1 and word.i else None
        if verb is None or word.pos != "PROPN" or word.rel not in ("advmod", "npadvmod") or verb.pos != "VERB":
            continue
        rels = {words[k].rel for k in verb.kids}
        if word.lemma not in _DAYS and not rels & {"obj", "subj:pass", "ccomp", "aux:pass", "prt"}:
            word.rel = "obj"


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december christmas easter ramadan mon tue tues wed thu thurs fri sat sun".split()
)


def _mend_noun_on_top(words: list[Word]) -> None:
    """ "The flag flies over the town": what has a subject and neither article nor "be" is a verb in the present."""
    for word in words:
        if word.pos != "NOUN" or word.rel != "root" or not word.text.endswith("s"):
            continue
        rels = {words[k].rel for k in word.kids}
        if "subj" in rels and not rels & {"det", "cop", "aux", "poss", "amod", "num", "compound"}:
            word.pos, word.tense, word.plural = "VERB", "pres", False
