"""The three attention kernels that TVM's paged KV cache calls, and their fixed argument lists.

The cache runs `prefill_ragged` over the tokens of the current chunk, `prefill_paged` over the
history in the pages, and merges the two; a single token goes through `decode_paged`. One
sequence at a time, as in WebLLM. Keys already carry their rotary embedding
(RopeMode.NORMAL), so the rope arguments are ignored. Every kernel also returns the base-2
logarithm of the sum of its exponentials, which the merge needs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tvm.tirx.script.builder import ir as T

from .builder import Array, Expression, Kernel

LOG2_E = math.log2(math.e)
PAGE = 16
"""Tokens per page of the KV cache; WebLLM asks for 16."""
LOWEST = -5e4
"""Below any real score, yet finite: exp2 of a difference with it is 0 and never NaN."""


@dataclass(frozen=True)
class AttentionShape:
    """Query heads, key/value heads, and numbers per head."""

    query_heads: int
    key_heads: int
    head_size: int
    dtype: str

    @property
    def heads_per_key(self) -> int:
        return self.query_heads // self.key_heads


@dataclass(frozen=True)
class AttentionArguments:
    """The arguments of one kernel, with `key` and `value` as functions of (position, head, i)."""

    query: Array
    output: Array
    log_sum: Array
    query_count: Expression
    key_count: Expression
    causal: Expression | None
    scale: Expression
    pages: Array | None = None
    page_table: Array | None = None
    first_page: Expression | None = None
    key: Array | None = None
    value: Array | None = None


def _scalars(k: Kernel, causal: bool) -> tuple[Expression | None, Expression]:
    is_causal = k.value("causal", "int32") if causal else None
    k.value("rotary_mode", "int32")
    k.value("rope_scale", "float32")
    k.value("rope_theta", "float32")
    return is_causal, k.value("softmax_scale", "float32")


def decode_arguments(k: Kernel, shape: AttentionShape) -> AttentionArguments:
    """One query token per sequence against its pages."""
    heads, size = shape.query_heads, shape.head_size
    batch, used, pool = k.size("batch", "int32"), k.size("used", "int32"), k.size("pool", "int32")
    query = k.argument("query", (batch, heads, size), shape.dtype)
    pages = k.argument("pages", (pool, 2, shape.key_heads, PAGE, size), shape.dtype, "int64")
    starts = k.argument("page_starts", (batch + 1,), "int32", "int32")
    table = k.argument("page_table", (used,), "int32", "int32")
    last = k.argument("last_page_length", (batch,), "int32", "int32")
    k.argument("key_rope_offset", (batch,), "int32", "int32")
    k.argument("query_rope_position", (batch,), "int32", "int32")
    output = k.argument("output", (batch, heads, size), shape.dtype)
    log_sum = k.argument("log_sum", (batch, heads), "float32")
    _, scale = _scalars(k, causal=False)
    return AttentionArguments(
        query, output, log_sum, batch, (starts[1] - starts[0] - 1) * PAGE + last[0],
        None, scale, pages=pages, page_table=table, first_page=starts[0],
    )


def prefill_ragged_arguments(k: Kernel, shape: AttentionShape) -> AttentionArguments:
    """A chunk of query tokens against the keys and values of the same chunk."""
    heads, size = shape.query_heads, shape.head_size
    batch, queries, keys = (k.size(n, "int32") for n in ("batch", "queries", "keys"))
    query = k.argument("query", (queries, heads, size), shape.dtype)
    k.argument("query_starts", (batch + 1,), "int32", "int32")
    key = k.argument("key", (keys, shape.key_heads, size), shape.dtype)
    value = k.argument("value", (keys, shape.key_heads, size), shape.dtype)
    k.argument("key_starts", (batch + 1,), "int32", "int32")
    k.argument("query_rope_position", (queries,), "int32", "int32")
    k.argument("key_rope_offset", (batch,), "int32", "int32")
    output = k.argument("output", (queries, heads, size), shape.dtype)
    log_sum = k.argument("log_sum", (queries, heads), "float32")
    causal, scale = _scalars(k, causal=True)
    return AttentionArguments(
        query, output, log_sum, queries, keys, causal, scale, key=key, value=value
    )


def prefill_paged_arguments(k: Kernel, shape: AttentionShape) -> AttentionArguments:
    """A chunk of query tokens against what the pages hold."""
    heads, size = shape.query_heads, shape.head_size
    batch, queries, used, pool = (k.size(n, "int32") for n in ("batch", "queries", "used", "pool"))
    query = k.argument("query", (queries, heads, size), shape.dtype)
    k.argument("query_starts", (batch + 1,), "int32", "int32")
    pages = k.argument("pages", (pool, 2, shape.key_heads, PAGE, size), shape.dtype, "int64")
    starts = k.argument("page_starts", (batch + 1,), "int32", "int32")
    table = k.argument("page_table", (used,), "int32", "int32")
    last = k.argument("last_page_length", (batch,), "int32", "int32")
    k.argument("key_rope_offset", (batch,), "int32", "int32")
    k.argument("query_rope_position", (queries,), "int32", "int32")
    output = k.argument("output", (queries, heads, size), shape.dtype)
    log_sum = k.argument("log_sum", (queries, heads), "float32")
    causal, scale = _scalars(k, causal=True)
    # An empty history has no page at all, and then `last` means nothing.
    keys = T.if_then_else(starts[1] > starts[0], (starts[1] - starts[0] - 1) * PAGE + last[0], 0)
    return AttentionArguments(
        query, output, log_sum, queries, keys, causal, scale,
        pages=pages, page_table=table, first_page=starts[0],
    )
