import type { Component } from 'svelte';
import type { EngineSession } from '../engines/engine-session.svelte.ts';
import type { Chapter } from '../i18n/chapters.ts';
import type { FirstChapter } from '../i18n/locales/en.ts';
import type { PackUses } from '../packs/pack-uses.svelte.ts';
import type { PackLibrary } from '../packs/pack-library.svelte.ts';
import type { AssistantRepository } from '../storage/assistant-repository.ts';
import type { ConversationRepository } from '../storage/conversation-repository.ts';
import type { DraftRepository } from '../storage/draft-repository.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { ProjectRepository } from '../storage/project-repository.ts';
import type { PromptRepository } from '../storage/prompt-repository.ts';
import type { MessageSearch } from '../storage/search/message-search.ts';
import type { Settings } from '../storage/settings.ts';
import type { TrustedLibraries } from '../storage/trusted-libraries.ts';

/** What the shell hands to every feature: one of each for the whole app. */
export interface Services {
	readonly assistants: AssistantRepository;
	readonly conversations: ConversationRepository;
	readonly drafts: DraftRepository;
	readonly engine: EngineSession;
	readonly ledger: Ledger;
	readonly packs: PackLibrary;
	readonly packUses: PackUses;
	readonly projects: ProjectRepository;
	readonly prompts: PromptRepository;
	readonly search: MessageSearch;
	readonly settings: Settings;
	readonly trustedLibraries: TrustedLibraries;
}

/** Props of a feature's page. `path` is what follows the feature's id in the address. */
export interface PageProps {
	readonly services: Services;
	readonly path: readonly string[];
}

/** One thing a person can do. A folder's `index.ts` default-exports it. */
export interface Feature {
	/** First segment of the hash route: `#/<id>/…`. */
	readonly id: string;
	/** Position in the navigation, ascending. */
	readonly order: number;
	/** False for a page that another one leads to: it has no place in the navigation. */
	readonly isListed?: boolean;
	readonly icon: Component;
	readonly title: (messages: FirstChapter) => string;
	/** The chapters of messages that its page reads beside the first. */
	readonly words?: readonly Chapter[];
	readonly load: () => Promise<{ default: Component<PageProps> }>;
}
