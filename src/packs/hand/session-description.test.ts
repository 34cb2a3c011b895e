import { expect, test } from 'vitest';
import { descriptionOf, midOf, signalOf } from './session-description.ts';

/** Chromium 156, with candidates of every kind that it makes. */
const SDP = [
	'v=0',
	'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
	's=-',
	't=0 0',
	'a=group:BUNDLE 0',
	'a=extmap-allow-mixed',
	'a=msid-semantic: WMS',
	'm=application 50814 UDP/DTLS/SCTP webrtc-datachannel',
	'c=IN IP4 192.168.1.20',
	'a=candidate:1 1 udp 2113937151 192.168.1.20 50814 typ host generation 0 network-cost 999',
	'a=candidate:2 1 udp 2113939711 0b3e8b0f-83f1-4b6e-9c14-5a3c5b0a7d11.local 50815 typ host generation 0',
	'a=candidate:3 1 udp 1677729535 203.0.113.7 50814 typ srflx raddr 192.168.1.20 rport 50814',
	'a=candidate:4 1 udp 2113939711 2001:db8::5 50816 typ host generation 0',
	'a=candidate:5 1 tcp 1518214911 192.168.1.20 9 typ host tcptype active generation 0',
	'a=ice-ufrag:xY1+',
	'a=ice-pwd:0123456789abcdefghij/+AB',
	'a=ice-options:trickle',
	`a=fingerprint:sha-256 ${Array.from({ length: 32 }, (_, i) => (i + 160).toString(16).toUpperCase()).join(':')}`,
	'a=setup:active',
	'a=mid:data',
	'a=sctp-port:5000',
	'',
].join('\r\n');

const description = (type: RTCSdpType) => ({ type, sdp: SDP }) as RTCSessionDescription;

test('a description is cut down to what the other device needs, and of its addresses to the local ones', () => {
	const signal = signalOf(description('answer'));
	expect(signal).toMatchObject({ kind: 'active-answer', ufrag: 'xY1+' });
	expect(signal.pwd).toBe('0123456789abcdefghij/+AB');
	expect([...signal.fingerprint]).toEqual(Array.from({ length: 32 }, (_, i) => i + 160));
	expect(signal.addresses.map(({ kind, port }) => [kind, port])).toEqual([
		['ipv4', 50814],
		['name', 50815],
	]);
});

test('what is made of it again says the same', () => {
	const signal = signalOf(description('answer'));
	const { type, sdp } = descriptionOf(signal, midOf(SDP));
	expect(type).toBe('answer');
	expect(sdp).toContain('a=mid:data\r\n');
	expect(signalOf({ type, sdp } as RTCSessionDescription)).toEqual(signal);
	expect(sdp!.match(/^a=candidate:.*/gm)).toEqual([
		'a=candidate:1 1 udp 2130706431 192.168.1.20 50814 typ host',
		'a=candidate:2 1 udp 2130706175 0b3e8b0f-83f1-4b6e-9c14-5a3c5b0a7d11.local 50815 typ host',
	]);
});

test('an offer leaves the other device to choose who opens', () => {
	expect(descriptionOf(signalOf(description('offer'))).sdp).toContain('a=setup:actpass\r\n');
});
