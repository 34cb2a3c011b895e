import { vi } from 'vitest';
import type { DeviceReport } from '../../../engines/device.ts';
import { EngineSession } from '../../../engines/engine-session.svelte.ts';
import { ScriptedEngine, type Script } from '../../../engines/scripted/engine.ts';
import type { PackManifest } from '../../../packs/manifest.ts';
import { scriptedLibrary } from '../../../packs/testing/scripted-library.ts';
import { Changes } from '../../../storage/changes.ts';
import { AssistantRepository } from '../../../storage/assistant-repository.ts';
import { ConversationRepository } from '../../../storage/conversation-repository.ts';
import type { Database } from '../../../storage/database.ts';
import { DraftRepository } from '../../../storage/draft-repository.ts';
import { Ledger } from '../../../storage/ledger.ts';
import { ProjectRepository } from '../../../storage/project-repository.ts';
import { PromptRepository } from '../../../storage/prompt-repository.ts';
import { MessageSearch } from '../../../storage/search/message-search.ts';
import { Settings } from '../../../storage/settings.ts';
import { TrustedLibraries } from '../../../storage/trusted-libraries.ts';

const device: DeviceReport = {
	gpu: { status: 'no-webgpu' },
	crossOriginIsolated: true,
	threads: 2,
	memoryBytes: undefined,
};

const manifest: PackManifest = {
	schema: 1,
	id: 'scripted',
	name: 'Scripted model',
	tasks: ['chat'],
	languages: ['en'],
	license: { spdx: 'Apache-2.0', holder: 'nobody' },
	source: { name: 'test', revision: '1' },
	parameters: 1,
	quantization: 'none',
	contextWindow: 4096,
	fileSets: [
		{
			engine: 'wllama',
			files: [{ path: 'model', bytes: 10, sha256: 'a'.repeat(64) }],
			memoryBytes: 1,
		},
	],
};

/** Waits for something that happens by itself, however slow the machine is. */
export const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 60_000 });

/** Everything real (database, repository, session) but the model, which says what the script says. */
export async function scriptedServices(
	script: Script,
	{
		contextWindow = 4096,
		isInstalled = true,
		engine: scripted = new ScriptedEngine(script),
	}: { contextWindow?: number; isInstalled?: boolean; engine?: ScriptedEngine } = {},
) {
	const { library, installer, database } = await scriptedLibrary();
	if (isInstalled) {
		await library.install({ ...manifest, contextWindow }, 'wllama');
		installer.say('done');
		await until(() => library.installed.length === 1);
	}
	const load = async () => scripted;
	const engine = new EngineSession({
		engines: { 'web-llm': load, wllama: load, transformers: load },
		probe: async () => device,
		pause: async () => {},
	});
	await engine.open();
	const settings = new Settings(`settings-${crypto.randomUUID()}`);
	await settings.load();
	// A script answers what it is asked, and is asked for a title only where a test is about that.
	await settings.set('modelTitles', false);
	return { ...repositoriesOf(database), engine, packs: library, settings, database };
}

/** What a tab reads and writes the database by. A second call is a second tab. */
export function repositoriesOf(database: Database) {
	const changes = new Changes(database.name);
	return {
		assistants: new AssistantRepository(database),
		conversations: new ConversationRepository(database, changes),
		drafts: new DraftRepository(database, changes),
		prompts: new PromptRepository(database),
		projects: new ProjectRepository(database, changes),
		ledger: new Ledger(database),
		search: new MessageSearch(database.name),
		trustedLibraries: new TrustedLibraries(database),
	};
}

/** Lets a scripted engine say one word at a time. */
export class Beats {
	#allowed = 0;
	#wake = () => {};

	readonly beat = async (): Promise<void> => {
		while (this.#allowed === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
		this.#allowed--;
	};

	/** Allows so many more words. */
	allow(words: number): void {
		this.#allowed += words;
		this.#wake();
	}
}
