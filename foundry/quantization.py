"""How weights are packed. One layout serves every library of a model, whatever its kernels.

Matrices are stored input-major ("K-major"), so that threads that own neighbouring output rows
read neighbouring words. `K` is the number of inputs, `N` of outputs, and a group is 32 inputs.
"""

from __future__ import annotations

from dataclasses import dataclass

GROUP = 32


@dataclass(frozen=True)
class Packing:
    """The tensors of one quantized matrix: `<name>.q_weight` and a second one for the scales.

    4 bits (GGUF Q4_1): `q_weight` uint32 [K/8, N], bits 4j..4j+3 of entry (i, n) are the code
    of output n, input 8i+j; `q_scale_min` uint32 [K/32, N], low half the scale d, high half the
    minimum m, the block's own bits. weight = code · d + m.

    8 bits (GGUF Q8_0): `q_weight` uint32 [K/4, N], byte j is code + 128; `q_scale` uint32
    [K/64, N], low half the scale of group 2i, high half of group 2i+1. weight = (byte − 128) · d.
    """

    bits: int
    scale_name: str
    groups_per_word: int

    def weight_shape(self, inputs: int, outputs: int) -> tuple[int, int]:
        return inputs * self.bits // 32, outputs

    def scale_shape(self, inputs: int, outputs: int) -> tuple[int, int]:
        if inputs % (GROUP * self.groups_per_word):
            raise ValueError(f"{inputs} inputs do not fill whole {self.bits}-bit groups")
        return inputs // GROUP // self.groups_per_word, outputs


PACKINGS = {
    4: Packing(bits=4, scale_name="q_scale_min", groups_per_word=1),
    8: Packing(bits=8, scale_name="q_scale", groups_per_word=2),
}


@dataclass(frozen=True)
class Quantization:
    """Which packing the linear layers and the embedding of a model use."""

    linear: Packing
    embedding: Packing


QUANTIZATIONS = {
    "q4_1": Quantization(linear=PACKINGS[4], embedding=PACKINGS[8]),
}
