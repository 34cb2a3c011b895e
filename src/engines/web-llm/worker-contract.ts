import type { CallOptions } from '../../lib/call-options.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { Delta, GenerateRequest, LoadProgress } from '../engine.ts';

/** Which of the libraries in the app, and where it lies: the worker knows by itself which digest it must have. */
export interface ShippedLibrary {
	readonly id: string;
	/** Absolute: the worker's own address is another folder's. */
	readonly url: string;
}

/** Everything a worker needs to know, once: a worker loads one pack and is ended to unload it. */
export interface LoadCall {
	readonly pack: InstalledPack;
	/** The shipped library that fits the device. Undefined where the pack brings its own. */
	readonly shipped: ShippedLibrary | undefined;
	/** Name of the database that holds the shards. */
	readonly database: string;
}

/** What the page asks of the worker that runs WebLLM. */
export interface WebLlmWorker {
	load(call: LoadCall, o?: CallOptions): AsyncIterable<LoadProgress>;
	generate(request: GenerateRequest, o?: CallOptions): AsyncIterable<Delta>;
}
