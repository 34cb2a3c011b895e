"""The build matrix: which libraries there are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

MATRIX = Path(__file__).parent / "libraries.json"


@dataclass(frozen=True)
class Library:
    """One compiled library. `features` are WebGPU features that its device must have."""

    model: str
    quantization: str
    kernels: str
    dtype: str
    features: list[str]

    @property
    def id(self) -> str:
        return f"{self.model}.{self.quantization}.{self.kernels}.{self.dtype}"

    @property
    def file(self) -> str:
        return f"{self.id}.wasm"


def read_libraries() -> list[Library]:
    return [Library(**entry) for entry in json.loads(MATRIX.read_text())]
