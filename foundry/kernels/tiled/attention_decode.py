"""Attention of one query token: one workgroup per head goes through the pages tile by tile."""

from __future__ import annotations

from tvm import tirx
from tvm.tirx.script.builder import ir as T

from ..attention_shape import LOG2_E, LOWEST, PAGE, AttentionShape, decode_arguments
from ..builder import Kernel

THREADS = 256
TILE = 64
"""Positions per tile."""
PER_POSITION = THREADS // TILE


def attention_decode(shape: AttentionShape) -> tirx.PrimFunc:
    """Each tile has two halves: 4 threads per position make its score; then the threads form
    slices as wide as a head, and each slice adds up the values of its share of positions with
    a softmax state of its own. The slices are merged at the end.
    """
    size = shape.head_size
    if THREADS % size or size % PER_POSITION:
        raise ValueError(f"a head of {size} does not divide {THREADS} threads")
    slices = THREADS // size
    share = TILE // slices
    with Kernel("tir_attention_decode") as k:
        arguments = decode_arguments(k, shape)
        pages, table = arguments.pages, arguments.page_table
        query = k.shared(size)
        partial, scores = k.tile(TILE, PER_POSITION), k.shared(TILE)
        outputs = k.tile(slices, size)
        state_highest, state_total = k.tile(slices, size), k.tile(slices, size)
        count = k.register("int32")
        position, page = k.register("int32"), k.register("int32")
        highest, new_highest, total = k.register(), k.register(), k.register()
        output, decay, score = k.register(), k.register(), k.register()

        with k.threads(
            blocks_x=arguments.query_count, blocks_y=shape.query_heads, threads_x=THREADS
        ) as (token, head, thread):
            key_head = head // shape.heads_per_key
            lane, part = thread // PER_POSITION, thread % PER_POSITION
            piece, column = thread // size, thread % size
            count.value = arguments.key_count
            scale = arguments.scale * T.float32(LOG2_E)
            with k.when(thread < size):
                query[thread] = T.cast(arguments.query[token, head, thread], "float32") * scale
            highest.value = T.float32(LOWEST)
            total.value = T.float32(0)
            output.value = T.float32(0)
            k.barrier()
            with k.loop((count.value + TILE - 1) // TILE) as tile:
                # Past the end the last position is read again, and then given no weight.
                position.value = T.min(tile * TILE + lane, count.value - 1)
                page.value = table[arguments.first_page + position.value // PAGE]
                score.value = T.float32(0)
                with k.loop(size // PER_POSITION) as i:
                    at = i * PER_POSITION + part
                    key = pages[page.value, 0, key_head, position.value % PAGE, at]
                    score.value = score.value + query[at] * T.cast(key, "float32")
                partial[lane, part] = score.value
                k.barrier()
                score.value = T.float32(0)
                for i in range(PER_POSITION):
                    score.value = score.value + partial[lane, i]
                with k.when(part == 0):
                    scores[lane] = score.value
                k.barrier()

                first = tile * TILE + piece * share
                new_highest.value = highest.value
                with k.loop(share) as i:
                    score.value = scores[piece * share + i]
                    seen = T.Select(first + i < count.value, score.value, T.float32(LOWEST))
                    new_highest.value = T.max(new_highest.value, seen)
                decay.value = T.exp2(highest.value - new_highest.value)
                total.value = total.value * decay.value
                output.value = output.value * decay.value
                highest.value = new_highest.value
                with k.loop(share) as i:
                    score.value = T.exp2(scores[piece * share + i] - highest.value)
                    with k.when(first + i < count.value):
                        page.value = table[arguments.first_page + (first + i) // PAGE]
                        value = pages[page.value, 1, key_head, (first + i) % PAGE, column]
                        total.value = total.value + score.value
                        output.value = output.value + score.value * T.cast(value, "float32")
                k.barrier()

            outputs[piece, column] = output.value
            state_highest[piece, column] = highest.value
            state_total[piece, column] = total.value
            k.barrier()
            highest.value = T.float32(LOWEST)
            for i in range(slices):
                highest.value = T.max(highest.value, state_highest[i, column])
            total.value = T.float32(0)
            output.value = T.float32(0)
            for i in range(slices):
                decay.value = T.exp2(state_highest[i, column] - highest.value)
                total.value = total.value + state_total[i, column] * decay.value
                output.value = output.value + outputs[i, column] * decay.value
            total.value = T.max(total.value, T.float32(1e-30))
            with k.when(piece == 0):
                result = T.cast(output.value / total.value, shape.dtype)
                arguments.output[token, head, column] = result
                with k.when(column == 0):
                    arguments.log_sum[token, head] = highest.value + T.log2(total.value)
    return k.function
