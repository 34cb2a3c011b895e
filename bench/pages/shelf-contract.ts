/** Where the same shards lie: on Quern's two shelves, and in the caches that WebLLM brings along. */
export type Place =
	| 'quern-opfs'
	| 'quern-indexed-db'
	| 'web-llm-cache'
	| 'web-llm-indexeddb'
	| 'web-llm-opfs'
	| 'web-llm-opfs-sync';

/** What the worker does that reads and fills. */
export interface ShelfWorker {
	/** Puts the starter's files on both of Quern's shelves, as a download does. */
	fill(): Promise<void>;
	/** Reads every shard of the starter into memory, one after another, and returns the milliseconds. */
	readAll(place: Place): Promise<number>;
}

/** Each of Quern's shelves has a database of its own here, so that each holds the whole pack. */
export const databases = { 'quern-opfs': 'bench-opfs', 'quern-indexed-db': 'bench-indexed-db' };
