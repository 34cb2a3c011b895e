"""Linking a model's objects and the runtime into the .wasm that WebLLM loads."""

from __future__ import annotations

from pathlib import Path

from .toolchain import emcc

MEMORY = "160MB"
"""Initial memory, which grows: parameters pass through it on their way to the GPU."""


def link(runtime: list[Path], objects: list[Path], target: Path, optimize: str = "-O3") -> None:
    """Writes `target`. Undefined symbols are the imports that tvmjs provides."""
    emcc(
        optimize, "-std=c++17", "--no-entry",
        "-sWASM_BIGINT=1", "-sERROR_ON_UNDEFINED_SYMBOLS=0", "-sSTANDALONE_WASM=1",
        "-sALLOW_MEMORY_GROWTH=1", f"-sTOTAL_MEMORY={MEMORY}",
        "-o", target.name, *(path.resolve() for path in [*runtime, *objects]),
        cwd=target.parent,
    )  # fmt: skip
    target.chmod(0o644)
