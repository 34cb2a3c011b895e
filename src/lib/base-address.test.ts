import { expect, test } from 'vitest';
import { parseBaseAddress } from './base-address.ts';

test.each([
	['huggingface.co', 'https://huggingface.co/'],
	['  https://hub.example/copy ', 'https://hub.example/copy/'],
	['hub.example:8443/a/', 'https://hub.example:8443/a/'],
	['http://localhost:8080', 'http://localhost:8080/'],
	['http://127.0.0.1:8080/hub/', 'http://127.0.0.1:8080/hub/'],
	['HTTPS://HUB.EXAMPLE', 'https://hub.example/'],
	['نمونه.example', 'https://xn--hhbbbed.example/'],
])('%s is %s', (typed, address) => expect(parseBaseAddress(typed)).toBe(address));

test.each([
	'',
	'   ',
	'mirror',
	'two words.example',
	'http://hub.example/',
	'ftp://hub.example/',
	'javascript:alert(1)',
	'https://name:word@hub.example/',
	'https://hub.example/?a=b',
	'https://hub.example/#a',
	`https://${'a'.repeat(300)}.example/`,
])('“%s” is none', (typed) => expect(parseBaseAddress(typed)).toBeUndefined());
