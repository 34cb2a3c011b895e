import { describe, expect, it } from 'vitest';
import { blobSource } from './byte-source.ts';
import { openGguf } from './gguf.ts';
import { arraySource } from './testing/gguf-bytes.ts';
import { writeGguf } from './testing/write-gguf.ts';

const twoRows = Uint8Array.from({ length: 16 }, (_, index) => index);
const tensors = [
	{ name: 'a', shape: [2], type: 0, data: new Uint8Array(8).fill(1) },
	{ name: 'b', shape: [2, 2], type: 0, data: twoRows },
];

describe('openGguf', () => {
	it.each([2, 3])('reads metadata and tensors of version %i', async (version) => {
		const metadata = {
			'general.architecture': 'llama',
			'llama.block_count': 30,
			'llama.epsilon': 0.5,
			'tokenizer.ggml.add_bos_token': false,
			'tokenizer.ggml.tokens': ['a', 'Ġb', '中'],
			'tokenizer.ggml.token_type': [1, 3, -1],
		};
		const gguf = await openGguf(arraySource(writeGguf(metadata, tensors, { version })));
		expect(gguf.metadata.keys()).toEqual(Object.keys(metadata));
		expect(gguf.metadata.string('general.architecture')).toBe('llama');
		expect(gguf.metadata.count('llama.block_count')).toBe(30);
		expect(gguf.metadata.number('llama.epsilon')).toBe(0.5);
		expect(gguf.metadata.booleanOr('tokenizer.ggml.add_bos_token', true)).toBe(false);
		expect(gguf.metadata.strings('tokenizer.ggml.tokens')).toEqual(['a', 'Ġb', '中']);
		expect(gguf.metadata.numbers('tokenizer.ggml.token_type')).toEqual([1, 3, -1]);
		expect(gguf.tensor('b')).toMatchObject({ rows: 2, columns: 2, rowBytes: 8, bytes: 16 });
	});

	it('reads rows of a tensor, at any alignment of the file', async () => {
		const file = writeGguf({ 'general.alignment': 128 }, tensors, { alignment: 128 });
		const gguf = await openGguf(blobSource(new Blob([file])));
		expect(gguf.tensor('b').offset % 128).toBe(0);
		expect(await gguf.rows(gguf.tensor('b'), 1, 1)).toEqual(twoRows.subarray(8));
	});

	it('reads a header of several windows, each byte once, and no tensor data beyond', async () => {
		const tokens = Array.from({ length: 60_000 }, (_, index) => `token number ${index}`);
		const data = new Uint8Array(1 << 23);
		const big = [{ name: 'big', shape: [1 << 21], type: 0, data }];
		const source = arraySource(writeGguf({ tokens }, big));
		const gguf = await openGguf(source);
		expect(gguf.metadata.strings('tokens')).toEqual(tokens);
		let end = 0;
		for (const [offset, length] of source.reads) {
			expect(offset).toBe(end);
			end += length!;
		}
		expect(source.reads.length).toBeGreaterThan(1);
		expect(end).toBeLessThan(gguf.tensor('big').offset + (1 << 20));
	});
});

describe('Metadata', () => {
	it('names the key that is missing or of another type', async () => {
		const { metadata } = await openGguf(arraySource(writeGguf({ name: 'x', half: 0.5 }, [])));
		const invalid = { code: 'invalid-input' };
		expect(() => metadata.string('missing')).toThrow(/missing/);
		expect(() => metadata.count('name')).toThrow(expect.objectContaining(invalid));
		expect(() => metadata.count('half')).toThrow(expect.objectContaining(invalid));
		expect(() => metadata.strings('name')).toThrow(expect.objectContaining(invalid));
		expect(() => metadata.booleanOr('name', true)).toThrow(expect.objectContaining(invalid));
		expect(metadata.countOr('missing', 7)).toBe(7);
		expect(metadata.stringOr('missing', 'y')).toBe('y');
	});
});
