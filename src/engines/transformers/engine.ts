import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import { Database } from '../../storage/database.ts';
import type { Backend, BackendMeasurement } from '../../storage/records/backend-measurement.ts';
import { probeDevice, type DeviceReport } from '../device.ts';
import type { Delta, Engine, GenerateRequest, LoadProgress, Support } from '../engine.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import { orAborted, untilAborted } from '../until-aborted.ts';
import { hasSimd } from '../wasm-features.ts';
import { BackendPreference } from './backend-preference.ts';
import { BackendTrial, type Patience } from './backend-trial.ts';
import { ModelProcess } from './model-process.ts';

interface Options {
	readonly probe?: () => Promise<DeviceReport>;
	/** Name of the database that holds the shards. */
	readonly database?: string;
	readonly patience?: Patience;
}

/**
 * ONNX models by transformers.js and ONNX Runtime, in a worker of their own: vectors of texts, and chat. It
 * computes on the processor or on the GPU, whichever a short run of that very model found faster here.
 */
export class TransformersEngine implements Engine {
	readonly id = 'transformers';
	readonly #probe: () => Promise<DeviceReport>;
	readonly #database: string;
	readonly #patience: Patience | undefined;
	readonly #preference: BackendPreference;
	readonly #calls = new OneAtATime();
	#process: ModelProcess | undefined;

	constructor({ probe = probeDevice, database = 'quern', patience }: Options = {}) {
		this.#probe = probe;
		this.#database = database;
		this.#patience = patience;
		this.#preference = new BackendPreference(new Database(database));
	}

	async support(): Promise<Support> {
		if (!hasSimd()) return { ok: false, reason: 'no-wasm' };
		const { gpu, crossOriginIsolated } = await this.#probe();
		return { ok: true, detail: { gpu: gpu.status, threads: crossOriginIsolated } };
	}

	/** Which backend was faster for the pack here. Undefined until it has been loaded once with a GPU at hand. */
	async measured(pack: InstalledPack): Promise<BackendMeasurement | undefined> {
		return this.#preference.measured(pack, await this.#probe());
	}

	load(pack: InstalledPack, o: CallOptions = {}): AsyncIterable<LoadProgress> {
		return this.#calls.run(() => this.#load(pack, o));
	}

	async *#load(pack: InstalledPack, o: CallOptions): AsyncGenerator<LoadProgress> {
		await this.unload();
		const device = await this.#probe();
		const known: Backend | undefined =
			device.gpu.status === 'available'
				? (await this.#preference.measured(pack, device))?.backend
				: 'wasm';
		if (known) return yield* this.#loadOn(known, pack, o);

		const software = device.gpu.status === 'available' && device.gpu.software;
		const trial = new BackendTrial(pack, this.#database, software, this.#patience);
		const { measurement, process } = yield* trial.run(o);
		this.#process = process;
		await this.#preference.keep(pack, device, measurement);
		yield { stage: 'ready', fraction: 1 };
	}

	async *#loadOn(
		backend: Backend,
		pack: InstalledPack,
		o: CallOptions,
	): AsyncGenerator<LoadProgress> {
		const process = new ModelProcess();
		try {
			const call = { pack, backend, database: this.#database };
			yield* untilAborted(process.remote.load(call, o), o.signal);
			this.#process = process;
		} finally {
			if (!this.#process) process.end();
		}
	}

	async unload(): Promise<void> {
		this.#process?.end();
		this.#process = undefined;
	}

	generate(request: GenerateRequest, o: CallOptions = {}): AsyncIterable<Delta> {
		return this.#calls.run(() => this.#generate(request, o));
	}

	async *#generate(request: GenerateRequest, o: CallOptions): AsyncGenerator<Delta> {
		const { remote } = this.#loaded('generate');
		try {
			yield* untilAborted(remote.generate(request, o), o.signal);
		} catch (error) {
			throw this.#endIfLost(error);
		}
	}

	async embed(texts: readonly string[], o: CallOptions = {}): Promise<Float32Array[]> {
		for await (const vectors of this.#calls.run(() => this.#embed(texts, o))) return vectors;
		return [];
	}

	async *#embed(texts: readonly string[], o: CallOptions): AsyncGenerator<Float32Array[]> {
		const { remote } = this.#loaded('embed');
		try {
			yield await orAborted(remote.embed(texts, o), o.signal);
		} catch (error) {
			throw this.#endIfLost(error);
		}
	}

	#loaded(call: string): ModelProcess {
		if (!this.#process) throw new AppError('internal', `${call} before load`);
		return this.#process;
	}

	/** What the device took back is let go: it must be loaded anew. */
	#endIfLost(error: unknown): unknown {
		const code = error instanceof AppError ? error.code : 'internal';
		if (code === 'device-lost' || code === 'out-of-memory') void this.unload();
		return error;
	}
}
