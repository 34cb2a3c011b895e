import { EngineSession, type HostLoader } from '../engines/engine-session.svelte.ts';
import { engines } from '../engines/index.ts';
import type { LoadMark } from '../engines/local-host.ts';
import type { Services } from '../features/feature.ts';
import { createPackLibrary } from '../packs/create-pack-library.ts';
import { hostsIn } from '../packs/hub/pack-hosts.ts';
import type { InstalledPack } from '../packs/installed-pack.ts';
import { PackUseRepository } from '../packs/pack-use-repository.ts';
import { PackUses } from '../packs/pack-uses.svelte.ts';
import { Changes } from '../storage/changes.ts';
import { AssistantRepository } from '../storage/assistant-repository.ts';
import { ConversationRepository } from '../storage/conversation-repository.ts';
import { Database } from '../storage/database.ts';
import { DraftRepository } from '../storage/draft-repository.ts';
import { Ledger } from '../storage/ledger.ts';
import { LoadMarker } from '../storage/load-marker.ts';
import { ProjectRepository } from '../storage/project-repository.ts';
import { PromptRepository } from '../storage/prompt-repository.ts';
import { MessageSearch } from '../storage/search/message-search.ts';
import { Settings } from '../storage/settings.ts';
import { TrustedLibraries } from '../storage/trusted-libraries.ts';

/** Makes one of each service for the whole app. Nothing is opened, read or loaded by that. */
export function createServices(): { services: Services; database: Database } {
	const database = new Database();
	const changes = new Changes(database.name);
	const settings = new Settings();
	const marker = new LoadMarker(settings);
	const packUses = new PackUses(new PackUseRepository(database));
	return {
		database,
		services: {
			conversations: new ConversationRepository(database, changes),
			drafts: new DraftRepository(database, changes),
			assistants: new AssistantRepository(database),
			engine: new EngineSession({
				host: sharedHost((pack) => marker.begin(named(pack))),
				observer: packUses,
				wasCutOff: (pack) => marker.wasCutOff(named(pack)),
			}),
			packs: createPackLibrary(database, new URL('./', document.baseURI).href, () =>
				hostsIn(settings),
			),
			ledger: new Ledger(database),
			packUses,
			projects: new ProjectRepository(database, changes),
			prompts: new PromptRepository(database),
			search: new MessageSearch(database.name),
			settings,
			trustedLibraries: new TrustedLibraries(database),
		},
	};
}

const named = ({ manifest, engine }: InstalledPack) => ({ id: manifest.id, engine });

/** The one model of all tabs. Its code comes when it is first needed. */
function sharedHost(mark: LoadMark): HostLoader {
	return async (use) => {
		const { SharedHost } = await import('../engines/shared/shared-host.ts');
		return new SharedHost(engines, use, { mark });
	};
}
