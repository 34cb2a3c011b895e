"""Building every library of the matrix, and the manifest beside them."""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from . import toolchain
from .architecture import read_architecture
from .compile import compile_objects
from .kernels.kernel_set import KERNEL_SETS
from .libraries import Library, read_libraries
from .link import link
from .model import Build
from .quantization import QUANTIZATIONS
from .runtime import build_runtime
from .runtime_sources import PINS
from .wgsl import Shader, extract_shaders

DTYPES = {"f32": "float32", "f16": "float16"}
COMMAND = "python3 -m foundry build"


def build_libraries(
    output: Path, work: Path, only: list[str] | None = None, optimize: str = "-O3"
) -> None:
    """Writes the libraries (those whose id is in `only`, if given) and the manifest of all."""
    toolchain.require_emscripten()
    work.mkdir(parents=True, exist_ok=True)
    output.mkdir(parents=True, exist_ok=True)
    runtime = build_runtime(work)
    libraries = read_libraries()
    for library in libraries:
        if only and library.id not in only:
            continue
        print(f"{library.id} …", flush=True)
        with tempfile.TemporaryDirectory(dir=work) as folder:
            objects = compile_objects(_build(library), library.quantization, Path(folder))
            linked = Path(folder) / "library.wasm"
            link(runtime, objects, linked, optimize)
            (output / library.file).write_bytes(linked.read_bytes())
    entries = [_entry(library, output / library.file) for library in libraries]
    models = {model: _shape(model) for model in dict.fromkeys(l.model for l in libraries)}
    manifest = {"build": COMMAND, "sources": _sources(), "libraries": entries, "models": models}
    (output / "manifest.json").write_text(json.dumps(manifest, indent="\t") + "\n")


def _build(library: Library) -> Build:
    return Build(
        architecture=read_architecture(library.model),
        quantization=QUANTIZATIONS[library.quantization],
        kernels=KERNEL_SETS[library.kernels],
        dtype=DTYPES[library.dtype],
    )


def _entry(library: Library, file: Path) -> dict:
    data = file.read_bytes()
    return {
        "id": library.id,
        "file": library.file,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "model": library.model,
        "quantization": library.quantization,
        "kernels": library.kernels,
        "dtype": library.dtype,
        "requires": {
            "features": library.features,
            "limits": _limits(library, list(extract_shaders(file).values())),
        },
    }


def _shape(model: str) -> dict:
    """What another model must be like to run on the model's libraries: GGUF files are compared with it."""
    shape = asdict(read_architecture(model))
    for runtime in ("context_window", "prefill_chunk"):
        del shape[runtime]
    family = "qwen2" if shape["attention_bias"] else "llama"
    return {"architecture": family, **shape, "tied": True, "plain_rope": True}


def _limits(library: Library, shaders: list[Shader]) -> dict[str, int]:
    """What the library uses of each WebGPU limit, bindings counted at their largest."""
    a = read_architecture(library.model)
    quantization = QUANTIZATIONS[library.quantization]
    rows, columns = quantization.embedding.weight_shape(a.hidden_size, a.vocabulary)
    bytes_per_value = 4 if library.dtype == "f32" else 2
    # One more page than the window, per layer, with keys and values.
    cache = 2 * a.key_heads * a.head_size * (a.context_window + 16) * bytes_per_value
    largest = max(rows * columns * 4, cache)
    return {
        "maxBufferSize": largest,
        "maxStorageBufferBindingSize": largest,
        "maxStorageBuffersPerShaderStage": max(len(s.bindings) for s in shaders),
        "maxComputeWorkgroupStorageSize": max(s.workgroup_bytes for s in shaders),
        "maxComputeInvocationsPerWorkgroup": max(
            x * y * z for x, y, z in (s.workgroup for s in shaders)
        ),
    }


def _sources() -> dict[str, dict[str, str]]:
    packages = {
        name: {"version": version(name)} for name in ("apache-tvm", "apache-tvm-ffi")
    }
    pinned = {
        name: {"version": pin["version"], "sha256": pin["sha256"]}
        for name, pin in json.loads(PINS.read_text()).items()
    }
    return {**packages, **pinned, "emscripten": {"version": toolchain.VERSION}}
