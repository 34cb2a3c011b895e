"""Prints the digests that dequantize.test.ts expects, from the decoders of llama.cpp's own `gguf` package.

    pip install gguf==0.19.0 && python3 src/formats/gguf/testing/reference_digests.py

Blocks are random bytes from a linear congruential generator; the exponents of half-precision numbers among
them are bounded, so that no value is infinite or NaN.
"""

import hashlib

import numpy as np
from gguf import GGMLQuantizationType, quants

# Bytes per block and where in it half-precision numbers (or the high bytes of bfloat16) end.
TYPES = {
    "BF16": (2, [1]),
    "F16": (2, [1]),
    "Q4_0": (18, [1]),
    "Q4_1": (20, [1, 3]),
    "Q5_0": (22, [1]),
    "Q5_1": (24, [1, 3]),
    "Q8_0": (34, [1]),
    "Q2_K": (84, [81, 83]),
    "Q3_K": (110, [109]),
    "Q4_K": (144, [1, 3]),
    "Q5_K": (176, [1, 3]),
    "Q6_K": (210, [209]),
}
BLOCKS = 64


def random_bytes(count: int) -> np.ndarray:
    state, out = 7, []
    for _ in range(count):
        state = (state * 1664525 + 1013904223) % 2**32
        out.append(state >> 24)
    return np.array(out, dtype=np.uint8)


for name, (size, halves) in TYPES.items():
    blocks = random_bytes(BLOCKS * size).reshape(BLOCKS, size)
    for half in halves:
        blocks[:, half] &= 0xBF
    values = quants.dequantize(blocks, GGMLQuantizationType[name]).astype(np.float32).ravel()
    # Zeros of either sign are the same weight.
    values = values + np.float32(0)
    print(f"['{name}', '{hashlib.sha256(values.tobytes()).hexdigest()}'],")
