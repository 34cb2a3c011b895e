"""Converts a Llama-shaped GGUF (Q4_1 layers, Q8_0 embedding) to the folder transformers.js loads.

    python gguf_to_onnx.py MODEL.gguf FOLDER

writes onnx/model.onnx (float32), onnx/model_q4c.onnx (the GGUF's own 4-bit codes, exact) and
onnx/model_half.onnx (half floats, float32 once loaded) with the configuration and the tokenizer, or only
those named with --only. All compute with the GGUF's weights; half floats round them to 11 bits.
"""

import argparse
from pathlib import Path

import onnx

from gguf_weights import GgufWeights
from linear_layers import Float32Layers, FourBitLayers, HalfLayers
from llama_graph import build_llama
from tokenizer_files import write_model_files

VARIANTS = {
    "model": Float32Layers,
    "model_q4c": FourBitLayers,
    "model_half": HalfLayers,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="GGUF to ONNX for transformers.js")
    parser.add_argument("gguf", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--context", type=int, default=2048, help="tokens of the rotary tables")
    parser.add_argument("--only", action="append", choices=VARIANTS, help="a graph to write")
    options = parser.parse_args()

    weights = GgufWeights(options.gguf)
    (options.folder / "onnx").mkdir(parents=True, exist_ok=True)
    for name in options.only or VARIANTS:
        graph = build_llama(weights, VARIANTS[name](), options.context)
        onnx.save(graph, options.folder / "onnx" / f"{name}.onnx")
    write_model_files(weights, options.folder, options.context)


if __name__ == "__main__":
    main()
