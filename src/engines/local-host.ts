import type { CallOptions } from '../lib/call-options.ts';
import { AppError, toAppError } from '../lib/errors.ts';
import type { InstalledPack } from '../packs/installed-pack.ts';
import type { PackEngine } from '../packs/manifest.ts';
import { isSamePack, type EngineHost, type HostState, type HostStep } from './engine-host.ts';
import type { Engine, GenerateRequest } from './engine.ts';
import type { Engines } from './index.ts';
import { Queue } from './queue.ts';

interface Options {
	/** Told when `state` has changed. */
	readonly onchange?: () => void;
	/** Called before a load; what it resolves to, once that has ended in good order. */
	readonly mark?: LoadMark | undefined;
}

/** Remembers that a load is under way, in case that it ends the page. */
export type LoadMark = (pack: InstalledPack) => Promise<() => Promise<void>>;

/** After these an engine goes on as if nothing had happened. */
const HARMLESS = ['aborted', 'busy', 'invalid-input'];

/** Holds the loaded model in this tab. */
export class LocalHost implements EngineHost {
	readonly #engines: Engines;
	readonly #onchange: () => void;
	readonly #mark: LoadMark | undefined;
	/** Engines made so far: an engine is made once. */
	readonly #made: Partial<Record<PackEngine, Promise<Engine>>> = {};
	readonly #queue = new Queue();
	/** The engine that holds `pack`, once it does. */
	#engine: Engine | undefined;
	#pack: InstalledPack | undefined;

	constructor(engines: Engines, { onchange = () => {}, mark }: Options = {}) {
		this.#engines = engines;
		this.#onchange = onchange;
		this.#mark = mark;
	}

	get state(): Omit<HostState, 'tabs'> {
		const { manifest, engine } = this.#pack ?? {};
		return {
			pack: manifest && engine && { id: manifest.id, name: manifest.name, engine },
			work:
				this.#pack && !this.#engine
					? 'loading'
					: this.#queue.current === 'answer'
						? 'answering'
						: 'idle',
		};
	}

	async *load(pack: InstalledPack, o: CallOptions = {}): AsyncGenerator<HostStep> {
		if (this.#holds(pack)) return;
		yield* this.#inTurn('load', o, () => this.#load(pack, o));
	}

	async *generate(
		pack: InstalledPack,
		request: GenerateRequest,
		o: CallOptions = {},
	): AsyncGenerator<HostStep> {
		yield* this.#inTurn('answer', o, () => this.#generate(pack, request, o));
	}

	async unload(): Promise<void> {
		if (!this.#queue.isEmpty) throw new AppError('busy', 'unload while the engine is at work');
		await this.#free();
	}

	/** Frees the device as soon as what is being done is done. */
	async retire(): Promise<void> {
		while (!this.#queue.isEmpty) await this.#queue.changed;
		await this.#free();
	}

	async *#inTurn(
		kind: 'load' | 'answer',
		o: CallOptions,
		work: () => AsyncIterable<HostStep>,
	): AsyncGenerator<HostStep> {
		try {
			yield* this.#queue.run(kind, o, work);
		} finally {
			this.#onchange();
		}
	}

	async *#load(pack: InstalledPack, o: CallOptions): AsyncGenerator<HostStep> {
		if (this.#holds(pack)) return;
		yield { type: 'loading', progress: undefined };
		const engine = await this.#make(pack.engine);
		const former = this.#engine;
		this.#engine = undefined;
		this.#pack = pack;
		this.#onchange();
		const unmark = await this.#mark?.(pack);
		try {
			if (former && former !== engine) await former.unload();
			for await (const progress of engine.load(pack, o)) yield { type: 'loading', progress };
			this.#engine = engine;
		} finally {
			await unmark?.();
			if (!this.#engine) this.#pack = undefined;
			this.#onchange();
		}
	}

	async *#generate(
		pack: InstalledPack,
		request: GenerateRequest,
		o: CallOptions,
	): AsyncGenerator<HostStep> {
		yield* this.#load(pack, o);
		const engine = this.#engine;
		if (!engine?.generate) throw new AppError('unsupported', `${pack.engine} cannot generate`);
		this.#onchange();
		yield { type: 'begun' };
		try {
			yield* engine.generate(request, o);
		} catch (error) {
			// What gave way must be loaded anew; until then it should not take up memory.
			if (!HARMLESS.includes(toAppError(error).code)) void this.#free().catch(() => {});
			throw error;
		}
	}

	async #free(): Promise<void> {
		const engine = this.#engine;
		this.#letGo();
		await engine?.unload();
		this.#onchange();
	}

	#letGo(): void {
		this.#engine = undefined;
		this.#pack = undefined;
	}

	#holds(pack: InstalledPack): boolean {
		return this.#engine !== undefined && isSamePack(pack, this.#pack);
	}

	#make(id: PackEngine): Promise<Engine> {
		const engine = (this.#made[id] ??= this.#engines[id]());
		engine.catch(() => delete this.#made[id]);
		return engine;
	}
}
