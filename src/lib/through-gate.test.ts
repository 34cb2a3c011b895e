import { expect, test } from 'vitest';
import { beyondGate, isGateAddress, throughGate } from './through-gate.ts';

const base = 'https://quern.example/people/ada/';

test('the own origin is asked directly', () => {
	const url = new URL('packs/a/b.bin', base);
	expect(throughGate(url, base)).toEqual(url);
	expect(beyondGate(url, base)).toBeUndefined();
	expect(isGateAddress(url.href)).toBe(false);
});

test.each([
	'https://hub.example/a/b.bin',
	'https://hub.example/a?b=c&d=é#f',
	'http://quern.example/a',
])('%s is reached through the gate, and found again behind it', (address) => {
	const gated = throughGate(new URL(address), base);
	expect(gated.href).toMatch(/^https:\/\/quern\.example\/people\/ada\/gate\?url=/);
	expect(beyondGate(gated, base)?.href).toBe(new URL(address).href);
});

test('what is no address leads nowhere', () => {
	expect(beyondGate(new URL('gate?url=here', base), base)).toBeUndefined();
	expect(beyondGate(new URL('gate', base), base)).toBeUndefined();
	expect(
		beyondGate(new URL('https://quern.example/gate?url=https://a.example/'), base),
	).toBeUndefined();
});
