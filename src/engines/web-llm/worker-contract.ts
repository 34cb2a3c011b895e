import type { CallOptions } from '../../lib/call-options.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { Delta, GenerateRequest, LoadProgress } from '../engine.ts';
import type { Library } from './libraries.ts';

/** Everything a worker needs to know, once: a worker loads one pack and is ended to unload it. */
export interface LoadCall {
	readonly pack: InstalledPack;
	readonly library: Library;
	/** Absolute: the worker's own address is another folder's. */
	readonly libraryUrl: string;
	/** Name of the database that holds the shards. */
	readonly database: string;
}

/** What the page asks of the worker that runs WebLLM. */
export interface WebLlmWorker {
	load(call: LoadCall, o?: CallOptions): AsyncIterable<LoadProgress>;
	generate(request: GenerateRequest, o?: CallOptions): AsyncIterable<Delta>;
}
