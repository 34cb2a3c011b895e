"""Kernels for real GPUs: tiles in workgroup memory, reductions across a workgroup.

They keep to WebGPU's default limits: 256 threads and 16 KiB of workgroup memory per workgroup,
8 storage buffers per shader. Arithmetic is in float32 in both libraries; the dtype is that
of activations and cache in memory.
"""
