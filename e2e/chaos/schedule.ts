import type { ShelfId } from '../../src/storage/shelves.ts';
import type { Fault } from '../fixtures/fault-server.mjs';

/** What goes wrong in one worker: interfaces of the browser that are wrapped in it, and where it is ended. */
export interface WorkerFaults {
	/** The worker is ended at a call of the shelves or of the record: the nth, `ticks` turns of its loop after it began. */
	readonly kill?: {
		readonly method: 'write' | 'seal' | 'record' | 'delete';
		readonly call: number;
		/** -1: before it begins. */
		readonly ticks: number;
	};
	/** Writes to either shelf, from the nth on and so many, end with this. */
	readonly writes?: {
		readonly from: number;
		readonly times: number;
		readonly end: 'quota' | 'failed' | 'short';
	};
	/** So many attempts to open the database fail. */
	readonly closedDatabase?: number;
	/** From the nth look at it on, the clock is so many milliseconds ahead. */
	readonly clock?: { readonly from: number; readonly ahead: number };
	/** `estimate()` says so many bytes of quota. */
	readonly quota?: number;
}

/** What a person, another tab or the system does while a pack is being installed. */
export type Step =
	| { readonly do: 'wait'; readonly ms: number }
	/** Waits until so many requests were made in all. */
	| { readonly do: 'await-requests'; readonly count: number }
	| { readonly do: 'pause-resume'; readonly ms: number }
	/** Another tab opens, and installs the same. */
	| { readonly do: 'second-tab' }
	/** The tab that was opened first ends; if it was the only one, another is opened. */
	| { readonly do: 'kill' }
	| { readonly do: 'cancel' }
	| { readonly do: 'remove-neighbour'; readonly readMeanwhile: boolean }
	| { readonly do: 'damage'; readonly file: number; readonly how: Damage; readonly at: number }
	| { readonly do: 'evict'; readonly what: 'everything' | 'files' }
	| { readonly do: 'corrupt-record'; readonly store: 'installedPacks' | 'pendingInstallations' }
	/** The file is held open by somebody else for a while. */
	| { readonly do: 'hold-file'; readonly file: number; readonly ms: number }
	/** No request of this pack is answered for a while. */
	| { readonly do: 'outage'; readonly ms: number };

export type Damage = 'flip' | 'truncate' | 'zero-tail' | 'lose';

/** Faults of the requests for one file at one host, one after another. */
export interface NetworkFaults {
	readonly host: string;
	readonly file: number;
	readonly faults: readonly Fault[];
}

/** One installation and all that happens to it. It follows from the seed and the index alone. */
export interface Schedule {
	readonly seed: number;
	readonly index: number;
	readonly shelf: ShelfId;
	readonly chunkBytes: number;
	/** Ranges in flight at most. */
	readonly lanes: number;
	/** Length of each file in bytes. */
	readonly files: readonly number[];
	/** Names of the hosts that have the pack; of one, `origin`, it is the app's own site. */
	readonly hosts: readonly string[];
	/** Hosts that have other bytes under the same names. */
	readonly wrongHosts: readonly string[];
	/** A pack that is installed before, and perhaps has a file in common. */
	readonly neighbour: 'none' | 'apart' | 'shares';
	/** Another tab holds an older database open for so many milliseconds. */
	readonly olderTab?: number;
	readonly persist: 'granted' | 'refused' | 'throws';
	readonly network: readonly NetworkFaults[];
	/** Of the workers in the order in which they start; later ones have none. */
	readonly workers: readonly WorkerFaults[];
	readonly steps: readonly Step[];
	/** After the faults: whether the tab goes on, or another is opened. */
	readonly end: 'same-tab' | 'new-tab';
}

/** Whether something in the schedule makes it right to fetch again what was stored. */
export function mayRefetch({ wrongHosts, network, steps }: Schedule): boolean {
	return (
		wrongHosts.length > 0 ||
		network.some(({ faults }) => faults.some((fault) => 'flip' in fault || 'etag' in fault)) ||
		steps.some((step) => ['damage', 'evict', 'cancel'].includes(step.do))
	);
}
