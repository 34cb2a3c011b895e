import { expect, test } from 'vitest';
import { isSafeAddress } from './safe-address.ts';

test.each([
	'https://hub.example/',
	'http://localhost:8080/',
	'http://127.0.0.1/',
	'http://[::1]:1/',
])('%s', (address) => expect(isSafeAddress(new URL(address))).toBe(true));

test.each([
	'http://hub.example/',
	'http://localhost.example/',
	'http://127.0.0.1.example/',
	'ftp://localhost/',
	'data:,a',
])('not %s', (address) => expect(isSafeAddress(new URL(address))).toBe(false));
