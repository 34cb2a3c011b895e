import type { TransferPolicy } from '../../../src/packs/download/transfer-policy.ts';
import type { ShelfId } from '../../../src/storage/shelves.ts';
import type { WorkerFaults } from '../schedule.ts';

/** What a worker is told by its name. */
export interface WorkerOrders {
	readonly database: string;
	readonly shelf: ShelfId;
	readonly policy: TransferPolicy;
	readonly faults: WorkerFaults;
}

/** What a worker tells the page beside its answers. */
export type WorkerNews =
	/** It waits to be ended. */
	| { readonly chaos: 'end-me' }
	/** A wrapped fault has happened. */
	| { readonly chaos: 'met'; readonly fault: string };
