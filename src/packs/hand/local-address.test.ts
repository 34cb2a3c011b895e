import { expect, test } from 'vitest';
import { formatLocalAddress, parseLocalAddress } from './local-address.ts';

test.each([
	['192.168.1.20', '192.168.1.20'],
	['10.0.0.1', '10.0.0.1'],
	['172.31.255.1', '172.31.255.1'],
	['169.254.3.4', '169.254.3.4'],
	['100.64.0.9', '100.64.0.9'],
	['127.0.0.1', '127.0.0.1'],
	['fe80::1', 'fe80:0000:0000:0000:0000:0000:0000:0001'],
	['fd12:3456::789a:b', 'fd12:3456:0000:0000:0000:0000:789a:000b'],
	['::1', '0000:0000:0000:0000:0000:0000:0000:0001'],
	['0b3e8b0f-83f1-4b6e-9c14-5a3c5b0a7d11.local', '0b3e8b0f-83f1-4b6e-9c14-5a3c5b0a7d11.local'],
])('%s is of the local network', (host, written) => {
	const address = parseLocalAddress(host, 4321)!;
	expect(formatLocalAddress(address)).toBe(written);
	expect(address.port).toBe(4321);
});

test.each([
	'8.8.8.8',
	'172.32.0.1',
	'192.169.0.1',
	'100.128.0.1',
	'2001:db8::1',
	'::2',
	'::ffff:10.0.0.1',
	'256.1.1.1',
	'10.0.0',
	'fe80::1::2',
	'fe80:1',
	'1:2:3:4:5:6:7:8:9',
	'example.org',
	'printer.local',
	'',
])('“%s” is not', (host) => {
	expect(parseLocalAddress(host, 4321)).toBeUndefined();
});

test('a port that is none makes no address', () => {
	expect(parseLocalAddress('10.0.0.1', 0)).toBeUndefined();
	expect(parseLocalAddress('10.0.0.1', 65536)).toBeUndefined();
});
