"""Attention of many query tokens: a workgroup owns 32 queries of one head (FlashAttention)."""

from __future__ import annotations

from tvm import tirx
from tvm.tirx.script.builder import ir as T

from ..attention_shape import (
    LOG2_E,
    LOWEST,
    PAGE,
    AttentionArguments,
    AttentionShape,
    prefill_paged_arguments,
    prefill_ragged_arguments,
)
from ..builder import Kernel

QUERIES = 32
KEYS = PAGE
"""Keys per tile: one page, so that a tile needs one look into the page table."""
ROWS = 4
"""Queries per thread. A thread owns one key of the tile's scores, and every 16th output."""
THREADS = QUERIES // ROWS * KEYS


def attention_prefill_ragged(shape: AttentionShape) -> tirx.PrimFunc:
    with Kernel("tir_attention_prefill_ragged") as k:
        _flash(k, shape, prefill_ragged_arguments(k, shape))
    return k.function


def attention_prefill_paged(shape: AttentionShape) -> tirx.PrimFunc:
    with Kernel("tir_attention_prefill") as k:
        _flash(k, shape, prefill_paged_arguments(k, shape))
    return k.function


def _flash(k: Kernel, shape: AttentionShape, arguments: AttentionArguments) -> None:
    size = shape.head_size
    if size % KEYS:
        raise ValueError(f"a head of {size} is no multiple of {KEYS}")
    columns = size // KEYS
    # Rows are one longer than needed: threads of a warp then read from different banks.
    query = k.tile(QUERIES, size, padding=1)
    tile = k.tile(KEYS, size, padding=1)  # keys first, then values
    scores = k.tile(QUERIES, KEYS, padding=1)
    highest, new_highest, total = k.local(ROWS), k.local(ROWS), k.local(ROWS)
    score, output = k.local(ROWS), k.local(ROWS * columns)
    weight, decay, value = k.register(), k.register(), k.register()
    keys, offset, tiles = k.register("int32"), k.register("int32"), k.register("int32")
    page = k.register("int32")
    queries = arguments.query_count

    with k.threads(
        blocks_x=(queries + QUERIES - 1) // QUERIES, blocks_y=shape.query_heads, threads_x=THREADS
    ) as (block, head, thread):
        key_head = head // shape.heads_per_key
        across, down = thread % KEYS, thread // KEYS

        def load_tile(which: int, first) -> None:
            """Keys (0) or values (1) from position `first` on; past the end the last again."""
            if arguments.pages is not None:
                page.value = arguments.page_table[arguments.first_page + first // PAGE]
            for i in range(KEYS * size // THREADS):
                row, column = (i * THREADS + thread) // size, (i * THREADS + thread) % size
                if arguments.pages is not None:
                    # A page is allocated whole: its unused rows are read, and masked.
                    source = arguments.pages[page.value, which, key_head, row, column]
                else:
                    position = T.min(first + row, keys.value - 1)
                    source = (arguments.key, arguments.value)[which][position, key_head, column]
                tile[row, column] = T.cast(source, "float32")

        keys.value = arguments.key_count
        # Query i sees `i + offset` keys, or all of them.
        offset.value = T.if_then_else(
            arguments.causal > 0, keys.value - queries + 1, keys.value + queries
        )
        last = T.min(keys.value, (block + 1) * QUERIES - 1 + offset.value)
        tiles.value = (last + KEYS - 1) // KEYS
        for i in range(QUERIES * size // THREADS):
            row, column = (i * THREADS + thread) // size, (i * THREADS + thread) % size
            token = T.min(block * QUERIES + row, queries - 1)
            scale = arguments.scale * T.float32(LOG2_E)
            query[row, column] = T.cast(arguments.query[token, head, column], "float32") * scale
        for r in range(ROWS):
            highest[r] = T.float32(LOWEST)
            total[r] = T.float32(0)
        for i in range(ROWS * columns):
            output[i] = T.float32(0)

        with k.loop(tiles.value) as step:
            load_tile(0, step * KEYS)
            k.barrier()
            for r in range(ROWS):
                score[r] = T.float32(0)
            with k.loop(size) as i:
                value.value = tile[across, i]
                for r in range(ROWS):
                    score[r] = score[r] + query[down * ROWS + r, i] * value.value
            for r in range(ROWS):
                token = block * QUERIES + down * ROWS + r
                position = step * KEYS + across
                visible = T.And(position < keys.value, position < token + offset.value)
                score[r] = T.Select(visible, score[r], T.float32(2 * LOWEST))
                scores[down * ROWS + r, across] = score[r]
            k.barrier()

            load_tile(1, step * KEYS)
            for r in range(ROWS):
                new_highest[r] = highest[r]
                with k.loop(KEYS) as i:
                    new_highest[r] = T.max(new_highest[r], scores[down * ROWS + r, i])
                # A hidden key lies so far below LOWEST that its weight is 0 in any row.
                score[r] = T.exp2(score[r] - new_highest[r])
                decay.value = T.exp2(highest[r] - new_highest[r])
                highest[r] = new_highest[r]
                total[r] = total[r] * decay.value
                for c in range(columns):
                    output[r * columns + c] = output[r * columns + c] * decay.value
            k.barrier()
            for r in range(ROWS):
                scores[down * ROWS + r, across] = score[r]
            k.barrier()
            with k.loop(KEYS) as i:
                for r in range(ROWS):
                    weight.value = scores[down * ROWS + r, i]
                    total[r] = total[r] + weight.value
                    for c in range(columns):
                        at = r * columns + c
                        output[at] = output[at] + weight.value * tile[i, across + c * KEYS]
            k.barrier()

        for r in range(ROWS):
            token = block * QUERIES + down * ROWS + r
            with k.when(token < queries):
                total[r] = T.max(total[r], T.float32(1e-30))
                for c in range(columns):
                    result = T.cast(output[r * columns + c] / total[r], shape.dtype)
                    arguments.output[token, head, across + c * KEYS] = result
                with k.when(across == 0):
                    arguments.log_sum[token, head] = highest[r] + T.log2(total[r])
