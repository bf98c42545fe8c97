"""What people said of claims being one happening holds, whatever the machine would join."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Linkage
from dateline.weigh.bonds import Bonds
from tests.weigh.reports import article, claim

REPORT = article("a.txt", "Troops shelled one two three four five six seven eight.")
CLAIMS = {word: claim(REPORT, word, "shelling") for word in "one two three four five six seven eight".split()}
WORD = {found.id: word for word, found in CLAIMS.items()}


def link(together: bool, *groups: str) -> Linkage:
    return Linkage(tuple(tuple(CLAIMS[w].id for w in group.split()) for group in groups), together, "h", "A")


def joined(bonds: Bonds, *clusters: str) -> set[frozenset[str]]:
    found = bonds.join([[CLAIMS[w] for w in cluster.split()] for cluster in clusters])
    return {frozenset(WORD[c.id] for c in cluster) for cluster in found}


def sets(*clusters: str) -> set[frozenset[str]]:
    return {frozenset(cluster.split()) for cluster in clusters}


def test_clusters_that_people_put_together_are_one():
    assert joined(Bonds([link(True, "one", "three")]), "one two", "three", "four") == sets("one two three", "four")


def test_claims_that_people_put_apart_are_not_allowed_to_meet():
    bonds = Bonds([link(False, "one", "two three")])
    assert not bonds.allow([CLAIMS["one"]], [CLAIMS["two"], CLAIMS["four"]])
    assert bonds.allow([CLAIMS["two"]], [CLAIMS["three"], CLAIMS["four"]])


def test_of_two_words_on_the_same_claims_the_later_holds():
    assert joined(Bonds([link(False, "one", "two"), link(True, "one", "two")]), "one", "two") == sets("one two")
    bonds = Bonds([link(True, "one", "two"), link(False, "one", "two")])
    assert joined(bonds, "one", "two") == sets("one", "two")


def test_what_is_put_together_does_not_bring_together_what_is_apart():
    bonds = Bonds([link(False, "two", "four"), link(True, "one", "three")])
    assert joined(bonds, "one two", "three four") == sets("one three", "two", "four")


@given(st.data())
def test_every_claim_stays_in_one_event_and_no_word_is_broken(data):
    words = list(CLAIMS)
    linkages = [
        link(data.draw(st.booleans()), one, other)
        for one, other in data.draw(
            st.lists(st.lists(st.sampled_from(words), min_size=2, max_size=2, unique=True), max_size=6)
        )
    ]
    bonds = Bonds(linkages)
    clusters: list[list[str]] = []
    for word in data.draw(st.permutations(words)):  # clusters as the machine makes them: never against a word
        free = [c for c in clusters if bonds.allow([CLAIMS[word]], [CLAIMS[w] for w in c])]
        if free and data.draw(st.booleans()):
            free[0].append(word)
        else:
            clusters.append([word])
    found = joined(bonds, *(" ".join(cluster) for cluster in clusters))
    assert sorted(word for cluster in found for word in cluster) == sorted(words)
    for cluster in found:
        for word in cluster:
            assert bonds.allow([CLAIMS[word]], [CLAIMS[w] for w in cluster])
