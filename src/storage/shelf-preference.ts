import { withLock } from '../lib/web-lock.ts';
import type { Database } from './database.ts';
import {
	shelfMeasurementRecord,
	type ShelfMeasurement,
	type ShelfSpeed,
} from './records/shelf-measurement.ts';
import type { ShardStore } from './shard-store.ts';
import type { ShelfId } from './shelves.ts';
import { hasSyncAccess } from './sync-access.ts';

/** Key of the record, and name of the lock and of the file that is written to measure. */
const NAME = 'shelves';

/** Two pieces, twice on each shelf: well under a second on a slow disk, and little memory. */
const PIECE = 2 * 1024 * 1024;
const PIECES = 2;
const ROUNDS = 2;

/** Times as fast as IndexedDB that the file system must read to be worth it. */
const WORTH = 1.2;
/** A pack is written once and read at every load: writing may be this much slower. */
const WRITE_SHARE = 0.5;

/** Which shelf new files go to: the one that a measurement on this device, made once and kept, says is faster. */
export class ShelfPreference {
	readonly #database: Database;
	readonly #shelves: Readonly<Record<ShelfId, ShardStore>>;
	#choice: Promise<ShelfId> | undefined;

	constructor(database: Database, shelves: Readonly<Record<ShelfId, ShardStore>>) {
		this.#database = database;
		this.#shelves = shelves;
	}

	/** The shelf for new files. IndexedDB where files do not open synchronously or nothing can be measured. */
	choose(): Promise<ShelfId> {
		this.#choice ??= this.#choose();
		return this.#choice;
	}

	/** What was measured on this device, if it was. */
	async measured(): Promise<ShelfMeasurement | undefined> {
		const stored = await this.#database.transact(['measurements'], 'readonly', (transaction) =>
			transaction.objectStore('measurements').get(NAME),
		);
		return shelfMeasurementRecord.decode(stored);
	}

	async #choose(): Promise<ShelfId> {
		if (!hasSyncAccess()) return 'indexed-db';
		try {
			return fasterShelf(
				await withLock(`quern:measure:${NAME}`, async () => {
					return (await this.measured()) ?? (await this.#measure());
				}),
			);
		} catch (error) {
			console.warn('The shelves cannot be measured; IndexedDB it is.', error);
			return 'indexed-db';
		}
	}

	async #measure(): Promise<ShelfMeasurement> {
		const piece = new Uint8Array(PIECE);
		for (let i = 0; i < PIECE; i++) piece[i] = (i * 2654435761) >>> 24;
		const best = { 'indexed-db': { write: 0, read: 0 }, opfs: { write: 0, read: 0 } };
		for (let round = 0; round < ROUNDS; round++) {
			for (const id of ['opfs', 'indexed-db'] as const) {
				const { write, read } = await speedOf(this.#shelves[id], piece);
				best[id].write = Math.max(best[id].write, write);
				best[id].read = Math.max(best[id].read, read);
			}
		}
		const measurement = { measuredAt: Date.now(), speeds: best };
		await this.#database.transact(['measurements'], 'readwrite', (transaction) =>
			transaction.objectStore('measurements').put(shelfMeasurementRecord.encode(measurement), NAME),
		);
		return measurement;
	}
}

/** The shelf that a device with these figures does better with. */
export function fasterShelf({ speeds }: ShelfMeasurement): ShelfId {
	const { opfs, 'indexed-db': indexedDb } = speeds;
	const isWorth =
		opfs.read >= WORTH * indexedDb.read && opfs.write >= WRITE_SHARE * indexedDb.write;
	return isWorth ? 'opfs' : 'indexed-db';
}

/** Writes, seals and reads a file of two pieces, and leaves nothing. */
async function speedOf(shelf: ShardStore, piece: Uint8Array<ArrayBuffer>): Promise<ShelfSpeed> {
	const bytes = PIECES * piece.length;
	// An earlier measurement may have been cut off.
	await shelf.delete(NAME);
	try {
		const begun = performance.now();
		for (let i = 0; i < PIECES; i++) await shelf.write(NAME, i * piece.length, piece);
		await shelf.seal(NAME, bytes);
		const written = performance.now();
		await (shelf.readBytes?.(NAME) ?? (await shelf.read(NAME))?.arrayBuffer());
		const perSecond = (milliseconds: number) => (bytes * 1000) / Math.max(1, milliseconds);
		return { write: perSecond(written - begun), read: perSecond(performance.now() - written) };
	} finally {
		await shelf.delete(NAME);
	}
}
