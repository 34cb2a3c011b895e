import { expect, test } from 'vitest';
import { fromBase32, toBase32 } from './base32.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

// https://www.rfc-editor.org/rfc/rfc4648#section-10, without the padding.
test.each([
	['', ''],
	['f', 'MY'],
	['fo', 'MZXQ'],
	['foo', 'MZXW6'],
	['foob', 'MZXW6YQ'],
	['fooba', 'MZXW6YTB'],
	['foobar', 'MZXW6YTBOI'],
])('“%s” is %s', (text, base32) => {
	expect(toBase32(bytesOf(text))).toBe(base32);
	expect(fromBase32(base32)).toEqual(bytesOf(text));
});

test('every byte value survives', () => {
	const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
	expect(fromBase32(toBase32(bytes))).toEqual(bytes);
});

test.each(['M', 'MZX', 'M1', 'my', 'MZ', 'MY======', 'M Y'])('“%s” is no Base32', (text) => {
	expect(fromBase32(text)).toBeUndefined();
});
