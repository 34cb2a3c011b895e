import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { RateMeter } from '../../lib/rate-meter.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import { bytesOf, distinctFiles, fileSetFor, type PackFile } from '../manifest.ts';
import type { PackChoice } from '../carry/pack-file.ts';
import { encodeFrame, MAX_PAYLOAD } from './frame.ts';
import { notTheProtocol, type Message, type MessageOf } from './messages.ts';
import { Talk } from './talk.ts';
import { WINDOW, type Wire } from './wire.ts';

/** How far the transfer is, by what is on the receiver's disk. */
export interface HandProgress {
	/** `ask`: the other person has not agreed yet. `verify`: what is here already is hashed. */
	readonly phase: 'ask' | 'verify' | 'transfer';
	readonly bytesDone: number;
	readonly bytesTotal: number;
	readonly bytesPerSecond: number;
}

/** What became of an offer. */
export type Outcome = 'taken' | 'declined';

/** Bytes read at a time. */
const PIECE = 1024 * 1024;

/**
 * Offers a pack to the device at the other end of the wire and sends what it wants of it; returns what became of
 * that. Throws `offline` (`peer`) if the connection ends, `corrupt` with `data.file` where a stored file is
 * not what it should be, `invalid-input` (`not-the-protocol`), `aborted`.
 */
export async function* sendPack(
	pack: PackChoice,
	wire: Wire,
	shards: Pick<ShardStore, 'read'>,
	o: CallOptions = {},
): AsyncGenerator<HandProgress, Outcome> {
	const { manifest, engine } = pack;
	const talk = new Talk(wire);
	const set = fileSetFor(manifest, engine);
	const transfer = new OutgoingTransfer(distinctFiles(set), bytesOf(set), talk);
	await talk.say({ type: 'offer', manifest, engine });
	yield transfer.progress('ask');
	for (;;) {
		const heard = await talk.hear();
		if (heard instanceof ArrayBuffer) throw notTheProtocol('bytes');
		if (heard.type === 'decline') return 'declined';
		if (heard.type === 'done') return 'taken';
		if (heard.type === 'want') yield* transfer.send(heard, wire, shards, o);
		else transfer.note(heard);
		yield transfer.progress('transfer');
	}
}

class OutgoingTransfer {
	readonly #files: readonly PackFile[];
	readonly #bytesTotal: number;
	readonly #talk: Talk;
	readonly #meter = new RateMeter();
	/** Bytes that the receiver has from before this connection. */
	#bytesBefore = 0;
	#sent = 0;
	#stored = 0;

	constructor(files: readonly PackFile[], bytesTotal: number, talk: Talk) {
		this.#files = files;
		this.#bytesTotal = bytesTotal;
		this.#talk = talk;
	}

	progress(phase: HandProgress['phase']): HandProgress {
		const bytesDone = Math.min(this.#bytesBefore + this.#stored, this.#bytesTotal);
		this.#meter.record(this.#stored);
		const bytesPerSecond = this.#meter.perSecond;
		return { phase, bytesDone, bytesTotal: this.#bytesTotal, bytesPerSecond };
	}

	/** Takes note of what the receiver says between two wishes. */
	note(message: Message): void {
		if (message.type === 'damaged') throw damaged(this.#file(message.index));
		if (message.type !== 'stored') throw notTheProtocol(message.type);
		if (message.bytes < this.#stored || message.bytes > this.#sent) throw notTheProtocol('stored');
		this.#stored = message.bytes;
	}

	async *send(
		{ files }: MessageOf<'want'>,
		wire: Wire,
		shards: Pick<ShardStore, 'read'>,
		{ signal }: CallOptions,
	): AsyncGenerator<HandProgress> {
		const wanted = files.reduce((sum, { index, offset }) => {
			const { bytes } = this.#file(index);
			if (offset > bytes) throw notTheProtocol('an offset behind the end');
			return sum + bytes - offset;
		}, 0);
		this.#bytesBefore = this.#bytesTotal - wanted - this.#stored;
		for (const { index, offset: start } of files) {
			const file = this.#file(index);
			const blob = await shards.read(file.sha256);
			if (blob?.size !== file.bytes) throw damaged(file);
			for await (const { at, piece } of readAhead(blob, start, file)) {
				for (let from = 0; from < piece.length; from += MAX_PAYLOAD) {
					if (signal?.aborted) throw new AppError('aborted', 'the transfer was stopped');
					const payload = piece.subarray(from, from + MAX_PAYLOAD);
					await this.#roomFor(payload.length);
					await wire.send(encodeFrame({ index, offset: at + from, payload }));
					this.#sent += payload.length;
				}
				yield this.progress('transfer');
			}
		}
	}

	/** Waits until the receiver has stored enough of what was sent. */
	async #roomFor(bytes: number): Promise<void> {
		for (let heard = this.#talk.poll(); heard; heard = this.#talk.poll()) this.#heard(heard);
		while (this.#sent + bytes - this.#stored > WINDOW) this.#heard(await this.#talk.hear());
	}

	#heard(heard: Message | ArrayBuffer): void {
		if (heard instanceof ArrayBuffer) throw notTheProtocol('bytes');
		this.note(heard);
	}

	#file(index: number): PackFile {
		const file = this.#files[index];
		if (!file) throw notTheProtocol(`no file ${index}`);
		return file;
	}
}

interface Piece {
	readonly at: number;
	readonly piece: Uint8Array<ArrayBuffer>;
}

/** The file's pieces from `start` on. While one is sent the next is read, so that the line does not wait for the disk. */
async function* readAhead(blob: Blob, start: number, file: PackFile): AsyncGenerator<Piece> {
	const read = (at: number) => {
		const reading = readPiece(blob.slice(at, at + PIECE), file);
		// Whoever leaves before it is needed does not hear how it ended.
		reading.catch(() => {});
		return reading;
	};
	let next = read(start);
	for (let at = start; at < file.bytes; at += PIECE) {
		const piece = await next;
		if (at + PIECE < file.bytes) next = read(at + PIECE);
		yield { at, piece };
	}
}

async function readPiece(slice: Blob, file: PackFile): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return new Uint8Array(await slice.arrayBuffer());
	} catch (cause) {
		throw damaged(file, cause);
	}
}

function damaged(file: PackFile, cause?: unknown): AppError {
	const data = { reason: 'digest', file: file.path } as const;
	return new AppError('corrupt', `${file.path} is damaged`, { cause, data });
}
