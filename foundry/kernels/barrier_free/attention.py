"""Attention with one thread per (query token, head), softmax computed online."""

from __future__ import annotations

from tvm import tirx
from tvm.tirx.script.builder import ir as T

from ..attention_shape import (
    LOG2_E,
    LOWEST,
    PAGE,
    AttentionArguments,
    AttentionShape,
    decode_arguments,
    prefill_paged_arguments,
    prefill_ragged_arguments,
)
from ..builder import Expression, Kernel

DECODE_THREADS = 4
PREFILL_THREADS = 16


def attention_decode(shape: AttentionShape) -> tirx.PrimFunc:
    with Kernel("tir_attention_decode") as k:
        arguments = decode_arguments(k, shape)
        blocks = (shape.query_heads + DECODE_THREADS - 1) // DECODE_THREADS
        with k.threads(
            blocks_x=arguments.query_count, blocks_y=blocks, threads_x=DECODE_THREADS
        ) as (token, block, thread):
            head = block * DECODE_THREADS + thread
            with k.when(head < shape.query_heads):
                _attend(k, shape, arguments, token, head)
    return k.function


def attention_prefill_ragged(shape: AttentionShape) -> tirx.PrimFunc:
    with Kernel("tir_attention_prefill_ragged") as k:
        _prefill(k, shape, prefill_ragged_arguments(k, shape))
    return k.function


def attention_prefill_paged(shape: AttentionShape) -> tirx.PrimFunc:
    with Kernel("tir_attention_prefill") as k:
        _prefill(k, shape, prefill_paged_arguments(k, shape))
    return k.function


def _prefill(k: Kernel, shape: AttentionShape, arguments: AttentionArguments) -> None:
    blocks = (arguments.query_count + PREFILL_THREADS - 1) // PREFILL_THREADS
    with k.threads(
        blocks_x=blocks, blocks_y=shape.query_heads, threads_x=PREFILL_THREADS
    ) as (block, head, thread):
        token = block * PREFILL_THREADS + thread
        with k.when(token < arguments.query_count):
            _attend(k, shape, arguments, token, head)


def _attend(
    k: Kernel,
    shape: AttentionShape,
    arguments: AttentionArguments,
    token: Expression,
    head: Expression,
) -> None:
    """One query against all the keys it may see, in one pass over keys and values."""
    size = shape.head_size
    query, output = k.local(size), k.local(size)
    highest, new_highest, total = k.register(), k.register(), k.register()
    score, decay, product = k.register(), k.register(), k.register()
    visible, page = k.register("int32"), k.register("int32")
    key_head = head // shape.heads_per_key

    visible.value = arguments.key_count
    if arguments.causal is not None:
        # The last query sees every key.
        limit = arguments.key_count - arguments.query_count + token + 1
        visible.value = T.if_then_else(arguments.causal > 0, limit, visible.value)
    highest.value = T.float32(LOWEST)
    total.value = T.float32(0)
    with k.loop(size) as i:
        query[i] = T.cast(arguments.query[token, head, i], "float32")
        query[i] = query[i] * arguments.scale * T.float32(LOG2_E)
        output[i] = T.float32(0)

    with k.loop(visible.value) as position:
        if arguments.pages is not None:
            page.value = arguments.page_table[arguments.first_page + position // PAGE]

            def element(which: int, i: Expression) -> Expression:
                return arguments.pages[page.value, which, key_head, position % PAGE, i]
        else:

            def element(which: int, i: Expression) -> Expression:
                return (arguments.key, arguments.value)[which][position, key_head, i]

        score.value = T.float32(0)
        with k.loop(size) as i:
            product.value = query[i] * T.cast(element(0, i), "float32")
            score.value = score.value + product.value
        new_highest.value = T.max(highest.value, score.value)
        decay.value = T.exp2(highest.value - new_highest.value)
        score.value = T.exp2(score.value - new_highest.value)
        total.value = total.value * decay.value
        total.value = total.value + score.value
        with k.loop(size) as i:
            product.value = score.value * T.cast(element(1, i), "float32")
            output[i] = output[i] * decay.value
            output[i] = output[i] + product.value
        highest.value = new_highest.value

    # A query that sees nothing weighs nothing in the merge: log_sum stays far below any other.
    total.value = T.max(total.value, T.float32(1e-30))
    with k.loop(size) as i:
        arguments.output[token, head, i] = T.cast(output[i] / total.value, shape.dtype)
    arguments.log_sum[token, head] = highest.value + T.log2(total.value)
