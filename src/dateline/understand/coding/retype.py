"""Types that only the whole report can tell: what "the attack" was, whether a demand repeats an ultimatum, who leaves how.

Each rule takes a report's drafts in the order of the text and sets a better type; the annotation guide's conventions for
doubtful cases are the source.
"""

from dateline.codebook import Codebook
from dateline.understand.draft import Draft
from dateline.understand.lexicon import Lexicon

__all__ = ["Retype"]

_REACH = 5  # sentences back in which the means of "the attack" may have been told
_SPECIFIC = frozenset({"airstrike", "shelling", "bombing", "chemical-attack"})
# Words that tell violence without its means.
_UNSTATED = frozenset(
    "attack raid strike bombing bombardment pound pummel target hit incident operation fire bomb assault "
    "attaque frappe raid bombardement bombarder pilonner pilonnage viser toucher".split()
)
_AIR_OR_GROUND = frozenset(
    "bombardment bombing bomb pound pummel strike raid bombardement bombarder pilonner pilonnage frappe hit target".split()
)
_LEAVING = frozenset("leave depart exit go quit move quitter partir sortir".split())
_THIRD = frozenset({"intergovernmental", "ngo", "humanitarian", "monitor", "states", "coalition"})
_THIRD_IDS = frozenset({"international-community", "western-states", "united-nations", "foreign-states"})
_NEAR = 2
_QUOTES = frozenset('»”"')
_DENOUNCING = frozenset({"dénoncer"})
_MISDEEDS = frozenset({"violence", "deal", "movement", "siege", "support"})
_BY_AIR = frozenset({"killing", "attack", "shelling", "bombing", "destruction"})
_DOWNING = frozenset("shoot down intercept abattre intercepter".split())
_CALLING = frozenset("call appeal urge ask appeler exhorter".split())
# What only those who fight can do: asking for it is a demand on them, whoever is named.
_OF_A_PARTY = frozenset(
    "end halt ceasefire truce withdraw withdrawal release access restraint stop cease respect calm leave surrender "
    "disarm hand lift cessez-le-feu trêve retrait retenue cesser arrêter libérer libération respecter calme arrêt fin".split()
)


class Retype:
    """Sets the types of a report's drafts that single sentences cannot settle."""

    def __init__(self, codebook: Codebook, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.aircraft = codebook.classes.get("AIRCRAFT", {}).get(lexicon.language, frozenset())
        self.group = {t.id: t.group for t in codebook.types.values()}

    def __call__(self, drafts: list[Draft]) -> None:
        """Set better types in place."""
        air = any({word.lemma, word.noun} & self.aircraft for d in drafts for word in d.scene.parse.words)
        for at, draft in enumerate(drafts):
            earlier = drafts[:at]
            if self.group.get(draft.type) == "violence":
                self._means(draft, earlier, drafts[at + 1 :], air)
                lemma = draft.scene.parse.words[draft.head].lemma
                downed = draft.type == "attack" and lemma in _DOWNING  # drones and jets, not people on the ground
                flown = any(self._flies(key) for key in draft.actors) or self._by_aircraft(draft)
                if draft.type in _BY_AIR and not downed and flown:
                    draft.type = "airstrike"
            elif draft.type == "demand":
                self._demand(draft, earlier)
            elif draft.type in ("displacement", "withdrawal"):
                self._leaving(draft, drafts)
            elif draft.type == "criticism":
                self._charge(draft, drafts)

    def _means(self, draft: Draft, earlier: list[Draft], later: list[Draft], air: bool) -> None:
        """ "The attack", "the raids": the means told last, or below a headline first; else aircraft make it an airstrike."""
        lemma = draft.scene.parse.words[draft.head].lemma
        if lemma not in _UNSTATED or draft.type not in ("attack", "bombing", "shelling", "airstrike"):
            return
        if (len(draft.hit.words) > 1 and not _coloured(draft)) or _likened(draft) or _of_a_bomb(draft, lemma):
            return
        if _told_by_whom(draft):
            return
        if self._told_here(draft):
            if draft.type == "attack" and draft.hit.trigger.part == "noun" and _gassed(draft, earlier):
                draft.type = "chemical-attack"
            return
        known = [
            d
            for d in earlier
            if d.type in _SPECIFIC and _distance(d, draft) <= _REACH and self._told(d) and not self._others(d, draft)
        ]
        known = (
            known or [d for d in later if d.type in _SPECIFIC and _distance(draft, d) <= _NEAR and self._told(d)][:1]
        )
        if known and draft.type in ("attack", "bombing", "shelling", "airstrike"):
            if draft.type == "attack" and draft.hit.trigger.part == "verb":
                return
            fallen = lemma in _FROM_AFAR and known[-1].type == "bombing"
            if lemma in _EITHER and known[-1].type in ("shelling", "airstrike"):
                same = _pointed(draft) and _distance(known[-1], draft) <= _NEAR
                draft.type = known[-1].type if same or not air else "airstrike"
                return
            if draft.modality in ("asserted", "reported", "denied") and not fallen:
                draft.type = known[-1].type
        elif lemma in _AIR_OR_GROUND:
            kept = draft.type == "attack" or lemma in (
                "bombing",
                "raid",
            )  # with no aircraft in the report, a bombing is one on the ground
            draft.type = "airstrike" if air else draft.type if kept else "shelling"

    def _flies(self, key: str) -> bool:
        """True for an air force: whom it kills, it kills from the air."""
        actor = self.lexicon.actor(key)
        return key.endswith("air-force") or bool(actor and actor.role == "air-force")

    def _others(self, told: Draft, draft: Draft) -> bool:
        """True where two acts are told to be of different countries' sides: strikes that answer a gas attack are none."""
        some, others = ({actor.country for k in d.actors if (actor := self.lexicon.actor(k))} for d in (told, draft))
        return bool(some and others) and not some & others

    def _by_aircraft(self, draft: Draft) -> bool:
        """True for "killed by warplanes", "helicopters attacked": aircraft do it, whose ever they are."""
        parse, head = draft.scene.parse, draft.head
        if parse.words[head].pos != "VERB":
            return False
        doers = parse.kids(head, "agent") if parse.passive(head) else parse.kids(head, "subj", "agent")
        return any(
            {parse.words[c].lemma, parse.words[c].noun} & self.aircraft for k in doers for c in parse.coordinates(k)
        )

    def _told_here(self, draft: Draft) -> bool:
        """True where the sentence itself tells the means."""
        lemmas = {form for w in draft.scene.parse.words for form in (w.lemma, w.noun)}
        return bool(lemmas & (self.aircraft | _MEANS_WORDS))

    def _told(self, draft: Draft) -> bool:
        """True where a draft's own words tell the means, or were given it by this pass."""
        return (
            draft.scene.parse.words[draft.head].lemma not in _UNSTATED
            or self._told_here(draft)
            or _told_by_whom(draft)
            or draft.type != draft.hit.trigger.type
        )

    def _demand(self, draft: Draft, earlier: list[Draft]) -> None:
        """A demand that repeats an ultimatum is one; one to a third party or an ally is an appeal."""
        same = [
            d
            for d in earlier
            if d.type == "ultimatum"
            and set(d.actors) & set(draft.actors)
            and (not draft.targets or set(d.targets) & set(draft.targets))
        ]
        if same:
            draft.type = "ultimatum"
            return
        lemma = draft.scene.parse.words[draft.head].lemma
        asked = {w.lemma for k in draft.scene.parse.subtree(draft.head) for w in (draft.scene.parse.words[k],)}
        if (
            lemma in _CALLING
            and not asked & _OF_A_PARTY
            and (not draft.targets or all(self._third(k) for k in draft.targets))
        ):
            draft.type = "appeal"

    def _charge(self, draft: Draft, drafts: list[Draft]) -> None:
        """ "L'armée a violé la trêve, a dénoncé X": who tells a misdeed in these words accuses those who did it."""
        parse, verb = draft.scene.parse, draft.scene.parse.words[draft.head]
        if verb.lemma not in _DENOUNCING or parse.kids(verb.i, "obj"):
            return
        first = min([verb.i, *parse.kids(verb.i, "aux")])
        behind = any(k > verb.i for k in parse.kids(verb.i, "subj"))
        before = {word.text for word in parse.words[max(0, first - 2) : first]}
        if not behind or "," not in before or before & _QUOTES:
            return  # what is quoted ("« … », a dénoncé X") judges
        told = [d for d in drafts if d.scene is draft.scene and d.head < first and self.group.get(d.type) in _MISDEEDS]
        if told:
            draft.type = "accusation"
            who = [key for d in told for key in d.actors if key not in draft.actors]
            draft.targets[:] = draft.targets or list(dict.fromkeys(who))

    def _third(self, key: str) -> bool:
        actor = self.lexicon.actor(key)
        return key in _THIRD_IDS or bool(actor and actor.kind in _THIRD)

    def _leaving(self, draft: Draft, drafts: list[Draft]) -> None:
        """Leaving beside an evacuation, a corridor or a deal on leaving is organised."""
        if draft.scene.parse.words[draft.head].lemma not in _LEAVING or draft.type == "withdrawal":
            return
        near = [
            d
            for d in drafts
            if d is not draft and abs(_distance(d, draft)) <= _NEAR and d.type in ("evacuation", "corridor")
        ]
        if near:
            draft.type = "evacuation"


_EITHER = frozenset("bombardment bombing raid bombardement".split())  # of these, aircraft in the report decide
_FROM_AFAR = frozenset(
    "bombardment bombard pound pummel bombardement bombarder pilonner pilonnage strike frappe".split()
)
_CHEMICAL = frozenset("gas chlorine sarin chemical toxic gaz chlore chimique toxique".split())
_MEANS_WORDS = frozenset(
    "air aerial aviation landmine bomber roadside aérien "
    "missile rocket shell mortar artillery shelling gas chlorine sarin chemical toxic airstrike barrel suicide ied "
    "mine grenade sniper "
    "roquette obus mortier artillerie gaz chlore chimique toxique voiture mine".split()
)


def _coloured(draft: Draft) -> bool:
    """True for "the terrorist attack": a word that judges it and tells no means."""
    return draft.hit.trigger.words.partition(" ")[0] in _JUDGING


def _of_a_bomb(draft: Draft, lemma: str) -> bool:
    """True for "the car bomb hit a market": the trigger has asked for the bomb, whatever else the report tells."""
    return draft.type == "bombing" and draft.hit.trigger.part == "verb" and lemma in _REACHING


_JUDGING = frozenset({"terrorist", "terror"})
_REACHING = frozenset({"hit", "target", "strike"})


def _gassed(draft: Draft, earlier: list[Draft]) -> bool:
    """True for "sarin was used in the attack", "the gas used in the attack": no other means stand in the sentence."""
    lemmas = {form for w in draft.scene.parse.words for form in (w.lemma, w.noun)}
    told = any(d.type == "chemical-attack" and d.scene is draft.scene for d in earlier)
    return told or (bool(lemmas & _CHEMICAL) and not lemmas & (_MEANS_WORDS - _CHEMICAL))


def _likened(draft: Draft) -> bool:
    """True for "similar attacks", "un autre raid": not the one told before."""
    parse = draft.scene.parse
    return any(parse.words[k].lemma in _OTHERS for k in parse.kids(draft.head, "amod", "det"))


_OTHERS = frozenset("similar other another previous separate similaire semblable autre précédent".split())


def _pointed(draft: Draft) -> bool:
    """True for "the bombardment", "this raid": the one just told."""
    parse = draft.scene.parse
    return any(parse.words[k].low in ("the", "this", "le", "la", "ce", "cette") for k in parse.kids(draft.head, "det"))


def _told_by_whom(draft: Draft) -> bool:
    """True where a trigger knows the means from who does it: an alliance that bombs does so from the air."""
    return draft.type == "airstrike" and any(slot in ("subject", "de") for slot, _ in draft.hit.trigger.needs)


def _distance(a: Draft, b: Draft) -> int:
    return b.sentence - a.sentence
