import { AppError } from '../../lib/errors.ts';
import { formatLocalAddress, parseLocalAddress, type LocalAddress } from './local-address.ts';
import type { Signal } from './signal.ts';

/** What a browser's own description of its end says that the other end must know. Throws `internal`. */
export function signalOf(description: RTCSessionDescription): Signal {
	const sdp = description.sdp;
	const ufrag = attribute(sdp, 'ice-ufrag');
	const pwd = attribute(sdp, 'ice-pwd');
	const fingerprint = /^a=fingerprint:sha-256 ([0-9A-F:]{95})\s*$/im.exec(sdp)?.[1];
	if (!ufrag || !pwd || !fingerprint) {
		throw new AppError('internal', 'a session description without credentials');
	}
	const isActive = attribute(sdp, 'setup') === 'active';
	return {
		kind: description.type === 'offer' ? 'offer' : isActive ? 'active-answer' : 'passive-answer',
		ufrag,
		pwd,
		fingerprint: Uint8Array.from(fingerprint.split(':'), (hex) => Number.parseInt(hex, 16)),
		addresses: addressesIn(sdp),
	};
}

/** The description that a browser wants of the other end. `mid` is that of the one data section. */
export function descriptionOf(signal: Signal, mid = '0'): RTCSessionDescriptionInit {
	const hex = [...signal.fingerprint].map((byte) => byte.toString(16).padStart(2, '0'));
	const lines = [
		'v=0',
		'o=- 1 1 IN IP4 127.0.0.1',
		's=-',
		't=0 0',
		`a=group:BUNDLE ${mid}`,
		'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
		'c=IN IP4 0.0.0.0',
		`a=ice-ufrag:${signal.ufrag}`,
		`a=ice-pwd:${signal.pwd}`,
		`a=fingerprint:sha-256 ${hex.join(':').toUpperCase()}`,
		`a=setup:${{ offer: 'actpass', 'active-answer': 'active', 'passive-answer': 'passive' }[signal.kind]}`,
		`a=mid:${mid}`,
		'a=sctp-port:5000',
		'a=max-message-size:65536',
		...signal.addresses.map(candidateLine),
		'a=end-of-candidates',
	];
	return {
		type: signal.kind === 'offer' ? 'offer' : 'answer',
		sdp: lines.map((line) => `${line}\r\n`).join(''),
	};
}

/** Name of the one section of a browser's own description. */
export function midOf(sdp: string): string {
	return attribute(sdp, 'mid') ?? '0';
}

function attribute(sdp: string, name: string): string | undefined {
	return new RegExp(`^a=${name}:(\\S+)\\s*$`, 'm').exec(sdp)?.[1];
}

/** Every UDP address of the device itself. The grammar is RFC 8839's, 5.1. */
function addressesIn(sdp: string): LocalAddress[] {
	const lines = sdp.matchAll(/^a=candidate:\S+ 1 udp \d+ (\S+) (\d+) typ host\b/gim);
	return [...lines].flatMap(
		([, host = '', port = '']) => parseLocalAddress(host, Number(port)) ?? [],
	);
}

function candidateLine(address: LocalAddress, index: number): string {
	// Host candidates of component 1, the first preferred: RFC 8445, 5.1.2.1.
	const priority = 2 ** 24 * 126 + 2 ** 8 * (65535 - index) + 255;
	return `a=candidate:${index + 1} 1 udp ${priority} ${formatLocalAddress(address)} ${address.port} typ host`;
}
