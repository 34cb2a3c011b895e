"""The model in numpy and float32, from packed parameters: what every library must agree with."""

from __future__ import annotations

import numpy as np

from ...architecture import Architecture
from ..reference import GROUP, half, rotate


def unpack(parameters: dict[str, np.ndarray], name: str) -> np.ndarray:
    """The matrix `name` as float32 [inputs, outputs]."""
    words = parameters[f"{name}.q_weight"]
    bits = 4 if f"{name}.q_scale_min" in parameters else 8
    shifts = np.arange(0, 32, bits, dtype=np.uint32)
    codes = (words[:, None] >> shifts[:, None]) & np.uint32(2**bits - 1)
    codes = codes.reshape(-1, GROUP, words.shape[1]).astype(np.float32)
    if bits == 4:
        scales = parameters[f"{name}.q_scale_min"]
        values = codes * half(scales)[:, None] + half(scales >> 16)[:, None]
    else:
        packed = parameters[f"{name}.q_scale"]
        scales = np.stack([packed, packed >> np.uint32(16)], axis=1).reshape(-1, words.shape[1])
        values = (codes - 128) * half(scales)[:, None]
    return values.reshape(-1, words.shape[1])


class Llama:
    """One conversation: keys and values of the tokens so far are kept."""

    def __init__(self, architecture: Architecture, parameters: dict[str, np.ndarray]):
        self.architecture = a = architecture
        self._parameters = parameters
        self._embedding = unpack(parameters, "embed_tokens")
        names = ("self_attn.qkv_proj", "self_attn.o_proj", "mlp.gate_up_proj", "mlp.down_proj")
        self._layers = [
            {name: unpack(parameters, f"layers.{i}.{name}") for name in names}
            for i in range(a.layers)
        ]
        self.restart()

    def restart(self) -> None:
        a = self.architecture
        empty = np.zeros((0, a.key_heads, a.head_size), np.float32)
        self._cache = [(empty, empty)] * a.layers

    def forward(self, ids: list[int]) -> np.ndarray:
        """Logits after the last of `ids`, which are appended to the conversation."""
        a = self.architecture
        x = self._embedding[:, ids].T
        past = len(self._cache[0][0])
        positions = np.arange(past, past + len(ids))
        visible = np.arange(past + len(ids))[None] <= positions[:, None]
        for i, layer in enumerate(self._layers):
            h = self._norm(x, f"layers.{i}.input_layernorm")
            qkv = (h @ layer["self_attn.qkv_proj"]).reshape(len(ids), -1, a.head_size)
            split = [a.query_heads, a.query_heads + a.key_heads]
            query, key, value = np.split(qkv, split, axis=1)
            query, key = (rotate(y, positions, a.rope_theta) for y in (query, key))
            key, value = (
                np.concatenate([old, new.astype(np.float32)])
                for old, new in zip(self._cache[i], (key, value), strict=True)
            )
            self._cache[i] = key, value
            attended = self._attend(query.astype(np.float32), key, value, visible)
            x = x + attended @ layer["self_attn.o_proj"]
            h = self._norm(x, f"layers.{i}.post_attention_layernorm")
            gate, up = np.split(h @ layer["mlp.gate_up_proj"], 2, axis=-1)
            x = x + (gate / (1 + np.exp(-gate)) * up) @ layer["mlp.down_proj"]
        return self._norm(x[-1:], "norm")[0] @ self._embedding

    def _norm(self, x: np.ndarray, name: str) -> np.ndarray:
        mean = (x * x).mean(-1, keepdims=True)
        scale = np.sqrt(mean + np.float32(self.architecture.norm_epsilon))
        return x / scale * self._parameters[f"{name}.weight"]

    def _attend(self, query, key, value, visible) -> np.ndarray:
        a = self.architecture
        repeat = a.query_heads // a.key_heads
        key, value = (np.repeat(y, repeat, axis=1) for y in (key, value))
        scores = np.einsum("qhd,khd->hqk", query, key, optimize=True) / np.sqrt(a.head_size)
        scores = np.where(visible[None], scores, np.float32(-1e30))
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        attended = np.einsum("hqk,khd->qhd", weights, value, optimize=True)
        return attended.reshape(len(query), -1).astype(np.float32)


def greedy(model, ids: list[int], count: int, stop: int) -> list[int]:
    """The likeliest continuation of `ids`, at most `count` tokens; ends before `stop`."""
    tokens: list[int] = []
    logits = model.forward(ids)
    while len(tokens) < count and int(logits.argmax()) != stop:
        tokens.append(int(logits.argmax()))
        logits = model.forward(tokens[-1:])
    return tokens
