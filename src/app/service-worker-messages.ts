import type { OwnCopyRequest } from '../packs/take/built-app.ts';

/** What a page asks of the service worker. */
export type MessageToServiceWorker =
	/** Say what the app is made of: somebody takes it along. */
	| OwnCopyRequest
	/** Become the active version: a person has asked for the update. */
	| { readonly type: 'skip-waiting' }
	/** Have a folder of `assets/engines/` at hand for when there is no network. */
	| { readonly type: 'keep-engine'; readonly folder: string };
