import { engines } from '../../../src/engines/index.ts';
import type { Engine } from '../../../src/engines/engine.ts';
import { starterPack } from '../../../src/packs/catalogue/index.ts';
import { defaultHosts } from '../../../src/packs/hub/pack-hosts.ts';
import { InstalledPackRepository } from '../../../src/packs/installed-pack-repository.ts';
import { startInstallerWorker } from '../../../src/packs/installer-process.ts';
import type { PackEngine } from '../../../src/packs/manifest.ts';
import { Database } from '../../../src/storage/database.ts';
import { drain, quernTurn } from '../quern-turn.ts';
import type { Subject } from '../subject.ts';

/** Quern's installer, store and engine as the app ships them; `?engine=` names the engine. */
export function createSubject(options: URLSearchParams): Subject {
	const id = options.get('engine') as PackEngine;
	let engine: Engine;
	return {
		async prepare() {
			const { installer, stop } = startInstallerWorker();
			const baseUrl = new URL('/', location.href).href;
			const request = { manifest: starterPack, engine: id, baseUrl, hosts: defaultHosts };
			await drain(installer.install(request));
			stop();
		},
		async load() {
			const pack = await new InstalledPackRepository(new Database()).get(starterPack.id, id);
			if (!pack) throw new Error('the starter pack is not installed');
			engine = await engines[id]();
			await drain(engine.load(pack));
		},
		generate: (question) => quernTurn(engine, question),
	};
}
