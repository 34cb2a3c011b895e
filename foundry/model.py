"""The model's graph: what WebLLM calls, built from an architecture and a kernel set."""

from __future__ import annotations

from dataclasses import dataclass

from tvm import tirx
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn import Tensor, op
from tvm.relax.frontend.nn.llm.kv_cache import PagedKVCache

from .architecture import Architecture
from .kernels import elementwise, sampling
from .kernels.kernel_set import KernelSet
from .kernels.linear_shape import LinearShape
from .kv_cache import create_kv_cache
from .quantization import Packing, Quantization


@dataclass(frozen=True)
class Build:
    """One library: what to compile, how its weights are packed, and for which device.

    `dtype` is that of activations and of the KV cache; weights and norms do not depend on it.
    """

    architecture: Architecture
    quantization: Quantization
    kernels: KernelSet
    dtype: str


class Linear(nn.Module):
    """A quantized linear layer; `residual` is added to its output."""

    def __init__(self, build: Build, inputs: int, outputs: int, packing: Packing, bias=False):
        self.build, self.inputs, self.outputs, self.bits = build, inputs, outputs, packing.bits
        self.q_weight = nn.Parameter(packing.weight_shape(inputs, outputs), "uint32")
        scales = nn.Parameter(packing.scale_shape(inputs, outputs), "uint32")
        setattr(self, packing.scale_name, scales)
        self.packed = [self.q_weight, scales]
        self.bias = nn.Parameter((outputs,), "float32") if bias else None

    def forward(
        self, x: Tensor, residual: Tensor | None = None, output_dtype: str | None = None
    ) -> Tensor:
        tokens, output_dtype = x.shape[1], output_dtype or self.build.dtype
        shape = LinearShape(
            inputs=self.inputs,
            outputs=self.outputs,
            bits=self.bits,
            tokens=tokens if isinstance(tokens, int) else None,
            dtype=self.build.dtype,
            output_dtype=output_dtype,
            residual=residual is not None,
            bias=self.bias is not None,
        )
        added = [extra for extra in (residual, self.bias) if extra is not None]
        result = Tensor.placeholder([1, tokens, self.outputs], output_dtype)
        kernel = self.build.kernels.linear(shape)
        return op.tensor_ir_op(kernel, shape.name, [x, *self.packed, *added], result)


class Embedding(Linear):
    """The token embedding, which is the output matrix too."""

    def __init__(self, build: Build):
        a = build.architecture
        super().__init__(build, a.hidden_size, a.vocabulary, build.quantization.embedding)

    def embed(self, ids: Tensor) -> Tensor:
        kernel = elementwise.gather_embedding(self.inputs, self.outputs, self.build.dtype)
        result = Tensor.placeholder([ids.shape[0], self.inputs], self.build.dtype)
        return op.tensor_ir_op(kernel, "gather_embedding", [ids, *self.packed], result)


class RMSNorm(nn.Module):
    def __init__(self, build: Build, size: int):
        self.build, self.size = build, size
        self.weight = nn.Parameter((size,), "float32")

    def forward(self, x: Tensor) -> Tensor:
        epsilon = self.build.architecture.norm_epsilon
        kernel = self.build.kernels.rms_norm(self.size, epsilon, self.build.dtype)
        result = Tensor.placeholder(x.shape, self.build.dtype)
        return op.tensor_ir_op(kernel, f"rms_norm_{self.size}", [x, self.weight], result)


class Attention(nn.Module):
    def __init__(self, build: Build):
        a = self.architecture = build.architecture
        packing = build.quantization.linear
        self.qkv_proj = Linear(build, a.hidden_size, a.qkv_size, packing, a.attention_bias)
        self.o_proj = Linear(build, a.query_heads * a.head_size, a.hidden_size, packing)

    def forward(self, x: Tensor, cache: PagedKVCache, layer: int, residual: Tensor) -> Tensor:
        a, tokens = self.architecture, x.shape[1]
        heads = a.query_heads + 2 * a.key_heads
        qkv = op.reshape(self.qkv_proj(x), (1, tokens, heads, a.head_size))
        attended = cache.attention_with_fused_qkv(
            layer, qkv, a.query_heads, sm_scale=a.head_size**-0.5
        )
        joined = op.reshape(attended, (1, tokens, a.query_heads * a.head_size))
        return self.o_proj(joined, residual)


class MLP(nn.Module):
    def __init__(self, build: Build):
        a, packing = build.architecture, build.quantization.linear
        self.build = build
        self.gate_up_proj = Linear(build, a.hidden_size, 2 * a.intermediate_size, packing)
        self.down_proj = Linear(build, a.intermediate_size, a.hidden_size, packing)

    def forward(self, x: Tensor, residual: Tensor) -> Tensor:
        size = self.build.architecture.intermediate_size
        kernel = elementwise.swiglu(size, self.build.dtype)
        result = Tensor.placeholder([1, x.shape[1], size], self.build.dtype)
        gated = op.tensor_ir_op(kernel, f"swiglu_{size}", [self.gate_up_proj(x)], result)
        return self.down_proj(gated, residual)


class Layer(nn.Module):
    def __init__(self, build: Build):
        size = build.architecture.hidden_size
        self.self_attn = Attention(build)
        self.mlp = MLP(build)
        self.input_layernorm = RMSNorm(build, size)
        self.post_attention_layernorm = RMSNorm(build, size)

    def forward(self, x: Tensor, cache: PagedKVCache, layer: int) -> Tensor:
        x = self.self_attn(self.input_layernorm(x), cache, layer, x)
        return self.mlp(self.post_attention_layernorm(x), x)


class Model(nn.Module):
    """Each method is an exported function; names and arguments are the ones WebLLM calls."""

    def __init__(self, build: Build):
        a = build.architecture
        self.build = build
        self.embed_tokens = Embedding(build)
        self.layers = nn.ModuleList([Layer(build) for _ in range(a.layers)])
        self.norm = RMSNorm(build, a.hidden_size)

    def _trunk(self, x: Tensor, cache: PagedKVCache) -> Tensor:
        for i, layer in enumerate(self.layers):
            x = layer(x, cache, i)
        return x

    def _logits(self, x: Tensor) -> Tensor:
        # Sums are float32 anyway, and rounding logits to halves would change the ranking.
        return self.embed_tokens(self.norm(x), output_dtype="float32")

    def embed(self, input_ids: Tensor) -> Tensor:
        return self.embed_tokens.embed(input_ids)

    def prefill(self, input_embed: Tensor, paged_kv_cache: PagedKVCache):
        size, dtype = self.build.architecture.hidden_size, self.build.dtype
        x = self._trunk(input_embed, paged_kv_cache)
        result = Tensor.placeholder([1, 1, size], dtype)
        x = op.tensor_ir_op(elementwise.last_token(size, dtype), "last_token", [x], result)
        return self._logits(x), paged_kv_cache

    def decode(self, input_embed: Tensor, paged_kv_cache: PagedKVCache):
        return self._logits(self._trunk(input_embed, paged_kv_cache)), paged_kv_cache

    def softmax_with_temperature(self, logits: Tensor, temperature: Tensor) -> Tensor:
        kernel = sampling.softmax_with_temperature(self.build.architecture.vocabulary)
        result = Tensor.placeholder(logits.shape, "float32")
        return op.tensor_ir_op(kernel, "softmax", [logits, temperature], result)

    def argsort_probs(self, probs: Tensor):
        kernel = sampling.identity_order(self.build.architecture.vocabulary)
        order = Tensor.placeholder(probs.shape, "int32")
        return probs, op.tensor_ir_op(kernel, "identity_order", [probs], order)

    def sample_with_top_p(
        self,
        sorted_probs: Tensor,
        sorted_indices: Tensor,
        uniform_samples: Tensor,
        sample_indices: Tensor,
        top_p: Tensor,
    ) -> Tensor:
        kernel = sampling.sample_top_p(self.build.architecture.vocabulary)
        arguments = [sorted_probs, uniform_samples, sample_indices, top_p]
        drawn = Tensor.placeholder(uniform_samples.shape, "int32")
        return op.tensor_ir_op(kernel, "sample_top_p", arguments, drawn)

    def create_tir_paged_kv_cache(
        self,
        max_batch_size: tirx.Var,
        max_total_seq_len: tirx.Var,
        prefill_chunk_size: tirx.Var,
        page_size: tirx.Var,
        support_sliding_window: tirx.Var,
    ) -> PagedKVCache:
        sizes = [
            max_batch_size, max_total_seq_len, prefill_chunk_size, page_size,
            support_sliding_window,
        ]
        return create_kv_cache(self.build.architecture, self.build.kernels, self.build.dtype, sizes)

    def specification(self) -> nn.spec.ModuleSpec:
        """The type of every exported function."""
        a, tensor = self.build.architecture, nn.spec.Tensor
        weights = {"param_mode": "packed", "effect_mode": "none"}
        plain = {"param_mode": "none", "effect_mode": "none"}
        cache = nn.spec.Object(object_type=PagedKVCache)
        rows = ["batch_size", a.vocabulary]
        return nn.spec.ModuleSpec.from_raw({
            "embed": {"input_ids": tensor(["tokens"], "int32"), "$": weights},
            "prefill": {
                "input_embed": tensor([1, "tokens", a.hidden_size], self.build.dtype),
                "paged_kv_cache": cache, "$": weights,
            },
            "decode": {
                "input_embed": tensor([1, 1, a.hidden_size], self.build.dtype),
                "paged_kv_cache": cache, "$": weights,
            },
            "softmax_with_temperature": {
                "logits": tensor(["batch_size", 1, a.vocabulary], "float32"),
                "temperature": tensor(["batch_size"], "float32"), "$": plain,
            },
            "argsort_probs": {"probs": tensor(rows, "float32"), "$": plain},
            "sample_with_top_p": {
                "sorted_probs": tensor(rows, "float32"),
                "sorted_indices": tensor(rows, "int32"),
                "uniform_samples": tensor(["samples"], "float32"),
                "sample_indices": tensor(["samples"], "int32"),
                "top_p": tensor(["batch_size"], "float32"), "$": plain,
            },
            "create_tir_paged_kv_cache": {
                "max_batch_size": int, "max_total_seq_len": int, "prefill_chunk_size": int,
                "page_size": int, "support_sliding_window": int, "$": plain,
            },
        }, self)
