"""RMSNorm with one workgroup per row."""

from tvm import tirx
from tvm.tirx.script.builder import ir as T

from ..builder import Kernel
from ..reduction import add, reduce_workgroup

THREADS = 64


def rms_norm(size: int, epsilon: float, dtype: str) -> tirx.PrimFunc:
    """`y = x / sqrt(mean(x²) + epsilon) · weight` over rows of `size`; weight is float32."""
    steps = (size + THREADS - 1) // THREADS
    with Kernel(f"rms_norm_{size}", private=True) as k:
        tokens = k.size("tokens")
        x = k.argument("x", (1, tokens, size), dtype)
        weight = k.argument("weight", (size,), "float32")
        y = k.argument("y", (1, tokens, size), dtype)
        scratch = k.shared(THREADS)
        total, value = k.register(), k.register()
        with k.threads(blocks_x=tokens, threads_x=THREADS) as (token, thread):
            total.value = T.float32(0)
            with k.loop(steps) as step:
                column = step * THREADS + thread
                with k.when(column < size):
                    value.value = T.cast(x[0, token, column], "float32")
                    total.value = total.value + value.value * value.value
            reduce_workgroup(k, scratch, thread, THREADS, total, add)
            total.value = T.rsqrt(total.value / T.float32(size) + T.float32(epsilon))
            with k.loop(steps) as step:
                column = step * THREADS + thread
                with k.when(column < size):
                    scaled = T.cast(x[0, token, column], "float32") * total.value
                    y[0, token, column] = T.cast(scaled * weight[column], dtype)
    return k.function
