import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { authenticate } from './authentication.ts';
import { ChannelWire } from './channel-wire.ts';
import { lostPeer } from './port-wire.ts';
import { descriptionOf, midOf, signalOf } from './session-description.ts';
import { decodeSignal, encodeSignal, type Signal } from './signal.ts';
import { Talk } from './talk.ts';

/** Milliseconds for the browser to list its addresses: no server is asked, so it is a moment. */
const GATHERING_TIME = 3000;

/** A line to the other device, and the number that must stand on both screens. */
export interface Connected {
	readonly wire: ChannelWire;
	readonly number: string;
}

/**
 * This device's end of a connection to one near. Two codes make it, carried over by the people: the first device's
 * offer and the second one's answer. No server is asked for anything.
 */
export class Peer {
	/** What the other device must be given. */
	readonly code: string;
	readonly #connection: RTCPeerConnection;
	readonly #channel: RTCDataChannel;
	readonly #own: Signal;
	#other: Signal | undefined;

	/** Makes the first code. Throws `unsupported` (`no-webrtc`) and `offline` (`no-network`). */
	static async offer(): Promise<Peer> {
		const { connection, channel } = open();
		return closeOnFailure(connection, async () => {
			const own = await describe(connection);
			return new Peer(connection, channel, own, undefined, await encodeSignal(own));
		});
	}

	/** Takes the first code in and makes the second. Throws as `decodeSignal` and `offer` do. */
	static async answer(offerCode: string): Promise<Peer> {
		const other = await decodeSignal(offerCode);
		if (other.kind !== 'offer') throw otherCode();
		const { connection, channel } = open();
		return closeOnFailure(connection, async () => {
			await connection.setRemoteDescription(descriptionOf(other));
			const own = await describe(connection);
			return new Peer(connection, channel, own, other, await encodeSignal(own));
		});
	}

	private constructor(
		connection: RTCPeerConnection,
		channel: RTCDataChannel,
		own: Signal,
		other: Signal | undefined,
		code: string,
	) {
		this.#connection = connection;
		this.#channel = channel;
		this.#own = own;
		this.#other = other;
		this.code = code;
	}

	/** Takes the second code in, on the device that made the first. Throws as `decodeSignal` does. */
	async accept(answerCode: string): Promise<void> {
		const other = await decodeSignal(answerCode);
		if (other.kind === 'offer') throw otherCode();
		const mid = midOf(this.#connection.localDescription?.sdp ?? '');
		await this.#connection.setRemoteDescription(descriptionOf(other, mid));
		this.#other = other;
	}

	/**
	 * Waits for the other device, however long its person takes; after `accept`, only as long as the browser
	 * tries. Throws `offline` (`peer`), `aborted`.
	 */
	async connect(o: CallOptions = {}): Promise<Connected> {
		const isFirst = this.#own.kind === 'offer';
		await opened(this.#channel, this.#connection, isFirst, o);
		const wire = new ChannelWire(this.#channel, this.#connection);
		const other = this.#other;
		if (!other) throw lostPeer();
		const [offer, answer] = isFirst ? [this.#own, other] : [other, this.#own];
		const fingerprints = { offer: offer.fingerprint, answer: answer.fingerprint };
		const side = isFirst ? 'offer' : 'answer';
		return { wire, number: await authenticate(new Talk(wire), side, fingerprints) };
	}

	close(): void {
		this.#connection.close();
	}
}

function open(): { connection: RTCPeerConnection; channel: RTCDataChannel } {
	if (typeof RTCPeerConnection === 'undefined') {
		throw new AppError('unsupported', 'no WebRTC', { data: { reason: 'no-webrtc' } });
	}
	const connection = new RTCPeerConnection({ iceServers: [] });
	// Both ends know of it: nothing is to be said before the first message.
	const channel = connection.createDataChannel('quern', { negotiated: true, id: 0 });
	return { connection, channel };
}

async function closeOnFailure<T>(
	connection: RTCPeerConnection,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		connection.close();
		throw error;
	}
}

/** Describes this end, once all its addresses are known. */
async function describe(connection: RTCPeerConnection): Promise<Signal> {
	await connection.setLocalDescription();
	if (connection.iceGatheringState !== 'complete') {
		await new Promise<void>((resolve) => {
			setTimeout(resolve, GATHERING_TIME);
			connection.addEventListener('icegatheringstatechange', () => {
				if (connection.iceGatheringState === 'complete') resolve();
			});
		});
	}
	const signal = signalOf(connection.localDescription!);
	if (signal.addresses.length > 0) return signal;
	throw new AppError('offline', 'no address of a local network', {
		data: { reason: 'no-network' },
	});
}

/**
 * Resolves when the channel is open. The second device must not give up by itself: its browser knocks in vain, and
 * says `failed`, until the first device's person has taken the second code in.
 */
function opened(
	channel: RTCDataChannel,
	connection: RTCPeerConnection,
	endsOnFailure: boolean,
	{ signal }: CallOptions,
): Promise<void> {
	return new Promise((resolve, reject) => {
		if (channel.readyState === 'open') return resolve();
		const abort = () => {
			connection.close();
			reject(new AppError('aborted', 'the connection is not wanted any more'));
		};
		if (signal?.aborted) return abort();
		signal?.addEventListener('abort', abort, { once: true });
		channel.addEventListener('open', () => {
			signal?.removeEventListener('abort', abort);
			resolve();
		});
		channel.addEventListener('close', () => reject(lostPeer()));
		connection.addEventListener('connectionstatechange', () => {
			if (connection.connectionState === 'failed' && endsOnFailure) reject(lostPeer());
		});
	});
}

function otherCode(): AppError {
	return new AppError('invalid-input', 'the code of the other step', {
		data: { reason: 'other-code' },
	});
}
