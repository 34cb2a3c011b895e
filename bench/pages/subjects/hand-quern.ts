import { starterPack } from '../../../src/packs/catalogue/index.ts';
import { openPort } from '../../../src/packs/hand/port-wire.ts';
import { Peer, type Connected } from '../../../src/packs/hand/peer.ts';
import { sendPack } from '../../../src/packs/hand/send-pack.ts';
import { Talk } from '../../../src/packs/hand/talk.ts';
import { defaultHosts } from '../../../src/packs/hub/pack-hosts.ts';
import { InstalledPackRepository } from '../../../src/packs/installed-pack-repository.ts';
import { startInstallerWorker } from '../../../src/packs/installer-process.ts';
import { PackFiles } from '../../../src/packs/pack-files.ts';
import { PendingInstallationRepository } from '../../../src/packs/pending-installation-repository.ts';
import { Database } from '../../../src/storage/database.ts';
import { openShelves } from '../../../src/storage/open-shelves.ts';
import type { HandSubject } from '../hand-contract.ts';

const pack = { manifest: starterPack, engine: 'wllama' } as const;

/** Quern's own: from store to store, hashed, flushed and acknowledged on the way. */
export function createSubject(): HandSubject {
	const database = new Database();
	const shards = openShelves(database);
	const installed = new InstalledPackRepository(database);
	const pending = new PendingInstallationRepository(database);
	const files = new PackFiles(installed, pending, shards);
	const { installer, handReceiver } = startInstallerWorker();
	let peer: Peer;
	let connecting: Promise<Connected>;
	return {
		async prepare() {
			const place = { baseUrl: new URL('/', location.href).href, hosts: defaultHosts };
			for await (const step of installer.install({ ...pack, ...place })) void step;
		},
		async offer() {
			peer = await Peer.offer();
			return peer.code;
		},
		async answer(code) {
			peer = await Peer.answer(code);
			connecting = peer.connect();
			return peer.code;
		},
		async accept(code) {
			await peer.accept(code);
			connecting = peer.connect();
		},
		async give() {
			const { wire } = await connecting;
			const steps = sendPack(pack, wire, shards);
			await steps.next();
			const begun = performance.now();
			while (!(await steps.next()).done);
			const ms = performance.now() - begun;
			peer.close();
			return ms;
		},
		async take() {
			const { wire } = await connecting;
			const { manifest, engine } = await new Talk(wire).expect('offer');
			const request = { manifest, engine, gpuModels: [] };
			for await (const step of handReceiver.receivePack(request, openPort(wire))) void step;
			await wire.closed;
		},
		async clear() {
			await pending.reopen(starterPack, 'wllama');
			await files.abandon(starterPack, 'wllama');
		},
		async load() {
			throw new Error('this subject only passes on');
		},
		async generate() {
			throw new Error('this subject only passes on');
		},
	};
}
