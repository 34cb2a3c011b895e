"""Softmax and nucleus sampling."""

import numpy as np
import pytest

VOCABULARY = 49152


def softmax(logits: np.ndarray) -> np.ndarray:
    weights = np.exp(logits - logits.max())
    return weights / weights.sum()


def draw(library, probabilities: np.ndarray, uniform: np.ndarray, top_p: float) -> np.ndarray:
    count = len(uniform)
    arrays = {
        "probabilities": probabilities[None].astype(np.float32),
        "uniform": uniform.astype(np.float32),
        "rows": np.zeros(count, np.int32),
        "top_p": np.array([top_p], np.float32),
        "drawn": np.full(count, -1, np.int32),
    }
    return library.run("sample_top_p", (count, 1), arrays, count=count)["drawn"]


def nucleus(probabilities: np.ndarray, top_p: float) -> np.ndarray:
    """The fewest likeliest tokens that hold top_p."""
    order = np.argsort(-probabilities)
    size = np.searchsorted(np.cumsum(probabilities[order]), top_p) + 1
    return np.sort(order[:size])


@pytest.mark.parametrize("temperature", [1e-6, 0.7, 1.0, 2.0])
def test_softmax_with_temperature(library, rng, temperature):
    logits = (rng.normal(size=VOCABULARY) * 4).astype(np.float32)
    arrays = {
        "logits": logits[None], "temperature": np.array([temperature], np.float32),
        "y": np.full((1, VOCABULARY), np.nan, np.float32),
    }
    got = library.run("softmax", (1, 1), arrays, batch=1)["y"][0]
    np.testing.assert_allclose(got, softmax(logits.astype(np.float64) / temperature), atol=1e-6)
    assert abs(got.sum() - 1) < 1e-5


def test_identity_order(library):
    arrays = {"order": np.full((1, VOCABULARY), -1, np.int32)}
    got = library.run("identity_order", (VOCABULARY // 256, 1), arrays, batch=1)["order"]
    np.testing.assert_array_equal(got[0], np.arange(VOCABULARY))


def test_draws_follow_the_nucleus(library, rng):
    """Evenly spread uniforms must give each token of the nucleus its exact share, ± one."""
    top_p, count = 0.9, 128
    probabilities = np.zeros(VOCABULARY)
    tokens = rng.choice(VOCABULARY, 40, replace=False)
    probabilities[tokens] = softmax(rng.normal(size=40) * 1.5)
    probabilities = probabilities.astype(np.float32).astype(np.float64)
    kept = nucleus(probabilities, top_p)
    drawn = draw(library, probabilities, (np.arange(count) + 0.5) / count, top_p)
    assert set(drawn) <= set(kept)
    expected = probabilities[kept] / probabilities[kept].sum() * count
    observed = np.array([(drawn == token).sum() for token in kept])
    assert np.abs(observed - expected).max() <= 1


@pytest.mark.parametrize("top_p", [0.5, 0.95, 1.0])
def test_draws_from_a_whole_vocabulary(library, rng, top_p):
    probabilities = softmax(rng.normal(size=VOCABULARY) * 3).astype(np.float32).astype(np.float64)
    kept = nucleus(probabilities, min(top_p, 1 - 1e-7))
    uniform = np.array([0.0, 0.25, 0.5, 0.75, 0.999999])
    drawn = draw(library, probabilities, uniform, top_p)
    edges = np.cumsum(probabilities[kept]) / probabilities[kept].sum()
    by_thread = kept[np.argsort(kept % 256, kind="stable")]
    edges = np.cumsum(probabilities[by_thread]) / probabilities[by_thread].sum()
    for token, u in zip(drawn, uniform, strict=True):
        # The kernel adds token by token within a thread, threads in order.
        at = int(np.flatnonzero(by_thread == token)[0])
        before = edges[at - 1] if at else 0.0
        assert before - 1e-4 <= u <= edges[at] + 1e-4


def test_top_p_of_almost_nothing_takes_the_likeliest(library, rng):
    probabilities = softmax(rng.normal(size=VOCABULARY) * 3)
    drawn = draw(library, probabilities, np.array([0.0, 0.5, 0.99]), 1e-4)
    assert set(drawn) == {probabilities.argmax()}
