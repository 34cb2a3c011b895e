"""The functions that change logits before sampling."""

import numpy as np

VOCABULARY = 49152


def logits(rng) -> np.ndarray:
    return rng.normal(size=(1, VOCABULARY)).astype(np.float32) * 5


def test_bitmask_leaves_only_the_allowed_tokens(library, rng):
    before = logits(rng)
    mask = rng.integers(-(2**31), 2**31, (1, VOCABULARY // 32)).astype(np.int32)
    allowed = (mask.view(np.uint32)[0, :, None] >> np.arange(32, dtype=np.uint32)) & 1
    arrays = {"logits": before, "mask": mask, "sequence_ids": np.zeros(1, np.int32)}
    grid = (VOCABULARY // 256, 1)
    got = library.run("apply_bitmask_inplace", grid, arrays, hoisted=VOCABULARY)["logits"]
    expected = np.where(allowed.reshape(1, -1) == 1, before, np.float32(-3.4e38))
    np.testing.assert_array_equal(got, expected)


def test_logit_bias_is_added_to_its_tokens(library, rng):
    before, tokens = logits(rng), np.array([3, 77, 49151], np.int32)
    bias = np.array([-100, 2.5, 7], np.float32)
    arrays = {"logits": before, "rows": np.zeros(3, np.int32), "tokens": tokens, "bias": bias}
    got = library.run("apply_logit_bias_inplace", (1, 1), arrays, count=3)["logits"]
    expected = before.copy()
    expected[0, tokens] += bias
    np.testing.assert_array_equal(got, expected)


def test_penalties_on_tokens_seen_before(library, rng):
    before, tokens = logits(rng), np.array([5, 6, 40000], np.int32)
    before[0, tokens] = [4.0, -4.0, 0.5]
    counts = np.array([1, 2, 3], np.int32)
    presence, frequency, repetition = 0.25, 0.5, 1.25
    arrays = {
        "logits": before, "sequence_ids": np.zeros(1, np.int32), "tokens": tokens,
        "positions": np.zeros(3, np.int32), "counts": counts,
        "penalties": np.array([[presence, frequency, repetition]], np.float32),
    }
    got = library.run("apply_penalty_inplace", (1, 1), arrays, count=3)["logits"]
    expected = before.copy()
    lowered = before[0, tokens] - presence - counts * frequency
    expected[0, tokens] = np.where(lowered < 0, lowered * repetition, lowered / repetition)
    np.testing.assert_allclose(got, expected, rtol=1e-6)
