import { starterPack } from '../../../src/packs/catalogue/index.ts';
import { bytesOf, fileSetFor } from '../../../src/packs/manifest.ts';
import type { HandSubject } from '../hand-contract.ts';

const ALL = bytesOf(fileSetFor(starterPack, 'wllama'));
/** Quern's message. */
const CHUNK = 64 * 1024;
const [FULL, LOW] = [2 * 1024 * 1024, 1024 * 1024];

/** The bare data channel: the same bytes in the same pieces, which nobody reads, hashes or stores. */
export function createSubject(): HandSubject {
	let connection: RTCPeerConnection;
	let channel: RTCDataChannel;
	let isOpen: Promise<unknown>;

	const open = () => {
		connection = new RTCPeerConnection({ iceServers: [] });
		channel = connection.createDataChannel('raw', { negotiated: true, id: 0 });
		channel.binaryType = 'arraybuffer';
		channel.bufferedAmountLowThreshold = LOW;
		isOpen = new Promise((resolve) => (channel.onopen = resolve));
	};
	const describe = async () => {
		await connection.setLocalDescription();
		while (connection.iceGatheringState !== 'complete') {
			await new Promise((resolve) => (connection.onicegatheringstatechange = resolve));
		}
		return JSON.stringify(connection.localDescription);
	};
	let received: Promise<void>;
	const count = () => {
		let bytes = 0;
		received = new Promise((resolve) => {
			channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
				bytes += data.byteLength;
				if (bytes < ALL) return;
				channel.send('all');
				resolve();
			};
		});
	};
	return {
		async prepare() {},
		async offer() {
			open();
			return describe();
		},
		async answer(code) {
			open();
			count();
			await connection.setRemoteDescription(JSON.parse(code) as RTCSessionDescriptionInit);
			return describe();
		},
		async accept(code) {
			await connection.setRemoteDescription(JSON.parse(code) as RTCSessionDescriptionInit);
		},
		async give() {
			await isOpen;
			const chunk = new Uint8Array(CHUNK);
			const all = new Promise((resolve) => (channel.onmessage = resolve));
			const begun = performance.now();
			for (let sent = 0; sent < ALL; sent += CHUNK) {
				channel.send(chunk.subarray(0, Math.min(CHUNK, ALL - sent)));
				if (channel.bufferedAmount <= FULL) continue;
				await new Promise((resolve) => (channel.onbufferedamountlow = resolve));
			}
			await all;
			const ms = performance.now() - begun;
			connection.close();
			return ms;
		},
		take: () => received,
		async clear() {},
		async load() {
			throw new Error('this subject only sends');
		},
		async generate() {
			throw new Error('this subject only sends');
		},
	};
}
