"""Quantized matrix product: a tiled one for prefill, a split sum per column for decode."""

from __future__ import annotations

from tvm import tirx
from tvm.tirx.script.builder import ir as T

from ...quantization import GROUP
from ..builder import Kernel
from ..linear_shape import LinearShape, linear_arguments

TILE_TOKENS = 32
TILE_COLUMNS = 64
PER_THREAD = 4
"""A thread owns 4 × 4 outputs of the tile."""
ACROSS = TILE_COLUMNS // PER_THREAD
THREADS = TILE_TOKENS * TILE_COLUMNS // PER_THREAD**2

DECODE_COLUMNS = 32
MOST_SLICES = 8


def linear(shape: LinearShape) -> tirx.PrimFunc:
    return _prefill(shape) if shape.tokens is None else _decode(shape)


def _prefill(shape: LinearShape) -> tirx.PrimFunc:
    """One step of the outer loop unpacks one group of 32 inputs for 64 columns."""
    if shape.outputs % TILE_COLUMNS:
        raise ValueError(f"{shape.outputs} outputs are no multiple of {TILE_COLUMNS}")
    with Kernel(shape.name, private=True) as k:
        arguments = linear_arguments(k, shape)
        matrix, tokens = arguments.matrix, arguments.tokens
        # One column more than needed: threads of a warp then read from different banks.
        x_tile = k.tile(TILE_TOKENS, GROUP, padding=1)
        weight_tile = k.tile(GROUP, TILE_COLUMNS)
        sums = k.local(PER_THREAD**2)
        activation, weight = k.local(PER_THREAD), k.local(PER_THREAD)
        word = k.register("uint32")
        scale, minimum = k.register(), k.register()

        with k.threads(
            blocks_y=(tokens + TILE_TOKENS - 1) // TILE_TOKENS,
            blocks_x=shape.outputs // TILE_COLUMNS,
            threads_x=THREADS,
        ) as (block_y, block_x, thread):
            across, down = thread % ACROSS, thread // ACROSS
            for i in range(PER_THREAD**2):
                sums[i] = T.float32(0)
            with k.loop(shape.inputs // GROUP) as group:
                for i in range(TILE_TOKENS * GROUP // THREADS):
                    row = thread // GROUP + i * (THREADS // GROUP)
                    token = T.min(block_y * TILE_TOKENS + row, tokens - 1)
                    value = arguments.x[0, token, group * GROUP + thread % GROUP]
                    x_tile[row, thread % GROUP] = T.cast(value, "float32")

                column = block_x * TILE_COLUMNS + thread % TILE_COLUMNS
                word.value = matrix.scale_word(group, column)
                scale.value = matrix.scale(word.value)
                minimum.value = matrix.minimum(word.value, scale.value)
                share = matrix.words_per_group * TILE_COLUMNS // THREADS
                for i in range(share):
                    row = thread // TILE_COLUMNS * share + i
                    word.value = matrix.weight[group * matrix.words_per_group + row, column]
                    for j in range(matrix.codes_per_word):
                        value = matrix.code(word.value, j) * scale.value + minimum.value
                        weight_tile[row * matrix.codes_per_word + j, thread % TILE_COLUMNS] = value
                k.barrier()
                with k.loop(GROUP) as i:
                    for r in range(PER_THREAD):
                        activation[r] = x_tile[down * PER_THREAD + r, i]
                    for c in range(PER_THREAD):
                        weight[c] = weight_tile[i, across + c * ACROSS]
                    for r in range(PER_THREAD):
                        for c in range(PER_THREAD):
                            at = r * PER_THREAD + c
                            sums[at] = sums[at] + activation[r] * weight[c]
                k.barrier()
            for r in range(PER_THREAD):
                token = block_y * TILE_TOKENS + down * PER_THREAD + r
                with k.when(token < tokens):
                    for c in range(PER_THREAD):
                        column = block_x * TILE_COLUMNS + across + c * ACROSS
                        arguments.store(token, column, sums[r * PER_THREAD + c])
    return k.function


def _decode(shape: LinearShape) -> tirx.PrimFunc:
    """A workgroup owns 32 columns; its rows of threads share the inputs group by group."""
    if shape.outputs % DECODE_COLUMNS or shape.tokens != 1:
        raise ValueError(f"{shape.name}: one token, and outputs a multiple of {DECODE_COLUMNS}")
    groups = shape.inputs // GROUP
    slices = max(n for n in range(1, MOST_SLICES + 1) if groups % n == 0)
    with Kernel(shape.name, private=True) as k:
        arguments = linear_arguments(k, shape)
        matrix = arguments.matrix
        parts = k.tile(slices, DECODE_COLUMNS)
        total, partial, activation_sum = k.register(), k.register(), k.register()
        scale, activation = k.register(), k.register()
        word, codes = k.register("uint32"), k.register("uint32")

        with k.threads(
            blocks_x=shape.outputs // DECODE_COLUMNS, threads_x=DECODE_COLUMNS * slices
        ) as (block, thread):
            part = thread // DECODE_COLUMNS
            column = block * DECODE_COLUMNS + thread % DECODE_COLUMNS
            total.value = T.float32(0)
            with k.loop(groups // slices) as step:
                group = step * slices + part
                partial.value = T.float32(0)
                activation_sum.value = T.float32(0)
                for i in range(matrix.words_per_group):
                    row = group * matrix.words_per_group + i
                    codes.value = matrix.weight[row, column]
                    for j in range(matrix.codes_per_word):
                        value = arguments.x[0, 0, row * matrix.codes_per_word + j]
                        activation.value = T.cast(value, "float32")
                        activation_sum.value = activation_sum.value + activation.value
                        product = activation.value * matrix.code(codes.value, j)
                        partial.value = partial.value + product
                # Σ x·(code·d + m) = d·Σ x·code + m·Σ x
                word.value = matrix.scale_word(group, column)
                scale.value = matrix.scale(word.value)
                minimum = matrix.minimum(word.value, scale.value)
                total.value = (
                    total.value + partial.value * scale.value + activation_sum.value * minimum
                )
            parts[part, thread % DECODE_COLUMNS] = total.value
            k.barrier()
            total.value = T.float32(0)
            for i in range(slices):
                total.value = total.value + parts[i, thread % DECODE_COLUMNS]
            with k.when(part == 0):
                arguments.store(0, column, total.value)
    return k.function
