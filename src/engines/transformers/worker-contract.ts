import type { CallOptions } from '../../lib/call-options.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { Backend } from '../../storage/records/backend-measurement.ts';
import type { Delta, GenerateRequest, LoadProgress } from '../engine.ts';

/** Everything a worker needs to know, once: a worker loads one pack and is ended to unload it. */
export interface LoadCall {
	readonly pack: InstalledPack;
	readonly backend: Backend;
	/** Name of the database that holds the shards. */
	readonly database: string;
}

/** How a short run with the loaded model went. */
export interface Trial {
	readonly milliseconds: number;
	/** What came out: the same on both backends, or one of them computes nonsense. */
	readonly output: readonly number[];
}

/** What the page asks of the worker that runs transformers.js. */
export interface TransformersWorker {
	load(call: LoadCall, o?: CallOptions): AsyncIterable<LoadProgress>;
	/** Runs the loaded model on a text of its own: the first time it also compiles. */
	tryOut(o?: CallOptions): Promise<Trial>;
	generate(request: GenerateRequest, o?: CallOptions): AsyncIterable<Delta>;
	embed(texts: readonly string[], o?: CallOptions): Promise<Float32Array[]>;
}
