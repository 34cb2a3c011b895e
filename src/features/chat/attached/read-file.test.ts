import { expect, test } from 'vitest';
import { isModelFile, MAX_BYTES, readTextFile } from './read-file.ts';

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);
const utf16 = (text: string, littleEndian: boolean) => {
	const view = new DataView(new ArrayBuffer(2 * text.length));
	[...text].forEach((letter, i) => view.setUint16(2 * i, letter.charCodeAt(0), littleEndian));
	return view.buffer;
};

test.each([
	['UTF-8', 'سلام, 你好'],
	['UTF-8 with its mark', '\ufeffسلام, 你好'],
	['UTF-16, little end first', utf16('\ufeffسلام, 你好', true)],
	['UTF-16, big end first', utf16('\ufeffسلام, 你好', false)],
])('%s is read', async (_name, part) => {
	expect(await readTextFile(file('a.txt', part))).toEqual({ name: 'a.txt', text: 'سلام, 你好' });
});

test.each([
	['not-text', file('data.bin', new Uint8Array([0x61, 0, 0x62]))],
	['not-text', file('latin1.txt', new Uint8Array([0x63, 0xe9]))],
	['not-text', file('cut.txt', new Uint8Array([0xff, 0xfe, 0x61]))],
	['too-large', file('long.txt', 'x'.repeat(MAX_BYTES + 1))],
	['picture', new File(['x'], 'a', { type: 'image/png' })],
	['picture', file('IMG_1.HEIC', 'x')],
	['document', file('letter.PDF', '%PDF')],
])('%s', async (refusal, given) => expect(await readTextFile(given)).toBe(refusal));

test('line ends of another system are lines', async () => {
	expect(await readTextFile(file('a.csv', 'a\r\nb'))).toMatchObject({ text: 'a\nb' });
});

test('models are known by their names', () => {
	expect(['a.gguf', 'B.QUERN', 'gguf.txt'].map((name) => isModelFile(file(name)))).toEqual([
		true,
		true,
		false,
	]);
});
