import { vi } from 'vitest';
import type { DeviceReport } from '../../../engines/device.ts';
import { EngineSession } from '../../../engines/engine-session.svelte.ts';
import { PackUseRepository } from '../../../packs/pack-use-repository.ts';
import { PackUses } from '../../../packs/pack-uses.svelte.ts';
import { scriptedLibrary } from '../../../packs/testing/scripted-library.ts';
import { AssistantRepository } from '../../../storage/assistant-repository.ts';
import { ConversationRepository } from '../../../storage/conversation-repository.ts';
import { DraftRepository } from '../../../storage/draft-repository.ts';
import { Ledger } from '../../../storage/ledger.ts';
import { ProjectRepository } from '../../../storage/project-repository.ts';
import { PromptRepository } from '../../../storage/prompt-repository.ts';
import { MessageSearch } from '../../../storage/search/message-search.ts';
import { Settings } from '../../../storage/settings.ts';
import { TrustedLibraries } from '../../../storage/trusted-libraries.ts';

export const withoutGpu: DeviceReport = {
	gpu: { status: 'no-webgpu' },
	crossOriginIsolated: true,
	threads: 2,
	memoryBytes: undefined,
};

/** Waits for something that happens by itself, however slow the machine is. */
export const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 60_000 });

/** Real services, but for an installer that fetches nothing and a device that is as the test says. */
export async function scriptedServices(device: DeviceReport = withoutGpu) {
	const { library, installer, database } = await scriptedLibrary();
	const packUses = new PackUses(new PackUseRepository(database));
	const engine = new EngineSession({ probe: async () => device, observer: packUses });
	await engine.open();
	const settings = new Settings(`settings-${crypto.randomUUID()}`);
	await settings.load();
	const conversations = new ConversationRepository(database);
	const drafts = new DraftRepository(database);
	const projects = new ProjectRepository(database);
	const trustedLibraries = new TrustedLibraries(database);
	const ledger = new Ledger(database);
	const services = {
		assistants: new AssistantRepository(database),
		prompts: new PromptRepository(database),
		conversations,
		drafts,
		projects,
		engine,
		packs: library,
		packUses,
		search: new MessageSearch(database.name),
		settings,
		ledger,
		trustedLibraries,
	};
	return { services, installer, database };
}
