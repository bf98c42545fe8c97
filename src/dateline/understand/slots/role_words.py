"""The words by which roles are told: verbs that carry, order, broker or win, and what leads from a word to its owner."""

__all__ = [
    "AFTERWARDS",
    "AGAINST",
    "ALONG",
    "AWAY",
    "BELONGING",
    "BETWEEN",
    "BROKERING",
    "BY",
    "DEADLY",
    "DESCEND",
    "DURING",
    "DYING",
    "FOUGHT",
    "GOES_ON",
    "LED",
    "MEANWHILE",
    "OUTSIDERS",
    "SPOKEN_TO",
    "STAGES",
    "TOWARDS",
    "WINS",
]

# Prepositions that lead from a noun to the actor it belongs to: "fighters from X", "positions of X", "members of X".
BELONGING = ("of", "from", "de", "d'", "within", "among", "including", "parmi", "dont", "belong")
DEADLY = frozenset(
    "kill wound injure hit target destroy damage strike maim massacre martyr slaughter claim murder "
    "tuer blesser frapper viser toucher".split()
)
DYING = frozenset("die perish mourir périr succomber".split())
STAGES = frozenset(
    "phase stage round wave series start beginning part day week month year night hour étape début série vague partie salve "
    "jour semaine mois".split()
)
LED = frozenset({"lead", "back", "run", "mount", "launch", "sponsor"})
# Words that stand for their owner as target or actor: "rebel positions", "the army's convoy", "Syrian strikes".
DESCEND = ("poss", "compound", "amod", "nmod", "obl", "appos", "flat")
# Who only hosts, brokers, rejects or comments on talks and deals is no party to them.
GOES_ON = frozenset("resume restart continue complete allow permit ease reprendre poursuivre achever permettre".split())
BROKERING = frozenset("broker mediate sponsor facilitate parrainer".split())
AFTERWARDS = frozenset("after following amid après".split())
MEANWHILE = frozenset("during in amid with lors pendant dans durant".split())
FOUGHT = frozenset("after following amid in during après dans lors pendant durant".split())
WINS = frozenset(
    "capture seize take overrun storm enter retake recapture conquer break advance gain push liberate kill destroy "
    "prendre reprendre conquérir envahir entrer avancer progresser gagner libérer tuer détruire emparer".split()
)
DURING = frozenset({"during", "in", "at", "lors", "pendant", "au cours"})
OUTSIDERS = frozenset(
    "broker mediate sponsor host reject condemn welcome praise support back violate break monitor urge demand report "
    "follow discuss "
    "parrainer accueillir rejeter condamner saluer soutenir violer rompre superviser".split()
)
AWAY = ("from", "against", "à", "contre")
SPOKEN_TO = ("addressee", "judged")
BETWEEN = frozenset({"to", "between", "à", "entre"})
# Where somebody is spoken to, helped or punished: "pressure on Belgrade", "recalled its envoy from Paris".
TOWARDS = BETWEEN | frozenset("on upon from for against at with of sur pour contre de avec".split())
BY = ("by", "par")
AGAINST = ("contre", "sur", "envers", "vers")
ALONG = ("with", "avec", "alongside", "together")
