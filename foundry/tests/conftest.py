"""Every test runs once for each library in the manifest."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from ..wgsl import Shader, extract_shaders
from .device import Device

LIBRARIES = Path(
    os.environ.get("FOUNDRY_LIBRARIES", Path(__file__).parents[2] / "public" / "libraries")
)
MANIFEST = json.loads((LIBRARIES / "manifest.json").read_text())["libraries"]


@dataclass(frozen=True)
class Library:
    """A shipped library, its shaders by kernel name, and a device that they run on."""

    model: str
    kernels: str
    dtype: str
    shaders: dict[str, Shader]
    device: Device

    @property
    def tiled(self) -> bool:
        return self.kernels == "tiled"

    def stored(self, array: np.ndarray) -> np.ndarray:
        """Float32 values that the library's activation type holds exactly."""
        half = self.dtype == "f16"
        return array.astype(np.float16 if half else np.float32).astype(np.float32)

    def linear_grid(self, phase: str, tokens: int, outputs: int) -> tuple[int, int]:
        """Workgroups of a matrix product in the `prefill` or `decode` phase."""
        if not self.tiled:
            return -(-outputs // 4 // 64), -(-tokens // (4 if phase == "prefill" else 1))
        return (outputs // 64, -(-tokens // 32)) if phase == "prefill" else (outputs // 32, 1)

    def run(self, name: str, grid, arrays, **scalars) -> dict[str, np.ndarray]:
        return self.device.run(self.shaders[name], grid, arrays, **scalars)

    def assert_close(self, got: np.ndarray, expected: np.ndarray, tolerance: float) -> None:
        """Within `tolerance` of the largest expected value, or the dtype's rounding if larger."""
        rounding = 2**-10 if self.dtype == "f16" else 0.0
        scale = np.abs(expected).max()
        assert np.isfinite(got).all()
        assert np.abs(got - expected).max() <= max(tolerance, rounding) * scale


@pytest.fixture(scope="session", params=MANIFEST, ids=lambda entry: entry["id"])
def library(request) -> Library:
    entry = request.param
    return Library(
        model=entry["model"],
        kernels=entry["kernels"],
        dtype=entry["dtype"],
        shaders=extract_shaders(LIBRARIES / entry["file"]),
        device=Device(half=entry["dtype"] == "f16"),
    )


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(7)


def pytest_report_header() -> list[str]:
    devices = {"f32": Device(half=False), "f16": Device(half=True)}
    return [
        f"{dtype} on {device.name}"
        + (", half floats widened to float32" if dtype == "f16" and not device.has_half else "")
        for dtype, device in devices.items()
    ]
