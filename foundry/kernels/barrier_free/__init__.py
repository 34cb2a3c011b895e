"""Kernels without workgroup memory or barriers, for WebGPU adapters that run on the processor.

A software adapter pays for every barrier with a switch between fibers; one thread that does
a whole dot product is thirty times faster there. Products are stored before they are added
because WGSL's `fma` is emulated.
"""
