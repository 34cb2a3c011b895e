import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openGguf } from '../../formats/gguf/gguf.ts';
import { arraySource } from '../../formats/gguf/testing/gguf-bytes.ts';
import {
	writeGguf,
	type TestTensor,
	type TestValue,
} from '../../formats/gguf/testing/write-gguf.ts';
import { convertToWebLlm } from './convert.ts';
import { largestError } from './testing/largest-error.ts';
import { convertAll, readJson, readPack } from './testing/read-pack.ts';
import { TINY, tinyLlama } from './testing/tiny-decoder.ts';

type Model = ReturnType<typeof tinyLlama>;

const open = ({ metadata, tensors }: Model) => openGguf(arraySource(writeGguf(metadata, tensors)));
const convert = async (model: Model, signal?: AbortSignal) => convertAll(await open(model), signal);
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The tiny model with one tensor changed; `change` returns the new one, or nothing to drop it. */
function changed(name: string, change: (tensor: TestTensor) => TestTensor | undefined): Model {
	const { metadata, tensors } = tinyLlama();
	return { metadata, tensors: tensors.flatMap((t) => (t.name === name ? (change(t) ?? []) : t)) };
}

describe('convertToWebLlm', () => {
	it.each(['Q4_1', 'Q4_0'] as const)('keeps every weight of %s layers exactly', async (linear) => {
		const model = tinyLlama(linear);
		const gguf = await open(model);
		const packed = readPack(await convert(model));
		const error = (stored: string[], name: string, heads?: number[]) =>
			largestError(
				gguf,
				stored.map((part) => `${part}.weight`),
				packed,
				name,
				heads,
			);
		expect(await error(['token_embd'], 'embed_tokens')).toBe(0);
		expect(await error(['output_norm'], 'norm.weight')).toBe(0);
		for (let i = 0; i < TINY.layers; i++) {
			const [b, l] = [`blk.${i}`, `layers.${i}`];
			const attention = [`${b}.attn_q`, `${b}.attn_k`, `${b}.attn_v`];
			expect(await error(attention, `${l}.self_attn.qkv_proj`, [TINY.heads, 1, 0])).toBe(0);
			expect(await error([`${b}.attn_output`], `${l}.self_attn.o_proj`)).toBe(0);
			expect(await error([`${b}.ffn_gate`, `${b}.ffn_up`], `${l}.mlp.gate_up_proj`)).toBe(0);
			expect(await error([`${b}.ffn_down`], `${l}.mlp.down_proj`)).toBe(0);
			expect(await error([`${b}.attn_norm`], `${l}.input_layernorm.weight`)).toBe(0);
			expect(await error([`${b}.ffn_norm`], `${l}.post_attention_layernorm.weight`)).toBe(0);
		}
		expect(packed.size).toBe(2 + TINY.layers * 10 + 1);
	});

	it('makes the same bytes every time, on every machine', async () => {
		const files = await convert(tinyLlama());
		expect(Object.fromEntries(files.map(({ path, bytes }) => [path, digest(bytes)]))).toEqual({
			'mlc-chat-config.json': 'a19b0576b81cfdc4ce5b2f6e7cc80898f250049bbcd4f2e97aa07b7d5318a681',
			'tokenizer.json': '607e0ad80bf0ed387d6ecc9aff361e58504eb2242a146794e4c3af2a82a79e5a',
			'tensor-cache.json': '967202c978ac3f9c2af1e08e6b9e2adc21c3a4615f428501700090c6bf401a52',
			'params_shard_0.bin': '86b148bba8d12e0c329d7555108a92ec80b6423992715c173e15feea29e81de5',
		});
	});

	it('reads no weights before the first shard is asked for', async () => {
		const { metadata, tensors } = tinyLlama();
		const source = arraySource(writeGguf(metadata, tensors));
		const files = convertToWebLlm(await openGguf(source));
		const headerReads = source.reads.length;
		for (const expected of ['mlc-chat-config.json', 'tokenizer.json', 'tensor-cache.json']) {
			const next = await files.next();
			expect(next.value).toMatchObject({ path: expected });
		}
		expect(source.reads.length).toBe(headerReads);
		expect((await files.next()).value).toMatchObject({ path: 'params_shard_0.bin' });
		expect(source.reads.length).toBeGreaterThan(headerReads);
	});

	it('bounds the context window by what the libraries are built for', async () => {
		const config = readJson(await convert(tinyLlama()), 'mlc-chat-config.json');
		expect(config).toMatchObject({ context_window_size: 4096, vocab_size: TINY.vocabulary });
	});

	it('refuses a scale that is not finite', async () => {
		for (const name of ['blk.1.ffn_up.weight', 'token_embd.weight', 'output_norm.weight']) {
			const model = changed(name, (tensor) => {
				const data = Uint8Array.from(tensor.data);
				data.set(tensor.type === 0 ? [0, 0, 0xc0, 0x7f] : [0, 0x7c], 0);
				return { ...tensor, data };
			});
			await expect(convert(model), name).rejects.toMatchObject({ code: 'corrupt' });
		}
	});

	it('refuses a missing tensor, one of another shape and one of another type', async () => {
		const dropped = changed('blk.1.ffn_up.weight', () => undefined);
		await expect(convert(dropped)).rejects.toMatchObject({ code: 'invalid-input' });
		const reshaped = changed('blk.1.ffn_up.weight', (t) => ({ ...t, shape: [96, 64] }));
		await expect(convert(reshaped)).rejects.toMatchObject({ code: 'corrupt' });
		const IQ4_NL = 20;
		const nonlinear = changed('blk.1.attn_v.weight', (t) => ({
			...t,
			type: IQ4_NL,
			data: new Uint8Array((TINY.head * TINY.hidden * 18) / 32),
		}));
		await expect(convert(nonlinear)).rejects.toMatchObject({ code: 'unsupported' });
	});

	it('refuses a tensor that it has no place for, which would be left out', async () => {
		const { metadata, tensors } = tinyLlama();
		const bias = { ...tensors[1]!, name: 'blk.0.attn_q.bias' };
		const extra = convert({ metadata, tensors: [...tensors, bias] });
		await expect(extra).rejects.toMatchObject({
			code: 'unsupported',
			data: { tensor: 'blk.0.attn_q.bias' },
		});
	});

	it.each<[string, TestValue, string]>([
		['general.architecture', 'mamba', 'unsupported'],
		['general.basename', 'stranger', 'unsupported'],
		['tokenizer.ggml.pre', 'constructor', 'unsupported'],
		['llama.rope.dimension_count', 16, 'unsupported'],
		['llama.block_count', 2 ** 31, 'corrupt'],
		['llama.attention.head_count', 0, 'unsupported'],
		['tokenizer.ggml.tokens', Array.from({ length: TINY.vocabulary }, () => 'x'), 'corrupt'],
	])('refuses metadata with %s %j', async (key, value, code) => {
		const { metadata, tensors } = tinyLlama();
		const model = { metadata: { ...metadata, [key]: value }, tensors };
		await expect(convert(model)).rejects.toMatchObject({ code });
	});

	it('stops when aborted', async () => {
		const aborted = convert(tinyLlama(), AbortSignal.abort());
		await expect(aborted).rejects.toMatchObject({ code: 'aborted' });
	});
});
