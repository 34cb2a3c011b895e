"""Whole libraries against numpy: logits and greedy text, on real weights."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tokenizers import Tokenizer

from .gguf_weights import write_tokenizer
from .llama import Llama, greedy
from .shader_model import ShaderModel

END = 2
SYSTEM = "You are a helpful AI assistant named SmolLM, trained by Hugging Face"
QUESTION = "What is the capital of France?"


def chat(*turns: str) -> str:
    roles = ["user", "assistant"] * len(turns)
    text = f"<|im_start|>system\n{SYSTEM}<|im_end|>\n"
    for role, turn in zip(roles, turns, strict=False):
        text += f"<|im_start|>{role}\n{turn}<|im_end|>\n"
    return text + "<|im_start|>assistant\n"


@pytest.fixture(scope="session")
def tokenizer(gguf, tmp_path_factory) -> Tokenizer:
    folder = tmp_path_factory.mktemp("tokenizer")
    write_tokenizer(gguf, folder)
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


@pytest.fixture(scope="session")
def llama(architecture, packed) -> Llama:
    return Llama(architecture, packed)


def assert_same_ranking(library, got: np.ndarray, expected: np.ndarray) -> None:
    """Float32 agrees to 0.02; halves along 30 layers may move a logit by some tenths."""
    tolerance = 0.4 if library.dtype == "f16" else 0.02
    assert np.abs(got - expected).max() < tolerance
    assert got.argmax() == expected.argmax()


def test_first_token_and_greedy_answer(library, architecture, packed, llama, tokenizer):
    ids = tokenizer.encode(chat(QUESTION)).ids
    llama.restart()
    model = ShaderModel(library, architecture, packed, window=256)
    assert_same_ranking(library, model.forward(ids), llama.forward(ids))
    model.restart()
    answer = tokenizer.decode(greedy(model, ids, 12, END))
    assert answer == "The capital of France is Paris."


def test_second_turn_after_history(library, architecture, packed, llama, tokenizer):
    first = tokenizer.encode(chat(QUESTION)).ids
    whole = chat(QUESTION, "The capital of France is Paris.", "And of Italy?")
    ids = tokenizer.encode(whole).ids
    assert ids[: len(first)] == first
    llama.restart()
    model = ShaderModel(library, architecture, packed, window=256)
    model.forward(first)
    assert_same_ranking(library, model.forward(ids[len(first) :]), llama.forward(ids))


def test_more_than_two_thousand_tokens(library, architecture, packed, tokenizer):
    """Five chunks of prefill over a growing history, then one token; two of the layers."""
    shallow = replace(architecture, layers=2)
    text = "The miller's wheel turned all night, and in the morning there was flour. "
    ids = tokenizer.encode(text * 200).ids[:2100]
    assert len(ids) == 2100
    llama = Llama(shallow, packed)
    model = ShaderModel(library, shallow, packed, window=2304)
    assert_same_ranking(library, model.forward(ids), llama.forward(ids))
    assert_same_ranking(library, model.forward([28]), llama.forward([28]))
