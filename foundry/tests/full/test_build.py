"""The foundry itself: another architecture is only data, and compiling twice gives equal bytes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ...architecture import Architecture
from ...compile import compile_objects
from ...kernels.kernel_set import KERNEL_SETS
from ...model import Build
from ...quantization import QUANTIZATIONS
from ...wgsl import extract_shaders
from ..conftest import Library
from ..device import Device
from ..reference import random_packed

# Qwen2's particulars: a bias on queries, keys and values, and 7 query heads to one key head.
QWEN2_LIKE = Architecture(
    hidden_size=448, layers=2, query_heads=7, key_heads=1, head_size=64, intermediate_size=512,
    vocabulary=1024, rope_theta=1e6, norm_epsilon=1e-6, attention_bias=True,
    context_window=1024, prefill_chunk=128,
)  # fmt: skip


def build(kernels: str, architecture: Architecture = QWEN2_LIKE) -> Build:
    return Build(architecture, QUANTIZATIONS["q4_1"], KERNEL_SETS[kernels], "float32")


@pytest.mark.parametrize("kernels", list(KERNEL_SETS))
def test_another_architecture_with_attention_bias(tmp_path, rng, kernels):
    objects = compile_objects(build(kernels), "q4_1", tmp_path)
    shaders = {}
    for file in objects:
        if b"@compute" in file.read_bytes():
            shaders |= extract_shaders(file)
    library = Library("qwen2-like", kernels, "f32", shaders, Device(half=False))
    inputs, outputs = 448, (7 + 2) * 64
    weight, scales, values = random_packed(rng, inputs, outputs, 4)
    bias = rng.normal(size=outputs).astype(np.float32)
    for phase, tokens in (("prefill", 5), ("decode", 1)):
        x = rng.normal(size=(tokens, inputs)).astype(np.float32)
        arrays = {
            "x": x, "q_weight": weight, "scales": scales, "bias": bias,
            "y": np.zeros((tokens, outputs), np.float32),
        }
        name = f"linear_{phase}_q4_{inputs}_{outputs}_bias"
        grid = library.linear_grid(phase, tokens, outputs)
        got = library.run(name, grid, arrays, tokens=tokens)["y"]
        library.assert_close(got, x @ values + bias, 1e-5)


def test_compiling_twice_gives_equal_bytes(tmp_path):
    first, second = (
        [file.read_bytes() for file in compile_objects(build("tiled"), "q4_1", tmp_path / name)]
        for name in ("first", "second")
    )
    assert first == second


def test_a_shape_that_does_not_fill_tiles_is_refused(tmp_path):
    odd = replace(QWEN2_LIKE, intermediate_size=528)
    with pytest.raises(ValueError, match="multiple|whole"):
        compile_objects(build("tiled", odd), "q4_1", tmp_path)
