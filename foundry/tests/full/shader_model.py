"""The model out of a library's shaders, launched in the order of the compiled graph.

The host code in the .wasm is left out, and runs in the browser only; what it launches is here.
"""

from __future__ import annotations

import numpy as np

from ...architecture import Architecture
from ..conftest import Library

PAGE = 16


def _blocks(count: int, size: int) -> int:
    return -(-count // size)


class ShaderModel:
    """Has the interface of `llama.Llama`. Keys and values are in pages, in reverse order, so
    that a kernel that forgot the page table would be found out."""

    def __init__(
        self,
        library: Library,
        architecture: Architecture,
        parameters: dict[str, np.ndarray],
        window: int,
    ):
        self._library = library
        self._architecture = architecture
        self._parameters = parameters
        self._page_count = _blocks(window, PAGE)
        self.restart()

    def restart(self) -> None:
        a = self._architecture
        shape = (self._page_count, 2, a.key_heads, PAGE, a.head_size)
        self._pages = [np.zeros(shape, np.float32) for _ in range(a.layers)]
        self._length = 0

    def forward(self, ids: list[int]) -> np.ndarray:
        """Logits after the last of `ids`, taken in chunks as WebLLM does."""
        chunk = self._architecture.prefill_chunk
        for start in range(0, len(ids), chunk):
            x = self._chunk(ids[start : start + chunk])
        a = self._architecture
        x = self._norm(x[-1:], "norm")
        return self._linear(x, "embed_tokens", a.vocabulary, bits=8)[0]

    def _chunk(self, ids: list[int]) -> np.ndarray:
        a, run, tokens = self._architecture, self._library.run, len(ids)
        x = run(
            "gather_embedding",
            (_blocks(a.hidden_size, 64), tokens),
            {
                "ids": np.array(ids, np.int32),
                "q_weight": self._parameters["embed_tokens.q_weight"],
                "scales": self._parameters["embed_tokens.q_scale"],
                "y": np.zeros((tokens, a.hidden_size), np.float32),
            },
            tokens=tokens,
        )["y"]
        for i in range(a.layers):
            h = self._norm(x, f"layers.{i}.input_layernorm")
            qkv = self._linear(h, f"layers.{i}.self_attn.qkv_proj", a.qkv_size)
            attended = self._attend(i, qkv)
            x = self._linear(attended, f"layers.{i}.self_attn.o_proj", a.hidden_size, residual=x)
            h = self._norm(x, f"layers.{i}.post_attention_layernorm")
            h = self._linear(h, f"layers.{i}.mlp.gate_up_proj", 2 * a.intermediate_size)
            gated = run(
                f"swiglu_{a.intermediate_size}",
                (_blocks(a.intermediate_size, 64), tokens),
                {"x": h, "y": np.zeros((tokens, a.intermediate_size), np.float32)},
                tokens=tokens,
            )["y"]
            x = self._linear(gated, f"layers.{i}.mlp.down_proj", a.hidden_size, residual=x)
        self._length += tokens
        return x

    def _norm(self, x: np.ndarray, name: str) -> np.ndarray:
        arrays = {"x": x, "weight": self._parameters[f"{name}.weight"], "y": np.zeros_like(x)}
        size = self._architecture.hidden_size
        return self._library.run(f"rms_norm_{size}", (len(x), 1), arrays, tokens=len(x))["y"]

    def _linear(self, x, name: str, outputs: int, bits=4, residual=None) -> np.ndarray:
        tokens, inputs = x.shape
        phase = "decode" if tokens == 1 else "prefill"
        shader = f"linear_{phase}_q{bits}_{inputs}_{outputs}" + (
            "" if residual is None else "_residual"
        )
        scales = "q_scale_min" if bits == 4 else "q_scale"
        arrays = {
            "x": x, "residual": residual, "q_weight": self._parameters[f"{name}.q_weight"],
            "scales": self._parameters[f"{name}.{scales}"],
            "y": np.zeros((tokens, outputs), np.float32),
        }
        grid = self._library.linear_grid(phase, tokens, outputs)
        return self._library.run(shader, grid, arrays, tokens=tokens)["y"]

    def _attend(self, layer: int, qkv: np.ndarray) -> np.ndarray:
        a, run, tokens, past = self._architecture, self._library.run, len(qkv), self._length

        def zeros(heads: int) -> np.ndarray:
            return np.zeros((tokens, heads, a.head_size), np.float32)

        positions = np.arange(past, past + tokens, dtype=np.int32)
        heads = a.query_heads + 2 * a.key_heads
        turned = run(
            "tir_split_rotary",
            (_blocks(heads * a.head_size // 2, 64), tokens),
            {
                "qkv": qkv, "positions": positions, "query": zeros(a.query_heads),
                "key": zeros(a.key_heads), "value": zeros(a.key_heads),
            },
            turns=1, tokens=tokens, positions_offset=0,
        )
        query, key, value = turned["query"], turned["key"], turned["value"]
        result = {
            "output": zeros(a.query_heads),
            "log_sum": np.zeros((tokens, a.query_heads), np.float32),
        }
        scale = a.head_size**-0.5
        tiled = self._library.tiled
        prefill_grid = (_blocks(tokens, 32 if tiled else 16), a.query_heads)
        history = self._paged(layer, past)
        self._append(layer, key, value, positions)
        if tokens == 1:
            grid = (1, a.query_heads if tiled else _blocks(a.query_heads, 4))
            arrays = {"query": query, **self._paged(layer, past + 1), **result}
            got = run("tir_attention_decode", grid, arrays, batch=1, **self._offsets(scale))
            return got["output"].reshape(1, -1)
        chunk = run(
            "tir_attention_prefill_ragged", prefill_grid,
            {"query": query, "key": key, "value": value, **result},
            queries=tokens, keys=tokens, causal=1, softmax_scale=scale,
        )
        if past:
            before = run(
                "tir_attention_prefill", prefill_grid, {"query": query, **history, **result},
                queries=tokens, causal=0, **self._offsets(scale),
            )
            arrays = {
                **chunk,
                "other_output": before["output"], "other_log_sum": before["log_sum"],
            }
            count = tokens * a.query_heads
            grid = (_blocks(count, 32), 1)
            chunk = run("tir_attention_merge_state", grid, arrays, hoisted=count)
        return chunk["output"].reshape(tokens, -1)

    def _append(self, layer: int, key, value, positions) -> None:
        slots = (self._page_count - 1 - positions // PAGE) * PAGE + positions % PAGE
        arrays = {
            "k_data": key, "v_data": value, "position_map": slots.astype(np.int32),
            "pages": self._pages[layer],
        }
        self._pages[layer] = self._library.run(
            "tir_kv_cache_transpose_append", (_blocks(key.size, 256), 1), arrays,
            ntoken=len(key), pages_elem_offset=0, position_map_elem_offset=0, hoisted=key.size,
        )["pages"]

    def _paged(self, layer: int, length: int) -> dict[str, np.ndarray]:
        count = _blocks(length, PAGE)
        return {
            "pages": self._pages[layer],
            "page_starts": np.array([0, count], np.int32),
            "page_table": np.arange(self._page_count - 1, -1, -1, dtype=np.int32)[: max(count, 1)],
            "last_page_length": np.array([(length - 1) % PAGE + 1], np.int32),
        }

    @staticmethod
    def _offsets(scale: float) -> dict[str, int | float]:
        return {
            "pages_offset": 0, "page_starts_offset": 0, "page_table_offset": 0,
            "last_page_length_offset": 0, "softmax_scale": scale,
        }
