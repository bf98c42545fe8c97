"""What is said by whom: types of claims that are sayings, and verbs that charge, pledge and gainsay."""

__all__ = [
    "ALLEGING",
    "ASKING",
    "CHARGE",
    "CHARGING",
    "CITING",
    "CLAIMS_IT",
    "DENOUNCING",
    "DISPUTING",
    "GAINSAYING",
    "LEARNT",
    "PERFORMED",
    "PLEDGING",
    "RECKONING",
    "REPORTING",
    "SELF_SAID",
    "SOURCES",
    "STANCES",
    "TALKS",
    "TELLING",
    "UNCLEAR",
    "VOICED",
    "WHITHER",
]

CHARGE = frozenset({"of", "for", "over", "de", "d'", "pour"})  # "accused X of blocking"
STANCES = frozenset({"accusation", "criticism", "denial"})
TALKS = frozenset({"ceasefire", "agreement", "negotiation"})  # that there are any is no charge
SELF_SAID = frozenset({"claim-responsibility", "threat"})  # who claims a deed or threatens says so
# What is done by saying it: who declares a truce is not the source of it but the one who makes it.
PERFORMED = frozenset(
    "ultimatum demand appeal threat refusal accusation denial criticism praise agreement ceasefire violation "
    "negotiation claim-responsibility".split()
)
DISPUTING = frozenset({"accusation", "denial"})
CHARGING = frozenset("accuse blame allege charge accuser alléguer".split())
# Of nobody else, these are made by whoever says them; monitors and media only report them.
VOICED = frozenset("threat refusal denial demand appeal ultimatum criticism praise accusation".split())
ALLEGING = "allege"
DENOUNCING = ("dénoncer", "alléguer")  # behind what they charge: "…, dénonce l'ONG"
ASKING = frozenset({"demand", "appeal"})
PLEDGING = frozenset(
    "promise pledge vow undertake swear propose offer hope promettre jurer engager proposer offrir espérer souhaiter".split()
)
# "Puts its dead at 230", "a dénombré 394 morts": the verb that tells of the dead also tells who counts them.
RECKONING = frozenset("put count record document register tally dénombrer recenser comptabiliser".split())
REPORTING = frozenset({"monitor", "media", "source"})
CLAIMS_IT = frozenset({"claim", "revendiquer"})  # with an object: the deed, not a tale of it
CITING = frozenset({"citing", "quoting", "citant"})
LEARNT = frozenset(
    {"auprès de", "auprès du", "auprès des", "auprès d'"}
)  # opens who speaks behind "a-t-on appris" only
UNCLEAR = frozenset({"from", "per", "pour", "suivant"})  # prepositions that open a speaker too rarely
GAINSAYING = frozenset(
    "deny reject dispute refute contest reply dismiss démentir rejeter contester nier réfuter répondre".split()
)
WHITHER = frozenset("vers sur dans jusque en face".split())
SOURCES = (" source", " sources")
# Verbs that tell even without a clause: "the army announced an offensive".
TELLING = frozenset(
    "say tell announce report declare state confirm claim allege reveal document annoncer déclarer dire affirmer "
    "rapporter confirmer "
    "indiquer signaler révéler revendiquer".split()
)
