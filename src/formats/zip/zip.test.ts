import { expect, test } from 'vitest';
import { openZip } from './open-zip.ts';
import { readEntry } from './read-entry.ts';
import { zeroBlob } from './testing/join-blob.ts';
import { textEntry, zipBlob, type TestEnd, type TestEntry } from './testing/zip-bytes.ts';
import { writeZip } from './write-zip.ts';

const MODIFIED = new Date(2026, 0, 2, 3, 4, 6);

async function contentOf(entry: Parameters<typeof readEntry>[0]): Promise<string> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	for await (const bytes of readEntry(entry)) parts.push(bytes);
	return new Blob(parts).text();
}

async function* chunks(...texts: string[]) {
	for (const text of texts) yield new TextEncoder().encode(text);
}

async function written(
	...inputs: [name: string, chunks: AsyncIterable<Uint8Array<ArrayBuffer>>][]
) {
	const stream = await writeZip(
		inputs.map(([name, chunks]) => ({ name, modifiedAt: MODIFIED, chunks })),
	);
	return new Response(stream).blob();
}

test('what is written is read', async () => {
	const blob = await written(
		['quern.json', chunks('{}')],
		['files/a', chunks('one', 'two')],
		['files/empty', chunks()],
	);
	const entries = await openZip(blob);
	expect(entries.map(({ name }) => name)).toEqual(['quern.json', 'files/a', 'files/empty']);
	expect(await Promise.all(entries.map(contentOf))).toEqual(['{}', 'onetwo', '']);
});

test("the tests' own writer makes byte for byte the same records, times apart", async () => {
	const ours = zipBlob([textEntry('a', 'one'), textEntry('b/c', 'two')]);
	const theirs = await written(['a', chunks('one')], ['b/c', chunks('two')]);
	const bytes = async (blob: Blob) => [...new Uint8Array(await blob.arrayBuffer())];
	const [mine, other] = [await bytes(ours), await bytes(theirs)];
	expect(mine.length).toBe(other.length);
	// Two local and two central headers carry a time and a date.
	expect(mine.filter((byte, i) => byte !== other[i]).length).toBeLessThanOrEqual(4 * 4);
});

test('the chunks pass through as the objects they are, and their failure ends the stream', async () => {
	const chunk = new Uint8Array([1, 2, 3]);
	async function* failing() {
		yield chunk;
		throw new RangeError('gone');
	}
	const stream = await writeZip([{ name: 'a', modifiedAt: MODIFIED, chunks: failing() }]);
	const reader = stream.getReader();
	const seen: unknown[] = [];
	const read = async () => {
		for (;;) seen.push((await reader.read()).value);
	};
	await expect(read()).rejects.toThrow('gone');
	expect(seen).toContain(chunk);
});

const GIB = 2 ** 30;
test('Zip64: a long entry, and one behind it', async () => {
	const entries = await openZip(
		zipBlob([{ name: 'long', data: zeroBlob(5 * GIB) }, textEntry('b', 'two')]),
	);
	expect(entries.map(({ blob }) => blob.size)).toEqual([5 * GIB, 3]);
	expect(await contentOf(entries[1]!)).toBe('two');
});

const one = (changes: Partial<TestEntry>) => [{ ...textEntry('files/a', 'text'), ...changes }];
const bytes = (...values: number[]) => Uint8Array.from(values);
const zip64Extra = bytes(1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0);

const hostile: [what: string, code: string, entries: TestEntry[], end?: TestEnd][] = [
	...['../a', 'a/../../b', '/etc/passwd', 'C:\\a', 'a\\b', './a', 'a//b', 'a/', '', '.hidden'].map(
		(name): [string, string, TestEntry[]] => [`the name “${name}”`, 'invalid-input', one({ name })],
	),
	['a name with a bidi override', 'invalid-input', one({ name: '\u202Egpj.exe' })],
	['a name with a null byte', 'invalid-input', one({ name: 'a\0b' })],
	['a very long name', 'invalid-input', one({ name: 'a'.repeat(201) })],
	['the same name twice', 'invalid-input', [...one({}), ...one({})]],
	['names that differ in case', 'invalid-input', [...one({ name: 'A' }), ...one({ name: 'a' })]],
	['a symlink', 'invalid-input', one({ mode: 0o120777 })],
	['a folder', 'invalid-input', one({ mode: 0o040755 })],
	['a device', 'invalid-input', one({ mode: 0o020666 })],
	['deflate', 'invalid-input', one({ method: 8 })],
	['encryption', 'invalid-input', one({ flags: 0x0809 })],
	['a masked header', 'invalid-input', one({ flags: 0x2808 })],
	['an entry that is not streamed', 'invalid-input', one({ flags: 0x0800 })],
	['an entry with a comment', 'invalid-input', one({ comment: 'PK' })],
	['an extra field', 'invalid-input', one({ extra: bytes(0x75, 0x70, 0, 0) })],
	['a Zip64 field that nothing needs', 'invalid-input', one({ extra: zip64Extra })],
	['a comment', 'invalid-input', one({}), { comment: 'hello' }],
	['a comment that is an end record', 'invalid-input', one({}), { tail: new Uint8Array(22) }],
	['another disk', 'invalid-input', one({}), { disk: 1 }],
	['bytes behind the end', 'invalid-input', one({}), { tail: bytes(0) }],
	['another name in the directory', 'corrupt', one({ directoryName: 'files/b' })],
	['another length in the directory', 'corrupt', one({ bytes: 3 })],
	['a length of 4 GB less one', 'corrupt', one({ bytes: 0xfffffffe })],
	['a length of 5 GB', 'corrupt', one({ bytes: 5 * GIB })],
	['a length beyond 2^53', 'corrupt', one({ bytes: 2 ** 60 })],
	['an offset past the end', 'corrupt', one({ offset: 0x7fffffff })],
	['an offset of 2^60', 'corrupt', one({ offset: 2 ** 60 })],
	['entries that overlap', 'corrupt', [...one({}), ...one({ name: 'b', offset: 0 })]],
	['a gap between entries', 'corrupt', [...one({ gap: bytes(1) }), textEntry('b', '')]],
	['a gap before the directory', 'corrupt', one({ gap: bytes(1) })],
	['a directory elsewhere', 'corrupt', one({}), { directoryOffset: 3 }],
	['a directory past the end', 'corrupt', one({}), { directoryOffset: 2 ** 40 }],
	['more entries than there are', 'corrupt', one({}), { entries: 2 }],
	['fewer entries than there are', 'corrupt', one({}), { entries: 0 }],
];

test.each(hostile)('%s is refused as %s', async (_what, code, entries, end) => {
	await expect(openZip(zipBlob(entries, end))).rejects.toMatchObject({ code });
});

test('a directory of a megabyte and more is not read', async () => {
	const many = Array.from({ length: 7000 }, (_, i) => textEntry(`${'a'.repeat(150)}${i}`, ''));
	await expect(openZip(zipBlob(many))).rejects.toMatchObject({ code: 'invalid-input' });
});

test('what is no zip file is refused', async () => {
	for (const content of ['', 'PK', 'x'.repeat(1000)]) {
		await expect(openZip(new Blob([content]))).rejects.toMatchObject({ code: 'invalid-input' });
	}
});

test('a wrong CRC is found by the end of the entry', async () => {
	const [entry] = await openZip(zipBlob(one({ crc32: 1 })));
	await expect(contentOf(entry!)).rejects.toMatchObject({ code: 'corrupt' });
});

test('cut anywhere, or with any one byte changed, it is refused or reads the same', async () => {
	const whole = new Uint8Array(await zipBlob(one({})).arrayBuffer());
	const read = async (content: Uint8Array<ArrayBuffer>) => {
		const entries = await openZip(new Blob([content]));
		return Promise.all(entries.map(async (entry) => [entry.name, await contentOf(entry)]));
	};
	for (let length = 0; length < whole.length; length++) {
		await expect(read(whole.slice(0, length))).rejects.toMatchObject({ name: 'AppError' });
	}
	let refused = 0;
	for (let offset = 0; offset < whole.length; offset++) {
		const changed = whole.with(offset, (whole[offset] ?? 0) ^ 1);
		const result = await read(changed).catch((error: Error) => error.name);
		if (result === 'AppError') refused++;
		else expect(result).toEqual([['files/a', 'text']]);
	}
	// What remains are versions, times and permissions, which nobody reads.
	expect(refused).toBeGreaterThan(whole.length * 0.7);
});
