"""Unpacking the weights layout of `quantization.py` inside a kernel."""

from __future__ import annotations

from dataclasses import dataclass

from tvm.tirx.script.builder import ir as T

from ..quantization import GROUP, PACKINGS
from .builder import Array, Expression, Kernel
from .half import high_half, low_half


@dataclass(frozen=True)
class PackedMatrix:
    """A packed matrix argument. A word holds `codes_per_word` codes of one output column."""

    weight: Array
    scales: Array
    bits: int

    @property
    def codes_per_word(self) -> int:
        return 32 // self.bits

    @property
    def words_per_group(self) -> int:
        return GROUP // self.codes_per_word

    def scale_word(self, group: Expression, column: Expression) -> Expression:
        """The uint32 that `scale_and_minimum` decodes, moved so that the scale is its low half."""
        if self.bits == 4:
            return self.scales[group, column]
        half = T.cast(group % 2, "uint32") * T.uint32(16)
        return (self.scales[group // 2, column] >> half) & T.uint32(0xFFFF)

    def scale(self, word: Expression) -> Expression:
        return low_half(word)

    def minimum(self, word: Expression, scale: Expression) -> Expression:
        """What a code of 0 stands for; `scale` is the decoded scale of the same group."""
        return high_half(word) if self.bits == 4 else scale * T.float32(-128)

    def code(self, word: Expression, index: int) -> Expression:
        """Code `index` of a weight word, as float32."""
        mask = T.uint32((1 << self.bits) - 1)
        return T.cast((word >> T.uint32(index * self.bits)) & mask, "float32")


def packed_matrix(k: Kernel, inputs: int, outputs: int, bits: int) -> PackedMatrix:
    """Declares the kernel's next two arguments, `q_weight` and `scales`."""
    packing = PACKINGS[bits]
    weight = k.argument("q_weight", packing.weight_shape(inputs, outputs), "uint32")
    scales = k.argument("scales", packing.scale_shape(inputs, outputs), "uint32")
    return PackedMatrix(weight, scales, bits)
