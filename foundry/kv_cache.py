"""The call that creates TVM's paged KV cache with this library's attention kernels."""

from __future__ import annotations

import tvm
from tvm import relax, tirx
from tvm.relax.frontend.nn.llm import kv_cache as stock

from .architecture import Architecture
from .kernels.attention_shape import AttentionShape
from .kernels.kernel_set import KernelSet
from .kernels.merge_state import merge_state
from .kernels.rotary import split_rotary


def create_kv_cache(
    a: Architecture, kernels: KernelSet, dtype: str, sizes: list[tirx.Var]
) -> stock.PagedKVCache:
    """Arguments in the order of `vm.builtin.paged_attention_kv_cache_create` in TVM 0.27.

    `sizes`: batch, total tokens, prefill chunk, page, sliding window (0 or 1).
    """
    target = tvm.target.Target.current(allow_none=False)
    shape = AttentionShape(a.query_heads, a.key_heads, a.head_size, dtype)
    builder = relax.BlockBuilder.current()
    absent = relax.Tuple([])

    def attention(kernel: tirx.PrimFunc, name: str) -> relax.Expr:
        return relax.Tuple([tvm.ir.StringImm("tirx"), builder.add_func(kernel, name)])

    rope = split_rotary(shape, a.rope_theta)
    # The rest serves the bookkeeping of the cache itself.
    append = stock._kv_cache_transpose_append(a.key_heads, a.head_size, dtype)
    append_mla = stock._kv_cache_transpose_append_mla(a.head_size, dtype)
    copy_page = stock._copy_single_page(a.key_heads, sizes[3], a.head_size, dtype, target)
    debug_read = stock._kv_cache_debug_get_kv(a.layers, a.key_heads, a.head_size, dtype)
    compact = stock._compact_kv_copy(a.key_heads, a.head_size, dtype, target)
    arguments = [
        relax.ShapeExpr([*sizes, 1024]),
        relax.ShapeExpr([0, a.layers]),
        relax.prim_value(a.query_heads),
        relax.prim_value(a.key_heads),
        relax.prim_value(a.head_size),
        relax.prim_value(a.head_size),
        relax.ShapeExpr([int(stock.AttnKind.MHA)] * a.layers),
        relax.prim_value(False),
        relax.prim_value(stock.RopeMode.NORMAL),
        relax.prim_value(1),
        relax.prim_value(int(a.rope_theta)),
        relax.prim_value(0),
        relax.op.zeros((), dtype),
        builder.add_func(append, "kv_cache_transpose_append"),
        builder.add_func(append_mla, "kv_cache_transpose_append_mla"),
        attention(kernels.attention_prefill_ragged(shape), "tir_attention_prefill_ragged"),
        attention(kernels.attention_prefill_paged(shape), "tir_attention_prefill"),
        attention(kernels.attention_decode(shape), "tir_attention_decode"),
        # Sliding window prefill and decode, tree masks, latent attention.
        absent, absent, absent, absent, absent,
        relax.Tuple([builder.add_func(merge_state(shape), "tir_attention_merge_state")]),
        builder.add_func(rope, "tir_split_rotary"),
        builder.add_func(copy_page, "kv_cache_copy_single_page"),
        builder.add_func(debug_read, "kv_cache_debug_get_kv"),
        builder.add_func(compact, "kv_cache_compact_kv_copy"),
    ]
    cache = relax.call_pure_packed(
        "vm.builtin.paged_attention_kv_cache_create", *arguments, ty_args=relax.AnyType()
    )
    return stock.PagedKVCache(_expr=cache, _name="paged_kv_cache")
