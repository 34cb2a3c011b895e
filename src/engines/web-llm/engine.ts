import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { connect, type Connection } from '../../lib/rpc.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import { probeDevice, type DeviceReport } from '../device.ts';
import type { Delta, Engine, GenerateRequest, LoadProgress, Support } from '../engine.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import { untilAborted } from '../until-aborted.ts';
import { chooseLibrary } from './libraries.ts';
import { addressOf } from './library-address.ts';
import type { ShippedLibrary, WebLlmWorker } from './worker-contract.ts';

interface Options {
	readonly probe?: () => Promise<DeviceReport>;
	/** Name of the database that holds the shards. */
	readonly database?: string;
}

/**
 * WebLLM on WebGPU, in a worker of its own. The worker holds one pack and is ended to unload it, when
 * its device was lost, and when a load fails or is aborted: nothing else surely frees the GPU.
 */
export class WebLlmEngine implements Engine {
	readonly id = 'web-llm';
	readonly #probe: () => Promise<DeviceReport>;
	readonly #database: string;
	readonly #calls = new OneAtATime();
	#running: { readonly worker: Worker; readonly connection: Connection<WebLlmWorker> } | undefined;

	constructor({ probe = probeDevice, database = 'quern' }: Options = {}) {
		this.#probe = probe;
		this.#database = database;
	}

	async support(): Promise<Support> {
		const { gpu } = await this.#probe();
		if (gpu.status !== 'available') return { ok: false, reason: gpu.status };
		const { vendor, architecture, software, shaderF16 } = gpu;
		return { ok: true, detail: { vendor, architecture, software, shaderF16 } };
	}

	load(pack: InstalledPack, o: CallOptions = {}): AsyncIterable<LoadProgress> {
		return this.#calls.run(() => this.#load(pack, o));
	}

	async *#load(pack: InstalledPack, o: CallOptions): AsyncGenerator<LoadProgress> {
		this.#end();
		const { remote } = this.#start();
		let isLoaded = false;
		try {
			const shipped = await this.#choose(pack);
			const call = { pack, shipped, database: this.#database };
			yield* untilAborted(remote.load(call, o), o.signal);
			isLoaded = true;
		} finally {
			if (!isLoaded) this.#end();
		}
	}

	async unload(): Promise<void> {
		this.#end();
	}

	generate(request: GenerateRequest, o: CallOptions = {}): AsyncIterable<Delta> {
		return this.#calls.run(() => this.#generate(request, o));
	}

	async *#generate(request: GenerateRequest, o: CallOptions): AsyncGenerator<Delta> {
		if (!this.#running) throw new AppError('internal', 'generate before load');
		try {
			yield* this.#running.connection.remote.generate(request, o);
		} catch (error) {
			const code = error instanceof AppError ? error.code : 'internal';
			if (code === 'device-lost' || code === 'out-of-memory') this.#end();
			throw error;
		}
	}

	/** The shipped library for the pack; undefined where the pack brings its own. */
	async #choose(pack: InstalledPack): Promise<ShippedLibrary | undefined> {
		const choice = chooseLibrary(pack.manifest, await this.#probe());
		if (choice.ok) {
			if (choice.from === 'pack') return undefined;
			return { id: choice.library.id, url: addressOf(choice.library) };
		}
		const alternative = pack.manifest.fileSets.find(({ engine }) => engine !== this.id)?.engine;
		throw new AppError('unsupported', `no library of ${pack.manifest.id} runs here`, {
			data: { reason: choice.reason, ...(alternative && { alternative }) },
		});
	}

	#start(): Connection<WebLlmWorker> {
		const worker = new Worker(new URL('./worker.ts', import.meta.url), {
			type: 'module',
			name: 'web-llm',
		});
		const connection = connect<WebLlmWorker>(worker);
		worker.addEventListener('error', ({ message }) => {
			connection.fail(new AppError('internal', `the WebLLM worker failed: ${message}`));
		});
		this.#running = { worker, connection };
		return connection;
	}

	#end(): void {
		this.#running?.worker.terminate();
		this.#running?.connection.fail(new AppError('aborted', 'the model was unloaded'));
		this.#running = undefined;
	}
}
