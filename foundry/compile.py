"""From a build to WebAssembly objects: the graph's bytecode, host code and WGSL inside."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import tvm
from tvm import relax
from tvm.s_tir import dlight

from .kernels.logits import apply_bitmask, apply_logit_bias, apply_penalty
from .model import Build, Model

EXPORTS = [
    "embed", "prefill", "decode", "softmax_with_temperature", "create_tir_paged_kv_cache",
    "argsort_probs", "sample_with_top_p", "_metadata", "apply_bitmask_inplace",
    "apply_logit_bias_inplace", "apply_penalty_inplace",
]
MAX_THREADS = 256
"""WebGPU's default limit on invocations per workgroup."""


def target() -> tvm.target.Target:
    host = {"kind": "llvm", "mtriple": "wasm32-unknown-unknown-wasm"}
    return tvm.target.Target({"kind": "webgpu", "max_num_threads": MAX_THREADS}, host=host)


def compile_objects(build: Build, quantization: str, folder: Path) -> list[Path]:
    """Writes the library's objects into `folder`, for `link.py`."""
    executable = tvm.compile(
        _module(build, quantization), target=target(), relax_pipeline=_pipeline()
    )
    folder.mkdir(parents=True, exist_ok=True)
    kept: list[Path] = []

    def keep(output, objects, options=None, **_) -> None:
        for i, path in enumerate(objects):
            kept.append(Path(shutil.copy(path, folder / f"library{i}.o")))

    # Objects, not bitcode: TVM's LLVM is eight versions ahead of emscripten's.
    keep.object_format = "o"
    executable.export_library(str(folder / "library.wasm"), fcompile=keep)
    return kept


def _module(build: Build, quantization: str) -> tvm.IRModule:
    a = build.architecture
    model = Model(build)
    with target():
        module, parameters = model.export_tvm(spec=model.specification())
    for kernel in (apply_bitmask, apply_logit_bias, apply_penalty):
        function = kernel(a.vocabulary)
        module[function.attrs["global_symbol"]] = function
    metadata = {
        "model_type": "llama",
        "quantization": quantization,
        "context_window_size": a.context_window,
        "sliding_window_size": -1,
        "attention_sink_size": -1,
        "prefill_chunk_size": a.prefill_chunk,
        "max_batch_size": 1,
        "tensor_parallel_shards": 1,
        "kv_state_kind": "kv_cache",
        "params": [
            {"name": name, "shape": [int(n) for n in p.shape], "dtype": str(p.dtype)}
            for name, p in parameters
        ],
    }
    builder = relax.BlockBuilder(module)
    with builder.function("_metadata", []):
        builder.emit_func_output(tvm.ir.StringImm(json.dumps(metadata)))
    module = builder.finalize()
    for variable, function in list(module.functions.items()):
        if isinstance(function, relax.Function) and variable.name_hint in ("embed", "prefill"):
            # Lets the memory planner allocate for one chunk, once.
            bound = {"tokens": a.prefill_chunk}
            function = function.with_attr("tir_var_upper_bound", bound)
            module[variable] = function.with_attr("tirx_var_upper_bound", bound)
    return module


def _pipeline() -> tvm.transform.Pass:
    t = relax.transform

    @tvm.transform.module_pass(opt_level=0)
    def lower(module: tvm.IRModule, _context) -> tvm.IRModule:
        with target():
            return tvm.transform.Sequential([
                t.LegalizeOps(),
                t.RewriteDataflowReshape(),
                t.DeadCodeElimination(EXPORTS),
                # Only TVM's own cache kernels are left to schedule.
                dlight.ApplyDefaultSchedule(dlight.gpu.Fallback()),
                t.ToNonDataflow(),
                t.RemovePurityChecking(),
                t.CallTIRRewrite(),
                t.StaticPlanBlockMemory(),
                t.LowerAllocTensor(),
                t.KillAfterLastUse(),
                t.LowerRuntimeBuiltin(),
                t.ComputePrimValue(),
                t.VMShapeLower(),
                t.AttachGlobalSymbol(),
            ])(module)

    return lower
