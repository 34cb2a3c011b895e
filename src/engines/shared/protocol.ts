import type { HostState } from '../engine-host.ts';

/**
 * What tabs tell one another and by which names. Raised when it changes: pages of different versions then
 * share nothing, and each loads its own model.
 */
export const NAME = 'quern:engine:1';

/**
 * Questions without an answer before a tab is held for dead. One that ends is noticed at once, by its lock; this
 * is for one that exists and does nothing. A mistake costs a second load, and nothing else.
 */
export const MAX_SILENCES = 15;

/** The lock of the tab that holds the model. */
export const hostLock = (name: string) => `${name}:host`;

/** The lock that a tab holds as long as it takes part. The browser lets it go when the tab ends in whatever way. */
export const tabLock = (name: string, tab: string) => `${name}:tab:${tab}`;

export type TabMessage =
	/** Asks who holds the model, and whether they are still there. */
	| { readonly kind: 'who'; readonly from: string }
	/** Says “I do”: when asked, and each time that the state changes. */
	| { readonly kind: 'host'; readonly from: string; readonly state: HostState }
	/** Takes part no longer: does not hold the model any more, or wants nothing more of who does. */
	| { readonly kind: 'left'; readonly from: string }
	/** A message of `lib/rpc.ts` from a guest to the host, or back. */
	| {
			readonly kind: 'call' | 'reply';
			readonly from: string;
			readonly to: string;
			/** Tells one connection of these two tabs from an earlier one. */
			readonly link: string;
			readonly data: unknown;
	  };
