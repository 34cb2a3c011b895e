import type { ShardStore } from '../../shard-store.ts';

/** A store in a dedicated worker, where it can write, and what a test does there beside it. */
export interface OpfsWorker extends Required<ShardStore> {
	/** Keeps the file open, as another tab would, until the worker ends. */
	hold(name: string): Promise<void>;
	/** Puts bytes into the folder past the store, in place of what is there. */
	put(name: string, content: Uint8Array): Promise<void>;
}
