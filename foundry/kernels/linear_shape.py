"""What a linear layer's kernel is asked to compute, and its arguments."""

from __future__ import annotations

from dataclasses import dataclass

from tvm.tirx.script.builder import ir as T

from .builder import Array, Expression, Kernel
from .dequantize import PackedMatrix, packed_matrix


@dataclass(frozen=True)
class LinearShape:
    """`y[m, n] = x[m, k] · W[k, n]`, with `residual[m, n]` or `bias[n]` added where asked.

    `tokens` is None where the number of rows is known only at run time (prefill), else that
    number (decode: 1). `bits` per weight decides the packing, see `quantization.py`. `dtype`
    is that of x and residual, `output_dtype` that of y; sums are kept in float32.
    """

    inputs: int
    outputs: int
    bits: int
    tokens: int | None
    dtype: str
    output_dtype: str
    residual: bool = False
    bias: bool = False

    @property
    def name(self) -> str:
        suffix = "_residual" if self.residual else "_bias" if self.bias else ""
        phase = "prefill" if self.tokens is None else "decode"
        return f"linear_{phase}_q{self.bits}_{self.inputs}_{self.outputs}{suffix}"


@dataclass(frozen=True)
class LinearArguments:
    """x, q_weight, scales, [residual | bias], y, in this order."""

    tokens: Expression | int
    x: Array
    matrix: PackedMatrix
    residual: Array | None
    bias: Array | None
    y: Array
    output_dtype: str

    def store(self, token: Expression, column: Expression, total: Expression) -> None:
        """Writes one finished sum, with what has to be added to it."""
        if self.residual is not None:
            total = total + T.cast(self.residual[0, token, column], "float32")
        if self.bias is not None:
            total = total + self.bias[column]
        self.y[0, token, column] = T.cast(total, self.output_dtype)


def linear_arguments(k: Kernel, shape: LinearShape) -> LinearArguments:
    tokens = k.size("tokens") if shape.tokens is None else shape.tokens
    x = k.argument("x", (1, tokens, shape.inputs), shape.dtype)
    matrix = packed_matrix(k, shape.inputs, shape.outputs, shape.bits)
    rows = (1, tokens, shape.outputs)
    residual = k.argument("residual", rows, shape.dtype) if shape.residual else None
    bias = k.argument("bias", (shape.outputs,), "float32") if shape.bias else None
    y = k.argument("y", rows, shape.output_dtype)
    return LinearArguments(tokens, x, matrix, residual, bias, y, shape.output_dtype)
