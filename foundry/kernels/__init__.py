"""WebGPU compute kernels, as functions that return a TVM PrimFunc."""
