"""A thin layer over TVM's IRBuilder, so that a kernel reads as straight code.

Inside `with Kernel(...) as k`, Python's own `if` and `for` unroll at build time, while
`k.when(...)` and `k.loop(...)` become WGSL. Arrays are read and written by plain indexing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from tvm import tirx
from tvm.script.ir_builder import IRBuilder
from tvm.tirx.script.builder import ir as T

Expression = tirx.Expr


class Array:
    """A buffer that can be indexed on both sides of an assignment."""

    def __init__(self, buffer: tirx.Buffer):
        self.buffer = buffer

    def __getitem__(self, index):
        return self.buffer[index]

    def __setitem__(self, index, value) -> None:
        indices = list(index) if isinstance(index, tuple) else [index]
        T.buffer_store(self.buffer, value, indices)


class Register:
    """One mutable value in a thread's private memory."""

    def __init__(self, array: Array):
        self._array = array

    @property
    def value(self) -> Expression:
        return self._array[0]

    @value.setter
    def value(self, value) -> None:
        self._array[0] = value


class Tile:
    """A matrix in workgroup memory whose rows are `stride` elements apart.

    A stride one above the width keeps the threads of a warp in different memory banks. It is
    laid out here, because TVM cuts a column that nobody reads off a two-dimensional buffer.
    """

    def __init__(self, array: Array, stride: int):
        self._array = array
        self._stride = stride

    def __getitem__(self, index):
        row, column = index
        return self._array[row * self._stride + column]

    def __setitem__(self, index, value) -> None:
        row, column = index
        self._array[row * self._stride + column] = value


class Kernel:
    """A kernel under construction; `function` is the PrimFunc once the block has been left.

    A `private` kernel is called from the model's graph only; any other is looked up by name
    from JavaScript or from the runtime's KV cache.
    """

    def __init__(self, name: str, private: bool = False):
        self._name = name
        self._private = private
        self._stack = ExitStack()
        self._has_body = False
        self.function: tirx.PrimFunc | None = None

    def __enter__(self) -> Kernel:
        self._builder = self._stack.enter_context(IRBuilder())
        self._stack.enter_context(T.prim_func(is_private=self._private, s_tir=True))
        T.func_name(self._name)
        # Scheduled: threads are bound here, dlight must leave the kernel alone.
        attributes = {"tirx.is_scheduled": True}
        if not self._private:
            attributes["global_symbol"] = self._name
        T.func_attr(attributes)
        return self

    def __exit__(self, kind, error, trace) -> None:
        self._stack.__exit__(kind, error, trace)
        if kind is None:
            self.function = self._builder.get()

    def size(self, name: str, dtype: str = "int64") -> Expression:
        """A size that is known only when the kernel is called."""
        return tirx.Var(name, dtype)

    def argument(self, name: str, shape, dtype: str, offset: str | None = None) -> Array:
        """The next buffer argument; `offset` is the integer type of a run-time element offset."""
        handle = T.arg(name, T.handle())
        start = tirx.Var(f"{name}_offset", offset) if offset else None
        buffer = T.match_buffer(handle, shape, dtype, elem_offset=start)
        IRBuilder.name(name, buffer)
        return Array(buffer)

    def value(self, name: str, dtype: str) -> Expression:
        """The next argument that is passed by value."""
        return T.arg(name, tirx.Var(name, dtype))

    def _open_body(self) -> None:
        """Opens the root block, which memory belongs to; arguments come before it."""
        if not self._has_body:
            self._has_body = True
            self._stack.enter_context(T.sblock("root"))
            T.reads([])
            T.writes([])

    def local(self, length: int, dtype: str = "float32") -> Array:
        """Private memory of one thread."""
        self._open_body()
        return Array(T.sblock_alloc_buffer((length,), dtype, scope="local"))

    def register(self, dtype: str = "float32") -> Register:
        return Register(self.local(1, dtype))

    def shared(self, length: int, dtype: str = "float32") -> Array:
        """Workgroup memory."""
        self._open_body()
        return Array(T.sblock_alloc_buffer((length,), dtype, scope="shared"))

    def tile(self, rows: int, columns: int, padding: int = 0) -> Tile:
        """A float32 matrix in workgroup memory."""
        stride = columns + padding
        return Tile(self.shared(rows * stride), stride)

    @contextmanager
    def threads(self, **extents) -> Iterator[tuple[Expression, ...]]:
        """Binds the grid: `blocks_x`, `blocks_y`, `threads_x`, `threads_y`, in the order given."""
        tags = {"blocks_x": "blockIdx.x", "blocks_y": "blockIdx.y",
                "threads_x": "threadIdx.x", "threads_y": "threadIdx.y"}
        self._open_body()
        with ExitStack() as stack:
            yield tuple(
                stack.enter_context(T.thread_binding(extent, thread=tags[name]))
                for name, extent in extents.items()
            )

    @contextmanager
    def loop(self, count) -> Iterator[Expression]:
        with T.serial(count) as index:
            yield index

    @contextmanager
    def unrolled(self, count: int) -> Iterator[Expression]:
        with T.unroll(count) as index:
            yield index

    @contextmanager
    def when(self, condition) -> Iterator[None]:
        """Runs the block where `condition` holds. It must not load workgroup memory itself:
        TVM's barrier pass misses such loads, so copy them to a register first."""
        with T.If(condition), T.Then():
            yield

    def barrier(self) -> None:
        """No thread of the workgroup goes on before all are here and see each other's writes."""
        T.evaluate(T.tvm_storage_sync("shared"))
