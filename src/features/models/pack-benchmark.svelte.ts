import { measureSpeed, type BenchmarkStage } from '../../engines/benchmark.ts';
import { toAppError, type AppError } from '../../lib/errors.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { PackSpeed } from '../../packs/records/pack-use.ts';
import type { Services } from '../feature.ts';

/** The benchmark of an installed pack on this device. */
export class PackBenchmark {
	readonly #services: Pick<Services, 'engine' | 'packUses'>;
	readonly #pack: InstalledPack;
	#stage = $state.raw<BenchmarkStage>();
	#error = $state.raw<AppError>();
	#running: AbortController | undefined;

	constructor(services: Pick<Services, 'engine' | 'packUses'>, pack: InstalledPack) {
		this.#services = services;
		this.#pack = pack;
	}

	/** What is being measured, while it runs. */
	get stage(): BenchmarkStage | undefined {
		return this.#stage;
	}

	/** What is known of the pack's speed, measured now or before. */
	get speed(): PackSpeed | undefined {
		return this.#services.packUses.of(this.#pack).speed;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	async start(): Promise<void> {
		const { engine, packUses } = this.#services;
		const { signal } = (this.#running = new AbortController());
		this.#error = undefined;
		this.#stage = 'load';
		try {
			const steps = measureSpeed(engine, this.#pack, { signal });
			let step = await steps.next();
			for (; !step.done; step = await steps.next()) this.#stage = step.value;
			await packUses.measured(this.#pack, step.value);
		} catch (error) {
			const failure = toAppError(error);
			if (failure.code !== 'aborted') this.#error = failure;
		} finally {
			this.#stage = undefined;
		}
	}

	stop(): void {
		this.#running?.abort();
	}
}
