import { gpuAdmission } from '../../engines/choose.ts';
import { toAppError, type AppError } from '../../lib/errors.ts';
import type { PackChoice } from '../../packs/carry/pack-file.ts';
import { appFolder } from '../../packs/take/app-folder.ts';
import type { Services } from '../feature.ts';

/** A pack that lies beside the app. `obstacle` is why it cannot be used here. */
export interface CarriedPack extends PackChoice {
	readonly obstacle?: AppError;
}

/** The packs that were taken along with this copy of the app. */
export class Carried {
	readonly #services: Services;
	#packs = $state.raw<readonly CarriedPack[]>([]);
	#error = $state.raw<AppError>();

	constructor(services: Services) {
		this.#services = services;
	}

	/** Those that are not on this device yet. */
	get packs(): readonly CarriedPack[] {
		return this.#packs.filter(
			({ manifest, engine }) =>
				!this.#services.packs.installed.some(
					(pack) => pack.manifest.id === manifest.id && pack.engine === engine,
				),
		);
	}

	/** Whether any were taken along, installed or not. */
	get isAny(): boolean {
		return this.#packs.length > 0;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	/** Reads the list beside the app. Never throws. */
	async look(): Promise<void> {
		const { packs, engine } = this.#services;
		const [{ readCarriedPacks }, { admitOffer }] = await Promise.all([
			import('../../packs/take/carried-packs.ts'),
			import('../../packs/hand/admit-offer.ts'),
		]);
		const carried = await readCarriedPacks(appFolder());
		const gpu = engine.device ? gpuAdmission(engine.device) : { gpuModels: [] };
		const installed = packs.installed.map(({ manifest }) => manifest);
		this.#packs = await Promise.all(
			carried.map(async (pack) => {
				try {
					await admitOffer({ ...pack, ...gpu }, installed);
					return pack;
				} catch (error) {
					return { ...pack, obstacle: toAppError(error) };
				}
			}),
		);
	}

	/** Copies one into the browser, as an installation like any other; it answers from then on. */
	async install({ manifest, engine }: CarriedPack): Promise<void> {
		const { packs, settings } = this.#services;
		this.#error = undefined;
		try {
			await packs.install(manifest, engine);
			if (manifest.tasks.includes('chat')) await settings.set('pack', { id: manifest.id, engine });
		} catch (error) {
			this.#error = toAppError(error);
		}
	}
}
