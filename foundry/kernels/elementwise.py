"""Kernels with one thread per output element; the same in every kernel set."""

from tvm import tirx
from tvm.tirx.script.builder import ir as T

from ..quantization import GROUP, PACKINGS
from .builder import Kernel
from .half import low_half

THREADS = 64


def _blocks(count):
    return (count + THREADS - 1) // THREADS


def gather_embedding(size: int, vocabulary: int, dtype: str) -> tirx.PrimFunc:
    """Row `ids[t]` of the 8-bit embedding, dequantized, for every token t."""
    packing = PACKINGS[8]
    with Kernel("gather_embedding", private=True) as k:
        tokens = k.size("tokens")
        ids = k.argument("ids", (tokens,), "int32")
        weight = k.argument("q_weight", packing.weight_shape(size, vocabulary), "uint32")
        scales = k.argument("scales", packing.scale_shape(size, vocabulary), "uint32")
        y = k.argument("y", (tokens, size), dtype)
        word = k.register("uint32")
        with k.threads(blocks_y=tokens, blocks_x=_blocks(size), threads_x=THREADS) as (
            token, block, thread,
        ):
            i = block * THREADS + thread
            with k.when(i < size):
                group = i // GROUP
                word.value = scales[group // 2, ids[token]]
                half = T.cast(group % 2, "uint32") * T.uint32(16)
                word.value = (word.value >> half) & T.uint32(0xFFFF)
                shift = T.cast(i % 4, "uint32") * T.uint32(8)
                byte = (weight[i // 4, ids[token]] >> shift) & T.uint32(0xFF)
                code = T.cast(byte, "float32") - T.float32(128)
                y[token, i] = T.cast(code * low_half(word.value), dtype)
    return k.function


def swiglu(size: int, dtype: str) -> tirx.PrimFunc:
    """`silu(gate) · up`, where a row of x is gate then up, each of `size`."""
    with Kernel(f"swiglu_{size}", private=True) as k:
        tokens = k.size("tokens")
        x = k.argument("x", (1, tokens, 2 * size), dtype)
        y = k.argument("y", (1, tokens, size), dtype)
        with k.threads(blocks_y=tokens, blocks_x=_blocks(size), threads_x=THREADS) as (
            token, block, thread,
        ):
            i = block * THREADS + thread
            with k.when(i < size):
                gate = T.cast(x[0, token, i], "float32")
                up = T.cast(x[0, token, size + i], "float32")
                y[0, token, i] = T.cast(gate / (T.float32(1) + T.exp(-gate)) * up, dtype)
    return k.function


def last_token(size: int, dtype: str) -> tirx.PrimFunc:
    """The last row of x: after a prefill only its logits are wanted."""
    with Kernel("last_token", private=True) as k:
        tokens = k.size("tokens")
        x = k.argument("x", (1, tokens, size), dtype)
        y = k.argument("y", (1, 1, size), dtype)
        with k.threads(blocks_x=_blocks(size), threads_x=THREADS) as (block, thread):
            i = block * THREADS + thread
            with k.when(i < size):
                y[0, 0, i] = x[0, tokens - 1, i]
    return k.function
