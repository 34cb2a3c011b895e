import { describe, expect, test } from 'vitest';
import type { ShardStore } from '../shard-store.ts';

const DIGEST = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

const bytes = (...values: number[]) => new Uint8Array(values);
/** Comparing a mebibyte value by value takes seconds. */
const isAll = (piece: Uint8Array, value: number) =>
	piece.length === 2 ** 20 && piece.every((each) => each === value);
const valuesOf = async (blob: Blob | undefined) =>
	blob && [...new Uint8Array(await blob.arrayBuffer())];

/** What every ShardStore keeps to. `create` makes an empty one; `reopen` is another one over the same disk. */
export function testShardStore(
	name: string,
	create: () => { store: ShardStore; reopen: () => ShardStore },
): void {
	describe(`${name} keeps the contract of a shard store`, () => {
		test('an unknown file is not there', async () => {
			const { store } = create();
			expect(await store.has(DIGEST)).toBe(false);
			expect(await store.read(DIGEST)).toBeUndefined();
			expect(await store.written(DIGEST)).toBe(0);
			expect(await valuesOf(await store.partial(DIGEST))).toEqual([]);
			expect(await store.list()).toEqual([]);
		});

		test('a file is invisible until it is sealed', async () => {
			const { store } = create();
			await store.write(DIGEST, 0, bytes(1, 2, 3));
			await store.write(DIGEST, 3, bytes(4));
			expect(await store.has(DIGEST)).toBe(false);
			expect(await store.read(DIGEST)).toBeUndefined();
			expect(await store.list()).toEqual([]);
			expect(await store.written(DIGEST)).toBe(4);

			await store.seal(DIGEST, 4);
			expect(await store.has(DIGEST)).toBe(true);
			expect(await valuesOf(await store.read(DIGEST))).toEqual([1, 2, 3, 4]);
			expect(await store.list()).toEqual([{ digest: DIGEST, bytes: 4 }]);
			expect(await store.written(DIGEST)).toBe(0);
		});

		test('what was acknowledged is there for the next one', async () => {
			const { store, reopen } = create();
			await store.write(DIGEST, 0, bytes(1, 2));
			await store.write(OTHER, 0, bytes(9));
			await store.seal(OTHER, 1);
			const next = reopen();
			expect(await next.written(DIGEST)).toBe(2);
			expect(await valuesOf(await next.partial(DIGEST))).toEqual([1, 2]);
			expect(await valuesOf(await next.read(OTHER))).toEqual([9]);
		});

		test('deleted while another reads it, a file gives its own bytes or an error, and no others', async () => {
			const { store, reopen } = create();
			const chunks = [1, 2, 3].map((value) => new Uint8Array(2 ** 20).fill(value));
			for (const [i, chunk] of chunks.entries()) await store.write(DIGEST, i * 2 ** 20, chunk);
			await store.seal(DIGEST, 3 * 2 ** 20);
			const blob = (await store.read(DIGEST))!;
			const pieceAt = async (i: number) =>
				new Uint8Array(await blob.slice(i * 2 ** 20, (i + 1) * 2 ** 20).arrayBuffer());
			expect(isAll(await pieceAt(0), 1)).toBe(true);
			const other = reopen();
			await other.delete(DIGEST);
			await other.write(DIGEST, 0, bytes(9, 9, 9));
			for (const i of [1, 2]) {
				const piece = await pieceAt(i).catch((error: Error) => error);
				if (!(piece instanceof Error)) expect(isAll(piece, i + 1)).toBe(true);
			}
			expect(await store.read(DIGEST)).toBeUndefined();
		});

		test('chunks stay in order past the tenth', async () => {
			const { store } = create();
			const expected = Array.from({ length: 23 }, (_, i) => i);
			for (const i of expected) await store.write(DIGEST, i, bytes(i));
			await store.seal(DIGEST, 23);
			expect(await valuesOf(await store.read(DIGEST))).toEqual(expected);
		});

		test('a chunk anywhere but at the end is refused, and changes nothing', async () => {
			const { store } = create();
			await store.write(DIGEST, 0, bytes(1, 2));
			for (const offset of [0, 1, 3]) {
				await expect(store.write(DIGEST, offset, bytes(7))).rejects.toMatchObject({ code: 'busy' });
			}
			expect(await valuesOf(await store.partial(DIGEST))).toEqual([1, 2]);
		});

		test('of two writers at the same place one is refused', async () => {
			const { store, reopen } = create();
			const results = await Promise.allSettled([
				store.write(DIGEST, 0, bytes(1)),
				reopen().write(DIGEST, 0, bytes(2)),
			]);
			expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
			expect(await store.written(DIGEST)).toBe(1);
		});

		test('a sealed file is never written again', async () => {
			const { store } = create();
			await store.write(DIGEST, 0, bytes(1));
			await store.seal(DIGEST, 1);
			for (const offset of [0, 1]) {
				await expect(store.write(DIGEST, offset, bytes(7))).rejects.toMatchObject({ code: 'busy' });
			}
			expect(await valuesOf(await store.read(DIGEST))).toEqual([1]);
		});

		test('a file is not sealed with another length than it has', async () => {
			const { store } = create();
			await store.write(DIGEST, 0, bytes(1, 2));
			for (const length of [1, 3]) {
				await expect(store.seal(DIGEST, length)).rejects.toMatchObject({ code: 'corrupt' });
			}
			expect(await store.has(DIGEST)).toBe(false);
		});

		test('a chunk may be changed by its owner once it is acknowledged', async () => {
			const { store } = create();
			const chunk = bytes(1, 2, 3);
			await store.write(DIGEST, 0, chunk);
			chunk.fill(0);
			expect(await valuesOf(await store.partial(DIGEST))).toEqual([1, 2, 3]);
		});

		test('an empty file can be sealed', async () => {
			const { store } = create();
			await store.seal(DIGEST, 0);
			expect(await valuesOf(await store.read(DIGEST))).toEqual([]);
		});

		test('delete removes a file, sealed or not, and no other', async () => {
			const { store } = create();
			await store.write(DIGEST, 0, bytes(1));
			await store.write(OTHER, 0, bytes(2));
			await store.seal(OTHER, 1);
			await store.delete(DIGEST);
			expect(await store.written(DIGEST)).toBe(0);
			expect(await store.has(OTHER)).toBe(true);
			await store.delete(OTHER);
			expect(await store.list()).toEqual([]);
			await store.write(OTHER, 0, bytes(3));
			expect(await valuesOf(await store.partial(OTHER))).toEqual([3]);
		});

		test('an aborted write does not begin', async () => {
			const { store } = create();
			const write = store.write(DIGEST, 0, bytes(1), { signal: AbortSignal.abort() });
			await expect(write).rejects.toMatchObject({ code: 'aborted' });
			expect(await store.written(DIGEST)).toBe(0);
		});
	});
}
