"""Embedding, rotary embedding, norms, activation, cache append: one value per thread."""

import numpy as np
import pytest

from ..architecture import read_architecture
from .reference import GROUP, half, rotate

HIDDEN, VOCABULARY, INTERMEDIATE = 576, 49152, 1536
HEADS, KEY_HEADS, SIZE = 9, 3, 64


def nan(*shape: int) -> np.ndarray:
    return np.full(shape, np.nan, np.float32)


def gather(library, ids, weight, scales) -> np.ndarray:
    arrays = {"ids": ids, "q_weight": weight, "scales": scales, "y": nan(len(ids), HIDDEN)}
    return library.run("gather_embedding", (9, len(ids)), arrays, tokens=len(ids))["y"]


def test_embedding_rows(library, rng):
    weight = rng.integers(0, 2**32, (HIDDEN // 4, VOCABULARY), dtype=np.uint32)
    bits = rng.uniform(1e-4, 1e-2, (HIDDEN // GROUP, VOCABULARY)).astype(np.float16)
    words = bits.view(np.uint16).astype(np.uint32)
    ids = np.array([0, 1, 17, VOCABULARY - 1, 4321], np.int32)
    got = gather(library, ids, weight, words[0::2] | words[1::2] << np.uint32(16))
    codes = weight[:, ids].T.copy().view(np.uint8).reshape(len(ids), HIDDEN).astype(np.float32)
    expected = (codes - 128) * np.repeat(bits[:, ids].T.astype(np.float32), GROUP, axis=1)
    library.assert_close(got, expected, 0.0)


def test_every_finite_half_is_read_exactly(library):
    """Scales run through all 63,488 of them, the denormals included; every code is 129, so
    that the weight is the scale."""
    every = np.arange(2**16, dtype=np.uint32)
    finite = every[np.isfinite(half(every))]
    count = HIDDEN // GROUP
    table = np.resize(finite, (-(-len(finite) // count), count))
    words = np.zeros((count // 2, VOCABULARY), np.uint32)
    words[:, : len(table)] = (table[:, 0::2] | table[:, 1::2] << np.uint32(16)).T
    weight = np.full((HIDDEN // 4, VOCABULARY), 0x81818181, np.uint32)
    got = gather(library, np.arange(len(table), dtype=np.int32), weight, words)
    np.testing.assert_array_equal(got[:, ::GROUP], half(table))


@pytest.mark.parametrize("tokens", [1, 5])
def test_rms_norm(library, rng, tokens):
    x = library.stored(rng.normal(size=(tokens, HIDDEN)) * 3)
    weight = rng.uniform(0.5, 1.5, HIDDEN).astype(np.float32)
    arrays = {"x": x, "weight": weight, "y": nan(tokens, HIDDEN)}
    got = library.run(f"rms_norm_{HIDDEN}", (tokens, 1), arrays, tokens=tokens)["y"]
    expected = x / np.sqrt((x.astype(np.float64) ** 2).mean(-1, keepdims=True) + 1e-5) * weight
    library.assert_close(got, expected, 1e-6)


def test_swiglu(library, rng):
    x = library.stored(rng.normal(size=(3, 2 * INTERMEDIATE)) * 4)
    arrays = {"x": x, "y": nan(3, INTERMEDIATE)}
    got = library.run(f"swiglu_{INTERMEDIATE}", (24, 3), arrays, tokens=3)["y"]
    gate, up = x[:, :INTERMEDIATE].astype(np.float64), x[:, INTERMEDIATE:]
    library.assert_close(got, gate / (1 + np.exp(-gate)) * up, 1e-6)


def test_last_token(library, rng):
    x = library.stored(rng.normal(size=(7, HIDDEN)))
    arrays = {"x": x, "y": nan(HIDDEN)}
    got = library.run("last_token", (9, 1), arrays, tokens=7, hoisted=7 * HIDDEN)["y"]
    np.testing.assert_array_equal(got, x[-1])


@pytest.mark.parametrize("start", [0, 4000])
def test_rotary_embedding_splits_and_turns(library, rng, start):
    tokens, fused = 6, HEADS + 2 * KEY_HEADS
    theta = read_architecture(library.model).rope_theta
    qkv = library.stored(rng.normal(size=(tokens, fused, SIZE)))
    positions = np.arange(start, start + tokens, dtype=np.int32)
    arrays = {
        "qkv": qkv, "positions": positions, "query": nan(tokens, HEADS, SIZE),
        "key": nan(tokens, KEY_HEADS, SIZE), "value": nan(tokens, KEY_HEADS, SIZE),
    }
    grid = (-(-fused * SIZE // 2 // 64), tokens)
    got = library.run(
        "tir_split_rotary", grid, arrays, turns=1, tokens=tokens, positions_offset=0
    )
    expected = rotate(qkv, positions, theta)
    # float32 knows a frequency to 1e-7, and with it an angle of 4000 to 4e-4.
    tolerance = 1e-6 if start == 0 else 4e-4
    library.assert_close(got["query"], expected[:, :HEADS], tolerance)
    library.assert_close(got["key"], expected[:, HEADS : HEADS + KEY_HEADS], tolerance)
    np.testing.assert_array_equal(got["value"], qkv[:, HEADS + KEY_HEADS :])


def test_cache_append_writes_keys_and_values_to_their_page(library, rng):
    tokens, pages = 5, 4
    key, value = (library.stored(rng.normal(size=(tokens, KEY_HEADS, SIZE))) for _ in range(2))
    positions = np.array([15, 16, 17, 50, -1], np.int32)  # page · 16 + row; -1 is left out
    arrays = {
        "k_data": key, "v_data": value, "position_map": positions,
        "pages": np.zeros((pages, 2, KEY_HEADS, 16, SIZE), np.float32),
    }
    size = tokens * KEY_HEADS * SIZE
    got = library.run(
        "tir_kv_cache_transpose_append", (-(-size // 256), 1), arrays, ntoken=tokens,
        pages_elem_offset=0, position_map_elem_offset=0, hoisted=size,
    )["pages"]
    expected = np.zeros_like(got)
    for token, position in enumerate(positions[:-1]):
        expected[position // 16, 0, :, position % 16] = key[token]
        expected[position // 16, 1, :, position % 16] = value[token]
    np.testing.assert_array_equal(got, expected)
