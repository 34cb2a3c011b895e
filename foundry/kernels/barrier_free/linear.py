"""Quantized matrix product: each thread owns 4 output columns of up to 4 tokens."""

from __future__ import annotations

from tvm import tirx
from tvm.tirx.script.builder import ir as T

from ...quantization import GROUP
from ..builder import Kernel
from ..linear_shape import LinearShape, linear_arguments

THREADS = 64
COLUMNS = 4
TOKENS = 4


def linear(shape: LinearShape) -> tirx.PrimFunc:
    if shape.outputs % COLUMNS:
        raise ValueError(f"{shape.outputs} outputs are no multiple of {COLUMNS}")
    stride = shape.outputs // COLUMNS  # a thread's columns lie apart: a workgroup reads runs
    rows = TOKENS if shape.tokens is None else shape.tokens

    with Kernel(shape.name, private=True) as k:
        arguments = linear_arguments(k, shape)
        matrix, tokens = arguments.matrix, arguments.tokens
        sums = k.local(rows * COLUMNS)
        scale, minimum = k.local(COLUMNS), k.local(COLUMNS)
        word = k.local(COLUMNS, "uint32")
        activation = k.local(rows)
        weight, product = k.register(), k.register()

        with k.threads(
            blocks_y=(tokens + rows - 1) // rows,
            blocks_x=(stride + THREADS - 1) // THREADS,
            threads_x=THREADS,
        ) as (block_y, block_x, thread):
            first = block_x * THREADS + thread
            for i in range(rows * COLUMNS):
                sums[i] = T.float32(0)
            with k.when(first < stride), k.loop(shape.inputs // GROUP) as group:
                for c in range(COLUMNS):
                    word[c] = matrix.scale_word(group, first + c * stride)
                    scale[c] = matrix.scale(word[c])
                    minimum[c] = matrix.minimum(word[c], scale[c])
                with k.loop(matrix.words_per_group) as step:
                    row = group * matrix.words_per_group + step
                    for c in range(COLUMNS):
                        word[c] = matrix.weight[row, first + c * stride]
                    for i in range(matrix.codes_per_word):
                        for r in range(rows):
                            # Past the last token the last one is computed again, not stored.
                            token = T.min(block_y * rows + r, tokens - 1)
                            column = row * matrix.codes_per_word + i
                            activation[r] = T.cast(arguments.x[0, token, column], "float32")
                        for c in range(COLUMNS):
                            weight.value = matrix.code(word[c], i) * scale[c]
                            weight.value = weight.value + minimum[c]
                            for r in range(rows):
                                product.value = activation[r] * weight.value
                                sums[r * COLUMNS + c] = sums[r * COLUMNS + c] + product.value
            with k.when(first < stride):
                for r in range(rows):
                    token = block_y * rows + r
                    with k.when(token < tokens):
                        for c in range(COLUMNS):
                            arguments.store(token, first + c * stride, sums[r * COLUMNS + c])
    return k.function
