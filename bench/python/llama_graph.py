"""The Llama architecture as an ONNX graph with the inputs and outputs transformers.js expects."""

import numpy as np
from onnx import ModelProto, TensorProto, helper

from gguf_weights import GgufWeights, stack
from graph_builder import MICROSOFT, GraphBuilder
from linear_layers import LinearLayers

OPSET = 21
IR_VERSION = 10


def build_llama(weights: GgufWeights, layers: LinearLayers, context: int) -> ModelProto:
    """A decoder of `context` tokens at most, with tied embeddings and a key-value cache."""
    if weights.has("output.weight"):
        raise ValueError("only models with tied embeddings are converted here")
    graph = GraphBuilder()
    table = weights.eight_bit("token_embd.weight")
    residual = layers.embed(graph, "input_ids", table)
    first = graph.constant("norm.first", weights.vector("blk.0.attn_norm.weight"))
    epsilon = float(weights.parameter("attention.layer_norm_rms_epsilon"))
    x = graph.add(
        "SimplifiedLayerNormalization", [residual, first], epsilon=epsilon, axis=-1, stash_type=1
    )
    positions = _positions(graph, weights, context)
    blocks = weights.parameter("block_count")
    for index in range(blocks):
        last = index + 1 == blocks
        following = "output_norm.weight" if last else f"blk.{index + 1}.attn_norm.weight"
        attended = _attention(graph, weights, layers, x, index, positions)
        norm = f"blk.{index}.ffn_norm.weight"
        x, residual = _add_and_normalize(graph, weights, residual, attended, norm, epsilon)
        fed = _feed_forward(graph, weights, layers, x, index)
        x, residual = _add_and_normalize(graph, weights, residual, fed, following, epsilon)
    # Only the logits that are asked for: the output layer is a third of the work.
    count = graph.add("Reshape", [graph.add("Neg", ["num_logits_to_keep"]), graph.integers(1)])
    x = graph.add("Slice", [x, count, graph.integers(2**31 - 1), graph.integers(1)])
    layers.unembed(graph, x, table, "logits")
    return _model(graph, weights)


def _positions(graph: GraphBuilder, weights: GgufWeights, context: int) -> list[str]:
    """Lengths of the sequence (less one; and in all) and the rotary tables, for every layer."""
    one = graph.constant("one", np.array(1, np.int64))
    length = graph.add("ReduceSum", ["attention_mask", graph.integers(1)], keepdims=0)
    past = graph.add("Cast", [graph.add("Sub", [length, one])], to=TensorProto.INT32)
    width = graph.add("Gather", [graph.add("Shape", ["attention_mask"]), one])
    total = graph.add("Cast", [width], to=TensorProto.INT32)
    size = weights.parameter("rope.dimension_count")
    steps = float(weights.parameter("rope.freq_base")) ** (-np.arange(0, size, 2) / size)
    angles = np.outer(np.arange(context), steps)
    cosines = graph.constant("rope.cos", np.cos(angles).astype(np.float32))
    sines = graph.constant("rope.sin", np.sin(angles).astype(np.float32))
    return [past, total, cosines, sines]


def _attention(
    graph: GraphBuilder,
    weights: GgufWeights,
    layers: LinearLayers,
    x: str,
    index: int,
    positions: list[str],
) -> str:
    heads = weights.parameter("attention.head_count")
    kv_heads = weights.parameter("attention.head_count_kv")
    prefix = f"blk.{index}"
    packed = stack([
        weights.four_bit(f"{prefix}.attn_q.weight", heads),
        weights.four_bit(f"{prefix}.attn_k.weight", kv_heads),
        weights.four_bit(f"{prefix}.attn_v.weight"),
    ])
    qkv = layers.linear(graph, x, packed, f"{prefix}.qkv")
    past = [f"past_key_values.{index}.key", f"past_key_values.{index}.value"]
    present = [f"present.{index}.key", f"present.{index}.value"]
    attended = graph.add(
        "GroupQueryAttention",
        [qkv, "", "", *past, *positions],
        [f"{prefix}.attended", *present],
        MICROSOFT,
        num_heads=heads,
        kv_num_heads=kv_heads,
        do_rotary=1,
        rotary_interleaved=0,
        scale=float(weights.parameter("rope.dimension_count") ** -0.5),
    )
    output = weights.four_bit(f"{prefix}.attn_output.weight")
    return layers.linear(graph, attended, output, f"{prefix}.output")


def _feed_forward(
    graph: GraphBuilder, weights: GgufWeights, layers: LinearLayers, x: str, index: int
) -> str:
    prefix = f"blk.{index}"
    gate, up, down = (
        weights.four_bit(f"{prefix}.ffn_{part}.weight") for part in ("gate", "up", "down")
    )
    gated = layers.linear(graph, x, gate, f"{prefix}.gate")
    silu = graph.add("Mul", [gated, graph.add("Sigmoid", [gated])])
    product = graph.add("Mul", [silu, layers.linear(graph, x, up, f"{prefix}.up")])
    return layers.linear(graph, product, down, f"{prefix}.down")


def _add_and_normalize(
    graph: GraphBuilder, weights: GgufWeights, residual: str, x: str, norm: str, epsilon: float
) -> tuple[str, str]:
    """(normalized sum, sum)"""
    outputs = [f"{norm}.normalized", "", "", f"{norm}.sum"]
    gain = graph.constant(norm, weights.vector(norm))
    graph.add(
        "SkipSimplifiedLayerNormalization", [residual, x, gain], outputs, MICROSOFT, epsilon=epsilon
    )
    return outputs[0], outputs[3]


def _model(graph: GraphBuilder, weights: GgufWeights) -> ModelProto:
    tensor = helper.make_tensor_value_info
    head_size = weights.parameter("rope.dimension_count")
    kv_heads = weights.parameter("attention.head_count_kv")
    vocabulary = len(weights.field("tokenizer.ggml.tokens"))
    # transformers.js finds the batch dimension of the cache by this name.
    batch = "batch_size"
    inputs = [
        tensor("input_ids", TensorProto.INT64, [batch, "sequence_length"]),
        tensor("attention_mask", TensorProto.INT64, [batch, "total_sequence_length"]),
        tensor("num_logits_to_keep", TensorProto.INT64, []),
    ]
    outputs = [tensor("logits", TensorProto.FLOAT, [batch, "num_logits", vocabulary])]
    for index in range(weights.parameter("block_count")):
        for part in ("key", "value"):
            past = [batch, kv_heads, "past_sequence_length", head_size]
            present = [batch, kv_heads, "total_sequence_length", head_size]
            name = f"{index}.{part}"
            inputs.append(tensor(f"past_key_values.{name}", TensorProto.FLOAT, past))
            outputs.append(tensor(f"present.{name}", TensorProto.FLOAT, present))
    body = helper.make_graph(graph.nodes, "llama", inputs, outputs, graph.initializers)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=IR_VERSION)
