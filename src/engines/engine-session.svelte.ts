import type { CallOptions } from '../lib/call-options.ts';
import { delay } from '../lib/delay.ts';
import { AppError, toAppError } from '../lib/errors.ts';
import type { InstalledPack } from '../packs/installed-pack.ts';
import type { PackEngine, PackManifest } from '../packs/manifest.ts';
import { chooseEngine } from './choose.ts';
import { probeDevice, type DeviceReport } from './device.ts';
import type { Delta, Engine, GenerateRequest, LoadProgress, Usage } from './engine.ts';
import { engines as allEngines, type EngineLoader } from './index.ts';
import { orAborted } from './until-aborted.ts';

export type SessionStatus = 'idle' | 'loading' | 'ready' | 'generating' | 'failed';

/** What a session adds to an engine's deltas: the device gave way, and the answer begins anew. */
export type SessionDelta = Delta | { readonly type: 'restarted' };

/** Is told what the session does; it is not waited for. */
export interface SessionObserver {
	/** A pack was loaded, in so many milliseconds. */
	loaded(pack: InstalledPack, milliseconds: number): unknown;
	/** A pack answered to the end. */
	answered(pack: InstalledPack, usage: Usage): unknown;
}

interface Options {
	readonly engines?: Readonly<Record<PackEngine, EngineLoader>>;
	readonly probe?: () => Promise<DeviceReport>;
	readonly observer?: SessionObserver | undefined;
	/** Waits so many milliseconds. */
	readonly pause?: (milliseconds: number, o?: CallOptions) => Promise<void>;
}

/** Reloads after a lost device before the session gives up on it. */
const MAX_RESTARTS = 3;

/** Before the first restart, in milliseconds, and twice as long each time: the GPU process starts anew. */
const PAUSE = 250;

/**
 * The app's one running model: which pack, on which engine, and in what state. It loads when asked to
 * generate, and brings the engine back by itself when the device was lost.
 */
export class EngineSession {
	readonly #engines: Readonly<Record<PackEngine, EngineLoader>>;
	readonly #probe: () => Promise<DeviceReport>;
	readonly #observer: SessionObserver | undefined;
	readonly #pause: NonNullable<Options['pause']>;

	#device = $state.raw<DeviceReport>();
	#status = $state.raw<SessionStatus>('idle');
	#progress = $state.raw<LoadProgress>();
	#error = $state.raw<AppError>();
	#pack = $state.raw<InstalledPack>();

	/** Engines made so far: an engine is made once. */
	readonly #made: Partial<Record<PackEngine, Promise<Engine>>> = {};
	/** The engine that holds `pack`, once it does. */
	#engine: Engine | undefined;
	/** The load in progress: whoever needs the same pack joins it. */
	#loading: Promise<Engine> | undefined;

	constructor({
		engines = allEngines,
		probe = probeDevice,
		pause = delay,
		observer,
	}: Options = {}) {
		this.#engines = engines;
		this.#probe = probe;
		this.#observer = observer;
		this.#pause = pause;
	}

	/** What the device can do, once `open` has found out. */
	get device(): DeviceReport | undefined {
		return this.#device;
	}

	get status(): SessionStatus {
		return this.#status;
	}

	/** Of the load in progress. */
	get progress(): LoadProgress | undefined {
		return this.#progress;
	}

	/** Why the status is `failed`. */
	get error(): AppError | undefined {
		return this.#error;
	}

	/** The pack that answers: chosen, and loaded unless the status says otherwise. */
	get pack(): InstalledPack | undefined {
		return this.#pack;
	}

	/** Finds out what the device can do. Quick, and never throws. */
	async open(): Promise<void> {
		this.#device = await this.#probe();
	}

	/** The engine whose files a pack needs on this device. Needs `open`; throws `unsupported`. */
	engineFor(manifest: PackManifest): PackEngine {
		if (!this.#device) throw new AppError('internal', 'engineFor before open');
		return chooseEngine(manifest, this.#device).engine;
	}

	/** Chooses the pack that the next `generate` answers with, without loading it yet. */
	async select(pack: InstalledPack): Promise<void> {
		if (isSame(pack, this.#pack)) return;
		await this.unload();
		this.#pack = pack;
	}

	/**
	 * Loads the pack, unloading another. Throws what its engine throws, `busy` while another loads or
	 * answers, and `unsupported` with `data.alternative` naming the engine whose files would help.
	 */
	async load(pack: InstalledPack, o: CallOptions = {}): Promise<void> {
		if (this.#status === 'generating') throw new AppError('busy', 'an answer is being generated');
		await this.#ready(pack, o);
	}

	/** Frees the device; the pack stays chosen. */
	async unload(): Promise<void> {
		if (this.#status === 'generating' || this.#status === 'loading') {
			throw new AppError('busy', `unload while ${this.#status}`);
		}
		await this.#engine?.unload();
		this.#engine = undefined;
		this.#become('idle');
	}

	/**
	 * Answers with the chosen pack, loading it first if it is not. When the device is lost it loads
	 * anew, yields `restarted` and repeats the request; after three times it throws `device-lost`.
	 */
	async *generate(request: GenerateRequest, o: CallOptions = {}): AsyncGenerator<SessionDelta> {
		const pack = this.#pack;
		if (!pack) throw new AppError('invalid-input', 'no pack is chosen');
		if (this.#status === 'generating') throw new AppError('busy', 'an answer is being generated');
		for (let restarts = 0; ; restarts++) {
			const wait = restarts && PAUSE * 2 ** (restarts - 1);
			try {
				const engine = await this.#ready(pack, o, wait);
				return yield* this.#answer(engine, request, o);
			} catch (error) {
				const failure = toAppError(error);
				if (!isLoss(failure, restarts)) throw failure;
				if (restarts === MAX_RESTARTS) throw this.#giveUp(failure);
				yield { type: 'restarted' };
			}
		}
	}

	/** The device keeps being lost: says so, and which engine's files would do instead. */
	#giveUp(cause: AppError): AppError {
		const sets = this.#pack?.manifest.fileSets ?? [];
		const alternative = sets.find(({ engine }) => engine !== this.#pack?.engine)?.engine;
		const failure = new AppError('device-lost', cause.message, {
			cause,
			data: { attempts: MAX_RESTARTS + 1, ...(alternative && { alternative }) },
		});
		this.#become('failed', failure);
		return failure;
	}

	async *#answer(engine: Engine, request: GenerateRequest, o: CallOptions): AsyncGenerator<Delta> {
		if (!engine.generate) throw new AppError('unsupported', `${engine.id} cannot generate`);
		this.#become('generating');
		let failure: AppError | undefined;
		try {
			for await (const delta of engine.generate(request, o)) {
				if (delta.type === 'end' && this.#pack) this.#observer?.answered(this.#pack, delta.usage);
				yield delta;
			}
		} catch (error) {
			failure = toAppError(error);
			throw failure;
		} finally {
			this.#settle(failure);
		}
	}

	/** The engine with `pack` loaded, `wait` milliseconds from now at the soonest if it is not. */
	#ready(pack: InstalledPack, o: CallOptions, wait = 0): Promise<Engine> {
		if (this.#loading) {
			if (isSame(pack, this.#pack)) return orAborted(this.#loading, o.signal);
			return Promise.reject(new AppError('busy', 'another pack is loading'));
		}
		if (this.#engine && isSame(pack, this.#pack)) return Promise.resolve(this.#engine);
		this.#pack = pack;
		this.#become('loading');
		this.#loading = this.#load(pack, o, wait).finally(() => (this.#loading = undefined));
		return this.#loading;
	}

	async #load(pack: InstalledPack, o: CallOptions, wait: number): Promise<Engine> {
		try {
			if (wait > 0) await this.#pause(wait, o);
			const engine = await this.#make(pack.engine);
			if (this.#engine && this.#engine !== engine) await this.#engine.unload();
			this.#engine = undefined;
			const begun = performance.now();
			for await (const progress of engine.load(pack, o)) this.#progress = progress;
			this.#observer?.loaded(pack, performance.now() - begun);
			this.#engine = engine;
			this.#become('ready');
			return engine;
		} catch (error) {
			const failure = toAppError(error);
			this.#settle(failure);
			throw failure;
		}
	}

	#make(id: PackEngine): Promise<Engine> {
		const engine = (this.#made[id] ??= this.#engines[id]());
		engine.catch(() => delete this.#made[id]);
		return engine;
	}

	/** What can go on is ready or idle again; what must be loaded anew is let go. */
	#settle(failure: AppError | undefined): void {
		const isHarmless = !failure || ['aborted', 'busy', 'invalid-input'].includes(failure.code);
		if (!isHarmless) this.#engine = undefined;
		if (isHarmless) this.#become(this.#engine ? 'ready' : 'idle');
		else this.#become('failed', failure);
	}

	#become(status: SessionStatus, error?: AppError): void {
		this.#status = status;
		this.#error = error;
		if (status !== 'loading') this.#progress = undefined;
	}
}

/** The device was lost, or has not come back: a browser may refuse a GPU for minutes after two crashes. */
function isLoss({ code, data }: AppError, restarts: number): boolean {
	return code === 'device-lost' || (restarts > 0 && data['reason'] === 'no-adapter');
}

function isSame(a: InstalledPack, b: InstalledPack | undefined): boolean {
	return (
		a.manifest.id === b?.manifest.id && a.engine === b.engine && a.installedAt === b.installedAt
	);
}
