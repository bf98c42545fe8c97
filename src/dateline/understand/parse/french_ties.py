"""French phrases that the model hangs in the wrong place: a sentence's words in, the same words tied as they belong out.

A day between a verb and what follows it ("ont repris vendredi Tarhouna") draws the rest to itself in the model's eyes, an
adjective of nationality draws the place behind it.
"""

from dateline.understand.parse.french_clauses import tie_clauses
from dateline.understand.parse.french_relatives import tie_relatives
from dateline.understand.parse.french_tree import (
    NOUNS,
    PARTICIPLES,
    VERBS,
    above_of,
    below_of,
    chain_from,
    finite,
    is_time,
    kids_of,
    name_head,
    verb_above,
)
from dateline.understand.parse.french_words import read_words
from dateline.understand.parse.words import Word

__all__ = ["retie"]

# What a place is called in words that say what it is: "Bukavu, deuxième ville du pays".
ABOUT_PLACES = frozenset(
    "ville cité village localité bourg bourgade chef-lieu capitale bastion fief port quartier banlieue région province zone "
    "base métropole place district enclave camp verrou carrefour dernier".split()
)
_THINGS = (*NOUNS, "PRON", "NUM")
# What a phrase with one of these tells of, an adjective before it hardly governs: "une frappe israélienne sur X".
_LOOSE = frozenset("sur contre dans vers depuis lors pendant durant près en".split())
_GOVERNING = frozenset("basé situé présent actif engagé sis installé ancré".split())
_LOOSELY = ("xcomp", "advcl", "ccomp", "dep", "conj", "advmod", "obl")
_AIMED = frozenset({"sur", "contre", "vers"})
_CARRIED_OUT = frozenset(
    "mener lancer perpétrer commettre conduire effectuer exécuter déclencher diriger engager tirer larguer opérer".split()
)
_WITH_A = frozenset(
    "attribuer imputer reprocher demander ordonner infliger arracher reprendre prendre céder enlever ravir remettre opposer "
    "livrer fournir envoyer vendre donner accorder proposer offrir imposer transmettre apporter".split()
)
_STUFF = frozenset(
    "chlore sarin gaz phosphore napalm matériel carburant pétrole gazole blé bétail ravitaillement".split()
)
_LEADING_ON = frozenset(
    "ralliement adhésion soutien opposition attachement allégeance loyauté fidélité réponse riposte hostilité "
    "participation appartenance résistance".split()
)
_WITH_DE = frozenset(
    "partir sortir venir convenir bénéficier profiter disposer parler dépendre changer user manquer témoigner décider "
    "revenir provenir tenter accuser chasser déloger".split()
)


def retie(words: list[Word]) -> None:
    """Tie the words of a French sentence as they belong; heads are set, dependents are not yet noted."""
    read_words(words)
    for word in words:
        _joined_to_a_verb(words, word)
        _participle_behind(words, word)
        _off_the_day(words, word)
        _off_the_adjective(words, word)
        _off_the_doer(words, word)
        _some(words, word)
        _to_whom(words, word)
        _to_what(words, word)
        _at_war(words, word)
        _to_the_infinitive(words, word)
        _says_what_it_is(words, word)
        _joined_to_a_noun(words, word)
    tie_clauses(words)
    tie_relatives(words)
    for word in words:
        _named_behind(words, word)


def _off_the_day(words: list[Word], word: Word) -> None:
    """What stands behind a day belongs to the verb before it: "s'est emparé vendredi de Bukavu"."""
    day = words[word.head] if word.head >= 0 else None
    if day is not None and day.pos == "NUM" and day.i + 1 < min(word.i, len(words)) and is_time(words[day.i + 1]):
        day = words[day.i + 1]  # "tenue depuis le 27 janvier par X"
    if day is None or not is_time(day) or word.i < day.i or word.pos not in _THINGS or is_time(word):
        return
    if word.rel in ("num", "det", "case", "flat", "conj", "nummod") or word.pos == "NUM":
        return
    deed = words[day.head] if day.head >= 0 else None
    bare = deed is not None and deed.i + 1 == day.i and not any(kid.rel == "det" for kid in kids_of(words, day.i))
    if deed is not None and bare and deed.pos == "NOUN" and word.prep == "de":
        word.head = deed.i  # "la prise mardi de l'aéroport"
        return
    verb = verb_above(words, day)
    if verb is None or verb.i > day.i or (word.prep == "de" and word.pos == "NOUN" and _dated_by(words, day)):
        return
    word.head = verb.i
    _as_object(words, word, verb)


def _dated_by(words: list[Word], day: Word) -> bool:
    """True for "au premier jour de l'offensive": the day is told by what follows it."""
    return day.lemma in ("jour", "mois", "semaine", "année", "heure", "an") and any(
        kid.rel in ("det", "amod", "num") for kid in kids_of(words, day.i)
    )


def _as_object(words: list[Word], word: Word, verb: Word) -> None:
    """Call a word a verb's object where no preposition leads to it; "des tirs" is one too where the verb takes no "de"."""
    others = [kid for kid in kids_of(words, verb.i) if kid is not word and not is_time(kid)]
    taken = any(kid.rel in ("obj", "ccomp", "xcomp") for kid in others)
    passive = any(kid.rel in ("aux:pass", "subj:pass", "expl") for kid in kids_of(words, verb.i))
    case = next((kid for kid in kids_of(words, word.i) if kid.rel == "case"), None)
    some = case is not None and case.low == "des" and verb.lemma not in _WITH_DE
    if (case is None or some) and not taken and not passive:
        word.rel, word.prep = "obj", ""
        if case is not None:
            case.rel = "det"
    elif case is not None or passive:
        word.rel = "obl"


def _off_the_adjective(words: list[Word], word: Word) -> None:
    """ "Une frappe israélienne sur la ville": where a strike falls hangs on the strike."""
    above = words[word.head] if word.head >= 0 else None
    if above is None or above.pos != "ADJ" or above.rel != "amod" or above.i > word.i or word.prep not in _LOOSE:
        return
    noun = words[above.head] if above.head >= 0 else None
    bound = above.lemma in _GOVERNING or above.low.endswith(PARTICIPLES)
    if noun is not None and noun.i < above.i and not bound and word.rel == "obl":
        word.head = noun.i


def _off_the_doer(words: list[Word], word: Word) -> None:
    """ "Un raid de l'armée sur la ville", "l'offensive menée par X contre Y": where it falls hangs on the deed."""
    doer = words[word.head] if word.head >= 0 else None
    if doer is None or word.rel != "obl" or word.prep not in _AIMED or doer.i > word.i:
        return
    if doer.rel == "acl" and doer.lemma in _CARRIED_OUT and doer.head >= 0:
        word.head = doer.head
        return
    if doer.pos not in NOUNS:
        return
    deed = words[doer.head] if doer.rel in ("obl", "agent") and doer.prep in ("de", "par") and doer.head >= 0 else None
    if deed is not None and deed.lemma in _CARRIED_OUT and deed.rel == "acl" and deed.head >= 0:
        deed = words[deed.head]
    if deed is not None and deed.pos in NOUNS and deed.i < doer.i:
        word.head = deed.i


def _some(words: list[Word], word: Word) -> None:
    """ "Massacré des villageois", "conquis de vastes pans": behind a verb without an object "des" counts, it leads nowhere."""
    verb = words[word.head] if word.head >= 0 else None
    case = next((kid for kid in kids_of(words, word.i) if kid.rel == "case"), None)
    if verb is None or case is None or word.rel != "obl":
        return
    before_adjective = case.low in ("de", "d'") and case.pos == "DET" and words[case.i + 1].pos == "ADJ"
    stuff = case.low == "du" and word.lemma in _STUFF  # "a utilisé du chlore"
    if not before_adjective and not ((case.low == "des" or stuff) and case.i == verb.i + 1):
        return
    rels = {kid.rel for kid in kids_of(words, verb.i)}
    if (
        verb.pos == "VERB"
        and verb.lemma not in _WITH_DE
        and not rels & {"obj", "aux:pass", "subj:pass", "expl", "ccomp"}
    ):
        word.rel, word.prep, case.rel, case.pos = "obj", "", "det", "DET"


def _to_whom(words: list[Word], word: Word) -> None:
    """ "A attribué l'assaut à des hommes de X", "a repris la ville aux rebelles": the verb leads to them, not the object."""
    noun = words[word.head] if word.head >= 0 else None
    if noun is None or word.rel != "obl" or word.prep != "à" or noun.i > word.i or noun.rel not in ("obj", "subj:pass"):
        return
    verb = words[noun.head] if noun.head >= 0 else None
    if verb is not None and verb.lemma in _WITH_A and word.pos in NOUNS and not is_time(word):
        word.head = max(noun.head, verb.i)


def _to_what(words: list[Word], word: Word) -> None:
    """ "Ont annoncé leur ralliement à l'opposition": some nouns lead on to somebody themselves."""
    verb = words[word.head] if word.head >= 0 else None
    if verb is None or word.rel != "obl" or word.prep != "à" or verb.pos != "VERB" or word.pos not in NOUNS:
        return
    k = word.i - 1
    while k > verb.i and words[k].pos in ("DET", "ADP", "ADJ"):
        k -= 1
    noun = words[k]
    if k > verb.i and noun.lemma in _LEADING_ON and noun.head == verb.i and noun.rel in ("obj", "subj:pass"):
        word.head = noun.i


def _at_war(words: list[Word], word: Word) -> None:
    """ "Un raid des FSR, en guerre contre l'armée": it is they who are at war, nobody the verb speaks of."""
    case = words[word.i - 1] if word.i > 1 else word
    if word.lemma != "guerre" or word.prep != "en" or word.rel != "obl" or words[case.i - 1].text != ",":
        return
    at = next((k for k in range(case.i - 2, -1, -1) if words[k].pos != "PUNCT"), -1)
    while at >= 0 and words[at].rel in ("appos", "flat") and 0 <= words[at].head < at:
        at = words[at].head
    if at >= 0 and words[at].pos in NOUNS and at not in below_of(words, word.i):
        word.head = at


def _to_the_infinitive(words: list[Word], word: Word) -> None:
    """ "Accusé de vouloir annexer le Kivu": the object behind an infinitive is that infinitive's own."""
    if word.rel != "obj" or word.head < 0 or word.pos not in _THINGS:
        return
    between = [w for w in words[word.head + 1 : word.i] if w.rel in ("xcomp", "ccomp") and w.tense == "inf"]
    last = between[-1] if between else None
    bare = last is not None and all(w.pos in ("DET", "ADJ", "NUM", "ADV") for w in words[last.i + 1 : word.i])
    if last is not None and bare and not any(kid.rel == "obj" for kid in kids_of(words, last.i)):
        word.head = last.i


def _says_what_it_is(words: list[Word], word: Word) -> None:
    """ "Bukavu, deuxième ville du pays": the words behind the comma say what the name before it is."""
    if word.lemma not in ABOUT_PLACES or word.pos not in NOUNS or word.prep or word.rel == "appos":
        return
    k = word.i - 1
    while k > 0 and words[k].pos in ("DET", "ADJ", "NUM", "ADV"):
        k -= 1
    if k < 1 or words[k].text != "," or words[k - 1].pos not in NOUNS:
        return
    name, after = name_head(words, k - 1), words[word.i + 1] if word.i + 1 < len(words) else word
    if word.rel in ("subj", "subj:pass") and name.rel == "root" and words[name.i + 1].text == ",":
        _change_places(words, name, word)
    if not name.text[0].isupper() or word.i in above_of(words, name.i) or word.rel in ("subj", "subj:pass"):
        return
    if any(kid.rel in ("cop", "subj") for kid in kids_of(words, word.i)) or after.pos in VERBS:
        return
    word.head, word.rel = name.i, "appos"


def _change_places(words: list[Word], name: Word, told: Word) -> None:
    """ "Palmyre, principal bastion de Daech, a été bombardée": the name is the subject, the bastion says what it is."""
    verb = words[told.head]
    first = min([verb.i, *(kid.i for kid in kids_of(words, verb.i) if kid.i > told.i and kid.pos != "PUNCT")])
    if words[first - 1].text != ",":
        return
    name.head, name.rel = verb.i, told.rel
    told.head, told.rel = name.i, "appos"
    verb.head, verb.rel = -1, "root"


def _joined_to_a_verb(words: list[Word], word: Word) -> None:
    """ "X nie tout rôle et reproche à Y": a verb is joined to the verb before it, not to that one's object."""
    noun = words[word.head] if word.head >= 0 else None
    if noun is None or word.rel != "conj" or word.pos != "VERB" or noun.pos not in NOUNS or not finite(words, word):
        return
    if any(kid.rel in ("subj", "subj:pass") for kid in kids_of(words, word.i)):
        return
    verb = next((words[k] for k in chain_from(words, noun.i) if words[k].pos in VERBS), None)
    if verb is None or verb.i > word.i or not finite(words, verb):
        return
    word.head = verb.i
    for other in words[word.i + 1 :]:
        if other.head == noun.i and other.rel in ("obl", "obj", "advmod", "advcl"):
            other.head = word.i


def _joined_to_a_noun(words: list[Word], word: Word) -> None:
    """ "Ont gagné X et Y": Y is joined to X, not to the verb."""
    verb = words[word.head] if word.head >= 0 else None
    if verb is None or word.rel != "conj" or word.pos not in NOUNS or verb.pos not in VERBS or word.i < verb.i:
        return
    link = next((kid for kid in kids_of(words, word.i) if kid.rel == "cc"), None)
    before = words[link.i - 1] if link is not None and link.i else None
    if before is not None and before.pos in NOUNS and before.i > verb.i and word.i not in above_of(words, before.i):
        word.head = name_head(words, before.i).i


def _participle_behind(words: list[Word], word: Word) -> None:
    """ "Ont quitté la ville, tombée aux mains de X": a participle right behind a noun and a comma tells of that noun."""
    before = words[word.i - 1] if word.i else word
    of_time = word.tense == "part" and word.rel == "acl" and word.head >= 0 and is_time(words[word.head])
    if of_time and before.pos in NOUNS and before.i != word.head and not is_time(before):
        word.head = name_head(words, before.i).i  # "a parlé dans la matinée de dix soldats tués"
    if word.tense != "part" or word.rel not in _LOOSELY or word.i < 2:
        return
    if any(kid.rel in ("aux", "aux:pass", "subj", "subj:pass", "cop", "mark", "cc") for kid in kids_of(words, word.i)):
        return
    noun = words[word.i - 2]
    if is_time(noun) and noun.prep == "de" and noun.head >= 0:
        noun = words[noun.head]  # "une trêve de quatre jours, négociée sous l'égide de X"
    if (
        words[word.i - 1].text == ","
        and noun.pos in NOUNS
        and not is_time(noun)
        and noun.i not in below_of(words, word.i)
    ):
        word.head, word.rel = name_head(words, noun.i).i, "acl"


def _named_behind(words: list[Word], word: Word) -> None:
    """ "Les groupes rebelles X et Y" are X and Y; "s'est dite préoccupée" says so of itself."""
    above = words[word.head] if word.head >= 0 else None
    if above is None or above.i > word.i:
        return
    between = all(w.pos == "ADJ" for w in words[above.i + 1 : word.i])
    if word.name >= 0 and word.rel == "obl" and not word.prep and above.pos == "NOUN" and between:
        word.rel = "appos"
    if word.rel == "dep" and above.lemma == "dire" and word.i == above.i + 1:
        word.rel = "xcomp"
