"""Splitting the fused projection into queries, keys and values, and turning the first two."""

from __future__ import annotations

import math
import struct

from tvm import tirx
from tvm.tirx.script.builder import ir as T

from .attention_shape import AttentionShape
from .builder import Expression, Kernel

THREADS = 64


def split_rotary(shape: AttentionShape, theta: float) -> tirx.PrimFunc:
    """Arguments as the KV cache passes them: qkv, positions, query, key, value, whether to turn.

    Pair (i, i + d/2) of a head turns by position · theta^(−2i/d), as in Hugging Face's Llama.
    """
    heads, key_heads, size = shape.query_heads, shape.key_heads, shape.head_size
    half = size // 2
    with Kernel("tir_split_rotary") as k:
        tokens = k.size("tokens", "int32")
        fused = k.argument("qkv", (tokens, heads + 2 * key_heads, size), shape.dtype)
        positions = k.argument("positions", (tokens,), "int32", "int32")
        query = k.argument("query", (tokens, heads, size), shape.dtype)
        key = k.argument("key", (tokens, key_heads, size), shape.dtype)
        value = k.argument("value", (tokens, key_heads, size), shape.dtype)
        turns = k.value("turns", "int64")
        angle, sine, cosine = k.register(), k.register(), k.register()
        low, high = k.register(), k.register()
        pairs = (heads + 2 * key_heads) * half
        with k.threads(
            blocks_y=tokens, blocks_x=(pairs + THREADS - 1) // THREADS, threads_x=THREADS
        ) as (token, block, thread):
            pair = block * THREADS + thread
            head, i = pair // half, pair % half
            with k.when(pair < pairs):
                low.value = T.cast(fused[token, head, i], "float32")
                high.value = T.cast(fused[token, head, i + half], "float32")
                with k.when(head >= heads + key_heads):
                    value[token, head - heads - key_heads, i] = fused[token, head, i]
                    value[token, head - heads - key_heads, i + half] = fused[token, head, i + half]
                with k.when(head < heads + key_heads):
                    exponent = T.cast(i, "float32") * _exact(-math.log2(theta) / half)
                    position = T.cast(positions[token], "float32")
                    angle.value = T.if_then_else(
                        turns > 0, position * T.exp2(exponent), T.float32(0)
                    )
                    _sine_and_cosine(k, angle.value, sine, cosine)
                    turned = low.value * cosine.value - high.value * sine.value
                    first = T.cast(turned, shape.dtype)
                    turned = high.value * cosine.value + low.value * sine.value
                    second = T.cast(turned, shape.dtype)
                    with k.when(head < heads):
                        query[token, head, i] = first
                        query[token, head, i + half] = second
                    with k.when(head >= heads):
                        key[token, head - heads, i] = first
                        key[token, head - heads, i + half] = second
    return k.function


def _sine_and_cosine(k: Kernel, angle: Expression, sine, cosine) -> None:
    """Sine and cosine of an angle in [0, 8192], to 2·10⁻⁷.

    WGSL's own are good to 5·10⁻⁴ and only between −π and π, and a position in the thousands
    is far outside. The angle is reduced by quarter turns, with π/2 in three parts of few
    enough bits that the products are exact; polynomials from the Cephes library.
    """
    quarter, rest, square = k.register(), k.register(), k.register()
    s, c = k.register(), k.register()
    quadrant = k.register("int32")
    quarter.value = T.floor(angle * _exact(2 / math.pi) + T.float32(0.5))
    rest.value = angle - quarter.value * _exact(1.5703125)
    rest.value = rest.value - quarter.value * _exact(4.837512969970703125e-4)
    rest.value = rest.value - quarter.value * _exact(7.54978995489188216e-8)
    square.value = rest.value * rest.value
    s.value = _exact(-1.9515295891e-4) * square.value + _exact(8.3321608736e-3)
    s.value = (s.value * square.value - _exact(1.6666654611e-1)) * square.value
    s.value = s.value * rest.value + rest.value
    c.value = _exact(2.443315711809948e-5) * square.value - _exact(1.388731625493765e-3)
    c.value = (c.value * square.value + _exact(4.166664568298827e-2)) * square.value
    c.value = c.value * square.value - T.float32(0.5) * square.value + T.float32(1)
    quadrant.value = T.cast(quarter.value, "int32") % 4
    swapped = quadrant.value % 2 == 1
    sine.value = T.Select(swapped, c.value, s.value)
    cosine.value = T.Select(swapped, s.value, c.value)
    sine.value = T.Select(quadrant.value >= 2, -sine.value, sine.value)
    negative = T.Or(quadrant.value == 1, quadrant.value == 2)
    cosine.value = T.Select(negative, -cosine.value, cosine.value)


def _exact(value: float) -> Expression:
    """A float32 constant by its bits: TVM prints constants with seven digits only."""
    (bits,) = struct.unpack("<I", struct.pack("<f", value))
    return T.reinterpret("float32", tirx.const(bits, "uint32"))
