"""Reads the tensors of a Llama-shaped GGUF file as numpy arrays, blocks still quantized."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gguf import GGUFReader

BLOCK = 32  # weights per quantization block, in Q4_1 and in Q8_0


@dataclass(frozen=True)
class FourBit:
    """A linear layer in Q4_1: weight = scale * code + minimum, one scale and minimum per block."""

    codes: np.ndarray  # uint8 [rows, blocks, 32], 0 to 15
    scale: np.ndarray  # float32 [rows, blocks]
    minimum: np.ndarray  # float32 [rows, blocks]

    @property
    def shape(self) -> tuple[int, int]:
        """(output features, input features)"""
        rows, blocks, _ = self.codes.shape
        return rows, blocks * BLOCK

    def dense(self) -> np.ndarray:
        """float32 [output features, input features]"""
        values = self.codes * self.scale[..., None] + self.minimum[..., None]
        return values.astype(np.float32).reshape(self.shape)


@dataclass(frozen=True)
class EightBit:
    """An embedding in Q8_0: weight = scale * code."""

    codes: np.ndarray  # int8 [rows, blocks, 32]
    scale: np.ndarray  # float32 [rows, blocks]

    def dense(self) -> np.ndarray:
        """float32 [rows, columns]"""
        return (self.codes * self.scale[..., None]).astype(np.float32).reshape(len(self.codes), -1)


def stack(parts: list[FourBit]) -> FourBit:
    """One layer whose outputs are those of `parts`, one after another."""
    return FourBit(
        np.concatenate([part.codes for part in parts]),
        np.concatenate([part.scale for part in parts]),
        np.concatenate([part.minimum for part in parts]),
    )


class GgufWeights:
    """Metadata and tensors of one GGUF file (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md)."""

    def __init__(self, path: Path):
        reader = GGUFReader(path)
        self._fields = reader.fields
        self._tensors = {tensor.name: tensor for tensor in reader.tensors}
        self.architecture: str = self.field("general.architecture")

    def field(self, key: str):
        """A metadata value by its full key."""
        return self._fields[key].contents()

    def parameter(self, key: str):
        """A metadata value of the architecture, such as `block_count`."""
        return self.field(f"{self.architecture}.{key}")

    def has(self, name: str) -> bool:
        return name in self._tensors

    def vector(self, name: str) -> np.ndarray:
        """An unquantized vector as float32."""
        return np.asarray(self._tensors[name].data).astype(np.float32)

    def four_bit(self, name: str, rotated_heads: int | None = None) -> FourBit:
        """A Q4_1 layer. With `rotated_heads` its rows are put back from llama.cpp's order (the two
        halves of each head interleaved for rotary embedding) into the usual one."""
        blocks = self._blocks(name, "Q4_1", 20)
        nibbles = blocks[..., 4:]
        layer = FourBit(
            np.concatenate([nibbles & 15, nibbles >> 4], axis=-1),
            _half(blocks, 0),
            _half(blocks, 2),
        )
        if rotated_heads is None:
            return layer
        return FourBit(
            _deinterleave(layer.codes, rotated_heads),
            _deinterleave(layer.scale, rotated_heads),
            _deinterleave(layer.minimum, rotated_heads),
        )

    def eight_bit(self, name: str) -> EightBit:
        blocks = self._blocks(name, "Q8_0", 34)
        return EightBit(blocks[..., 2:].copy().view(np.int8), _half(blocks, 0))

    def _blocks(self, name: str, kind: str, block_bytes: int) -> np.ndarray:
        tensor = self._tensors[name]
        if tensor.tensor_type.name != kind:
            raise ValueError(f"{name} is {tensor.tensor_type.name}; only {kind} is read here")
        columns, rows = (int(size) for size in tensor.shape)
        return np.asarray(tensor.data).reshape(rows, columns // BLOCK, block_bytes)


def _half(blocks: np.ndarray, offset: int) -> np.ndarray:
    raw = np.ascontiguousarray(blocks[..., offset : offset + 2])
    return raw.view(np.float16)[..., 0].astype(np.float32)


def _deinterleave(rows: np.ndarray, heads: int) -> np.ndarray:
    half = len(rows) // heads // 2
    split = rows.reshape(heads, half, 2, *rows.shape[1:])
    return split.swapaxes(1, 2).reshape(rows.shape)
