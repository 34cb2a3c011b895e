import type { CallOptions } from '../lib/call-options.ts';
import { delay } from '../lib/delay.ts';
import { AppError, toAppError } from '../lib/errors.ts';
import type { InstalledPack } from '../packs/installed-pack.ts';
import type { PackEngine, PackManifest } from '../packs/manifest.ts';
import { chooseEngine } from './choose.ts';
import { probeDevice, type DeviceReport } from './device.ts';
import { isSamePack, type EngineHost, type HostStep } from './engine-host.ts';
import { EngineUse } from './engine-use.svelte.ts';
import { AnswerGuard } from './answer-guard.ts';
import type { Delta, GenerateRequest, LoadProgress, Usage } from './engine.ts';
import { engines as allEngines, type Engines } from './index.ts';
import type { LocalHost } from './local-host.ts';
import { orAborted } from './until-aborted.ts';

/** `queued`: the model is at work for another tab. */
export type SessionStatus = 'idle' | 'queued' | 'loading' | 'ready' | 'generating' | 'failed';

/** What a session adds to an engine's deltas: what answered is gone, and the answer begins anew. */
export type SessionDelta = Delta | { readonly type: 'restarted'; readonly lost: 'device' | 'tab' };

/** Makes what holds the models, and keeps `use` up to date. Put off until a model is needed. */
export type HostLoader = (use: EngineUse) => Promise<EngineHost>;

/** Is told what the session does; it is not waited for. */
export interface SessionObserver {
	/** A pack was loaded, in so many milliseconds. */
	loaded(pack: InstalledPack, milliseconds: number): unknown;
	/** A pack answered to the end. */
	answered(pack: InstalledPack, usage: Usage): unknown;
}

interface Options {
	/** What the tab's own host runs, where no other `host` is named. */
	readonly engines?: Engines;
	readonly host?: HostLoader;
	readonly probe?: () => Promise<DeviceReport>;
	readonly observer?: SessionObserver | undefined;
	/** Whether the last load of a pack ended the page. */
	readonly wasCutOff?: (pack: InstalledPack) => Promise<boolean>;
	/** Waits so many milliseconds. */
	readonly pause?: (milliseconds: number, o?: CallOptions) => Promise<void>;
}

/** Reloads after a lost device before the session gives up on it. */
const MAX_RESTARTS = 3;

/** Before the first restart, in milliseconds, and twice as long each time: the GPU process starts anew. */
const PAUSE = 250;

/**
 * One tab's use of the loaded model: which pack answers, and in what state that is. It loads when asked to
 * generate, and brings the engine back by itself when the device, or the tab that held it, was lost.
 */
export class EngineSession {
	readonly #makeHost: HostLoader;
	readonly #probe: () => Promise<DeviceReport>;
	readonly #observer: SessionObserver | undefined;
	readonly #wasCutOff: NonNullable<Options['wasCutOff']>;
	readonly #pause: NonNullable<Options['pause']>;
	/** Which tab holds which model. */
	readonly use = new EngineUse();

	#device = $state.raw<DeviceReport>();
	#status = $state.raw<SessionStatus>('idle');
	#progress = $state.raw<LoadProgress>();
	#ahead = $state.raw(0);
	#error = $state.raw<AppError>();
	#pack = $state.raw<InstalledPack>();

	#host: Promise<EngineHost> | undefined;
	/** When the load that this session waits for has begun. */
	#loadBegun: number | undefined;
	/** As far as this session knows: another tab may have had another pack loaded since. */
	#isLoaded = false;
	#isAnswering = false;
	/** The load in progress: whoever needs the same pack joins it. */
	#loading: Promise<void> | undefined;

	constructor({
		engines = allEngines,
		host,
		probe = probeDevice,
		pause = delay,
		observer,
		wasCutOff = async () => false,
	}: Options = {}) {
		this.#makeHost = host ?? ((use) => hostHere(engines, use));
		this.#probe = probe;
		this.#observer = observer;
		this.#wasCutOff = wasCutOff;
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

	/** While the status is `queued`: answers for other tabs that come first. */
	get ahead(): number {
		return this.#ahead;
	}

	/** Why the status is `failed`. */
	get error(): AppError | undefined {
		return this.#error;
	}

	/** The pack that answers: chosen, and loaded unless the status says otherwise. */
	get pack(): InstalledPack | undefined {
		return this.#pack;
	}

	/** A reload would cut off an answer or a load, of this tab or of another that relies on it. */
	get isBusy(): boolean {
		const isHosting = this.use.holder === 'this-tab' && this.use.work !== 'idle';
		return ['queued', 'loading', 'generating'].includes(this.#status) || isHosting;
	}

	/** Finds out what the device can do. Quick, and never throws. */
	async open(): Promise<void> {
		this.#device = await this.#probe();
	}

	/** Finds out whether another tab holds a model, for `use`. Never throws. */
	async look(): Promise<void> {
		try {
			await (await this.#open()).look?.();
		} catch (error) {
			console.warn('Which tab holds a model is not known.', error);
		}
	}

	/** The engine whose files a pack needs on this device. Needs `open`; throws `unsupported`. */
	engineFor(manifest: PackManifest): PackEngine {
		if (!this.#device) throw new AppError('internal', 'engineFor before open');
		return chooseEngine(manifest, this.#device).engine;
	}

	/** Chooses the pack that the next `generate` answers with, without loading it yet. */
	async select(pack: InstalledPack): Promise<void> {
		if (this.#pack && isSamePack(pack, this.#pack)) return;
		this.#requireIdle();
		this.#pack = pack;
		this.#isLoaded = false;
		this.#become('idle');
	}

	/**
	 * Loads the pack, unloading another. Throws what its engine throws, `busy` while another loads or
	 * answers, and `unsupported` with `data.alternative` naming the engine whose files would help.
	 */
	async load(pack: InstalledPack, o: CallOptions = {}): Promise<void> {
		if (this.#isAnswering) throw new AppError('busy', 'an answer is being generated');
		if (this.#loading) return this.#joinLoad(pack, o);
		this.#pack = pack;
		this.#become('loading');
		this.#loading = this.#load(pack, o).finally(() => (this.#loading = undefined));
		await this.#loading;
	}

	/**
	 * Loads the pack ahead of the first question. Not where the last load of it ended the page: then the person
	 * is asked first, by the status `failed` and `out-of-memory`. Never throws.
	 */
	async prepare(pack: InstalledPack): Promise<void> {
		if (this.isBusy) return;
		if (await this.#wasCutOff(pack)) {
			this.#pack = pack;
			const data = { reason: 'page-ended' } as const;
			this.#become(
				'failed',
				new AppError('out-of-memory', 'the last load ended the page', { data }),
			);
			return;
		}
		await this.load(pack).catch(() => {});
	}

	/** Frees the device, for every tab that uses it; the pack stays chosen. */
	async unload(): Promise<void> {
		this.#requireIdle();
		await (await this.#open()).unload({ signal: undefined });
		this.#isLoaded = false;
		this.#become('idle');
	}

	/**
	 * Answers with the chosen pack, loading it first if it is not. When the device is lost it loads
	 * anew, yields `restarted` and repeats the request; after three times it throws `device-lost`. When
	 * the tab that held the model is lost, it does the same as often as need be.
	 */
	async *generate(request: GenerateRequest, o: CallOptions = {}): AsyncGenerator<SessionDelta> {
		const pack = this.#pack;
		if (!pack) throw new AppError('invalid-input', 'no pack is chosen');
		if (this.#isAnswering) throw new AppError('busy', 'an answer is being generated');
		this.#isAnswering = true;
		try {
			for (let restarts = 0; ;) {
				try {
					if (this.#loading) await this.#joinLoad(pack, o);
					return yield* this.#answer(pack, request, o);
				} catch (error) {
					const failure = toAppError(error);
					const isTabLost = hasTabEnded(failure);
					if (!isTabLost && !isLoss(failure, restarts)) throw failure;
					if (!isTabLost && restarts === MAX_RESTARTS) throw this.#giveUp(failure);
					yield { type: 'restarted', lost: isTabLost ? 'tab' : 'device' };
					this.#become('loading');
					if (!isTabLost) await this.#pause(PAUSE * 2 ** restarts++, o);
				}
			}
		} finally {
			this.#isAnswering = false;
			if (this.#status !== 'failed' && !this.#loading) this.#settle(undefined);
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

	async *#answer(
		pack: InstalledPack,
		request: GenerateRequest,
		o: CallOptions,
	): AsyncGenerator<Delta> {
		this.#become(this.#isLoaded ? 'generating' : 'loading');
		try {
			const host = await this.#open();
			const guard = new AnswerGuard();
			for await (const step of host.generate(pack, request, o)) {
				if (this.#follow(step)) continue;
				guard.see(step as Delta);
				if (step.type === 'end') this.#observer?.answered(pack, step.usage);
				yield step as Delta;
			}
		} catch (error) {
			const failure = toAppError(error);
			this.#settle(failure);
			throw failure;
		}
	}

	#joinLoad(pack: InstalledPack, o: CallOptions): Promise<void> {
		if (this.#pack && isSamePack(pack, this.#pack)) return orAborted(this.#loading!, o.signal);
		return Promise.reject(new AppError('busy', 'another pack is loading'));
	}

	async #load(pack: InstalledPack, o: CallOptions): Promise<void> {
		for (;;) {
			try {
				const host = await this.#open();
				for await (const step of host.load(pack, o)) this.#follow(step);
				this.#loaded(pack);
				this.#settle(undefined);
				return;
			} catch (error) {
				const failure = toAppError(error);
				if (hasTabEnded(failure)) continue;
				this.#settle(failure);
				throw failure;
			}
		}
	}

	/** Shows what goes before an answer. False for a step that is part of one. */
	#follow(step: HostStep): boolean {
		switch (step.type) {
			case 'queued':
				this.#ahead = step.ahead;
				this.#become(step.ahead > 0 ? 'queued' : 'loading');
				return true;
			case 'loading':
				this.#isLoaded = false;
				this.#loadBegun ??= performance.now();
				this.#become('loading');
				this.#progress = step.progress;
				return true;
			case 'begun':
				this.#loaded();
				this.#become('generating');
				return true;
			default:
				return false;
		}
	}

	#loaded(pack = this.#pack): void {
		this.#isLoaded = true;
		if (pack && this.#loadBegun !== undefined) {
			this.#observer?.loaded(pack, performance.now() - this.#loadBegun);
		}
		this.#loadBegun = undefined;
	}

	#open(): Promise<EngineHost> {
		this.#host ??= this.#makeHost(this.use);
		this.#host.catch(() => (this.#host = undefined));
		return this.#host;
	}

	#requireIdle(): void {
		if (this.#isAnswering || this.#loading) throw new AppError('busy', `while ${this.#status}`);
	}

	/** What can go on is ready or idle again; what must be loaded anew is let go. */
	#settle(failure: AppError | undefined): void {
		const isHarmless =
			!failure ||
			['aborted', 'busy', 'invalid-input'].includes(failure.code) ||
			AnswerGuard.isReason(failure.data.reason);
		this.#isLoaded &&= isHarmless;
		this.#loadBegun = undefined;
		if (isHarmless) this.#become(this.#isLoaded ? 'ready' : 'idle');
		else this.#become('failed', failure);
	}

	#become(status: SessionStatus, error?: AppError): void {
		this.#status = status;
		this.#error = error;
		if (status !== 'loading') this.#progress = undefined;
	}
}

/** Holds models for this tab alone. */
async function hostHere(engines: Engines, use: EngineUse): Promise<EngineHost> {
	const { LocalHost } = await import('./local-host.ts');
	const onchange = () => use.show('this-tab', { ...host.state, tabs: 1 });
	const host: LocalHost = new LocalHost(engines, { onchange });
	return host;
}

/** The device was lost, or has not come back: a browser may refuse a GPU for minutes after two crashes. */
function isLoss({ code, data }: AppError, restarts: number): boolean {
	return code === 'device-lost' || (restarts > 0 && data['reason'] === 'no-adapter');
}

function hasTabEnded({ code, data }: AppError): boolean {
	return code === 'device-lost' && data.reason === 'tab-ended';
}
