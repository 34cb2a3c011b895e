import { describe, expect, it } from 'vitest';
import { openGguf } from './gguf.ts';
import { GgufBytes, arraySource } from './testing/gguf-bytes.ts';
import { writeGguf } from './testing/write-gguf.ts';

const HUGE = 2n ** 62n;
const MAGIC = new TextEncoder().encode('GGUF');

const start = (tensors: number | bigint, pairs: number | bigint) =>
	new GgufBytes().raw(MAGIC).u32(3).u64(tensors).u64(pairs);
/** A file of one pair with key `k`, whose value follows. */
const pair = () => start(0, 1).string('k');
/** A file of tensors of 8 bytes at the given offsets, followed by `dataBytes` bytes. */
const placed = (offsets: [string, number | bigint][], dataBytes: number) => {
	const out = start(offsets.length, 0);
	for (const [name, offset] of offsets) out.string(name).u32(1).u64(2).u32(0).u64(offset);
	return out.pad(32).raw(new Uint8Array(dataBytes));
};
const tensor = (shape: (number | bigint)[], type = 0) => {
	const out = start(1, 0).string('t').u32(shape.length);
	for (const dimension of shape) out.u64(dimension);
	return out.u32(type).u64(0).pad(32).raw(new Uint8Array(64));
};

const CASES: [what: string, code: string, file: GgufBytes][] = [
	['an empty file', 'corrupt', new GgufBytes()],
	['a web page', 'invalid-input', new GgufBytes().raw(new TextEncoder().encode('<!doctype html>'))],
	['version 1', 'unsupported', new GgufBytes().raw(MAGIC).u32(1).u64(0).u64(0)],
	['a big-endian file', 'unsupported', new GgufBytes().raw(MAGIC).u32(0x03000000).u64(0).u64(0)],
	['a header cut short', 'corrupt', new GgufBytes().raw(MAGIC).u32(3).u32(0)],
	['2^62 tensors', 'corrupt', start(HUGE, 0)],
	['2^62 pairs', 'corrupt', start(0, HUGE)],
	['more pairs than the file has', 'corrupt', start(0, 60_000)],
	['a key of 2^62 bytes', 'corrupt', start(0, 1).u64(HUGE)],
	['a key that is not UTF-8', 'corrupt', start(0, 1).u64(2).raw([0xc3, 0x28]).u32(4).u32(0)],
	['a string past the end', 'corrupt', pair().u32(8).u64(1000).raw([65])],
	['a string of 2^62 bytes', 'corrupt', pair().u32(8).u64(HUGE)],
	['a value of an unknown type', 'corrupt', pair().u32(13).u32(0)],
	['a boolean of 2', 'corrupt', pair().u32(7).raw([2])],
	['an array of 2^62 strings', 'corrupt', pair().u32(9).u32(8).u64(HUGE)],
	['an array longer than the file', 'corrupt', pair().u32(9).u32(8).u64(4_000_000)],
	['an array of arrays', 'unsupported', pair().u32(9).u32(9).u64(1)],
	['a key twice', 'corrupt', start(0, 2).string('k').u32(4).u32(1).string('k').u32(4).u32(1)],
	['no dimensions', 'corrupt', tensor([])],
	['five dimensions', 'corrupt', tensor([1, 1, 1, 1, 1])],
	['a dimension of 0', 'corrupt', tensor([0])],
	['a dimension of 2^62', 'corrupt', tensor([HUGE])],
	['a product past 2^53', 'corrupt', tensor([2 ** 30, 2 ** 30])],
	['a product that would wrap to 0', 'corrupt', tensor([2 ** 32, 2 ** 32])],
	['rows that are no whole blocks', 'corrupt', tensor([33], 8)],
	['an unknown tensor type', 'unsupported', tensor([2], 99)],
	['a tensor past the end', 'corrupt', placed([['a', 32]], 32)],
	['an offset of 2^62', 'corrupt', placed([['a', HUGE]], 32)],
	['an offset near 2^53', 'corrupt', placed([['a', 2 ** 53 - 32]], 32)],
	['an offset that is not aligned', 'corrupt', placed([['a', 8]], 64)],
	['overlapping tensors', 'corrupt', placed([['b', 32], ['a', 0], ['c', 32]], 64)],
	['a tensor twice', 'corrupt', placed([['a', 0], ['a', 32]], 64)],
]; // prettier-ignore

describe('a hostile file', () => {
	it.each(CASES)('with %s is %s', async (_what, code, file) => {
		await expect(openGguf(arraySource(file.toBytes()))).rejects.toMatchObject({
			name: 'AppError',
			code,
		});
	});

	it.each([0, 4, 48, 2 ** 31])('with alignment %i is corrupt', async (alignment) => {
		const file = writeGguf({ 'general.alignment': alignment }, []);
		await expect(openGguf(arraySource(file))).rejects.toMatchObject({ code: 'corrupt' });
	});

	it('with any one byte of its header cut off is refused', async () => {
		const file = writeGguf({ a: 'text', b: [1, 2], c: 0.5 }, [
			{ name: 't', shape: [2], type: 0, data: new Uint8Array(8) },
		]);
		for (let length = 0; length < file.length; length++) {
			const cut = arraySource(file.slice(0, length));
			await expect(openGguf(cut), `${length} bytes`).rejects.toMatchObject({ code: 'corrupt' });
		}
	});

	it('with metadata without end is refused after 32 MiB', async () => {
		const text = new Uint8Array(1 << 20).fill(65);
		const pairs = Array.from({ length: 40 }, (_, index) =>
			new GgufBytes().string(`key ${index}`).u32(8).u64(text.length).toBytes(),
		);
		const parts = [start(0, pairs.length).toBytes(), ...pairs.flatMap((head) => [head, text])];
		const source = arraySource(new Uint8Array(await new Blob(parts).arrayBuffer()));
		await expect(openGguf(source)).rejects.toMatchObject({ code: 'invalid-input' });
		expect(source.reads.reduce((sum, [, length]) => sum + length!, 0)).toBe(1 << 25);
	});
});
