"""Three ways to write a quantized GGUF layer in ONNX."""

from typing import Protocol

import numpy as np

from gguf_weights import BLOCK, EightBit, FourBit
from graph_builder import MICROSOFT, GraphBuilder


class LinearLayers(Protocol):
    """How a graph multiplies by weights and looks up and unembeds tokens."""

    def linear(self, graph: GraphBuilder, x: str, weight: FourBit, name: str) -> str: ...

    def embed(self, graph: GraphBuilder, ids: str, table: EightBit) -> str: ...

    def unembed(self, graph: GraphBuilder, x: str, table: EightBit, output: str) -> None: ...


class Float32Layers:
    """Plain float32 matrices: the fastest in ONNX Runtime's wasm, and the largest."""

    def linear(self, graph: GraphBuilder, x: str, weight: FourBit, name: str) -> str:
        return graph.add("MatMul", [x, graph.constant(name, weight.dense().T)])

    def embed(self, graph: GraphBuilder, ids: str, table: EightBit) -> str:
        return graph.add("Gather", [graph.constant("embedding", table.dense()), ids])

    def unembed(self, graph: GraphBuilder, x: str, table: EightBit, output: str) -> None:
        embedding = graph.constant("embedding", table.dense())
        graph.add("MatMul", [x, graph.add("Transpose", [embedding], perm=[1, 0])], [output])


class HalfLayers:
    """Half floats in the file, float32 in memory: ONNX Runtime folds the casts of constants when it loads,
    so that the file is half of float32's and just as fast.
    """

    def linear(self, graph: GraphBuilder, x: str, weight: FourBit, name: str) -> str:
        return graph.add("MatMul", [x, _cast(graph, name, weight.dense().T)])

    def embed(self, graph: GraphBuilder, ids: str, table: EightBit) -> str:
        embedding = graph.constant("embedding", table.dense().astype(np.float16))
        return graph.add("Cast", [graph.add("Gather", [embedding, ids])], to=1)

    def unembed(self, graph: GraphBuilder, x: str, table: EightBit, output: str) -> None:
        embedding = _cast(graph, "embedding", table.dense())
        graph.add("MatMul", [x, graph.add("Transpose", [embedding], perm=[1, 0])], [output])


class FourBitLayers:
    """MatMulNBits with the GGUF's own codes, so nothing is quantized a second time.

    Its zero point is fixed at 8: it computes scale * (code - 8). What Q4_1 has beyond that is one
    number per block, minimum + 8 * scale, times the sum of the block's inputs: a small MatMul.
    """

    def __init__(self) -> None:
        self._block_sums: dict[str, str] = {}

    def linear(self, graph: GraphBuilder, x: str, weight: FourBit, name: str) -> str:
        rows, columns = weight.shape
        packed = weight.codes[..., 0::2] | (weight.codes[..., 1::2] << 4)
        inputs = [
            x,
            graph.constant(f"{name}.codes", packed.astype(np.uint8)),
            graph.constant(f"{name}.scale", weight.scale.reshape(-1)),
        ]
        product = _matmul_n_bits(graph, inputs, 4, rows, columns)
        offset = (weight.minimum + 8 * weight.scale).T.astype(np.float32)
        sums = self._sums_of_blocks(graph, x, columns)
        correction = graph.add("MatMul", [sums, graph.constant(f"{name}.offset", offset)])
        return graph.add("Add", [product, correction])

    def embed(self, graph: GraphBuilder, ids: str, table: EightBit) -> str:
        # GatherBlockQuantized would be one node, but ONNX Runtime's wasm has no kernel for it.
        rows, blocks, _ = table.codes.shape
        codes, scale = _unsigned(graph, table)
        flat = graph.add("Reshape", [codes, graph.integers(rows, blocks * BLOCK)])
        gathered = graph.add("Cast", [graph.add("Gather", [flat, ids])], to=1)
        middle = graph.constant("embedding.zero", np.array(128, np.float32))
        centred = graph.add("Sub", [gathered, middle])
        split = graph.add("Reshape", [centred, graph.integers(0, 0, blocks, BLOCK)])
        scales = graph.add("Unsqueeze", [graph.add("Gather", [scale, ids]), graph.integers(3)])
        scaled = graph.add("Mul", [split, scales])
        return graph.add("Reshape", [scaled, graph.integers(0, 0, blocks * BLOCK)])

    def unembed(self, graph: GraphBuilder, x: str, table: EightBit, output: str) -> None:
        rows, blocks, _ = table.codes.shape
        codes, scale = _unsigned(graph, table)
        _matmul_n_bits(graph, [x, codes, scale], 8, rows, blocks * BLOCK, [output])

    def _sums_of_blocks(self, graph: GraphBuilder, x: str, columns: int) -> str:
        if x not in self._block_sums:
            blocks = graph.add("Reshape", [x, graph.integers(0, 0, columns // BLOCK, BLOCK)])
            self._block_sums[x] = graph.add("ReduceSum", [blocks, graph.integers(3)], keepdims=0)
        return self._block_sums[x]


def _cast(graph: GraphBuilder, name: str, values: np.ndarray) -> str:
    return graph.add("Cast", [graph.constant(name, values.astype(np.float16))], to=1)


def _unsigned(graph: GraphBuilder, table: EightBit) -> tuple[str, str]:
    codes = (table.codes.astype(np.int16) + 128).astype(np.uint8)
    return graph.constant("embedding.codes", codes), graph.constant("embedding.scale", table.scale)


def _matmul_n_bits(
    graph: GraphBuilder,
    inputs: list[str],
    bits: int,
    rows: int,
    columns: int,
    outputs: list[str] | None = None,
) -> str:
    return graph.add(
        "MatMulNBits", inputs, outputs, MICROSOFT, K=columns, N=rows, bits=bits, block_size=BLOCK
    )
