"""What a model's parser gets wrong again and again, mended: a sentence's words in, the same words better tied together out."""

from collections.abc import Mapping

from dateline.understand.parse.english_ties import tie_english
from dateline.understand.parse.french import VerbForm, verb_forms
from dateline.understand.parse.french_ties import retie
from dateline.understand.parse.french_tree import TIMES, name_head
from dateline.understand.parse.words import Word

__all__ = ["INVERTED", "WITH_ETRE", "behind_quote", "mend"]

_SAID = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN", "PRON")
_PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues", "t", "te", "ts", "tes")
_QUE = ("que", "qu'", "qu’")
_THAT = ("that", "que", "qu'", "qu’")


def mend(words: list[Word], language: str, forms: Mapping[str, VerbForm]) -> None:
    """Tie a sentence's words together: note each one's dependents, and mend what is known to go wrong in the language."""
    if language == "fr":
        for word in words:
            word.pos = "PROPN" if word.name >= 0 else word.pos  # whatever the model took its stand-in for
        for word in words:
            _find_verb(words, word, forms)
        for word in words:
            _find_subject(words, word)
        retie(words)
        _find_objects(words)
        _find_agents(words)
        _break_circles(words)
    for word in words:
        if 0 <= word.head != word.i:
            words[word.head].kids.append(word.i)
    _mend_coordination(words)
    _mend_complements(words)
    if language == "en":
        tie_english(words)
    if language == "fr":
        _mend_perfect(words)
        _mend_partitive(words)
        _mend_inversion(words)


# --- French: verbs that the tagger took for something else ------------------------------------------------------------
def _find_verb(words: list[Word], word: Word, forms: Mapping[str, VerbForm]) -> None:
    """Read a word as the verb whose form it has, where it stands as a verb does: behind its subject, or an auxiliary."""
    form = forms.get(word.low) if word.name < 0 else None
    if word.i == 0:
        _find_opening_participle(words, word, form)
    if form is None or word.i == 0:
        return
    if word.pos in _SAID:
        regular = word.lemma == form.lemma or word.low in verb_forms((word.lemma,))
        word.lemma = word.lemma if regular or not word.lemma.endswith("er") else form.lemma  # "plante" is of no "pler"
        word.lemma = form.lemma if word.lemma == word.low else word.lemma
        clear = form.tense in ("fut", "cond") or word.text.endswith(("ée", "és", "ées"))  # "retirerait" is no past
        word.tense = form.tense if clear else word.tense
        return
    before = words[word.i - 1]
    behind = words[word.i + 1] if word.i + 1 < len(words) else word
    if form.tense == "part" and word.pos in ("NOUN", "ADJ") and word.rel in ("amod", "appos", "acl"):
        if behind.low in ("par", "depuis", "dès") and before.low not in (
            "le",
            "la",
            "les",
            "un",
            "une",
        ):
            _read_as_participle(words, word, behind, form)
        return
    rels = {other.rel for other in words if other.head == word.i}
    if word.pos == "NOUN" and form.tense == "pres" and "subj" in rels and not rels & {"cop", "det", "case"}:
        word.pos, word.lemma, word.tense = "VERB", form.lemma, form.tense  # "le M23, soutenu par X, avance vers Y"
        return
    inverted = before.low in _QUE and form.tense in ("pres", "past") and behind.pos in ("DET", "PROPN", "NOUN")
    if inverted and (_read_behind_que(words, word, form) or words[word.i - 2].low != "ce"):
        return
    helped = before.pos == "AUX" or before.lemma in ("avoir", "être")
    if word.pos not in ("NOUN", "ADJ", "ADV", "X") or (form.tense == "part") != helped or form.tense == "inf":
        return
    if not helped and (before.pos not in (*_NOUNS, "ADV") and before.low not in _CLITICS):
        return
    made_up = word.lemma != word.low and not any(w.pos == "VERB" and w.tense not in ("", "inf", "part") for w in words)
    if not helped and word.pos == "ADJ" and not word.text.endswith(("ent", "ait", "ra", "ont")) and not made_up:
        return  # "les forces armées": an adjective is an adjective where it may be one
    top = _top(words, _before_clitics(words, word.i))
    if top is None:
        return
    _raise(words, word, top, form)


def _find_opening_participle(words: list[Word], word: Word, form: VerbForm | None) -> None:
    """ "Accusés d'avoir tué des civils, les rebelles nient": the first word, with no article, tells of the subject."""
    lemma = form.lemma if form is not None and form.tense == "part" else _TAKEN.get(word.low, "")
    comma = next((w.i for w in words if w.text == ","), -1)
    behind = words[1].low if len(words) > 1 else ""
    if (
        not lemma
        or word.pos not in ("NOUN", "ADJ", "X", "ADV", "PROPN")
        or comma < 2
        or behind not in _AFTER_PARTICIPLES
    ):
        return
    if any(w.rel.startswith("subj") and comma < w.i < w.head for w in words):
        word.pos, word.lemma, word.tense = "VERB", lemma, "part"


def _read_as_participle(words: list[Word], word: Word, behind: Word, form: VerbForm) -> None:
    """ "Cité assiégée depuis une semaine": what follows it is the participle's own."""
    word.pos, word.lemma, word.tense, word.rel = "VERB", form.lemma, form.tense, "acl"
    told = words[behind.head] if behind.rel == "case" and behind.head >= 0 else None
    if told is not None and told.i > word.i and told.rel in ("obl", "agent"):
        told.head, told.rel = word.i, "agent" if behind.low == "par" else "obl"


def _read_behind_que(words: list[Word], word: Word, form: VerbForm) -> bool:
    """ "La ville que contrôlent les rebelles": right between "que" and a noun stands a verb."""
    at = word.i - 2 - (word.i > 2 and words[word.i - 2].text == ",")
    noun = name_head(words, at) if at >= 0 and words[at].pos in ("NOUN", "PROPN") else None
    if noun is None:
        return False
    below = (w for w in words[: word.i - 1] if w.head == word.i)
    for other in list(below):
        other.head = noun.i if other is not noun else word.head
    noun.rel, noun.head = (word.rel, word.head) if noun.head == word.i else (noun.rel, noun.head)
    word.pos, word.lemma, word.tense = "VERB", form.lemma, form.tense
    word.head, word.rel = noun.i, "relcl"
    que = words[word.i - 1]
    que.head, que.rel = word.i, "obj"
    return True


def _raise(words: list[Word], word: Word, subject: Word, form: VerbForm) -> None:
    """Make a word the verb of its clause: its subject and what stood below that hang on it."""
    old = subject.head
    it = words[word.i - 1]
    if it.pos == "DET" and it.low in _IT:  # "les rebelles la contrôlent"
        it.pos, it.head, it.rel = "PRON", word.i, "obj"
    word.pos, word.lemma, word.tense = "VERB", form.lemma, form.tense
    inside = old == word.i or old < 0
    word.head, word.rel = (-1, "root") if inside else (old, subject.rel)
    subject.head, subject.rel = word.i, "subj"
    for other in words:
        if other is word or other is subject:
            continue
        if other.head in (subject.i, word.i) and other.i > word.i:
            other.head = word.i
            other.rel = (
                "obl" if other.prep or other.rel in ("amod", "acl") else "obj" if other.pos in _NOUNS else other.rel
            )
        elif other.head < 0 and other.i > word.i and other.pos in _NOUNS:
            other.head, other.rel = word.i, "obl" if other.prep else "obj"
        elif (
            other.pos in _NOUNS
            and all(w.pos in ("DET", "ADJ") for w in words[word.i + 1 : other.i])
            and other.i > word.i
        ):
            if other.head > other.i:  # hung on what follows it
                other.head, other.rel = word.i, "obj"
        elif other.pos == "AUX" and other.i == word.i - 1:
            other.head, other.rel = word.i, "aux"


def _find_agents(words: list[Word]) -> None:
    """ "Villages assiégés par X": who stands behind a participle acts in it, not in the verb of the sentence."""
    for word in words:
        case = next((w for w in words if w.head == word.i and w.rel == "case" and w.low == "par"), None)
        if word.rel not in ("agent", "obl") or case is None or case.i == 0:
            continue
        before = words[case.i - 1]
        participle = before.pos in ("ADJ", "VERB") and before.low.endswith(_PARTICIPLES)
        if participle and before.i != word.head and before.rel in ("amod", "acl"):
            word.head, word.rel = before.i, "agent"


def _break_circles(words: list[Word]) -> None:
    """Two repairs may hang two words on each other: then the first of them stands on top again."""
    for word in words:
        seen, at = {word.i}, word.head
        while at >= 0 and at not in seen:
            seen.add(at)
            at = words[at].head
        if at == word.i:
            word.head, word.rel = -1, "root"


_TAKEN = {
    **dict.fromkeys(("pris", "prise", "prises"), "prendre"), **dict.fromkeys(("repris", "reprise", "reprises"), "reprendre"),
}  # fmt: skip
_AFTER_PARTICIPLES = frozenset("d' d’ de par depuis en dans lors à au aux pour".split())
_OF_THEM = frozenset("de d' d’ des".split())  # "ont abattu deux de ses avions"
_AROUND_COUNTS = frozenset("près plus moins au à peu environ de d' quelque".split())
_IT = frozenset("la le les l' l’".split())
_CLITICS = frozenset("se s' ne n' y en le la les l' lui leur qui".split())


def _before_clitics(words: list[Word], at: int) -> int:
    """Return the word before a verb's auxiliaries, negation, pronouns and adverbs."""
    k = at - 1
    while k > 0 and (words[k].pos in ("AUX", "ADV", "PART") or words[k].low in _CLITICS - {"qui"}):
        k -= 1
    return k


def _top(words: list[Word], at: int) -> Word | None:
    """Return the noun at the head of the phrase that ends at a word."""
    current, best = words[at], None
    seen: set[int] = set()
    while current.i not in seen:
        seen.add(current.i)
        if current.pos in _NOUNS and current.i <= at:
            best = current
        if current.head < 0 or current.head > at or current.rel in ("subj", "obj", "root"):
            break
        if current.pos in _NOUNS and current.rel in ("relcl", "acl"):
            break  # "ce que le Rwanda dément": what hangs so is the subject of a verb that was not seen
        current = words[current.head]
    return best


def _find_subject(words: list[Word], word: Word) -> None:
    """A verb without subject right behind a noun that hangs nowhere: "Israël a bombardé"."""
    if (
        word.pos != "VERB"
        or word.tense in ("inf", "ger")
        or word.rel not in ("root", "ccomp", "conj", "advcl", "parataxis")
    ):
        return
    below = [other for other in words if other.head == word.i]
    if any(w.rel in ("subj", "subj:pass") or (w.rel == "expl" and w.low not in ("se", "s'")) for w in below):
        return
    helped = any(other.head == word.i and other.rel.startswith("aux") for other in words)
    if word.tense == "part" and not helped:
        return
    k = _before_clitics(words, word.i)
    top = _top(words, k) if 0 <= k < word.i and words[k].pos not in ("PUNCT", "CCONJ", "SCONJ") else None
    if top is not None and top.i < word.i and top.rel == "root" and top.i != word.i:
        passive = any(other.head == word.i and other.rel == "aux:pass" for other in words)
        top.head, top.rel = word.i, "subj:pass" if passive else "subj"
        if word.head == top.i:
            word.head, word.rel = -1, "root"


def _find_objects(words: list[Word]) -> None:
    """A bare noun right behind a verb is its object: "a repris Palmyre", unless it tells a time."""
    for word in words:
        above = words[word.head] if word.head >= 0 else None
        some = word.pos == "NUM" and word.rel == "dep" and words[min(word.i + 1, len(words) - 1)].low in _OF_THEM
        bare = word.rel in ("obl", "advmod") and word.pos in ("NOUN", "PROPN")
        if above is None or word.prep or not (bare or some):
            continue
        between = words[above.i + 1 : word.i]
        taken = any(other.head == above.i and other.rel == "obj" for other in words)
        bare = above.pos == "VERB" and all(w.pos in ("DET", "ADJ", "NUM") or _only_counts(w) for w in between)
        if bare and above.i < word.i and not taken and word.lemma not in TIMES and word.low not in TIMES:
            word.rel = "obj"


def _only_counts(word: Word) -> bool:
    """True for what stands between a verb and its object without parting them: a day, "près de"."""
    return word.lemma in TIMES or word.low in _AROUND_COUNTS


# --- all languages, and the perfect and inversion of French -----------------------------------------------------------
def _mend_partitive(words: list[Word]) -> None:
    """French "aux mains des rebelles": "des" read as an article is "de" before a noun that hangs on a noun."""
    for word in words:
        above = words[word.head] if word.head >= 0 else None
        bare = word.rel == "obl" and not word.prep and above is not None and above.pos in _NOUNS
        if bare and any(words[k].low in ("des", "du", "de", "d'") for k in word.kids):
            word.prep = "de"


def _mend_coordination(words: list[Word]) -> None:
    """A past verb is no partner of a future one, nor of a passive where it has an object: it joins the saying.

    "He said they will not retreat and called on others", "denied the use of jets and blamed the rebels".
    """
    for word in words:
        if word.rel != "conj" or word.tense != "past" or word.head < 0:
            continue
        partner = words[word.head]
        above = words[partner.head] if partner.head >= 0 else None
        modal = any(
            words[k].rel == "aux" and words[k].lemma in ("will", "would", "can", "could", "may", "must")
            for k in partner.kids
        )
        kids = {words[k].rel for k in word.kids}
        active = "obj" in kids and not kids & {"subj", "subj:pass", "aux", "aux:pass"}
        apart = modal or (active and any(words[k].rel == "aux:pass" for k in partner.kids))
        if above and partner.rel == "ccomp" and above.tense == "past" and apart:
            partner.kids.remove(word.i)
            word.head = above.i
            above.kids.append(word.i)


def _mend_complements(words: list[Word]) -> None:
    """ "He said A, but that B": a clause with a "that" of its own is said too, however it was joined."""
    for word in words:
        if word.rel != "conj" or word.head < 0:
            continue
        that = any(words[k].rel == "mark" and words[k].low in _THAT for k in word.kids)
        if that and any(words[k].rel == "ccomp" for k in words[word.head].kids):
            word.rel = "ccomp"


def _mend_perfect(words: list[Word]) -> None:
    """French "sont partis": the perfect of a verb of motion is no passive."""
    for word in words:
        reflexive = any(words[k].low in ("se", "s'", "s’") for k in word.kids)
        rels = {words[k].rel for k in word.kids}
        if "aux:pass" not in rels and any(words[k].rel == "aux" and words[k].lemma == "avoir" for k in word.kids):
            for k in word.kids:  # "n'a pas encore repris la ville"
                words[k].rel = "subj" if words[k].rel == "subj:pass" else words[k].rel
        if (word.lemma in WITH_ETRE or reflexive) and not any(words[k].rel == "agent" for k in word.kids):
            for k in word.kids:
                words[k].rel = {"aux:pass": "aux", "subj:pass": "subj"}.get(words[k].rel, words[k].rel)


def _mend_inversion(words: list[Word]) -> None:
    """French "a annoncé dimanche l'Observatoire": the noun after a speech verb without subject is its subject."""
    for word in words:
        if word.pos == "VERB" and word.lemma in INVERTED:
            _day_is_no_subject(words, word)
        if word.pos != "VERB" or any(words[k].rel in ("subj", "subj:pass", "expl") for k in word.kids):
            continue
        objects = [k for k in word.kids if words[k].rel == "obj" and k > word.i]
        quoted = word.i > 0 and any(w.text in (",", "»", '"', "”") for w in words[max(0, word.i - 3) : word.i])
        if len(objects) == 1 and quoted and (word.lemma in INVERTED or behind_quote(words, word)):
            words[objects[0]].rel = "subj"


def behind_quote(words: list[Word], verb: Word) -> bool:
    """True for "« … », s'est félicité X": whatever the verb, a quotation has just been closed."""
    first = min([verb.i, *(k for k in verb.kids if k < verb.i and words[k].rel in ("aux", "expl", "aux:pass"))])
    return any(w.text in ("»", "”") for w in words[max(0, first - 2) : first])


def _day_is_no_subject(words: list[Word], verb: Word) -> None:
    """ "A annoncé dimanche l'Observatoire": the day dates the saying; whoever was hung on it is the one who says it."""
    for k in verb.kids:
        day = words[k]
        if day.rel not in ("subj", "obj") or day.i < verb.i or day.lemma not in TIMES:
            continue
        day.rel = "obl"
        said_by = next((c for c in day.kids if words[c].pos in _NOUNS and not words[c].prep), None)
        if said_by is not None:
            day.kids.remove(said_by)
            words[said_by].head, words[said_by].rel = verb.i, "subj"
            verb.kids.append(said_by)
        return


WITH_ETRE = frozenset(
    "aller venir partir sortir entrer rentrer retourner revenir arriver monter descendre tomber mourir naître "
    "repartir parvenir passer rester "
    "intervenir devenir décéder".split()
)
INVERTED = frozenset(
    "annoncer déclarer affirmer dire indiquer rapporter préciser ajouter expliquer assurer souligner confirmer estimer "
    "prévenir avertir relater révéler témoigner raconter écrire noter poursuivre lancer reconnaître admettre promettre "
    "marteler commenter alerter dénoncer regretter rappeler insister conclure observer signaler réagir tonner résumer juger "
    "confier déplorer crier avancer soutenir revendiquer clamer prétendre proclamer plaider ironiser réjouir alarmer "
    "féliciter inquiéter indigner décrire détailler répondre rétorquer répliquer renchérir justifier évoquer mentionner "
    "nuancer arguer glisser tempérer analyser".split()
)
