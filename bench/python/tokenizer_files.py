"""Writes the JSON files beside the graphs: configuration and a byte-level BPE tokenizer."""

import json
from pathlib import Path

from gguf_weights import GgufWeights

CONTROL_TOKEN = 3  # tokenizer.ggml.token_type of tokens such as <|im_end|>


def write_model_files(weights: GgufWeights, folder: Path, context: int) -> None:
    """config, generation_config, tokenizer and tokenizer_config, as transformers.js reads them."""
    special = {
        name: weights.field(f"tokenizer.ggml.{key}_token_id")
        for name, key in (("bos", "bos"), ("eos", "eos"), ("unk", "unknown"), ("pad", "padding"))
    }
    ids = {f"{name}_token_id": special[name] for name in ("bos", "eos", "pad")}
    files = {
        "config.json": _config(weights, context) | ids,
        "generation_config.json": ids,
        "tokenizer.json": _tokenizer(weights),
        "tokenizer_config.json": _tokenizer_config(weights, special, context),
    }
    for name, content in files.items():
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (folder / name).write_text(text, encoding="utf-8")


def _config(weights: GgufWeights, context: int) -> dict[str, object]:
    return {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "hidden_size": weights.parameter("embedding_length"),
        "intermediate_size": weights.parameter("feed_forward_length"),
        "num_hidden_layers": weights.parameter("block_count"),
        "num_attention_heads": weights.parameter("attention.head_count"),
        "num_key_value_heads": weights.parameter("attention.head_count_kv"),
        "head_dim": weights.parameter("rope.dimension_count"),
        "vocab_size": len(weights.field("tokenizer.ggml.tokens")),
        "max_position_embeddings": context,
        "rms_norm_eps": float(weights.parameter("attention.layer_norm_rms_epsilon")),
        "rope_theta": float(weights.parameter("rope.freq_base")),
        "hidden_act": "silu",
        "tie_word_embeddings": True,
        "use_cache": True,
    }


def _tokenizer(weights: GgufWeights) -> dict[str, object]:
    tokens = weights.field("tokenizer.ggml.tokens")
    kinds = weights.field("tokenizer.ggml.token_type")
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
    added = [
        {"id": index, "content": token, "special": True} | flags
        for index, token in enumerate(tokens)
        if kinds[index] == CONTROL_TOKEN
    ]
    byte_level = {"type": "ByteLevel", "trim_offsets": True, "use_regex": True}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": added,
        "normalizer": None,
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "Digits", "individual_digits": True},
                byte_level | {"add_prefix_space": False},
            ],
        },
        "post_processor": None,
        "decoder": byte_level | {"add_prefix_space": True},
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": None,
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": False,
            "byte_fallback": False,
            "vocab": {token: index for index, token in enumerate(tokens)},
            "merges": weights.field("tokenizer.ggml.merges"),
        },
    }


def _tokenizer_config(
    weights: GgufWeights, special: dict[str, int], context: int
) -> dict[str, object]:
    tokens = weights.field("tokenizer.ggml.tokens")
    return {
        "tokenizer_class": "GPT2Tokenizer",
        "add_prefix_space": False,
        "clean_up_tokenization_spaces": False,
        "model_max_length": context,
        "chat_template": weights.field("tokenizer.chat_template"),
    } | {f"{name}_token": tokens[index] for name, index in special.items()}
