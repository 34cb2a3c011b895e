"""Merging the attention over the chunk with the attention over the history."""

from tvm import tirx
from tvm.tirx.script.builder import ir as T

from .attention_shape import AttentionShape
from .builder import Kernel

THREADS = 32


def merge_state(shape: AttentionShape) -> tirx.PrimFunc:
    """Replaces (output, log_sum) by the softmax-weighted mean of the two attentions.

    One thread per token and head. TVM's own kernel lets the threads of one head read and
    rewrite the same log_sum without a barrier, which gave wrong results after any history.
    """
    heads, size, dtype = shape.query_heads, shape.head_size, shape.dtype
    with Kernel("tir_attention_merge_state") as k:
        tokens = k.size("tokens", "int32")
        output = k.argument("output", (tokens, heads, size), dtype)
        log_sum = k.argument("log_sum", (tokens, heads), "float32")
        other_output = k.argument("other_output", (tokens, heads, size), dtype)
        other_log_sum = k.argument("other_log_sum", (tokens, heads), "float32")
        highest, weight, other_weight = k.register(), k.register(), k.register()
        blocks = (tokens * heads + THREADS - 1) // THREADS
        with k.threads(blocks_x=blocks, threads_x=THREADS) as (block, thread):
            index = block * THREADS + thread
            token, head = index // heads, index % heads
            with k.when(index < tokens * heads):
                highest.value = T.max(log_sum[token, head], other_log_sum[token, head])
                weight.value = T.exp2(log_sum[token, head] - highest.value)
                other_weight.value = T.exp2(other_log_sum[token, head] - highest.value)
                total = weight.value + other_weight.value
                log_sum[token, head] = highest.value + T.log2(total)
                with k.loop(size) as i:
                    mixed = (
                        T.cast(output[token, head, i], "float32") * weight.value
                        + T.cast(other_output[token, head, i], "float32") * other_weight.value
                    )
                    output[token, head, i] = T.cast(mixed / total, dtype)
    return k.function
