"""Repacks a GGUF of SmolLM2 into this project's weights layout, for the foundry's own tests.

The product's converter is TypeScript; this is an independent second opinion on the layout in
`quantization.py`. Usage: python -m foundry.tests.gguf_weights MODEL.gguf FOLDER
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
from gguf import GGUFReader

SHARD_BYTES = 32 << 20
HEADS = {"q": 9, "k": 3}


class Gguf:
    """The tensors of a GGUF file in the shapes and row order of the original checkpoint."""

    def __init__(self, path: Path):
        self.reader = GGUFReader(path)
        self._tensors = {t.name: t for t in self.reader.tensors}

    def blocks(self, name: str, block_bytes: int) -> np.ndarray:
        """uint8 [rows, blocks per row, bytes]; rotary rows back in half-split order."""
        tensor = self._tensors[name]
        rows = int(tensor.shape[1])
        raw = np.ascontiguousarray(tensor.data).view(np.uint8).reshape(rows, -1, block_bytes)
        for part, heads in HEADS.items():
            if name.endswith(f"attn_{part}.weight"):
                pairs = raw.reshape(heads, rows // heads // 2, 2, *raw.shape[1:])
                raw = pairs.swapaxes(1, 2).reshape(raw.shape)
        return raw

    def vector(self, name: str) -> np.ndarray:
        return np.asarray(self._tensors[name].data, dtype=np.float32)

    def q4_1(self, *names: str) -> tuple[np.ndarray, np.ndarray]:
        """Codes uint8 [N, K] and the words (minimum << 16 | scale) uint32 [N, K/32]."""
        raw = np.concatenate([self.blocks(name, 20) for name in names])
        words = raw[:, :, :4].copy().view(np.uint32)[:, :, 0]
        packed = raw[:, :, 4:]
        codes = np.concatenate([packed & 15, packed >> 4], axis=-1)
        return codes.reshape(len(raw), -1), words

    def q8_0(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Codes int8 [N, K] and scales uint16 (half bits) [N, K/32]."""
        raw = self.blocks(name, 34)
        scales = raw[:, :, :2].copy().view(np.uint16)[:, :, 0]
        return raw[:, :, 2:].copy().view(np.int8).reshape(len(raw), -1), scales


def pack_words(codes: np.ndarray, bits: int) -> np.ndarray:
    """uint32 [K·bits/32, N] from codes [N, K]."""
    grouped = codes.astype(np.uint32).reshape(len(codes), -1, 32 // bits)
    shifts = np.arange(32 // bits, dtype=np.uint32) * np.uint32(bits)
    return np.bitwise_or.reduce(grouped << shifts, axis=-1).T


def parameters(gguf: Gguf, layers: int) -> dict[str, np.ndarray]:
    """Every parameter in packed order."""
    result: dict[str, np.ndarray] = {}
    codes, scales = gguf.q8_0("token_embd.weight")
    result["embed_tokens.q_weight"] = pack_words(codes.astype(np.int16) + 128, 8)
    result["embed_tokens.q_scale"] = pack_words(scales, 16)

    def linear(name: str, *sources: str) -> None:
        codes, words = gguf.q4_1(*sources)
        result[f"{name}.q_weight"] = pack_words(codes, 4)
        result[f"{name}.q_scale_min"] = words.T

    for i in range(layers):
        source, target = f"blk.{i}.", f"layers.{i}."
        qkv = [f"{source}attn_{part}.weight" for part in "qkv"]
        linear(f"{target}self_attn.qkv_proj", *qkv)
        linear(f"{target}self_attn.o_proj", f"{source}attn_output.weight")
        linear(
            f"{target}mlp.gate_up_proj", f"{source}ffn_gate.weight", f"{source}ffn_up.weight"
        )
        linear(f"{target}mlp.down_proj", f"{source}ffn_down.weight")
        result[f"{target}input_layernorm.weight"] = gguf.vector(f"{source}attn_norm.weight")
        result[f"{target}post_attention_layernorm.weight"] = gguf.vector(
            f"{source}ffn_norm.weight"
        )
    result["norm.weight"] = gguf.vector("output_norm.weight")
    return result


def write_shards(tensors: dict[str, np.ndarray], folder: Path) -> None:
    """`tensor-cache.json` and raw shards; a tensor larger than a shard has one of its own."""
    shards: list[list[tuple[str, np.ndarray]]] = []
    room = 0
    for name, tensor in tensors.items():
        if not shards or tensor.nbytes > room:
            shards.append([])
            room = SHARD_BYTES
        shards[-1].append((name, np.ascontiguousarray(tensor)))
        room -= tensor.nbytes
    records = []
    for index, shard in enumerate(shards):
        data = b"".join(tensor.tobytes() for _, tensor in shard)
        file = f"params_shard_{index}.bin"
        (folder / file).write_bytes(data)
        offset, entries = 0, []
        for name, tensor in shard:
            entries.append({
                "name": name, "shape": list(tensor.shape), "dtype": str(tensor.dtype),
                "format": "raw", "nbytes": tensor.nbytes, "byteOffset": offset,
            })
            offset += tensor.nbytes
        records.append({
            "dataPath": file, "format": "raw-shard", "nbytes": len(data), "records": entries,
            "md5sum": hashlib.md5(data).hexdigest(),
        })
    total = sum(tensor.nbytes for tensor in tensors.values())
    metadata = {"ParamSize": len(tensors), "ParamBytes": total, "BitsPerParam": 0}
    cache = {"metadata": metadata, "records": records}
    (folder / "tensor-cache.json").write_text(json.dumps(cache))


def write_tokenizer(gguf: Gguf, folder: Path) -> None:
    fields = gguf.reader.fields
    tokens = fields["tokenizer.ggml.tokens"].contents()
    types = fields["tokenizer.ggml.token_type"].contents()
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
    byte_level = {"type": "ByteLevel", "trim_offsets": True, "use_regex": True}
    tokenizer = {
        "version": "1.0", "truncation": None, "padding": None, "normalizer": None,
        "added_tokens": [
            {"id": i, "content": token, **flags, "special": True}
            for i, (token, kind) in enumerate(zip(tokens, types, strict=True)) if kind == 3
        ],
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
            {"type": "Digits", "individual_digits": True},
            {**byte_level, "add_prefix_space": False},
        ]},
        "post_processor": None,
        "decoder": {**byte_level, "add_prefix_space": True},
        "model": {
            "type": "BPE", "dropout": None, "unk_token": None, "fuse_unk": False,
            "continuing_subword_prefix": None, "end_of_word_suffix": None, "byte_fallback": False,
            "vocab": {token: i for i, token in enumerate(tokens)},
            "merges": list(fields["tokenizer.ggml.merges"].contents()),
        },
    }
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False))


def write_config(folder: Path) -> None:
    system = "You are a helpful AI assistant named SmolLM, trained by Hugging Face"
    config = {
        "version": "0.1.0", "model_type": "llama", "quantization": "q4_1", "vocab_size": 49152,
        "context_window_size": 4096, "sliding_window_size": -1, "prefill_chunk_size": 512,
        "attention_sink_size": -1, "tensor_parallel_shards": 1,
        "temperature": 0.7, "top_p": 0.95, "presence_penalty": 0.0, "frequency_penalty": 0.0,
        "repetition_penalty": 1.0, "tokenizer_files": ["tokenizer.json"],
        "tokenizer_info": {
            "token_postproc_method": "byte_level", "prepend_space_in_encode": False,
            "strip_space_in_decode": False,
        },
        "conv_template": {
            "name": "chatml",
            "system_template": "<|im_start|>system\n{system_message}<|im_end|>\n",
            "system_message": system, "system_prefix_token_ids": None,
            "add_role_after_system_message": True,
            "roles": {"user": "<|im_start|>user", "assistant": "<|im_start|>assistant"},
            "role_templates": {
                "user": "{user_message}", "assistant": "{assistant_message}",
                "tool": "{tool_message}",
            },
            "messages": [], "seps": ["<|im_end|>\n"], "role_content_sep": "\n",
            "role_empty_sep": "\n", "stop_str": ["<|im_end|>"], "stop_token_ids": [2],
            "function_string": "", "use_function_calling": False,
        },
        "pad_token_id": 2, "bos_token_id": 1, "eos_token_id": 2,
    }
    (folder / "mlc-chat-config.json").write_text(json.dumps(config, indent=1))


def main() -> None:
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    gguf = Gguf(source)
    write_shards(parameters(gguf, layers=30), folder)
    write_tokenizer(gguf, folder)
    write_config(folder)


if __name__ == "__main__":
    main()
