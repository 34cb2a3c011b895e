"""Softmax and nucleus sampling. `probabilities` is float32 [batch, vocabulary]."""

from tvm import tirx
from tvm.tirx.script.builder import ir as T

from .builder import Kernel
from .reduction import add, maximum, reduce_workgroup

THREADS = 256
BISECTIONS = 30
"""Halvings of the interval [0, 1] for the nucleus' threshold: down to a billionth."""


def softmax_with_temperature(vocabulary: int) -> tirx.PrimFunc:
    """`softmax(logits / temperature)`, one workgroup per row; temperature must be above 0."""
    steps = (vocabulary + THREADS - 1) // THREADS
    with Kernel("softmax", private=True) as k:
        batch = k.size("batch")
        logits = k.argument("logits", (batch, 1, vocabulary), "float32")
        temperature = k.argument("temperature", (batch,), "float32")
        y = k.argument("y", (batch, 1, vocabulary), "float32")
        scratch = k.shared(THREADS)
        highest, total = k.register(), k.register()
        with k.threads(blocks_x=batch, threads_x=THREADS) as (row, thread):
            highest.value = T.float32(-3.4e38)
            with k.loop(steps) as step:
                i = step * THREADS + thread
                with k.when(i < vocabulary):
                    highest.value = T.max(highest.value, logits[row, 0, i])
            reduce_workgroup(k, scratch, thread, THREADS, highest, maximum)
            total.value = T.float32(0)
            with k.loop(steps) as step:
                i = step * THREADS + thread
                with k.when(i < vocabulary):
                    total.value = total.value + T.exp(
                        (logits[row, 0, i] - highest.value) / temperature[row]
                    )
            reduce_workgroup(k, scratch, thread, THREADS, total, add)
            with k.loop(steps) as step:
                i = step * THREADS + thread
                with k.when(i < vocabulary):
                    weight = T.exp((logits[row, 0, i] - highest.value) / temperature[row])
                    y[row, 0, i] = weight / total.value
    return k.function


def identity_order(vocabulary: int) -> tirx.PrimFunc:
    """0, 1, 2, … per row: what `argsort_probs` returns in place of a sorted order.

    TVM's sort for GPUs needs a third grid dimension, which WebGPU kernels of TVM lack, and
    `sample_top_p` needs no order.
    """
    with Kernel("identity_order", private=True) as k:
        batch = k.size("batch")
        k.argument("probabilities", (batch, vocabulary), "float32")
        order = k.argument("order", (batch, vocabulary), "int32")
        blocks = (vocabulary + THREADS - 1) // THREADS
        with k.threads(blocks_y=batch, blocks_x=blocks, threads_x=THREADS) as (
            row, block, thread,
        ):
            i = block * THREADS + thread
            with k.when(i < vocabulary):
                order[row, i] = T.cast(i, "int32")
    return k.function


def sample_top_p(vocabulary: int) -> tirx.PrimFunc:
    """Draws a token from the nucleus: the likeliest tokens whose mass reaches top_p.

    The nucleus is every token with at least a threshold probability; bisection finds the
    highest threshold whose tokens still hold top_p. Then the token is found where the
    running sum, in token order, passes `uniform · nucleus mass`. Ties at the threshold are all
    in. One workgroup per sample; a thread owns tokens thread, thread + 256, …
    """
    steps = (vocabulary + THREADS - 1) // THREADS
    with Kernel("sample_top_p", private=True) as k:
        batch, count = k.size("batch"), k.size("count")
        probabilities = k.argument("probabilities", (batch, vocabulary), "float32")
        uniform = k.argument("uniform", (count,), "float32")
        rows = k.argument("rows", (count,), "int32")
        top_p = k.argument("top_p", (batch,), "float32")
        drawn = k.argument("drawn", (count,), "int32")
        sums, scratch = k.shared(THREADS), k.shared(THREADS)
        candidates = k.shared(THREADS, "int32")
        low, high, middle = k.register(), k.register(), k.register()
        mass, own, before = k.register(), k.register(), k.register()
        choice, candidate, row = k.register("int32"), k.register("int32"), k.register("int32")

        def for_each_own(threshold, body):
            with k.loop(steps) as step:
                i = step * THREADS + thread
                with k.when(i < vocabulary), k.when(probabilities[row.value, i] >= threshold):
                    body(i)

        def add_own(i):
            own.value = own.value + probabilities[row.value, i]

        with k.threads(blocks_x=count, threads_x=THREADS) as (sample, thread):
            row.value = rows[sample]
            low.value = T.float32(0)
            high.value = T.float32(1.001)
            with k.loop(BISECTIONS):
                middle.value = (low.value + high.value) * T.float32(0.5)
                own.value = T.float32(0)
                for_each_own(middle.value, add_own)
                mass.value = own.value
                reduce_workgroup(k, scratch, thread, THREADS, mass, add)
                enough = mass.value >= top_p[row.value]
                low.value = T.Select(enough, middle.value, low.value)
                high.value = T.Select(enough, high.value, middle.value)

            own.value = T.float32(0)
            for_each_own(low.value, add_own)
            sums[thread] = own.value
            k.barrier()
            mass.value = T.float32(0)
            before.value = T.float32(0)
            with k.loop(THREADS) as i:
                own.value = sums[i]
                before.value = before.value + T.Select(i < thread, own.value, T.float32(0))
                mass.value = mass.value + own.value
            # What is left of the target once the threads before this one have had their share;
            # negative as soon as the token has been found.
            mass.value = mass.value * uniform[sample] - before.value
            own.value = sums[thread]
            choice.value = T.int32(-1)
            with k.when(T.And(mass.value >= T.float32(0), mass.value < own.value)):

                def take(i):
                    with k.when(mass.value >= T.float32(0)):
                        choice.value = T.cast(i, "int32")
                    mass.value = mass.value - probabilities[row.value, i]

                for_each_own(low.value, take)
            candidates[thread] = choice.value
            k.barrier()
            with k.when(thread == 0):
                choice.value = T.int32(-1)
                with k.loop(THREADS) as i:
                    candidate.value = candidates[i]
                    with k.when(T.And(choice.value < 0, candidate.value >= 0)):
                        choice.value = candidate.value
                # Rounding can leave the target just past the last sum: the likeliest then.
                with k.when(choice.value < 0):
                    mass.value = T.float32(-1)
                    with k.loop(vocabulary) as i:
                        with k.when(probabilities[row.value, i] > mass.value):
                            mass.value = probabilities[row.value, i]
                            choice.value = T.cast(i, "int32")
                drawn[sample] = choice.value
    return k.function
