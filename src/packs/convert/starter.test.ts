import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { blobSource } from '../../formats/gguf/byte-source.ts';
import { openGguf, type Gguf } from '../../formats/gguf/gguf.ts';
import { starterPack } from '../catalogue/index.ts';
import { fileSetFor } from '../manifest.ts';
import type { ConvertedFile } from './convert.ts';
import { largestError, type PlacedTensor } from './testing/largest-error.ts';
import { convertAll, readPack } from './testing/read-pack.ts';

const MODEL = resolve('public', 'packs', starterPack.id, 'model.gguf');
const LAYERS = 30;
const LAYER_TENSORS: [stored: string[], packed: string, heads?: number[]][] = [
	[['attn_q', 'attn_k', 'attn_v'], 'self_attn.qkv_proj', [9, 3, 0]],
	[['attn_output'], 'self_attn.o_proj'],
	[['ffn_gate', 'ffn_up'], 'mlp.gate_up_proj'],
	[['ffn_down'], 'mlp.down_proj'],
	[['attn_norm'], 'input_layernorm.weight'],
	[['ffn_norm'], 'post_attention_layernorm.weight'],
];

describe('the real starter model', { timeout: 300_000 }, () => {
	let gguf: Gguf;
	let files: ConvertedFile[];
	let packed: Map<string, PlacedTensor>;

	beforeAll(async () => {
		const blob = await openAsBlob(MODEL).catch((cause: unknown) => {
			throw new Error('the starter model is missing: run npm run prepare-starter', { cause });
		});
		gguf = await openGguf(blobSource(blob));
		files = await convertAll(gguf);
		packed = readPack(files);
	}, 300_000);

	it('is converted to the pinned bytes', () => {
		const made = files.map(({ path, bytes }) => ({
			path,
			bytes: bytes.length,
			sha256: createHash('sha256').update(bytes).digest('hex'),
		}));
		expect(made).toEqual(fileSetFor(starterPack, 'web-llm').files);
	});

	it('has as many weights as the catalogue says', () => {
		const counts = [...gguf.tensors.values()].map(({ rows, columns }) => rows * columns);
		expect(counts.reduce((sum, count) => sum + count)).toBe(starterPack.parameters);
	});

	it('loses nothing in the embedding and the last norm: largest error 0', async () => {
		expect(await largestError(gguf, ['token_embd.weight'], packed, 'embed_tokens')).toBe(0);
		expect(await largestError(gguf, ['output_norm.weight'], packed, 'norm.weight')).toBe(0);
	});

	it.each(LAYER_TENSORS)(
		'loses nothing of %j in any layer: largest error 0',
		async (stored, name, heads) => {
			for (let layer = 0; layer < LAYERS; layer++) {
				const parts = stored.map((part) => `blk.${layer}.${part}.weight`);
				const error = await largestError(gguf, parts, packed, `layers.${layer}.${name}`, heads);
				expect(error, `layer ${layer}`).toBe(0);
			}
		},
	);
});
