import { conversionTargets } from '../../engines/choose.ts';
import { toAppError, type AppError } from '../../lib/errors.ts';
import type { ConversionTarget } from '../../packs/convert/conversion-target.ts';
import type { ConversionProgress } from '../../packs/convert/converter.ts';
import type { Loss } from '../../packs/convert/measure-loss.ts';
import type { Prospect } from '../../packs/convert/prospect.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { Services } from '../feature.ts';

type Dependencies = Pick<Services, 'packs' | 'settings'>;

/** Whether an installed GGUF file can be converted for the graphics chip, what that loses, and the conversion. */
export class PackConversion {
	readonly #services: Dependencies;
	readonly #pack: InstalledPack;
	readonly #targets: readonly ConversionTarget[];
	#looked: Promise<void> | undefined;
	#prospect = $state.raw<Prospect>();
	#loss = $state.raw<Loss>();
	#progress = $state.raw<ConversionProgress>();
	#error = $state.raw<AppError>();
	#running = $state.raw<AbortController>();

	/** `targets`: what libraries there are. */
	constructor(services: Dependencies, pack: InstalledPack, targets: readonly ConversionTarget[]) {
		this.#services = services;
		this.#pack = pack;
		this.#targets = targets;
	}

	/** Undefined until it is known. */
	get prospect(): Prospect | undefined {
		return this.#prospect;
	}

	/** Undefined until it is measured. */
	get loss(): Loss | undefined {
		return this.#loss;
	}

	get isRunning(): boolean {
		return this.#running !== undefined;
	}

	get progress(): ConversionProgress | undefined {
		return this.#progress;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	/** Looks at the file, and measures on it what converting would lose. Once; a failure can be tried again. */
	look(): Promise<void> {
		return (this.#looked ??= this.#look());
	}

	/** Converts, and chooses the result to answer. Resolves to whether that was done. */
	async start(): Promise<boolean> {
		const { packs, settings } = this.#services;
		if (this.#running || this.#prospect?.status !== 'ready') return false;
		const { signal } = (this.#running = new AbortController());
		this.#error = undefined;
		this.#progress = undefined;
		try {
			for await (const step of packs.convert(this.#pack, this.#prospect.target, { signal })) {
				this.#progress = step;
				// Before the library shows the pack: whoever looks then finds it chosen.
				if (step.pack) await settings.set('pack', step.pack);
			}
			return true;
		} catch (thrown) {
			const error = toAppError(thrown);
			if (error.code !== 'aborted') this.#error = error;
			return false;
		} finally {
			this.#running = undefined;
		}
	}

	/** Nothing of it is left then. */
	stop(): void {
		this.#running?.abort();
	}

	async #look(): Promise<void> {
		const { converter, stop } = this.#services.packs.startConverter();
		this.#error = undefined;
		try {
			this.#prospect = await converter.inspect(this.#pack, this.#targets);
			if (this.#prospect.status !== 'ready') return;
			const { layout } = this.#prospect.target;
			for await (const { loss } of converter.measure(this.#pack, layout)) {
				if (loss) this.#loss = loss;
			}
		} catch (thrown) {
			this.#looked = undefined;
			// It is only an offer: what cannot be told is not offered, like that of a file of another kind.
			if (this.#prospect) this.#error = toAppError(thrown);
		} finally {
			stop();
		}
	}
}

const conversions = new WeakMap<Services['packs'], Record<string, PackConversion>>();

/** The one conversion of the pack: it goes on while the person looks at another place. */
export function packConversionOf(services: Services, pack: InstalledPack): PackConversion {
	const { packs, engine } = services;
	const known = conversions.get(packs) ?? {};
	conversions.set(packs, known);
	// What the device can run is not known at first.
	const targets = engine.device ? conversionTargets(engine.device) : [];
	return (known[`${pack.manifest.id} ${targets.length}`] ??= new PackConversion(
		services,
		pack,
		targets,
	));
}
