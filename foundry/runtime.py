"""TVM's runtime as WebAssembly objects: the VM, the paged KV cache, the WebGPU device."""

from __future__ import annotations

from pathlib import Path

from .runtime_sources import gather_runtime_sources
from .toolchain import emcc

UNITS = ("wasm_runtime", "tvmjs_support", "webgpu_runtime")
INCLUDES = (
    "-I.", "-Iinclude", "-I3rdparty/tvm-ffi/include",
    "-I3rdparty/tvm-ffi/3rdparty/dlpack/include",
)  # fmt: skip


def build_runtime(work: Path) -> list[Path]:
    """The runtime's objects under `work/runtime`; what is there is used again.

    Compilation runs inside the source folder with relative paths only, so that the bytes do
    not depend on where the work folder lies.
    """
    folder = work / "runtime"
    objects = [folder / f"{unit}.o" for unit in UNITS]
    if all(path.exists() for path in objects):
        return objects
    root = gather_runtime_sources(work)
    folder.mkdir(parents=True, exist_ok=True)
    for unit, target in zip(UNITS, objects, strict=True):
        emcc(
            *INCLUDES, "-O3", "-std=c++17", "-Wno-ignored-attributes",
            "-c", f"web/emcc/{unit}.cc", "-o", target.resolve(),
            cwd=root,
        )  # fmt: skip
    return objects
