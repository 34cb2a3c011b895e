"""Attention over the chunk, over the pages, for one token, and their merge."""

import numpy as np
import pytest

from .reference import attention

HEADS, KEY_HEADS, SIZE, PAGE = 9, 3, 64, 16
SCALE = SIZE**-0.5


def prefill_grid(library, queries: int) -> tuple[int, int]:
    return -(-queries // (32 if library.tiled else 16)), HEADS


def random_tokens(library, rng, count: int, heads: int) -> np.ndarray:
    return library.stored(rng.normal(size=(count, heads, SIZE)))


def paged(rng, key: np.ndarray, value: np.ndarray) -> dict[str, np.ndarray]:
    """Pages in random order among others full of junk; unused rows of the last page are NaN
    in no case, since a cache never holds one, but large."""
    count = -(-len(key) // PAGE)
    pool = np.full((count + 3, 2, KEY_HEADS, PAGE, SIZE), 50.0, np.float32)
    table = rng.permutation(count + 3)[:count].astype(np.int32)
    for position in range(len(key)):
        page = pool[table[position // PAGE]]
        page[0, :, position % PAGE] = key[position]
        page[1, :, position % PAGE] = value[position]
    return {
        "pages": pool,
        "page_starts": np.array([0, count], np.int32),
        "page_table": table,
        "last_page_length": np.array([(len(key) - 1) % PAGE + 1], np.int32),
    }


NO_OFFSETS = {
    "pages_offset": 0, "page_starts_offset": 0, "page_table_offset": 0,
    "last_page_length_offset": 0, "softmax_scale": SCALE,
}


def results(queries: int) -> dict[str, np.ndarray]:
    return {
        "output": np.full((queries, HEADS, SIZE), np.nan, np.float32),
        "log_sum": np.full((queries, HEADS), np.nan, np.float32),
    }


def run_ragged(library, query, key, value, causal: bool):
    n = len(query)
    arrays = {"query": query, "key": key, "value": value, **results(n)}
    return library.run(
        "tir_attention_prefill_ragged", prefill_grid(library, n), arrays,
        queries=n, keys=len(key), causal=int(causal), softmax_scale=SCALE,
    )


def run_paged(library, rng, query, key, value, causal: bool):
    n = len(query)
    arrays = {"query": query, **paged(rng, key, value), **results(n)}
    return library.run(
        "tir_attention_prefill", prefill_grid(library, n), arrays,
        queries=n, causal=int(causal), **NO_OFFSETS,
    )


def run_decode(library, rng, query, key, value):
    grid = (1, HEADS) if library.tiled else (1, -(-HEADS // 4))
    arrays = {"query": query, **paged(rng, key, value), **results(1)}
    return library.run("tir_attention_decode", grid, arrays, batch=1, **NO_OFFSETS)


def merge(library, mine, other):
    n = len(mine["output"])
    arrays = {
        **mine, "other_output": other["output"], "other_log_sum": other["log_sum"],
    }
    grid = (-(-n * HEADS // 32), 1)
    return library.run("tir_attention_merge_state", grid, arrays, hoisted=n * HEADS)


def assert_attends(library, got, query, key, value, visible) -> None:
    output, log_sum = attention(query, key, value, visible)
    library.assert_close(got["output"], output, 1e-5)
    np.testing.assert_allclose(got["log_sum"], log_sum, atol=2e-4)


def causal_mask(queries: int, keys: int) -> np.ndarray:
    """The last query sees every key."""
    return np.arange(keys)[None] <= np.arange(queries)[:, None] + keys - queries


@pytest.mark.parametrize("tokens", [1, 16, 37, 70])
def test_chunk_alone(library, rng, tokens):
    query = random_tokens(library, rng, tokens, HEADS)
    key, value = (random_tokens(library, rng, tokens, KEY_HEADS) for _ in range(2))
    got = run_ragged(library, query, key, value, causal=True)
    assert_attends(library, got, query, key, value, causal_mask(tokens, tokens))


@pytest.mark.parametrize(("tokens", "history"), [(1, 16), (5, 17), (33, 100), (20, 2050)])
@pytest.mark.parametrize("causal", [False, True])
def test_pages(library, rng, tokens, history, causal):
    history = max(history, tokens)
    query = random_tokens(library, rng, tokens, HEADS)
    key, value = (random_tokens(library, rng, history, KEY_HEADS) for _ in range(2))
    got = run_paged(library, rng, query, key, value, causal)
    full = np.ones((tokens, history), bool)
    visible = causal_mask(tokens, history) if causal else full
    assert_attends(library, got, query, key, value, visible)


@pytest.mark.parametrize("history", [1, 15, 16, 65, 130, 2300, 4096])
def test_one_token(library, rng, history):
    query = random_tokens(library, rng, 1, HEADS)
    key, value = (random_tokens(library, rng, history, KEY_HEADS) for _ in range(2))
    got = run_decode(library, rng, query, key, value)
    assert_attends(library, got, query, key, value, np.ones((1, history), bool))


@pytest.mark.parametrize(("tokens", "history"), [(1, 40), (37, 19), (20, 2100)])
def test_chunk_after_history(library, rng, tokens, history):
    """What the cache does for every prefill but the first: chunk, pages, merge."""
    query = random_tokens(library, rng, tokens, HEADS)
    keys = history + tokens
    key, value = (random_tokens(library, rng, keys, KEY_HEADS) for _ in range(2))
    chunk = run_ragged(library, query, key[history:], value[history:], causal=True)
    past = run_paged(library, rng, query, key[:history], value[:history], causal=False)
    got = merge(library, chunk, past)
    assert_attends(library, got, query, key, value, causal_mask(tokens, keys))


def test_prefill_in_pieces_equals_prefill_at_once(library, rng):
    tokens, cut = 60, 23
    query = random_tokens(library, rng, tokens, HEADS)
    key, value = (random_tokens(library, rng, tokens, KEY_HEADS) for _ in range(2))
    whole = run_ragged(library, query, key, value, causal=True)
    first = run_ragged(library, query[:cut], key[:cut], value[:cut], causal=True)
    rest = merge(
        library,
        run_ragged(library, query[cut:], key[cut:], value[cut:], causal=True),
        run_paged(library, rng, query[cut:], key[:cut], value[:cut], causal=False),
    )
    pieces = np.concatenate([first["output"], rest["output"]])
    library.assert_close(pieces, whole["output"], 1e-5)


def test_large_scores_do_not_overflow(library, rng):
    query = library.stored(rng.normal(size=(40, HEADS, SIZE)) * 20)
    key = library.stored(rng.normal(size=(40, KEY_HEADS, SIZE)) * 20)
    value = random_tokens(library, rng, 40, KEY_HEADS)
    got = run_ragged(library, query, key, value, causal=True)
    output, _ = attention(query, key, value, causal_mask(40, 40))
    # A score of thousands in float32 is off by 1e-4, and its exponential by as much.
    library.assert_close(got["output"], output, 2e-3)


def test_merge_with_nothing_changes_nothing(library, rng):
    mine = {
        "output": random_tokens(library, rng, 3, HEADS),
        "log_sum": rng.normal(size=(3, HEADS)).astype(np.float32),
    }
    nothing = {
        "output": np.zeros((3, HEADS, SIZE), np.float32),
        "log_sum": np.full((3, HEADS), -5e4, np.float32),
    }
    got = merge(library, mine, nothing)
    np.testing.assert_array_equal(got["output"], mine["output"])
    np.testing.assert_allclose(got["log_sum"], mine["log_sum"], atol=1e-6)
