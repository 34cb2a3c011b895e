"""Converts a Llama-shaped GGUF (Q4_1 layers, Q8_0 embedding) to the folder transformers.js loads.

    python gguf_to_onnx.py MODEL.gguf FOLDER

writes onnx/model.onnx (float32) and onnx/model_q4c.onnx (the GGUF's own 4-bit codes, exact) with the
configuration and the tokenizer. Both graphs compute with the same weights as the GGUF.
"""

import argparse
from pathlib import Path

import onnx

from gguf_weights import GgufWeights
from linear_layers import Float32Layers, FourBitLayers
from llama_graph import build_llama
from tokenizer_files import write_model_files

VARIANTS = {"model.onnx": Float32Layers, "model_q4c.onnx": FourBitLayers}


def main() -> None:
    parser = argparse.ArgumentParser(description="GGUF to ONNX for transformers.js")
    parser.add_argument("gguf", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--context", type=int, default=2048, help="tokens of the rotary tables")
    options = parser.parse_args()

    weights = GgufWeights(options.gguf)
    (options.folder / "onnx").mkdir(parents=True, exist_ok=True)
    for name, layers in VARIANTS.items():
        onnx.save(build_llama(weights, layers(), options.context), options.folder / "onnx" / name)
    write_model_files(weights, options.folder, options.context)


if __name__ == "__main__":
    main()
