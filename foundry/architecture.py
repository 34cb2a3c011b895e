"""What has to be known about a model to compile it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

MODELS = Path(__file__).parent / "models"


@dataclass(frozen=True)
class Architecture:
    """A decoder-only transformer of the Llama family, read from `models/<id>.json`.

    Grouped-query attention with rotary embedding over whole heads, RMSNorm, SwiGLU, and the
    embedding used again as the output matrix. `attention_bias` adds a bias to queries, keys
    and values (Qwen2). `context_window` and `prefill_chunk` are in tokens.
    """

    hidden_size: int
    layers: int
    query_heads: int
    key_heads: int
    head_size: int
    intermediate_size: int
    vocabulary: int
    rope_theta: float
    norm_epsilon: float
    attention_bias: bool
    context_window: int
    prefill_chunk: int

    @property
    def qkv_size(self) -> int:
        return (self.query_heads + 2 * self.key_heads) * self.head_size


def read_architecture(model: str) -> Architecture:
    """Raises FileNotFoundError for an unknown model, TypeError for a missing or unknown field."""
    return Architecture(**json.loads((MODELS / f"{model}.json").read_text())["architecture"])
