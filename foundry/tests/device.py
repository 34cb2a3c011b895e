"""Runs a library's shaders on whatever WebGPU adapter wgpu finds, for comparison with numpy."""

from __future__ import annotations

import struct

import numpy as np
import wgpu

from ..wgsl import Shader

NUMPY = {"f32": np.float32, "i32": np.int32, "u32": np.uint32, "f16": np.float16}


class Device:
    """A WebGPU device with the default limits, so that a shader that needs more fails.

    `half` asks for shader-f16. Raises RuntimeError where no adapter has what is asked for.
    """

    def __init__(self, half: bool = False):
        features = ["shader-f16"] if half else []
        adapters = [
            a for a in wgpu.gpu.enumerate_adapters_sync()
            if a.info["backend_type"] == "Vulkan" and all(f in a.features for f in features)
        ]
        if not adapters:
            raise RuntimeError("no WebGPU adapter" + (" with shader-f16" if half else ""))
        self.adapter = adapters[0].info
        self._device = adapters[0].request_device_sync(required_features=features)
        self._pipelines: dict[str, wgpu.GPUComputePipeline] = {}

    def compile(self, shader: Shader) -> wgpu.GPUComputePipeline:
        """Validates (wgpu is naga inside) and compiles; raises GPUValidationError."""
        if shader.source not in self._pipelines:
            module = self._device.create_shader_module(code=shader.source)
            self._pipelines[shader.source] = self._device.create_compute_pipeline(
                layout="auto",
                compute={"module": module, "entry_point": f"{shader.name}_kernel"},
            )
        return self._pipelines[shader.source]

    def run(
        self,
        shader: Shader,
        grid: tuple[int, int],
        arrays: dict[str, np.ndarray],
        **scalars: int | float,
    ) -> dict[str, np.ndarray]:
        """Dispatches `grid` workgroups and returns the arrays that the shader may write.

        `arrays` names every storage buffer and `scalars` every uniform field but the grid's.
        """
        device = self._device
        usage = wgpu.BufferUsage.STORAGE | wgpu.BufferUsage.COPY_SRC
        buffers, entries = {}, []
        for binding in shader.bindings:
            array = np.ascontiguousarray(arrays[binding.name])
            if array.dtype != NUMPY[binding.element]:
                raise TypeError(f"{shader.name}: {binding.name} is {binding.element}")
            data = array.tobytes()
            data += b"\0" * (-len(data) % 4)
            buffers[binding.name] = device.create_buffer_with_data(data=data, usage=usage)
            resource = {"buffer": buffers[binding.name]}
            entries.append({"binding": binding.index, "resource": resource})
        if shader.scalars:
            values = {"packGridDimX": grid[0] - 1, **scalars}
            codes = {"i32": "i", "u32": "I", "f32": "f"}
            block = b"".join(
                struct.pack("<" + codes[kind], values[name]) for name, kind in shader.scalars
            )
            block += b"\0" * (-len(block) % 16)
            uniform = device.create_buffer_with_data(data=block, usage=wgpu.BufferUsage.UNIFORM)
            index = len(shader.bindings)
            entries.append({"binding": index, "resource": {"buffer": uniform}})
        pipeline = self.compile(shader)
        group = device.create_bind_group(layout=pipeline.get_bind_group_layout(0), entries=entries)
        encoder = device.create_command_encoder()
        compute = encoder.begin_compute_pass()
        compute.set_pipeline(pipeline)
        compute.set_bind_group(0, group)
        compute.dispatch_workgroups(*grid, 1)
        compute.end()
        device.queue.submit([encoder.finish()])
        results = {}
        for binding in shader.bindings:
            if binding.writable:
                array = np.asarray(arrays[binding.name])
                data = device.queue.read_buffer(buffers[binding.name])
                flat = np.frombuffer(data, dtype=array.dtype)[: array.size]
                results[binding.name] = flat.reshape(array.shape).copy()
        return results
