import type { InstalledPack } from './installed-pack.ts';
import { keyOfUse, type PackUseRepository } from './pack-use-repository.ts';
import type { PackSpeed, PackUse } from './records/pack-use.ts';

/** What an answer told of the engine's speed; the units are those of `PackSpeed`. */
type AnswerSpeed = Pick<PackSpeed, 'prefillPerSecond' | 'decodePerSecond' | 'completionTokens'> & {
	/** Tokens of prompt that were read at that speed: what the KV cache held was not. */
	readonly prefilledTokens: number;
};

/** Tokens below which a speed says more of the start than of the way. */
const ENOUGH_TOKENS = 8;

/**
 * When each installed pack was used and how fast it was on this device. Nothing waits for it: what cannot be kept is
 * logged and holds until the page closes.
 */
export class PackUses {
	readonly #repository: PackUseRepository;
	#uses = $state.raw<Readonly<Record<string, PackUse>>>({});
	/** Milliseconds that the last load of each pack took in this tab. */
	readonly #loadTimes: Record<string, number> = {};

	constructor(repository: PackUseRepository) {
		this.#repository = repository;
	}

	/** Reads what is stored; never throws. */
	async open(): Promise<void> {
		try {
			this.#uses = await this.#repository.all();
		} catch (error) {
			console.warn('It is not known when models were used.', error);
		}
	}

	of({ manifest, engine }: InstalledPack): PackUse {
		return this.#uses[keyOfUse(manifest.id, engine)] ?? {};
	}

	/** It has been loaded, in `loadTime` milliseconds. */
	async loaded(pack: InstalledPack, loadTime: number): Promise<void> {
		this.#loadTimes[keyOfUse(pack.manifest.id, pack.engine)] = loadTime;
		await this.#change(pack, (use) => ({ ...use, usedAt: Date.now() }));
	}

	/** It has answered. The first answer that is long enough is kept, until a benchmark says it better. */
	async answered(pack: InstalledPack, answer: AnswerSpeed): Promise<void> {
		if (answer.prefilledTokens < ENOUGH_TOKENS || answer.completionTokens < ENOUGH_TOKENS) return;
		const loadTime = this.#loadTimes[keyOfUse(pack.manifest.id, pack.engine)];
		const speed: PackSpeed = {
			measuredAt: Date.now(),
			by: 'answer',
			...(loadTime !== undefined && { loadTime }),
			prefillPerSecond: answer.prefillPerSecond,
			promptTokens: answer.prefilledTokens,
			decodePerSecond: answer.decodePerSecond,
			completionTokens: answer.completionTokens,
		};
		await this.#change(pack, (use) => ({ speed, ...use }));
	}

	/** It has been measured. */
	async measured(pack: InstalledPack, speed: PackSpeed): Promise<void> {
		await this.#change(pack, (use) => ({ ...use, speed }));
	}

	async #change(
		{ manifest, engine }: InstalledPack,
		change: (use: PackUse) => PackUse,
	): Promise<void> {
		const key = keyOfUse(manifest.id, engine);
		let use = change(this.#uses[key] ?? {});
		try {
			use = await this.#repository.change(manifest.id, engine, change);
		} catch (error) {
			console.warn('It could not be kept when a model was used.', error);
		}
		this.#uses = { ...this.#uses, [key]: use };
	}
}
