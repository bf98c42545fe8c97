"""The words by which modes are told where no codebook category holds them, English and French together."""

from dateline.model import Modality

__all__ = [
    "ACTS_OF_SPEECH",
    "AGREED_ON",
    "AIMING",
    "AIMS_AT",
    "ANNOUNCED",
    "ANNOUNCING",
    "ASKED_WITH",
    "BEATEN",
    "BEGINNING",
    "BEHIND",
    "CARRY",
    "CEASING",
    "DEAL_PREPS",
    "ENDING",
    "EXACTING",
    "FAILING",
    "HALTED",
    "HALTING",
    "HAPPENING",
    "LINKS",
    "MAKING",
    "NAMING",
    "NOBODY",
    "NONE",
    "NOUN_VERBS",
    "OPPOSED",
    "OWED",
    "PARTS",
    "PREPARING",
    "REPORTING",
    "SEEMING",
    "SETTING",
    "SETTLING",
    "STOPPED",
    "SUPPOSING",
    "TELLING",
    "TERMS",
    "TERMS_TOLD_BY",
    "TERM_GROUPS",
    "THOUGHT",
    "TRYING",
    "USES",
    "VIOLENT_WILL",
    "WARNING",
    "WITHOUT",
]

TELLING = frozenset(
    "announce declare discuss hope include report say decide announcer déclarer décider remain begin start "
    "continue offer expect entendre".split()
)
# What is announced, ordered or called is still to come; a truce or sanctions begin with the words.
ANNOUNCING = frozenset(
    "announce order schedule convene announcement annoncer annonce ordonner convoquer convocation programmer".split()
)
ANNOUNCED = frozenset({"deployment", "offensive", "negotiation"})
BEGINNING = frozenset("begin start resume open take be commencer débuter reprendre ouvrir tenir avoir".split())
PREPARING = frozenset(
    "prepare plan intend ready mull prime brace préparer planifier projeter prévoir envisager apprêter".split()
)
OBLIGING = frozenset(
    "oblige require bind commit obliger astreindre engager contraindre devoir falloir".split()
)  # what a deal does
DEAL_PREPS = frozenset({"under", "accord", "per", "in", "by", "as", "selon", "dans", "below", "with", "aux", "sous"})
TERMS = frozenset(
    {"term", "provision", "principle", "terme", "disposition", "principe"}
)  # "under its terms", "aux termes de l'accord"
# "The accord provides for A, B and C": verbs, and the preposition that some need.
TERMS_TOLD_BY = {
    "provide": "for", "call": "for", "foresee": "", "stipulate": "", "envisage": "", "entail": "", "include": "",
    "specify": "", "comprise": "", "prévoir": "", "stipuler": "", "comporter": "", "inclure": "", "envisager": "",
}  # fmt: skip
HALTED = frozenset(
    "hold standstill stalemate impasse stalled deadlocked frozen suspended".split()
)  # "talks are on hold"
CEASING = frozenset("cease stop end cesser arrêter finir".split())
HAPPENING = frozenset("take happen occur materialise materialize lieu produire".split())
STOPPED = frozenset(
    "suspend halt postpone cancel delay interrupt suspendre interrompre annuler ajourner repousser".split()
)
BEATEN = frozenset({"repousser"})  # talks are put off by it; an attack has been made, and beaten off
TRYING = frozenset("effort attempt bid try initiative tentative démarche".split())
EXACTING = frozenset({"demand", "exiger", "réclamer"})  # of a noun: "exige dix jours de trêve"
FAILING = frozenset("fail founder collapse failure échouer avorter capoter échec".split())
WARNING = frozenset("warn caution advise avertir prévenir mettre".split())
LINKS = frozenset(
    "series wave number act campaign kind type part hour day week month night spate string série vague heure jour semaine "
    "mois nuit campagne partie fin levée arrêt end lifting halt".split()
)
THOUGHT = frozenset(
    "think believe suspect allege rumour présumer supposer croire".split()
)  # "raids thought to be theirs"
SUPPOSING = frozenset({"would", "could", "might"})
REPORTING = frozenset("report allege rumour rapporter signaler".split())
SEEMING = frozenset({"appear", "seem", "sembler", "paraître"})
# What these bring in lies behind what is asked or planned: "urged them to leave after weeks of fighting".
BEHIND = frozenset(
    "after following since amid despite because besides notwithstanding après depuis suite malgré outre".split()
)
NOBODY, NONE = "nobody did", frozenset({"nobody", "none", "neither", "personne", "nul", "aucun"})
OWED = frozenset({"devoir"})  # of talks, troops and other things that are due, not of people who must
OPPOSED, WITHOUT = ("against", "contre"), ("without", "sans")
PARTS = ("verbs", "adjectives", "nouns", "adverbs", "auxiliaries", "conjunctions", "phrases")
# Governing drafts that set the mode of what they ask for, agree on or announce.
SETTING = {
    "ultimatum": Modality.DEMANDED,
    "demand": Modality.DEMANDED,
    "appeal": Modality.DEMANDED,
    "agreement": Modality.AGREED,
    "ceasefire": Modality.AGREED,
    "threat": Modality.THREATENED,
    "negotiation": Modality.PLANNED,
}
CARRY = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "obj", "obl", "conj", "subj", "subj:pass", "compound", "attr", "appos"}
)
# A verb with a noun below it sets its mode only where it wants the event, not where it tells of it.
NOUN_VERBS = ("denied", "demanded", "threatened", "planned", "hypothetical")
# Acts of speech and mind happen by being told of: no plan or demand above them turns them into one.
ACTS_OF_SPEECH = frozenset({"demand", "statement"})
TERM_GROUPS = frozenset({"movement", "deal", "other"})
USES = frozenset("use recourse resort employment recours usage utilisation emploi".split())
VIOLENT_WILL = frozenset({"violence", "territory"})
NAMING = frozenset(
    {"call", "dub", "term", "label"}
)  # with a noun: how it is named; "call for", "call on": what is asked
ASKED_WITH = frozenset(
    "on to for sur of de d' à upon pour over about towards".split()
)  # "an ultimatum on, for, over it"
AIMS_AT = frozenset({"violence", "territory", "movement", "deal"})  # not "to protest the killing, they left the talks"
AIMING = frozenset({"aim", "viser"})  # "talks aimed at ending the war"
ENDING = frozenset("end cease stop halt cessation fin arrêt cesser arrêter".split())  # of what goes on
HALTING = frozenset(
    "halt stop block counter contain stem repel slow arrêter bloquer stopper contrer contenir endiguer freiner enrayer".split()
)  # an attack or advance that is on
AGREED_ON = frozenset("agree negotiate stipulate convenir négocier".split())  # "a surrender agreed between the two"
SETTLING = frozenset("agree accept sign accepter signer".split())  # a truce: "agreed to a truce", "accepted it"
MAKING = frozenset({"make", "rendre"})  # "made it possible to retake the town": it was
