"""Sums and maxima over a workgroup."""

from __future__ import annotations

from collections.abc import Callable

from tvm.tirx.script.builder import ir as T

from .builder import Array, Expression, Kernel, Register


def reduce_workgroup(
    k: Kernel,
    scratch: Array,
    thread: Expression,
    threads: int,
    value: Register,
    combine: Callable[[Expression, Expression], Expression],
) -> None:
    """Replaces every thread's `value` by the combination of all of them, by butterfly exchange.

    `scratch` is workgroup memory of `threads` (a power of two) elements, free again afterwards.
    `combine` is commutative, so that every thread ends with the same bits.
    """
    width = threads // 2
    while width:
        scratch[thread] = value.value
        k.barrier()
        value.value = combine(value.value, scratch[thread ^ width])
        k.barrier()
        width //= 2


def add(a: Expression, b: Expression) -> Expression:
    return a + b


def maximum(a: Expression, b: Expression) -> Expression:
    return T.max(a, b)
