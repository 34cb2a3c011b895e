import { engines } from '../../../src/engines/index.ts';
import type { Engine, Usage } from '../../../src/engines/engine.ts';
import { starterPack } from '../../../src/packs/catalogue/index.ts';
import { defaultHosts } from '../../../src/packs/hub/pack-hosts.ts';
import { InstalledPackRepository } from '../../../src/packs/installed-pack-repository.ts';
import { startInstallerWorker } from '../../../src/packs/installer-process.ts';
import type { PackEngine } from '../../../src/packs/manifest.ts';
import { Database } from '../../../src/storage/database.ts';
import { Stopwatch } from '../stopwatch.ts';
import { messagesOf, type Subject } from '../subject.ts';

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
		async generate(question) {
			if (!engine.generate) throw new Error(`${id} cannot generate`);
			const stopwatch = new Stopwatch();
			const deltas = engine.generate({
				messages: messagesOf(question),
				maxTokens: question.maxTokens,
				temperature: 0,
			});
			let usage: Usage | undefined;
			for await (const delta of deltas) {
				if (delta.type === 'text') stopwatch.text(delta.text);
				if (delta.type === 'end') usage = delta.usage;
			}
			const times = stopwatch.stop();
			if (!usage) throw new Error('the engine reported no usage');
			return {
				...times,
				completionTokens: usage.completionTokens,
				prefillMs: (usage.promptTokens / usage.prefillPerSecond) * 1000,
				decodeMsPerToken: 1000 / usage.decodePerSecond,
			};
		},
	};
}

async function drain(progress: AsyncIterable<unknown>): Promise<void> {
	const steps = progress[Symbol.asyncIterator]();
	while (!(await steps.next()).done);
}
