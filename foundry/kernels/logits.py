"""The in-place functions that WebLLM runs on the logits before sampling; names and argument
orders are MLC's. `logits` is float32 [batch, vocabulary]."""

from tvm import tirx
from tvm.tirx.script.builder import ir as T

from .builder import Kernel

THREADS = 256
LOWEST = -3.4e38


def _blocks(count):
    return (count + THREADS - 1) // THREADS


def apply_bitmask(vocabulary: int) -> tirx.PrimFunc:
    """Forbids every token whose bit in the sequence's mask is 0 (grammar-bound output)."""
    with Kernel("apply_bitmask_inplace") as k:
        batch, sequences = k.size("batch", "int32"), k.size("sequences", "int32")
        logits = k.argument("logits", (batch, vocabulary), "float32")
        sequence_ids = k.argument("sequence_ids", (sequences,), "int32")
        mask = k.argument("mask", (batch, (vocabulary + 31) // 32), "int32")
        row = k.register("int32")
        with k.threads(blocks_x=_blocks(sequences * vocabulary), threads_x=THREADS) as (
            block, thread,
        ):
            index = block * THREADS + thread
            token = index % vocabulary
            with k.when(index < sequences * vocabulary):
                row.value = sequence_ids[index // vocabulary]
                bit = (mask[row.value, token // 32] >> (token % 32)) & 1
                with k.when(bit == 0):
                    logits[row.value, token] = T.float32(LOWEST)
    return k.function


def apply_logit_bias(vocabulary: int) -> tirx.PrimFunc:
    """Adds `bias[i]` to the logit of token `tokens[i]` in row `rows[i]`."""
    with Kernel("apply_logit_bias_inplace") as k:
        batch, count = k.size("batch", "int32"), k.size("count", "int32")
        logits = k.argument("logits", (batch, vocabulary), "float32")
        rows = k.argument("rows", (count,), "int32")
        tokens = k.argument("tokens", (count,), "int32")
        bias = k.argument("bias", (count,), "float32")
        with k.threads(blocks_x=_blocks(count), threads_x=THREADS) as (block, thread):
            i = block * THREADS + thread
            with k.when(i < count):
                logits[rows[i], tokens[i]] = logits[rows[i], tokens[i]] + bias[i]
    return k.function


def apply_penalty(vocabulary: int) -> tirx.PrimFunc:
    """Presence, frequency and repetition penalties (columns 0, 1, 2) on tokens seen before."""
    with Kernel("apply_penalty_inplace") as k:
        batch, sequences, count = (k.size(n, "int32") for n in ("batch", "sequences", "count"))
        logits = k.argument("logits", (batch, vocabulary), "float32")
        sequence_ids = k.argument("sequence_ids", (sequences,), "int32")
        positions = k.argument("positions", (count,), "int32")
        tokens = k.argument("tokens", (count,), "int32")
        counts = k.argument("counts", (count,), "int32")
        penalties = k.argument("penalties", (sequences, 3), "float32")
        row, position, logit = k.register("int32"), k.register("int32"), k.register()
        with k.threads(blocks_x=_blocks(count), threads_x=THREADS) as (block, thread):
            i = block * THREADS + thread
            with k.when(i < count):
                position.value = positions[i]
                row.value = sequence_ids[position.value]
                frequency = T.cast(counts[i], "float32") * penalties[position.value, 1]
                logit.value = logits[row.value, tokens[i]] - penalties[position.value, 0]
                logit.value = logit.value - frequency
                repetition = penalties[position.value, 2]
                logits[row.value, tokens[i]] = T.if_then_else(
                    logit.value < T.float32(0), logit.value * repetition, logit.value / repetition
                )
    return k.function
