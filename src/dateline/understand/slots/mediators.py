"""Who mediates a deal that the report tells of more than once, or that a third party announces: drafts in, mediators noted."""

from collections.abc import Iterator, Sequence

from dateline.model import Evidence, Span
from dateline.understand.draft import Draft
from dateline.understand.lexicon import Lexicon
from dateline.understand.syntax import Parse

__all__ = ["share_mediators"]

_DEALS = frozenset({"agreement", "ceasefire", "negotiation"})
_REACHED = frozenset({"agreement", "ceasefire"})
_ANNOUNCING = frozenset({"announce", "annoncer"})
_THE = frozenset("the this that these le la l' l’ les ce cet cette ces".split())
_THIRD = frozenset({"state", "state body", "intergovernmental", "person"})  # who can stand between two sides
_NEAR = 8  # sentences in which "the deal" is the one that was told of
_SHARED, _ANNOUNCED = "mediates the same deal", "announces the deal of others"


def share_mediators(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Give each mention of a deal, a truce or talks without a mediator those of the deal it speaks of."""
    told = [draft for draft in drafts if draft.type in _DEALS]
    for draft in told:
        if draft.type in _REACHED and len(_sides(draft, lexicon)) > 1 and not draft.mediators:
            for key, span in _announcer(draft, lexicon):
                _note(draft, [key], span, _ANNOUNCED)
    donors = [draft for draft in told if draft.mediators]
    for draft in told:
        if draft not in donors and (near := [one for one in donors if _same_deal(draft, one)]):
            donor = min(near, key=lambda one: (abs(one.sentence - draft.sentence), abs(one.head - draft.head)))
            span = next((e.span for e in donor.evidence if e.field == "mediator"), donor.hit.span)
            _note(draft, donor.mediators, span, _SHARED)


def _note(draft: Draft, keys: Sequence[str], span: Span, rule: str) -> None:
    if len(draft.actors) > 2:  # who mediates between two is no third party
        draft.actors[:] = [key for key in draft.actors if key not in keys]
    new = [key for key in keys if key not in (*draft.actors, *draft.targets)]
    draft.mediators.extend(new)
    if new:
        draft.evidence.append(Evidence("mediator", span, rule))


def _same_deal(draft: Draft, donor: Draft) -> bool:
    """True where two mentions are of one deal: in one sentence, or one follows with the same two parties or as "the deal"."""
    ours, theirs = set(draft.actors), set(donor.actors)
    both = len(ours) > 1 and len(theirs) > 1
    if both and ours - set(donor.mediators) != theirs:
        return False
    if draft.sentence == donor.sentence:
        return _one_tale(draft, donor) and (both or not (ours and theirs) or ours <= theirs or theirs <= ours)
    apart = draft.type == donor.type and draft.places and donor.places and not set(draft.places) & set(donor.places)
    after = 0 < draft.sentence - donor.sentence <= _NEAR
    return after and not apart and (both or (_definite(draft) and (not ours or ours <= theirs)))


def _one_tale(draft: Draft, donor: Draft) -> bool:
    """True where one tells what the other is or came of; "talks broke down and a meeting is far off" tells of two."""
    parse = draft.scene.parse
    if draft.type != donor.type:
        return True
    return draft.head in parse.ancestors(donor.head) or donor.head in parse.ancestors(draft.head)


def _definite(draft: Draft) -> bool:
    """True for "the deal", "this truce"."""
    parse = draft.scene.parse
    noun = parse.words[draft.head]
    return noun.pos == "NOUN" and any(parse.words[k].low in _THE for k in parse.kids(noun.i, "det"))


def _sides(draft: Draft, lexicon: Lexicon) -> set[str]:
    return {lexicon.side_of(key) for key in draft.actors}


def _announcer(draft: Draft, lexicon: Lexicon) -> Iterator[tuple[str, Span]]:
    """Yield the third party of "Qatar announced that the army and the rebels had agreed"; an outlet is none."""
    parse, refs = draft.scene.parse, draft.scene.actors
    verb = _announcing(parse, draft.head)
    for k in parse.subjects(verb) if verb >= 0 else ():
        ref = refs.get(k)
        if ref is None or not ref.key or lexicon.side_of(ref.key) in _sides(draft, lexicon):
            continue
        known = lexicon.actor(ref.key)
        if lexicon.is_country(ref.key) or (known and known.kind in _THIRD):
            yield _body(ref.key, lexicon), ref.span


def _announcing(parse: Parse, head: int) -> int:
    """Return the verb that announces what a clause tells, -1 where none does: "announced that they had agreed"."""
    for k in (head, *parse.ancestors(head)):
        word = parse.words[k]
        above = parse.words[word.head] if word.head >= 0 else word
        if word.rel in ("ccomp", "parataxis") and above.lemma in _ANNOUNCING:
            return above.i
        if word.rel in ("relcl", "acl"):
            return -1
    return -1


def _body(key: str, lexicon: Lexicon) -> str:
    """Return the intergovernmental body at the head of that which an envoy serves, else who it is."""
    found = key
    known = lexicon.actor(key)
    while known and (known.kind == "person" or known.id == found):
        parents = [one for part in known.part_of if (one := lexicon.actor(part.parent))]
        known = next((one for one in reversed(parents) if one.kind == "intergovernmental"), None)
        found = known.id if known else found
    return found
