"""Runs a library's shaders on whatever WebGPU adapter wgpu finds, for comparison with numpy."""

from __future__ import annotations

import re
import struct
from dataclasses import replace

import numpy as np
import wgpu

from ..wgsl import Binding, Shader

NUMPY = {"f32": np.float32, "i32": np.int32, "u32": np.uint32, "f16": np.float16}


def adapters() -> list[wgpu.GPUAdapter]:
    """Adapters that can run these shaders, the best first; OpenGL ones lack features and limits.

    Mesa's llvmpipe comes last: it silently ends every loop after 65,535 rounds in a shader,
    which one thread of the barrier-free attention passes at 500 tokens.
    """
    found = wgpu.gpu.enumerate_adapters_sync()
    usable = [a for a in found if a.info["backend_type"] in ("Vulkan", "Metal", "D3D12")]
    return sorted(usable, key=lambda a: "llvmpipe" in a.info["device"])


class Device:
    """A WebGPU device with the default limits, so that a shader that needs more fails.

    Prefers an adapter with `shader-f16`. Where none has it, `prepare` widens half floats to
    float32, so that the same text still runs: its logic is then tested, its rounding not.
    Raises RuntimeError without an adapter.
    """

    def __init__(self, half: bool):
        found = adapters()
        if not found:
            raise RuntimeError("no WebGPU adapter")
        halves = [a for a in found if "shader-f16" in a.features]
        adapter = halves[0] if half and halves else found[0]
        self.has_half = half and bool(halves)
        self.name = adapter.info["device"]
        features = ["shader-f16"] if self.has_half else []
        self._device = adapter.request_device_sync(required_features=features)
        self._pipelines: dict[str, wgpu.GPUComputePipeline] = {}

    def prepare(self, shader: Shader) -> Shader:
        return shader if self.has_half else widen(shader)

    def compile(self, shader: Shader) -> wgpu.GPUComputePipeline:
        """Validates (wgpu is naga inside) and compiles; raises GPUValidationError."""
        source = self.prepare(shader).source
        if source not in self._pipelines:
            module = self._device.create_shader_module(code=source)
            self._pipelines[source] = self._device.create_compute_pipeline(
                layout="auto",
                compute={"module": module, "entry_point": f"{shader.name}_kernel"},
            )
        return self._pipelines[source]

    def run(
        self,
        shader: Shader,
        grid: tuple[int, int],
        arrays: dict[str, np.ndarray],
        **scalars: int | float,
    ) -> dict[str, np.ndarray]:
        """Dispatches `grid` workgroups and returns the arrays that the shader may write.

        `arrays` names every storage buffer; they are converted to the buffer's element type,
        and results come back in the type that was given. `scalars` names the uniform fields
        but the grid's; `hoisted` stands for the one that TVM computed before the launch.
        """
        device, shader = self._device, self.prepare(shader)
        usage = wgpu.BufferUsage.STORAGE | wgpu.BufferUsage.COPY_SRC
        buffers, entries = {}, []
        for binding in shader.bindings:
            array = np.ascontiguousarray(arrays[binding.name], dtype=NUMPY[binding.element])
            data = array.tobytes()
            data += b"\0" * (-len(data) % 4)
            buffers[binding.name] = device.create_buffer_with_data(data=data, usage=usage)
            resource = {"buffer": buffers[binding.name]}
            entries.append({"binding": binding.index, "resource": resource})
        entries.append({
            "binding": len(shader.bindings),
            "resource": {"buffer": self._uniforms(shader, grid, scalars)},
        })
        pipeline = self.compile(shader)
        group = device.create_bind_group(layout=pipeline.get_bind_group_layout(0), entries=entries)
        encoder = device.create_command_encoder()
        compute = encoder.begin_compute_pass()
        compute.set_pipeline(pipeline)
        compute.set_bind_group(0, group)
        compute.dispatch_workgroups(*grid, 1)
        compute.end()
        device.queue.submit([encoder.finish()])
        return {
            binding.name: self._read(buffers[binding.name], binding, arrays[binding.name])
            for binding in shader.bindings
            if binding.writable
        }

    def _uniforms(self, shader: Shader, grid, scalars) -> wgpu.GPUBuffer:
        values = {"packGridDimX": grid[0] - 1, **scalars}
        codes = {"i32": "i", "u32": "I", "f32": "f"}
        block = b""
        for name, kind in shader.scalars:
            value = values["hoisted"] if name.startswith("cse_") else values[name]
            block += struct.pack("<" + codes[kind], value)
        block += b"\0" * (-len(block) % 16)
        return self._device.create_buffer_with_data(data=block, usage=wgpu.BufferUsage.UNIFORM)

    def _read(self, buffer, binding: Binding, like: np.ndarray) -> np.ndarray:
        data = self._device.queue.read_buffer(buffer)
        flat = np.frombuffer(data, dtype=NUMPY[binding.element])[: like.size]
        return flat.reshape(like.shape).astype(like.dtype)


def widen(shader: Shader) -> Shader:
    """The shader with float32 in place of every half float."""
    source = shader.source.replace("enable f16;", "")
    source = re.sub(r"\bf16\b", "f32", source)
    source = re.sub(r"(?<=\d)h\b", "f", source)
    bindings = tuple(
        replace(b, element="f32") if b.element == "f16" else b for b in shader.bindings
    )
    return replace(shader, source=source, bindings=bindings)
