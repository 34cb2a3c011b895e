import type { CallOptions } from '../../lib/call-options.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import { fileSetFor } from '../../packs/manifest.ts';
import type { Backend, BackendMeasurement } from '../../storage/records/backend-measurement.ts';
import type { LoadProgress } from '../engine.ts';
import { orAborted, untilAborted } from '../until-aborted.ts';
import { agree } from './agreement.ts';
import { ModelProcess } from './model-process.ts';
import type { Trial } from './worker-contract.ts';

/** Milliseconds that the GPU may take to load and compile before it has lost, by what computes. */
export interface Patience {
	readonly hardware: number;
	/** An adapter that computes on the processor as well: it is seldom faster, and compiles for long. */
	readonly software: number;
}

const PATIENCE: Patience = { hardware: 20_000, software: 4_000 };

/** Bytes of memory that a pack may need for the processor to keep it while the GPU is tried. */
const BOTH_UP_TO = 500e6;

/** Where in the whole progress the processor has been tried, and the GPU. */
const PROCESSOR_TRIED = 0.4;
const GPU_TRIED = 0.8;

export interface TrialResult {
	readonly measurement: BackendMeasurement;
	/** The faster one, with its model loaded. */
	readonly process: ModelProcess;
}

/** Runs one model on the processor and on the GPU, once each after warming up, to see which is faster here. */
export class BackendTrial {
	readonly #pack: InstalledPack;
	readonly #database: string;
	readonly #patience: number;
	readonly #processes: Partial<Record<Backend, ModelProcess>> = {};

	constructor(
		pack: InstalledPack,
		database: string,
		isSoftware: boolean,
		patience: Patience = PATIENCE,
	) {
		this.#pack = pack;
		this.#database = database;
		this.#patience = isSoftware ? patience.software : patience.hardware;
	}

	/**
	 * The GPU has lost when it is not ready in time, fails, computes something else, or takes longer than the
	 * processor took. Throws what loading on the processor throws, and `aborted`.
	 */
	async *run({ signal }: CallOptions): AsyncGenerator<LoadProgress, TrialResult> {
		let winner: Backend | undefined;
		try {
			yield* this.#load('wasm', 0, PROCESSOR_TRIED, { signal });
			yield { stage: 'compare', fraction: PROCESSOR_TRIED };
			await this.#tryOut('wasm', { signal });
			const processor = await this.#tryOut('wasm', { signal });
			const { memoryBytes } = fileSetFor(this.#pack.manifest, 'transformers');
			if (memoryBytes > BOTH_UP_TO) this.#end('wasm');

			const webgpu = yield* this.#tryGpu(processor, signal);
			const backend = webgpu !== null && webgpu < processor.milliseconds ? 'webgpu' : 'wasm';
			if (!this.#processes[backend]) yield* this.#load(backend, GPU_TRIED, 1, { signal });
			winner = backend;
			const milliseconds = { wasm: processor.milliseconds, webgpu };
			return {
				measurement: { measuredAt: Date.now(), backend, milliseconds },
				process: this.#processes[backend]!,
			};
		} finally {
			if (winner !== 'wasm') this.#end('wasm');
			if (winner !== 'webgpu') this.#end('webgpu');
		}
	}

	/** How long the GPU took, in milliseconds; null where it has lost before that is known. */
	async *#tryGpu(
		processor: Trial,
		signal: AbortSignal | undefined,
	): AsyncGenerator<LoadProgress, number | null> {
		try {
			const ready = withTimeout(signal, this.#patience);
			for await (const { fraction } of this.#load('webgpu', PROCESSOR_TRIED, GPU_TRIED, {
				signal: ready,
			})) {
				yield { stage: 'compare', fraction };
			}
			await this.#tryOut('webgpu', { signal: ready });
			const faster = withTimeout(signal, processor.milliseconds);
			const gpu = await this.#tryOut('webgpu', { signal: faster });
			return agree(processor.output, gpu.output) ? gpu.milliseconds : null;
		} catch (error) {
			if (signal?.aborted) throw error;
			return null;
		}
	}

	/** Loads on `backend`; its progress goes from `start` to `end` of the whole. */
	async *#load(
		backend: Backend,
		start: number,
		end: number,
		o: CallOptions,
	): AsyncGenerator<LoadProgress> {
		const process = (this.#processes[backend] = new ModelProcess());
		const call = { pack: this.#pack, backend, database: this.#database };
		for await (const { stage, fraction } of untilAborted(process.remote.load(call, o), o.signal)) {
			if (stage !== 'ready') yield { stage, fraction: start + fraction * (end - start) };
		}
	}

	/** The promise is left behind where the time is over: ending the worker is what stops it. */
	#tryOut(backend: Backend, o: CallOptions): Promise<Trial> {
		return orAborted(Promise.resolve(this.#processes[backend]!.remote.tryOut(o)), o.signal);
	}

	#end(backend: Backend): void {
		this.#processes[backend]?.end();
		delete this.#processes[backend];
	}
}

function withTimeout(signal: AbortSignal | undefined, milliseconds: number): AbortSignal {
	const timeout = AbortSignal.timeout(milliseconds);
	return signal ? AbortSignal.any([signal, timeout]) : timeout;
}
