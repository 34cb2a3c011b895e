import type { Messages } from '../../i18n/locales/en.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { BackendMeasurement } from '../../storage/records/backend-measurement.ts';

/** Whether a pack for transformers.js runs on the processor or on the GPU here, once that was tried. */
export class MeasuredBackend {
	readonly #pack: InstalledPack;
	#measurement = $state.raw<BackendMeasurement>();

	constructor(pack: InstalledPack) {
		this.#pack = pack;
	}

	/** Looks up what was measured; nothing is, for packs of other engines. */
	async look(): Promise<void> {
		if (this.#pack.engine !== 'transformers') return;
		const { TransformersEngine } = await import('../../engines/transformers/engine.ts');
		// It is only told: what cannot be read is not.
		this.#measurement = await new TransformersEngine().measured(this.#pack).catch(() => undefined);
	}

	/** A line for the pack's facts, or none. */
	facts({ backends: t }: Messages): { term: string; detail: string }[] {
		if (this.#pack.engine !== 'transformers') return [];
		const { term } = t;
		if (!this.#measurement) return [{ term, detail: t.untried }];
		const { backend, milliseconds, measuredAt: date } = this.#measurement;
		const { wasm, webgpu } = milliseconds;
		if (backend === 'wasm' || webgpu === null) return [{ term, detail: t.wasm({ date }) }];
		return [{ term, detail: t.webgpu({ times: Math.round((10 * wasm) / webgpu) / 10, date }) }];
	}
}
