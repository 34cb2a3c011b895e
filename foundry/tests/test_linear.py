"""The quantized matrix products, at the shapes that the model uses."""

import re

import numpy as np

from .reference import random_packed

SHADER = re.compile(r"linear_(prefill|decode)_q(\d)_(\d+)_(\d+)(_residual)?")


def check(library, rng, name: str, tokens: int) -> None:
    phase, bits, inputs, outputs, residual = SHADER.fullmatch(name).groups()
    inputs, outputs = int(inputs), int(outputs)
    weight, scales, values = random_packed(rng, inputs, outputs, int(bits))
    x = library.stored(rng.normal(size=(tokens, inputs)))
    added = library.stored(rng.normal(size=(tokens, outputs)))
    arrays = {
        "x": x, "q_weight": weight, "scales": scales, "residual": added,
        "y": np.full((tokens, outputs), np.nan, np.float32),
    }
    grid = library.linear_grid(phase, tokens, outputs)
    result = library.run(name, grid, arrays, tokens=tokens)["y"]
    expected = x.astype(np.float64) @ values + (added if residual else 0)
    library.assert_close(result, expected, 1e-5)


def shaders(library, phase: str) -> list[str]:
    return [name for name in library.shaders if name.startswith(f"linear_{phase}")]


def test_decode(library, rng):
    names = shaders(library, "decode")
    assert len(names) == 5
    for name in names:
        check(library, rng, name, tokens=1)


def test_prefill_of_whole_and_ragged_tiles(library, rng):
    names = shaders(library, "prefill")
    assert len(names) == 4
    for name in names:
        for tokens in (1, 32, 37):
            check(library, rng, name, tokens)
