"""Every shader of every library is valid and keeps to WebGPU's default limits."""

from math import prod


def test_every_shader_compiles_on_a_device_with_default_limits(library):
    for shader in library.shaders.values():
        library.device.compile(shader)


def test_kernels_that_webllm_calls_are_there(library):
    assert {
        "tir_attention_prefill_ragged", "tir_attention_prefill", "tir_attention_decode",
        "tir_attention_merge_state", "tir_split_rotary", "tir_kv_cache_transpose_append",
        "gather_embedding", "last_token", "softmax", "sample_top_p", "identity_order",
        "apply_bitmask_inplace", "apply_logit_bias_inplace", "apply_penalty_inplace",
    } <= set(library.shaders)


def test_limits(library):
    for shader in library.shaders.values():
        assert prod(shader.workgroup) <= 256, shader.name
        assert shader.workgroup_bytes <= 16384, shader.name
        assert len(shader.bindings) <= 8, shader.name


def test_half_floats_only_where_the_manifest_says(library):
    uses = any("f16" in shader.source for shader in library.shaders.values())
    assert uses == (library.dtype == "f16")


def test_the_model_needs_no_barrier_in_barrier_free_libraries(library):
    sampling = {"softmax", "sample_top_p"}
    with_barriers = {
        name for name, shader in library.shaders.items() if "workgroupBarrier" in shader.source
    }
    assert (with_barriers == sampling) != library.tiled
