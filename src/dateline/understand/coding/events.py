"""One parsed sentence in, its event mentions with roles out: one happening is coded once, under its best type."""

from dateline.codebook import Codebook
from dateline.understand.coding.borrowed import Borrowed
from dateline.understand.coding.triggers import Hit, Triggers
from dateline.understand.draft import TWO_SIDED, Draft
from dateline.understand.scene import Scene
from dateline.understand.slots.auspices import only_brokers
from dateline.understand.slots.roles import Roles
from dateline.understand.syntax import Parse, Word

__all__ = ["Events"]

_THRESHOLD = 0.5
VIOLENT = "violence"
# Types that only say that people died or things broke: where the means stand beside them, the means are the event.
_OUTCOMES = frozenset({"killing", "attack"})
_MEANS = frozenset({"shelling", "airstrike", "bombing", "chemical-attack", "clash", "attack", "offensive"})
# What a refusal refuses is no event of its own: "refused to leave", "rejected the deal".
_REFUSED = frozenset(
    {"withdrawal", "evacuation", "surrender", "disarmament", "handover", "agreement", "negotiation", "displacement"}
)
_CASUALTIES = frozenset({"killing"})
_WIDE_MEANS = frozenset({"offensive"})  # more than these deaths: "killed in the operation" tells of both
_BEFORE = frozenset(
    "for after following over against since before despite pour après contre depuis malgré avant".split()
)
_HARMED = frozenset("kill wound injure hurt die tuer blesser mourir".split())
_APART = 5  # steps through the tree between an outcome and its means
_CAMPAIGN = frozenset({"offensive", "capture"})
_MADE = frozenset(
    "broker mediate negotiate declare announce sign agree reach conclude proclaim observe implement strike seal".split()
)
_DEALS = frozenset({"agreement", "ceasefire", "negotiation"})
_IN_FORCE = frozenset({"effect", "force", "vigueur", "effet"})


class Events:
    """Finds the event mentions of a sentence and fills their roles."""

    def __init__(self, codebook: Codebook, triggers: Triggers, roles: Roles) -> None:
        self.codebook, self.triggers, self.roles = codebook, triggers, roles
        self.borrowed = Borrowed(codebook, roles.lexicon)
        self.group = {event_type.id: event_type.group for event_type in codebook.types.values()}
        self.aircraft = codebook.classes.get("AIRCRAFT", {}).get(triggers.language, frozenset())

    def find(self, scene: Scene) -> list[Draft]:
        """Return the sentence's event mentions in the order of the text."""
        borrowed = self.borrowed.by(scene)
        hits = [
            hit
            for hit in self.triggers.find(scene)
            if hit.score >= _THRESHOLD and hit.trigger.type not in borrowed and not _names_a_kind(scene, hit)
        ]
        hits = [hit for hit in hits if not _begins_a_named_deal(scene.parse, hit, hits)]
        drafts = [self._draft(scene, hit) for hit in hits if not _aim_of_another(scene.parse, hit, hits)]
        return self._flown(scene, self._fold(scene.parse, drafts))

    def _flown(self, scene: Scene, drafts: list[Draft]) -> list[Draft]:
        """Gas that aircraft drop is told as both: by what it is and by who brings it."""
        told = [d for d in drafts if d.type == "chemical-attack" and self._by_aircraft(scene.parse, d.head)]
        if not told or any(d.type == "airstrike" for d in drafts):
            return drafts
        twin = Draft(scene, told[0].hit, "airstrike")
        self.roles.fill(twin)
        return sorted([*drafts, twin], key=lambda draft: draft.head)

    def _by_aircraft(self, parse: Parse, head: int) -> bool:
        doers = parse.subjects(head) if parse.words[head].pos == "VERB" else ()
        words = [parse.words[k] for doer in doers for k in parse.coordinates(doer)]
        return any({word.lemma, word.noun} & self.aircraft for word in words)

    def _draft(self, scene: Scene, hit: Hit) -> Draft:
        draft = Draft(scene, hit, self._type(scene, hit))
        self.roles.fill(draft)
        return draft

    def _type(self, scene: Scene, hit: Hit) -> str:
        """A negated "accept" or "leave" is a refusal; bombardment with aircraft in the context is an airstrike."""
        event_type = self.codebook.types[hit.trigger.type]
        if event_type.negated and hit.trigger.part == "verb" and self._negated(scene.parse, hit.head):
            return event_type.negated
        if hit.trigger.type == "capture" and _attempted(scene.parse, hit.head):
            return "offensive"
        return hit.trigger.type

    def _negated(self, parse: Parse, head: int) -> bool:
        return bool(parse.kids(head, "neg"))

    # --- one happening once -----------------------------------------------------------------------------------------
    def _fold(self, parse: Parse, drafts: list[Draft]) -> list[Draft]:
        """Join a verb and its noun ("launched an offensive"), and outcomes with their means ("strikes killed 12")."""
        by_head = {draft.head: draft for draft in drafts}
        gone: set[int] = set()
        for draft in drafts:
            if draft.head in gone:
                continue
            for other in self._inside(parse, draft, by_head):
                if other.head in gone or other is draft:
                    continue
                keep, drop = self._choose(parse, draft, other)
                if drop is draft and draft.type in _CASUALTIES and keep.type in _WIDE_MEANS:
                    self._share(keep, draft)
                    continue
                if drop is not None:
                    self._merge(keep, drop)
                    gone.add(drop.head)
        for draft in [d for d in drafts if d.type in _CASUALTIES and d.head not in gone]:
            means = [d for d in drafts if d.head not in gone and d.type in _MEANS and self._brought(parse, d, draft)]
            if len(means) == 1:
                if means[0].type in _WIDE_MEANS:
                    self._share(means[0], draft)
                    continue
                self._merge(means[0], draft)
                gone.add(draft.head)
        gone |= {draft.head for draft in only_brokers(drafts)}
        return self._or_else(parse, [draft for draft in drafts if draft.head not in gone])

    def _or_else(self, parse: Parse, drafts: list[Draft]) -> list[Draft]:
        """ "Tells them to leave or face an assault": the demand and its "or else" are one ultimatum."""
        for draft in [d for d in drafts if d.type == "ultimatum" and d.hit.trigger.part == "phrase"]:
            above = {*parse.ancestors(draft.head)}
            demand = next((d for d in drafts if d.type in ("demand", "ultimatum") and d.head in above), None)
            if demand is not None:
                demand.type = "ultimatum"
                demand.absorbed.extend(draft.hit.words)
                drafts = [d for d in drafts if d is not draft]
        return drafts

    def _brought(self, parse: Parse, means: Draft, outcome: Draft) -> bool:
        """True where people died of these means: one sentence tells both, and neither who did it nor where differs."""
        if means.hit.trigger.modality or outcome.modality != means.modality or _is_war(means):
            return False
        for role in ("actor", "place"):
            one, other = set(means.role(role)), set(outcome.role(role))
            if one and other and not one & other:
                return False
        if set(outcome.targets) & set(means.actors):
            return False
        up = [outcome.head, *parse.ancestors(outcome.head)]
        down = [means.head, *parse.ancestors(means.head)]
        meet = next((k for k in down if k in up), None)
        if meet is None:
            return False
        steps = [*up[: up.index(meet)], *down[: down.index(meet)]]
        if any(self._cause(parse, k) for k in up[: up.index(meet)]):
            return False
        if any(self._since(parse, k) for k in down[: down.index(meet)]):
            return False
        return len(steps) <= _APART and not any(self._own_clause(parse, k, means) for k in steps)

    def _cause(self, parse: Parse, k: int) -> bool:
        """True where deaths are told as what came before: strikes "in retaliation for the killing", "after a pilot died"."""
        marks = {parse.words[j].low for j in parse.kids(k, "mark", "case")}
        return bool(marks & _BEFORE) or parse.words[k].prep in _BEFORE

    def _since(self, parse: Parse, k: int) -> bool:
        """True where the means only date the deaths: "killed since the conflict erupted"."""
        marks = {parse.words[j].low for j in parse.kids(k, "mark", "case")} | {parse.words[k].prep}
        return bool(marks & {"since", "depuis"})

    def _own_clause(self, parse: Parse, k: int, means: Draft) -> bool:
        """True for a clause that tells something else: said, in a relative clause, or joined with a subject of its own."""
        word = parse.words[k]
        if word.rel == "relcl" and word.head in (means.head, *means.absorbed):
            return False  # "the attack which left 100 people dead"
        if word.rel in ("ccomp", "parataxis", "relcl"):
            return True
        apart = word.rel == "conj" and word.pos == "VERB" and bool(parse.kids(k, "subj", "subj:pass"))
        return apart and word.lemma not in _HARMED  # "13 were killed and 25 injured in airstrikes"

    def _inside(self, parse: Parse, draft: Draft, by_head: dict[int, Draft]) -> list[Draft]:
        """Return the drafts at the objects, subjects and means of a verb's draft."""
        head = draft.head
        words = [
            *parse.objects(head),
            *(c for k in parse.subjects(head) for c in parse.coordinates(k)),
            *parse.kids(head, "agent", "xcomp", "compound", "attr", "advcl", "acl"),
        ]
        words += [k for o in parse.objects(head) for k in parse.kids(o, "acl", "advcl", "xcomp")]
        noun = parse.words[head]
        if draft.type in _CAMPAIGN and noun.rel == "obj" and noun.pos == "NOUN":  # "launched an offensive to retake"
            words += [k for k in parse.kids(noun.head, "advcl") if k > head]
        if draft.type in (
            "bombing",
            "shelling",
        ):  # "mines laid by X killed six": told by what they are and what they did
            words += [k for s in parse.subjects(head) for k in parse.kids(s, "acl")]
        words += [k for k in parse.kids(head, "obl") if parse.words[k].prep in MEANS_PREPS]
        words += [
            k for k in parse.kids(head, "obl") if parse.words[k].prep in ("as", "comme")
        ]  # "held as human shields"
        if draft.type == "violation":  # "a brokered ceasefire collapsed"
            words += [k for s in (*parse.subjects(head), *parse.objects(head)) for k in parse.kids(s, "amod", "acl")]
        if draft.type == "violation":  # "breaches of the truce"
            words += [k for k in parse.kids(head, "obl") if parse.words[k].prep in ("of", "de", "from")]
        words += [k for k in draft.hit.words if k != head]
        if draft.type == "refusal":
            words += [c for k in parse.kids(head, "xcomp") for c in parse.coordinates(k)]
        return [by_head[k] for k in dict.fromkeys(words) if k in by_head]

    def _choose(self, parse: Parse, verb: Draft, noun: Draft) -> tuple[Draft, Draft | None]:
        """Say which of two drafts stands for both, and which is dropped (None: they are two happenings)."""
        if verb.type == noun.type:
            return verb, noun
        if verb.type == "capture" and noun.type == "handover" and "sistance" in noun.hit.trigger.words:
            return verb, noun  # "entered the town without resistance": it was taken
        if verb.type == "denial" and noun.type == "accusation":
            return verb, noun  # "denied that it was behind": what is denied, no accusation of its own
        if (
            {verb.type, noun.type} <= _DEALS
            and verb.type != "negotiation"
            and parse.words[noun.head].rel in ("acl", "amod")
        ):
            return verb, noun  # "un cessez-le-feu négocié par X"
        if verb.type == "ceasefire" and self._is_object(parse, verb, noun) and _of_another(verb, noun):
            return noun, verb  # "stop the invaders' offensive": it is fought, no truce is kept
        if verb.type == "ceasefire" and noun.type in _MEANS and self._is_object(parse, verb, noun):
            return verb, noun  # "agreed to pause the fighting"
        if {verb.type, noun.type} <= {"violation", "ceasefire", "agreement"}:
            if verb.type == "violation" and self._told_of_itself(parse, noun):
                return verb, None  # "tore up the truce brokered by Norway": both are told
            return (
                (verb, noun) if verb.type == "violation" else (noun, verb) if noun.type == "violation" else (verb, None)
            )
        if (
            verb.type in _CAMPAIGN
            and noun.type in _CAMPAIGN
            and parse.words[noun.head].rel in ("xcomp", "advcl", "acl")
            and parse.words[noun.head].tense == "inf"
        ):
            return verb, noun  # the aim of an advance or offensive is no second one: "launched a campaign to retake"
        if noun.head in verb.hit.words:
            return verb, noun
        if verb.type == "capture" and noun.type == "handover" and parse.words[noun.head].rel == "advcl":
            return verb, noun  # "took the base, giving it control of the border": what the capture brought
        if self._needed(parse, verb, noun):
            return (verb, noun) if verb.hit.score >= noun.hit.score - 0.3 else (noun, verb)
        if verb.type == "refusal" and noun.type in _REFUSED and noun.hit.trigger.part == "verb":
            return verb, noun
        if (
            noun.type in _DEALS
            and self.group.get(verb.type) in ("demand", "statement", "deal")
            and self._is_object(parse, verb, noun)
        ):
            judged = self.group.get(verb.type) == "statement" and self._told_of_itself(parse, noun)
            return verb, None if judged else noun  # "welcomed the deal signed in Doha": both are told
        if verb.type in _MEANS and noun.type == "aid" and noun.hit.trigger.part == "noun":
            return verb, noun  # "an attack on aid trucks": what was hit
        if verb.type == "chemical-attack" and noun.type == "attack" and noun.hit.trigger.part == "noun":
            return verb, noun  # "sarin was used in the attack"
        if verb.type == "violation" and noun.type == "sanction" and self._is_object(parse, verb, noun):
            return verb, noun  # "flouted the arms embargo": it is broken, nobody imposes it here
        if {verb.type, noun.type} <= _MEANS and noun.hit.trigger.part == "noun" and self._does(parse, verb, noun):
            return noun, verb  # "the raids targeted a hospital"
        if verb.type in _OUTCOMES and noun.type in _MEANS and not self._is_object(parse, verb, noun):
            others = bool(verb.actors and noun.actors) and not set(verb.actors) & set(noun.actors)
            if _is_war(noun) or self._since(parse, noun.head) or (others and self._cause(parse, noun.head)):
                return verb, None  # "500 killed since war broke out", "X shot him after his plane was downed by Y"
            return noun, verb
        return verb, None

    def _needed(self, parse: Parse, verb: Draft, noun: Draft) -> bool:
        """True where the verb means its type only because of this noun ("launch" + "offensive")."""
        slots = [slot for slot, _ in verb.hit.trigger.needs if slot in ("object", "in", "to", "on", "into")]
        return any(noun.head in parse.slot(verb.head, slot) for slot in slots) and self.group.get(
            verb.type
        ) == self.group.get(noun.type)

    def _told_of_itself(self, parse: Parse, noun: Draft) -> bool:
        """True for "the truce declared in March", "a truce they had signed": it is told how it came about."""
        kids = parse.kids(noun.head, "acl", "amod", "relcl")
        return noun.hit.trigger.part == "noun" and any(parse.words[k].lemma in _MADE for k in kids)

    def _does(self, parse: Parse, verb: Draft, noun: Draft) -> bool:
        """True where a noun is what the verb's act is done by: its subject or agent."""
        doers = (*parse.kids(verb.head, "subj", "agent"), *parse.subjects(verb.head))
        return noun.head in doers or any(noun.head in parse.coordinates(k) for k in doers)

    def _is_object(self, parse: Parse, verb: Draft, noun: Draft) -> bool:
        return noun.head in parse.objects(verb.head)

    def _merge(self, keep: Draft, drop: Draft) -> None:
        """Let the kept draft take what only the other one knows, and stand for both."""
        self._share(keep, drop)
        keep.absorbed.append(drop.head)
        keep.absorbed.extend(drop.absorbed)

    def _share(self, keep: Draft, drop: Draft) -> None:
        """Let a draft take the roles that only another one knows."""
        for role in ("actor", "target", "mediator", "place"):
            box = keep.role(role)
            if not box or (role == "actor" and keep.type in TWO_SIDED):
                taken = {*keep.actors, *keep.targets, *keep.mediators} if role in ("actor", "target") else set(box)
                box.extend(key for key in drop.role(role) if key not in taken)
        keep.evidence.extend(e for e in drop.evidence if e not in keep.evidence)


def _is_war(draft: Draft) -> bool:
    """True for "the war": it is told for itself, whoever it is said to have killed."""
    return draft.type == "clash" and draft.scene.parse.words[draft.head].lemma == "war"


def _of_another(verb: Draft, noun: Draft) -> bool:
    """True where a noun's act is told to be another's than the verb's: "the army halted the rebel advance"."""
    return noun.type in _MEANS and bool(verb.actors and noun.actors) and not set(verb.actors) & set(noun.actors)


def _attempted(parse: Parse, head: int) -> bool:
    """True for "has been trying to seize the port", "a bid to take the town": fought for, not gained."""
    word = parse.words[head]
    return word.rel in ("xcomp", "acl", "advcl") and word.head >= 0 and parse.words[word.head].lemma in _TRYING


def _begins_a_named_deal(parse: Parse, hit: Hit, hits: list[Hit]) -> bool:
    """True for "took effect" in "the truce took effect", which its noun tells; "it took effect" is told by the verb alone."""
    if hit.trigger.type not in _DEALS or hit.trigger.part != "verb" or _IN_FORCE.isdisjoint(hit.trigger.words.split()):
        return False
    named = {other.head for other in hits if other.trigger.type in _DEALS and other.trigger.part == "noun"}
    return not named.isdisjoint(parse.subjects(hit.head))


def _aim_of_another(parse: Parse, hit: Hit, hits: list[Hit]) -> bool:
    """True for "launched a campaign seeking to retake": the aim of an offensive that the sentence tells is no second one."""
    if hit.trigger.type != "capture" or not _attempted(parse, hit.head):
        return False
    above = {*parse.ancestors(hit.head)}
    told = [other for other in hits if other.trigger.type == "offensive" and other.head != hit.head]
    return any(other.head in above or parse.words[other.head].head in above for other in told)


_TRYING = frozenset("try seek attempt struggle essayer tenter chercher".split())


def _names_a_kind(scene: Scene, hit: Hit) -> bool:
    """True for "combat posts", "a displacement camp": a word that only says of what kind something is."""
    word = scene.parse.words[hit.head]
    if hit.trigger.part == "noun" and _of_a_body(scene, word):
        return True
    after = scene.parse.words[word.i + 1].text if word.i + 1 < len(scene.parse.words) else ""
    if hit.trigger.part == "noun" and after == "-" and word.head > word.i:
        return True  # "veto-wielding", "ceasefire-monitoring"
    if hit.trigger.type == "aid" and hit.trigger.part == "noun" and word.rel == "compound":
        return True  # "a medical aid group"
    if word.rel == "amod" and hit.trigger.type == "displacement" and word.head > word.i:
        return True  # "displaced people": who they are
    return (
        (hit.trigger.type in ("clash", "displacement") or word.lemma == "incident")
        and len(hit.words) == 1
        and scene.parse.words[scene.parse.first_conjunct(word.i)].rel == "compound"
        and hit.trigger.part == "noun"
    )


def _of_a_body(scene: Scene, word: Word) -> bool:
    """True for "the Ministry of Displacement", "Joint Operations Command": a word in the name of who is spoken of."""
    words = scene.parse.words
    if not word.i or not word.text[0].isupper():
        return False
    above = words[word.head] if word.head >= 0 else word
    if word.rel == "conj" and above.text[0].isupper():
        return _of_a_body(scene, above)
    before = words[word.i - 1]
    if before.head == word.i and before.rel in ("amod", "compound") and before.text[0].isupper():
        return word.lemma in _LIKE_BODIES  # "the Popular Mobilisation"
    named = word.rel == "compound" or (word.rel == "obl" and word.prep in ("of", "for", "de"))
    return named and above.text[0].isupper() and above.lemma in _BODIES


_LIKE_BODIES = frozenset("mobilisation mobilization resistance defence defense reconciliation".split())
_BODIES = frozenset(
    "ministry command committee commission council department directorate agency office bureau fund centre center "
    "authority unit force forces force corps service services programme program organisation organization board "
    "administration secretariat headquarters division brigade front movement army alliance ministère commission "
    "comité conseil agence bureau fonds autorité service programme organisation commandement direction".split()
)
MEANS_PREPS = frozenset(
    {"in", "by", "during", "dans", "par", "lors", "with", "under", "to", "into", "on", "upon", "over", "sur", "for"}
)
