import { expect, test } from 'vitest';
import { Validators } from './validators.ts';

function after(...etags: (string | null)[]): Validators {
	const validators = new Validators();
	for (const etag of etags) validators.add(etag);
	return validators;
}

test('the first one fits, and then itself and no other', () => {
	expect(after().fits('"a"')).toBe(true);
	expect(after('"a"').fits('"a"')).toBe(true);
	expect(after('"a"').fits('"b"')).toBe(false);
	expect(after('"a"', '"b"').fits('"a"')).toBe(true);
});

test('a weak one, a malformed one and none say nothing', () => {
	for (const etag of [null, 'W/"a"', 'a', '"a', '']) {
		expect(after(etag).fits('"b"')).toBe(true);
		expect(after('"b"').fits(etag)).toBe(true);
	}
});

test('where there is another one each time they mean nothing', () => {
	expect(after('"a"', '"b"', '"c"').fits('"d"')).toBe(false);
	expect(after('"a"', '"b"', '"c"', '"d"').fits('"e"')).toBe(true);
});

test('nothing is known of bytes that are gone', () => {
	const validators = after('"a"');
	validators.clear();
	expect(validators.fits('"b"')).toBe(true);
});
