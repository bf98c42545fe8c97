"""Unknown bodies that tell in their name what they are for: "the Popular Front for Free Ituri", "le Mouvement pour la paix".

A place, a paper or a parliament that such a name has within it is part of the name, and not told of.
"""

from collections.abc import Iterator

from dateline.understand.scene import Scene
from dateline.understand.syntax import Word

__all__ = ["bodies_told"]

# Each word with the kind of body that it names.
_HEADS = {
    **dict.fromkeys("front army brigade brigades militia legion battalion armée milice".split(), "armed group"),
    **dict.fromkeys(
        "movement union congress alliance coalition party rally mouvement congrès parti rassemblement".split(),
        "political group",
    ),
    **dict.fromkeys(
        "committee council association organisation organization league federation network campaign comité conseil "
        "ligue réseau collectif".split(),
        "organisation",
    ),
}
_AIM = frozenset({"for", "pour"})
_WITHIN = frozenset("the of for and de du des d' d’ la le les l' l’ un une et pour".split())
_LONGEST = 9  # words from the head to the last


def bodies_told(scene: Scene) -> Iterator[tuple[list[Word], str]]:
    """Yield the words of each such name that no theatre lists, and the kind of body it is."""
    words = scene.parse.words
    for head in words:
        kind = _HEADS.get(head.low, "")
        if not kind or not head.text[0].isupper() or _listed(scene, head):
            continue
        first, last = _begin(words, head.i), _end(words, head.i)
        if last > head.i:
            yield words[first : last + 1], kind


def _listed(scene: Scene, head: Word) -> bool:
    """True inside a name of several words that a theatre lists: "the National Congress"."""
    ref = scene.actors.get(head.i) or next((r for r in scene.actors.values() if r.span.covers(head.span)), None)
    return ref is not None and bool(ref.ids) and ref.span != head.span


def _begin(words: list[Word], head: int) -> int:
    first = head
    while first and words[first - 1].text[0].isupper() and words[first - 1].pos in ("PROPN", "ADJ", "NOUN"):
        first -= 1
    return first


def _end(words: list[Word], head: int) -> int:
    """Return the last word of the name, behind "for" and what it is for; the head itself where it tells no aim."""
    at = head + 1
    while at < len(words) and at <= head + 2 and words[at].low not in _AIM:
        if words[at].pos not in ("ADJ", "PROPN"):  # "Front populaire pour ..."
            return head
        at += 1
    if at >= len(words) or words[at].low not in _AIM:
        return head
    last, french = head, words[at].low == "pour"
    for word in words[at + 1 : head + _LONGEST]:
        if word.text[0].isupper() and word.pos in ("PROPN", "NOUN", "ADJ"):
            last = word.i
        elif french and (word.pos == "ADJ" or (word.pos == "NOUN" and words[word.i - 1].low in _WITHIN)):
            last = word.i  # "pour la défense de ...", "pour un Mali libre"
        elif word.low not in _WITHIN:
            break
    return last
