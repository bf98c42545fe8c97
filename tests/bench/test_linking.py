"""Names are linked fast enough for a large corpus: measured against work of a known kind, so that any machine can judge."""

import hashlib
import random
import time
from collections.abc import Callable
from importlib import resources

import pytest

from dateline.model import Entity
from dateline.resolve.actors import ActorLinker
from dateline.resolve.places import PlaceContext, PlaceLinker
from dateline.theatres import load_theatre
from dateline.theatres.gazetteer import load_gazetteer, unpack

MANY = 100_000
SHARE = 10  # one in so many is timed, and the time counted so many times


def names(number: int) -> list[str]:
    """Return distinct made-up names, a third of them near-misses of real ones."""
    chance = random.Random(3)
    real = sorted({name for _, _, name in load_theatre(("syria",)).place_names if name.isascii() and len(name) > 5})
    out: set[str] = set()
    while len(out) < number:
        if chance.random() < 1 / 3:
            name = chance.choice(real)
            at = chance.randrange(1, len(name) - 1)
            out.add(name[:at] + chance.choice("aeiouhy") + name[at:])
        else:
            out.add("".join(chance.choices("aeioubdghklmnrst", k=chance.randrange(5, 12))).capitalize())
    return sorted(out)


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()  # of this processor alone, whatever else the machine does
    work()
    return time.process_time() - start


def yardstick() -> float:
    """Return the seconds that a million small hashes take here: about 0.3 on a plain machine of 2026."""
    words = [str(number).encode() for number in range(1_000_000)]
    return min(timed(lambda: [hashlib.blake2b(word, digest_size=5).digest() for word in words]) for _ in range(2))


@pytest.fixture(scope="module")
def unit() -> float:
    return yardstick()


@pytest.mark.bench
def test_the_gazetteer_loads_in_the_blink_of_an_eye(unit):
    packed = (resources.files("dateline.theatres") / "gazetteer.bin").read_bytes()
    took = min(timed(lambda: unpack(packed)) for _ in range(3))
    print(f"gazetteer: {took:.2f} s, {took / unit:.2f} times the yardstick")
    assert took / unit < 0.3 / 0.3  # 0.14 s on a plain machine


@pytest.mark.bench
def test_a_hundred_thousand_distinct_places_are_linked_within_a_minute(unit):
    linker = PlaceLinker(load_theatre(("syria",)), load_gazetteer())
    context = PlaceContext(("SY",), ((33.5, 36.3), (36.2, 37.1), (34.7, 36.7)))
    asked = [Entity(f"@?{name}", "place", name, (name,)) for name in names(MANY // SHARE)]
    linker.choose(asked[0], context)  # what is made once is not counted for each
    took = SHARE * timed(lambda: [linker.choose(entity, context) for entity in asked[1:]])
    print(f"{MANY:,} distinct place names: {took:.1f} s, {took / unit:.0f} times the yardstick")
    assert took / unit < 80  # 26 on a plain machine, which is 8 s: a minute would be 200


@pytest.mark.bench
def test_a_hundred_thousand_distinct_unknown_actors_are_joined_within_seconds(unit):
    linker = ActorLinker(load_theatre(("syria",)))
    asked = [Entity(f"?person:{name.lower()}", "actor", name, (name,)) for name in names(MANY // SHARE)]
    took = SHARE * timed(lambda: linker.link(asked))
    print(f"{MANY:,} distinct actor names: {took:.1f} s, {took / unit:.0f} times the yardstick")
    assert took / unit < 20  # 3 on a plain machine
