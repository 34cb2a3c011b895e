"""What the kernels ought to compute, in numpy and float32 or better."""

from __future__ import annotations

import numpy as np

GROUP = 32


def random_half_bits(rng: np.random.Generator, shape, low: float, high: float) -> np.ndarray:
    """Bits, as uint32, of random half floats in [low, high)."""
    return rng.uniform(low, high, shape).astype(np.float16).view(np.uint16).astype(np.uint32)


def half(bits: np.ndarray) -> np.ndarray:
    """Half floats in the low 16 bits of each uint32, as float32."""
    return (bits & 0xFFFF).astype(np.uint16).view(np.float16).astype(np.float32)


def random_packed(rng: np.random.Generator, inputs: int, outputs: int, bits: int):
    """A random packed matrix: (q_weight, scales, the weights as float32 [inputs, outputs])."""
    per_word = 32 // bits
    weight = rng.integers(0, 2**32, (inputs // per_word, outputs), dtype=np.uint32)
    shifts = np.arange(per_word, dtype=np.uint32) * np.uint32(bits)
    codes = (weight[:, None, :] >> shifts[:, None]) & np.uint32(2**bits - 1)
    codes = codes.reshape(inputs // GROUP, GROUP, outputs).astype(np.float32)
    scale = random_half_bits(rng, (inputs // GROUP, outputs), 1e-3, 2e-2)
    if bits == 4:
        minimum = random_half_bits(rng, (inputs // GROUP, outputs), -0.2, 0.0)
        scales = scale | minimum << np.uint32(16)
        values = codes * half(scale)[:, None] + half(minimum)[:, None]
    else:
        scales = scale[0::2] | scale[1::2] << np.uint32(16)
        values = (codes - 128) * half(scale)[:, None]
    return weight, scales, values.reshape(inputs, outputs)


def attention(query, key, value, visible) -> tuple[np.ndarray, np.ndarray]:
    """Softmax attention and the base-2 log of the sum of exponentials, in float64.

    query [n, heads, d]; key, value [m, key heads, d]; visible bool [n, m].
    """
    heads_per_key = query.shape[1] // key.shape[1]
    key, value = (np.repeat(a.astype(np.float64), heads_per_key, axis=1) for a in (key, value))
    scores = np.einsum("qhd,khd->qhk", query.astype(np.float64), key) / np.sqrt(query.shape[2])
    scores = np.where(visible[:, None], scores, -np.inf)
    highest = scores.max(-1, keepdims=True)
    weights = np.exp(scores - highest)
    total = weights.sum(-1, keepdims=True)
    output = np.einsum("qhk,khd->qhd", weights / total, value)
    return output, ((highest + np.log(total)) / np.log(2))[..., 0]


def rotate(x: np.ndarray, positions: np.ndarray, theta: float) -> np.ndarray:
    """Rotary embedding of x [tokens, heads, d], halves split as in Hugging Face's Llama."""
    half_size = x.shape[2] // 2
    frequencies = theta ** (-np.arange(half_size) / half_size)
    angles = positions[:, None].astype(np.float64) * frequencies
    cos, sin = np.cos(angles)[:, None], np.sin(angles)[:, None]
    a, b = x[..., :half_size], x[..., half_size:]
    return np.concatenate([a * cos - b * sin, b * cos + a * sin], axis=-1)
