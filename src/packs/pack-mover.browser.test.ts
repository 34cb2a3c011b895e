import { afterEach, expect, test, vi } from 'vitest';
import { faultServer } from '../../e2e/fixtures/fault-client.ts';
import { holdLock } from '../lib/web-lock.ts';
import { Database } from '../storage/database.ts';
import { openShelves } from '../storage/open-shelves.ts';
import { shelfMeasurementRecord } from '../storage/records/shelf-measurement.ts';
import type { ShelfId } from '../storage/shelves.ts';
import { createPackLibrary } from './create-pack-library.ts';
import { installLock } from './installer.ts';
import { fileSetFor } from './manifest.ts';
import { servePack } from './testing/served-pack.ts';

// The library's real worker, where files open synchronously. It measures the device once, so a record of a
// measurement that is there already decides.

const database = new Database();

afterEach(async () => {
	await database.close();
	indexedDB.deleteDatabase(database.name);
});

async function measured(faster: ShelfId): Promise<void> {
	const slow = { write: 1, read: 1 };
	const speeds = { 'indexed-db': slow, opfs: slow, [faster]: { write: 9, read: 9 } };
	await database.transact(['measurements'], 'readwrite', (transaction) =>
		transaction
			.objectStore('measurements')
			.put(shelfMeasurementRecord.encode({ measuredAt: 1, speeds }), 'shelves'),
	);
}

async function installed() {
	const manifest = await servePack({ wllama: { a: [9_000_000, 1], b: [100, 2] } });
	const library = createPackLibrary(database, faultServer.url);
	await library.open();
	await library.install(manifest, 'wllama');
	await vi.waitUntil(() => library.installed.length > 0, { timeout: 60_000 });
	const shelvesOf = () => {
		const shelves = openShelves(database);
		const { files } = fileSetFor(manifest, 'wllama');
		return Promise.all(files.map(({ sha256 }) => shelves.shelfOf(sha256)));
	};
	const move = async (to: ShelfId) => {
		let last;
		for await (const step of library.move(manifest.id, 'wllama', to)) last = step;
		return last;
	};
	const broken = async () => {
		let last;
		for await (const step of library.verify(manifest.id, 'wllama')) last = step.broken;
		return last;
	};
	const remove = async () => {
		await library.remove(manifest.id, 'wllama');
		await library.forget(manifest.id, 'wllama');
	};
	return { library, manifest, shelvesOf, move, broken, remove };
}

test('a pack goes to the faster shelf, moves when the other is, stays whole and leaves nothing', async () => {
	await measured('opfs');
	const { library, manifest, shelvesOf, move, broken, remove } = await installed();
	const place = () => library.placeOf(manifest.id, 'wllama');
	expect(await shelvesOf()).toEqual(['opfs', 'opfs']);
	expect(await place()).toEqual({ from: 'opfs', to: 'indexed-db', isFaster: false });

	for (const [from, to] of [
		['opfs', 'indexed-db'],
		['indexed-db', 'opfs'],
	] as const) {
		await measured(to);
		expect(await place()).toEqual({ from, to, isFaster: true });
		expect(await move(to)).toEqual({ bytesDone: 9_000_100, bytesTotal: 9_000_100 });
		expect(await shelvesOf()).toEqual([to, to]);
		expect(await place()).toEqual({ from: to, to: from, isFaster: false });
		expect(await broken()).toEqual([]);
	}

	await remove();
	expect(await shelvesOf()).toEqual([undefined, undefined]);
	expect(await openShelves(database).list()).toEqual([]);
});

test('a pack that is being installed in another tab does not move', async () => {
	await measured('opfs');
	const { manifest, move, shelvesOf, remove } = await installed();
	const release = await holdLock(installLock(manifest.id));
	await expect(move('indexed-db')).rejects.toMatchObject({ code: 'busy' });
	release();
	expect(await shelvesOf()).toEqual(['opfs', 'opfs']);
	await remove();
});

test('a device that was never measured is measured once, and the record says when and how fast', async () => {
	const { remove } = await installed();
	const record = await database.transact(['measurements'], 'readonly', (transaction) =>
		transaction.objectStore('measurements').get('shelves'),
	);
	const { measuredAt, speeds } = shelfMeasurementRecord.decode(record)!;
	expect(measuredAt).toBeGreaterThan(0);
	for (const { write, read } of [speeds.opfs, speeds['indexed-db']]) {
		expect(write).toBeGreaterThan(0);
		expect(read).toBeGreaterThan(0);
	}
	await remove();
	expect(await openShelves(database).list()).toEqual([]);
});
