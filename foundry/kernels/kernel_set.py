"""A kernel set: the kernels of a library that depend on the kind of device it is for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tvm import tirx

from .attention_shape import AttentionShape
from .barrier_free import attention as barrier_free_attention
from .barrier_free.linear import linear as barrier_free_linear
from .barrier_free.normalization import rms_norm as barrier_free_rms_norm
from .linear_shape import LinearShape
from .tiled.attention_decode import attention_decode as tiled_attention_decode
from .tiled.attention_prefill import attention_prefill_paged as tiled_attention_prefill_paged
from .tiled.attention_prefill import attention_prefill_ragged as tiled_attention_prefill_ragged
from .tiled.linear import linear as tiled_linear
from .tiled.normalization import rms_norm as tiled_rms_norm

AttentionKernel = Callable[[AttentionShape], tirx.PrimFunc]


@dataclass(frozen=True)
class KernelSet:
    """`linear(shape)`, `rms_norm(size, epsilon, dtype)` and the three attentions."""

    linear: Callable[[LinearShape], tirx.PrimFunc]
    rms_norm: Callable[[int, float, str], tirx.PrimFunc]
    attention_decode: AttentionKernel
    attention_prefill_ragged: AttentionKernel
    attention_prefill_paged: AttentionKernel


KERNEL_SETS = {
    "barrier-free": KernelSet(
        linear=barrier_free_linear,
        rms_norm=barrier_free_rms_norm,
        attention_decode=barrier_free_attention.attention_decode,
        attention_prefill_ragged=barrier_free_attention.attention_prefill_ragged,
        attention_prefill_paged=barrier_free_attention.attention_prefill_paged,
    ),
    "tiled": KernelSet(
        linear=tiled_linear,
        rms_norm=tiled_rms_norm,
        attention_decode=tiled_attention_decode,
        attention_prefill_ragged=tiled_attention_prefill_ragged,
        attention_prefill_paged=tiled_attention_prefill_paged,
    ),
}
