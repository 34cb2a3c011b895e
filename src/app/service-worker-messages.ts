import type { PackEngine } from '../packs/manifest.ts';

/** What a page asks of the service worker. */
export type MessageToServiceWorker =
	/** Become the active version: a person has asked for the update. */
	| { readonly type: 'skip-waiting' }
	/** Have the code of an engine at hand for when there is no network. */
	| { readonly type: 'keep-engine'; readonly engine: PackEngine };
