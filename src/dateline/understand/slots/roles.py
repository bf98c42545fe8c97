"""Who fills a slot: from a trigger and its frame to the actors, targets, mediators and places of a claim."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.codebook import Trigger
from dateline.model import Evidence
from dateline.theatres import fold
from dateline.understand.coding.conditions import QUANTITIES
from dateline.understand.draft import ADDRESSED, JUDGING, TWO_SIDED, Draft
from dateline.understand.lexicon import Lexicon
from dateline.understand.mentions.bodies import led_by
from dateline.understand.scene import NO_ONE, PLURAL_PRONOUNS, Ref, Scene
from dateline.understand.slots.auspices import BROKERED, find_brokers
from dateline.understand.slots.deeds import (
    BLAMED,
    CARRYING,
    MOVING,
    ORDERING,
    a_part,
    blames_on,
    counted_before,
    doers_beside,
    of_ground,
    whose_clause,
)
from dateline.understand.slots.hands import find_hands
from dateline.understand.slots.harmed import find_harmed
from dateline.understand.slots.likely import FIRED, Likely
from dateline.understand.slots.locations import Locations
from dateline.understand.slots.owners import carry_beginning, find_helped, find_owner, second_nationality
from dateline.understand.slots.role_words import (
    AGAINST,
    ALONG,
    AWAY,
    BELONGING,
    BETWEEN,
    BROKERING,
    BY,
    DESCEND,
    DURING,
    FOUGHT,
    GOES_ON,
    LED,
    OUTSIDERS,
    SPOKEN_TO,
    STAGES,
    TOWARDS,
    WINS,
)
from dateline.understand.speech.mode_words import LINKS
from dateline.understand.syntax import Parse

__all__ = ["Roles"]

_FIRED_BY = ("to", "from", "by", "à", "de", "par")  # "a helicopter belonging to X", "shells fired from X's barracks"
_OF_VERBS = {"actor": ("subject",), "target": ("object",)}


class Roles:
    """Fills the roles of drafts from the parse."""

    def __init__(
        self, lexicon: Lexicon, light: dict[str, str], locative: frozenset[str], civil: frozenset[str] = frozenset()
    ) -> None:
        self.lexicon, self.light, self.locative = lexicon, light, locative
        self.carrying = ({verb for verb, role in light.items() if role == "actor"} | {*CARRYING}) - {"négocier"}
        self.likely = Likely(lexicon, civil)
        self.locations = Locations(lexicon, locative)

    def fill(self, draft: Draft) -> None:
        """Fill every role of a draft from its trigger's frame; then place from what stands beside it."""
        trigger = draft.hit.trigger
        used: set[int] = set()
        for role in ("actor", "target", "mediator"):
            self._fill_role(draft, trigger, role, used)
        self._weapon(draft)

        def take(role: str, refs: Iterable[Ref], rule: str) -> None:
            self._take(draft, role, refs, rule)

        find_harmed(draft, lambda word: self.refs_at(draft.scene, word, "target"), take)
        self.likely.inhabitants(draft)
        self._governor(draft, used)
        self._done_by(draft)
        find_owner(draft, self.refs_at)
        find_helped(draft, self.refs_at)
        find_hands(draft, lambda word: self.refs_at(draft.scene, word), take)
        self._compound(draft)
        self._companions(draft)
        self.likely.reporters(draft)
        self.likely.unarmed(draft)
        self.likely.swapped(draft)
        find_brokers(draft, self.refs_at)
        self.locations.fill(draft, trigger)

    def _fill_role(self, draft: Draft, trigger: Trigger, role: str, used: set[int]) -> None:
        """Take the first slot that holds an actor; both sides of a deal or clash take all of them."""
        both, slots = role == "actor" and trigger.type in TWO_SIDED, trigger.slots(role)
        if trigger.part == "noun" and draft.scene.parse.words[draft.head].pos == "VERB":
            slots = (*_OF_VERBS.get(role, ()), *slots)  # "Israel strikes Damascus": the noun's form as a verb
        for slot in slots:
            refs = self._slot_refs(draft, slot, role)
            refs = [ref for ref in refs if ref.word not in used]
            if role == "actor" and slot in ("of", "de") and slot in trigger.slots("target"):
                hit = [
                    ref for ref in refs if ref.noun and ref.noun.kind == "civilian group"
                ]  # "a massacre of civilians"
                refs = [ref for ref in refs if ref not in hit and not of_ground(draft, ref.word)]
            if refs:
                self._take(draft, role, refs, f"frame slot {slot}")
                used.update(ref.word for ref in refs)
                if not both:
                    return

    def _slot_refs(self, draft: Draft, slot: str, role: str) -> list[Ref]:
        parse = draft.scene.parse
        head = draft.head
        words = () if blames_on(parse, head, slot) else parse.slot(head, slot)
        if slot in BY and role == "actor" and "object" in draft.hit.trigger.slots("actor") and parse.passive(head):
            words = ()  # "the attack was repelled by the army": not the army's loss
        words = parse.coordinates(head)[1:] if slot == "and" else words
        if slot == "complement":
            words = tuple(k for clause in words for k in parse.doers(clause))
        words = counted_before(parse, words) if slot == "object" else words
        spoken_to = role == "target" and draft.type in ADDRESSED  # "recalled its envoy from X": not whose envoy
        through = slot in AGAINST or spoken_to or (role == "target" and slot in AWAY)
        if not words and through and draft.hit.trigger.part == "verb" and slot not in ("subject", "object"):
            # "stepped up pressure on X", "rejected an offer from X", "imposer des sanctions contre X"
            carried = [k for k in parse.objects(head) if spoken_to or k not in draft.scene.actors]
            words = tuple(w for k in carried for w in parse.slot(k, slot))
        nominal = parse.words[head].pos in ("NOUN", "PROPN") and slot not in ("subject", "object", "poss", "modifier")
        if not words and nominal:
            words = self._shared_phrases(parse, head, slot)
        role = ("judged" if draft.type in JUDGING else "addressee") if spoken_to else role
        if draft.type == "loss" and role == "actor" and slot == "object":
            role = "beaten"  # "repelled an assault by rebels": theirs
        refs = [ref for word in words for ref in self.refs_at(draft.scene, word, role)]
        return refs if role in ("actor", "beaten") else [ref for ref in refs if not self._only_tells(ref)]

    def _only_tells(self, ref: Ref) -> bool:
        """True for sources and media, to whom nothing is done; "des chefs du M23" are M23's."""
        told = ref.form == "nominal" and ref.noun is not None and ref.noun.kind in ("source", "media")
        owner = self.lexicon.actor(ref.key) if told else None
        return told and not (owner is not None and owner.kind == "armed group")

    def _shared_phrases(self, parse: Parse, head: int, slot: str) -> tuple[int, ...]:
        """Phrases the model hangs on the verb that carries a noun: "launched an offensive against X"."""
        word = parse.words[head]
        if word.rel == "obl" and word.prep in ("of", "de") and parse.words[word.head].lemma in LINKS:
            word = parse.words[word.head]  # "announced the end of its raids on X"
        if word.head >= 0 and parse.words[word.head].lemma in BLAMED and slot in ("on", "to", "à"):
            return ()  # "blamed the attack on X": X made it
        own = word.head < 0 or (slot == "by" and word.rel == "subj")
        if own or word.rel not in ("obj", "subj:pass", "obl", "subj"):
            return ()
        carried = parse.words[word.head].lemma in self.carrying
        if slot in BY and word.rel == "subj:pass" and not carried:
            return ()  # "the raids were condemned by X"
        return tuple(k for k in parse.slot(word.head, slot) if k > head)

    def refs_at(self, scene: Scene, word: int, role: str = "actor") -> list[Ref]:
        """Return the actors a word and those joined to it mean; a word that is no actor leads to its owner."""
        out: list[Ref] = []
        for k in scene.parse.coordinates(word):
            ref = scene.actors.get(k) or scene.named_at(k) or second_nationality(scene, word, k, self.lexicon)
            ref = ref or self.nationality(scene, k) or self._descend(scene, k, role)
            if ref is None and k in scene.places and role in ("actor", "beaten", "speaker", "mediator", *SPOKEN_TO):
                ref = self._metonym(scene, k, role)
            if ref is not None and ref.form == "nominal" and self._nobody(scene.parse, k):
                continue  # "no group claimed the attack"
            if ref is not None and ref.form == "pronoun":
                out.extend(r for r in self._together(scene, ref) if r.key != ref.key)
            if ref is not None and ref.key:
                named = self._included(scene, k) if ref.form == "nominal" else []
                out.extend(named or ref.each())
        return out

    def _nobody(self, parse: Parse, k: int) -> bool:
        return any(parse.words[n].low in NO_ONE for n in parse.kids(k, "neg"))

    def _together(self, scene: Scene, ref: Ref) -> list[Ref]:
        """ "Russia and Turkey extended their truce": theirs is that of all subjects of the verb above."""
        parse = scene.parse
        if parse.words[ref.word].low not in PLURAL_PRONOUNS:
            return []
        verb = next((k for k in parse.ancestors(ref.word) if parse.words[k].pos in ("VERB", "AUX")), -1)
        subjects = parse.subjects(verb) if verb >= 0 else []
        joined = [scene.actors[c] for k in subjects for c in parse.coordinates(k) if c in scene.actors]
        return joined if len(joined) > 1 and any(r.key == ref.key for r in joined) else []

    def _included(self, scene: Scene, word: int) -> list[Ref]:
        """ "Militant groups, including X and Y": X and Y."""
        parse = scene.parse
        return [
            scene.actors[c]
            for k in parse.kids(word, "obl", "appos")
            if parse.words[k].prep in ("include", "including", "notably", "dont", "comme")
            or (parse.words[k].rel == "appos" and parse.words[word].plural and len(parse.coordinates(k)) > 1)
            for c in parse.coordinates(k)
            if c in scene.actors and (scene.actors[c].form == "name" or scene.actors[c].rule == "noun with its name")
        ]

    def _descend(self, scene: Scene, word: int, role: str, depth: int = 0) -> Ref | None:
        """From "dozens of villagers" or "army posts" to the villagers and the army."""
        parse = scene.parse
        if depth > 3 or not parse.words[word].kids:
            return None
        for rel in DESCEND:
            for k in parse.kids(word, rel):
                if rel == "appos" and a_part(parse, k):
                    continue  # "8,000 people, 3,000 of them fighters"
                doer = role in ("judged", "beaten") and parse.words[k].prep in BY  # "abuses by the militia"
                if rel == "obl" and parse.words[k].prep not in BELONGING and not doer:
                    continue
                if rel == "amod" and k + 1 < len(parse.words) and parse.words[k + 1].text == "-":
                    continue  # "the Russian-brokered truce" is not Russia's
                ref = scene.actors.get(k) or (self.nationality(scene, k) if rel in ("amod", "compound") else None)
                if ref is None and role in SPOKEN_TO and k in scene.places:
                    ref = self._metonym(scene, k, role)
                if ref is None and (rel == "obl" or parse.words[word].lemma in QUANTITIES):
                    ref = self._descend(scene, k, role, depth + 1)
                if ref is not None and rel == "poss" and parse.words[word].lemma == "man":
                    return replace(ref, key=led_by(ref.key, self.lexicon))  # "his men"
                if ref is not None:
                    return ref
        return None

    def nationality(self, scene: Scene, word: int) -> Ref | None:
        """ "Russian strikes": the state whose adjective stands there; the government of the country told of."""
        low = scene.parse.words[word]
        country = self.lexicon.demonyms.get(fold(low.text), "")
        if not country or low.name >= 0:
            return None
        led = self.lexicon.coalitions.get(country, "")
        if led and [w.low for w in scene.parse.words[word + 1 : word + 3]] == ["-", "led"]:
            return Ref(word, low.span, "actor", "nominal", led, "coalition that the state leads")
        return Ref(word, low.span, "actor", "nominal", self.lexicon.acting_state(country), "nationality")

    def _metonym(self, scene: Scene, word: int, role: str = "actor") -> Ref | None:
        """ "Damascus rejected": a capital that acts is its government; so is a country."""
        ref = scene.places[word]
        if ref.form != "name" or (
            scene.parse.words[word].rel == "obl"
            and scene.parse.words[word].prep in self.locative - (TOWARDS if role in SPOKEN_TO else {*BETWEEN, *BY})
        ):
            return None
        unlisted = ref.key.removeprefix("@?") if role in SPOKEN_TO else ""  # "the Minsk agreement" is not Belarus's
        base = ref.ids[0] if ref.ids else unlisted
        country = base if base in self.lexicon.theatre.countries else self.lexicon.capitals.get(base, "")
        if not country:
            return None
        state = self.lexicon.acting_state(country)
        return Ref(word, ref.span, "actor", "nominal", state, "capital for its government")

    def _done_by(self, draft: Draft) -> None:
        """ "The massacre committed by X", "an ambush blamed on X": what stands behind the noun tells who."""
        if draft.actors or draft.hit.trigger.part != "noun" or draft.type in TWO_SIDED:
            return
        for words, rule in doers_beside(draft):
            self._take(draft, "actor", [ref for word in words for ref in self.refs_at(draft.scene, word)], rule)

    def _compound(self, draft: Draft) -> None:
        """ "Saudi-backed", "US-led": the actor stands before the hyphen, the target is the noun behind."""
        scene, parse, head = draft.scene, draft.scene.parse, draft.head
        if draft.hit.trigger.part == "noun" and not draft.actors:
            led = (k for k in parse.kids(head, "amod", "acl") if k > 1 and parse.words[k - 1].text == "-")
            leaders = [k - 2 for k in led if parse.words[k].lemma in LED and draft.type not in BROKERED]
            refs = [ref for k in leaders if (ref := scene.actors.get(k) or self.nationality(scene, k))]
            self._take(draft, "actor", refs, "before the hyphen")
        if draft.hit.trigger.part != "verb" or head < 2 or parse.words[head - 1].text != "-":
            return
        ref = scene.actors.get(head - 2) or self.nationality(scene, head - 2)
        draft.actors.clear()
        draft.targets.clear()
        role = "mediator" if parse.words[head].lemma in BROKERING else "actor"
        self._take(draft, role, [ref] if ref else [], "before the hyphen")
        if parse.words[head].head >= 0:
            self._take(draft, "target", self.refs_at(scene, parse.words[head].head, "target"), "noun behind")

    def _weapon(self, draft: Draft) -> None:
        """ "A Russian missile hit", "shells of the army fell": who fired stands beside the thing that hit, or is its name."""
        parse = draft.scene.parse
        if draft.actors or draft.hit.trigger.part != "verb" or draft.type not in FIRED:
            return
        for k in parse.subjects(draft.head):
            if ref := draft.scene.actors.get(k):
                self._take(draft, "actor", [ref], "who fires")  # "Russian artillery hit"
                continue
            beside = [*parse.kids(k, "amod", "compound", "poss"), *parse.slot(k, "by")]
            refs = [r for b in beside if (r := draft.scene.actors.get(b) or self.nationality(draft.scene, b))]
            fired = [b for slot in ("from", "of", "de") for b in parse.slot(k, slot)]
            fired += [b for own in parse.kids(k, "acl") for slot in _FIRED_BY for b in parse.slot(own, slot)]
            refs = refs or [r for b in fired for r in self.refs_at(draft.scene, b)]
            self._take(draft, "actor", refs[:1], "beside the weapon")

    def _governor(self, draft: Draft, used: set[int]) -> None:
        """A noun carried by a light verb takes its doer from it: "launched an offensive", "came under shelling"."""
        parse = draft.scene.parse
        word = parse.words[parse.first_conjunct(draft.head)]
        while (
            word.rel == "obl"
            and word.prep in ("of", "de")
            and word.head >= 0
            and parse.words[word.head].lemma in STAGES
        ):
            word = parse.words[word.head]  # "the first phase of the battle"
        for words, rule in whose_clause(draft, word) if not draft.actors else ():
            refs = [ref for k in words for ref in self.refs_at(draft.scene, k) if ref.word not in used]
            self._take(draft, "actor", refs, rule)
        carry_beginning(draft, word)
        if (
            parse.words[draft.head].pos not in ("NOUN", "PROPN", "VERB", "ADJ")
            or word.rel not in ("obj", "obl", "subj:pass", "xcomp", "attr")
            or word.head < 0
        ):
            return
        verb = parse.words[word.head]
        if draft.type == "clash" and verb.rel == "obj" and verb.head >= 0:
            verb = parse.words[verb.head]  # "made advances amid clashes with X"
        if verb.pos not in ("VERB", "AUX") or draft.hit.trigger.part == "verb":
            return
        if word.rel in ("obj", "subj:pass") and verb.lemma in BROKERING and draft.type in TWO_SIDED:
            self._brokers(draft, verb.i)
            return
        names = [f"{verb.lemma} {word.prep}", verb.lemma] if word.rel == "obl" else [verb.lemma]
        role = next((self.light[name] for name in names if name in self.light), "")
        if draft.type in TWO_SIDED and word.rel == "obj" and verb.lemma not in OUTSIDERS:
            role = role or "actor"
        bound = f"{verb.lemma} {word.prep}" in self.light or word.prep in ("in", "dans", "à", "to")
        if word.rel == "obl" and not bound:
            role = ""
        if draft.type == "clash" and word.rel == "obl" and word.prep in FOUGHT and (draft.actors or verb.lemma in WINS):
            role = "actor"  # "took the camp after a battle with X": whoever took it fought X
        if draft.type == "evacuation" and verb.lemma in GOES_ON:
            return  # who lets an evacuation go on is not who leaves
        if draft.type in MOVING and verb.lemma in ORDERING:
            return  # nor is the minister who orders a retreat
        if draft.type == "negotiation" and word.rel == "obl" and word.prep in DURING and len(draft.actors) < 2:
            role = "actor"  # "during talks with the rebels, Russia offered": Russia talked with them
        if role and verb.lemma != "revendiquer":  # an attack that nobody claims was made all the same
            draft.carrier = verb.i
        suffered = draft.hit.trigger.part == "noun" and not draft.targets and draft.type not in TWO_SIDED
        if role and parse.words[draft.head].rel == "obl" and suffered:
            hit = [ref for k in parse.objects(verb.i) for ref in self.refs_at(draft.scene, k, "target")]
            self._take(draft, "target", [ref for ref in hit if ref.word not in used], f"object of {verb.lemma}")
        if not role or (draft.role(role) and draft.type not in TWO_SIDED):
            return
        refs = [ref for k in parse.subjects(verb.i) for ref in self.refs_at(draft.scene, k) if ref.word not in used]
        self._take(draft, role, refs, f"subject of {verb.lemma}")

    def _brokers(self, draft: Draft, verb: int) -> None:
        """ "Qatar brokered the deal together with Egypt": who brokers is no party."""
        parse = draft.scene.parse
        beside = [k for at in (verb, draft.head) for k in parse.kids(at, "obl") if parse.words[k].prep in ALONG]
        refs = [r for k in (*parse.subjects(verb), *beside) for r in self.refs_at(draft.scene, k, "mediator")]
        for ref in refs:
            if ref.key in draft.actors:
                draft.actors.remove(ref.key)
        self._take(draft, "mediator", refs, f"subject of {parse.words[verb].lemma}")

    def _companions(self, draft: Draft) -> None:
        """Co-actors: "the army, along with its allies"."""
        parse = draft.scene.parse
        role = "mediator" if draft.mediators else "actor" if draft.actors else "target"
        if not draft.role(role) or draft.hit.trigger.part != "verb" or (draft.type in TWO_SIDED and role == "actor"):
            return
        for k in (c for at in (draft.head, *parse.subjects(draft.head)) for c in parse.kids(at, "obl")):
            word = parse.words[k]
            case = next((c for c in parse.kids(k, "case")), k)
            before = parse.words[case - 1].low if case else ""
            if word.prep in ("alongside", "along") or (
                word.prep in ALONG and before in ("along", "together", "jointly")
            ):
                refs = self.refs_at(draft.scene, k)
                if role == "mediator":  # who brokers beside a mediator is no party either
                    draft.actors[:] = [key for key in draft.actors if key not in {ref.key for ref in refs}]
                self._take(draft, role, refs, "companion")

    def _take(self, draft: Draft, role: str, refs: Iterable[Ref], rule: str) -> None:
        box = draft.role(role)
        others = draft.targets if role == "actor" else draft.actors if role == "target" else []
        for ref in refs:
            if role == "target" and ref.form != "pronoun" and draft.actors == [ref.key] and self._from_pronoun(draft):
                draft.actors.clear()  # « Ils ont tué les civils »: they are others
                draft.evidence = [e for e in draft.evidence if e.field != "actor"]
            if role == "target" and ref.key in draft.actors and len(draft.actors) > 1 and draft.type not in TWO_SIDED:
                draft.actors.remove(ref.key)  # "A and B agreed that arms be handed to B": B does not hand them over
            if ref.key and ref.key not in box and ref.key not in others:
                box.append(ref.key)
                draft.evidence.append(Evidence(role, ref.span, f"{rule}; {ref.rule}"))

    def _from_pronoun(self, draft: Draft) -> bool:
        return all(e.rule.endswith("; pronoun") for e in draft.evidence if e.field == "actor")
