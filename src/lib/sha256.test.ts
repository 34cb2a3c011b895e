import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSha256, hashBlob } from './sha256.ts';

// FIPS 180-4 example: "abc".
test('agrees with the standard', async () => {
	const hash = await createSha256();
	hash.update(new TextEncoder().encode('a'));
	hash.update(new TextEncoder().encode('bc'));
	expect(hash.digest()).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('two at a time do not mix', async () => {
	const [one, two] = [await createSha256(), await createSha256()];
	one.update(new Uint8Array([1]));
	two.update(new Uint8Array([2]));
	const expected = (byte: number) =>
		createHash('sha256')
			.update(new Uint8Array([byte]))
			.digest('hex');
	expect([one.digest(), two.digest()]).toEqual([expected(1), expected(2)]);
});

test('hashes a Blob of several pieces and tells how far it is', async () => {
	const bytes = new Uint8Array(9 * 1024 * 1024 + 5).map((_, i) => i * 7);
	const hash = await createSha256();
	const steps = [];
	for await (const step of hashBlob(hash, new Blob([bytes]))) steps.push(step);
	expect(steps).toEqual([4 * 1024 * 1024, 8 * 1024 * 1024, bytes.length]);
	expect(hash.digest()).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test('can be aborted', async () => {
	const hashing = hashBlob(await createSha256(), new Blob(['a']), { signal: AbortSignal.abort() });
	await expect(hashing.next()).rejects.toMatchObject({ code: 'aborted' });
});
