import { chooseEngine, gpuRuntimeLimits } from '../../../engines/choose.ts';
import { deviceKind } from '../../../engines/device-kind.ts';
import { catalogue, hubModels } from '../../../packs/catalogue/index.ts';
import type { HubModel } from '../../../packs/catalogue/hub-model.ts';
import { hubPackId } from '../../../packs/catalogue/hub-pack-id.ts';
import { byPurpose, type ByPurpose } from '../../../packs/fit/by-purpose.ts';
import type { FitDevice } from '../../../packs/fit/fit.ts';
import type { PackEngine, PackManifest } from '../../../packs/manifest.ts';
import { freeBytes } from '../../../storage/space.ts';
import type { Services } from '../../feature.ts';
import { isMetered, networkInformation } from '../connection.ts';
import { LibraryTrust } from '../library-trust.svelte.ts';
import type { Models } from '../models.svelte.ts';
import { fitDevice } from './fit-device.ts';
import type { HubAccess, HubPack } from './hub-access.ts';
import { offerOfHubModel, offerOfPack, type Offer } from './offer.ts';

type OffersServices = Pick<Services, 'engine' | 'packs' | 'trustedLibraries'>;

/** Which models the page offers on this device, in which order, and which of them first. */
export class Offers {
	readonly #services: OffersServices;
	readonly #models: Models;
	readonly #language: () => string;
	readonly hub: HubAccess;
	#hubModels = $state.raw<readonly HubModel[]>();

	readonly #device = $derived.by(() => this.#fitDevice());
	readonly #all = $derived.by(() => this.#offers());
	readonly #choice = $derived.by(() => this.#choose());

	/** `language` is the person's, as a BCP 47 tag. */
	constructor(services: OffersServices, models: Models, hub: HubAccess, language: () => string) {
		this.#services = services;
		this.#models = models;
		this.hub = hub;
		this.#language = language;
	}

	/** Every model, by size; none as long as the device or the catalogue is not known. */
	get all(): readonly Offer[] {
		return this.#all;
	}

	/** Quick, balanced, best. */
	get choice(): ByPurpose<Offer> {
		return this.#choice;
	}

	/** Reads the catalogue, which is part of the app but not of its start. */
	async load(): Promise<void> {
		this.#hubModels = await hubModels();
	}

	/** A pack is being fetched: another cannot be begun. */
	get isBusy(): boolean {
		return this.#services.packs.installation !== undefined;
	}

	/** Whether a pack's library may run, and the person's say in it. */
	trustFor(manifest: PackManifest): LibraryTrust {
		return new LibraryTrust(this.#services.trustedLibraries, { manifest, engine: 'web-llm' });
	}

	/** Begins to fetch a pack from this same site. */
	async install(engine: PackEngine, manifest: PackManifest): Promise<void> {
		await this.#models.install(engine, manifest);
	}

	/** Begins to fetch what the hub has told of. */
	async installFromHub({ manifest, known }: HubPack): Promise<void> {
		await this.#models.install('web-llm', manifest, known);
	}

	isInstalled({ source }: Offer): boolean {
		const id = source.from === 'app' ? source.manifest.id : hubPackId(source.model, source.variant);
		const engine = source.from === 'app' ? source.engine : 'web-llm';
		return this.#services.packs.installed.some(
			(pack) => pack.manifest.id === id && pack.engine === engine,
		);
	}

	#fitDevice(): FitDevice | undefined {
		const { device } = this.#services.engine;
		return (
			device &&
			fitDevice(device, {
				kind: deviceKind(navigator),
				freeBytes: freeBytes(this.#models.space),
				isMetered: isMetered(networkInformation()),
			})
		);
	}

	#offers(): readonly Offer[] {
		const device = this.#device;
		const models = this.#hubModels;
		if (!device || !models) return [];
		const language = this.#language();
		// The pack that only embeds has an offer of its own, with what it is for.
		const answering = catalogue.filter(({ tasks }) => tasks.includes('chat'));
		const ofApp = answering.flatMap((manifest) => {
			const engine = this.#engineFor(manifest);
			return engine ? [offerOfPack(manifest, engine, device, language)] : [];
		});
		const onHub = models.map((model) => offerOfHubModel(model, gpuRuntimeLimits, device, language));
		return [...ofApp, ...onHub].sort((a, b) => a.parameters - b.parameters);
	}

	#engineFor(manifest: PackManifest): PackEngine | undefined {
		const { device } = this.#services.engine;
		try {
			return device && chooseEngine(manifest, device).engine;
		} catch {
			return undefined;
		}
	}

	#choose(): ByPurpose<Offer> {
		const device = this.#device;
		const isSlow = device?.gpu.status !== 'available' || device.gpu.software;
		return byPurpose(this.#all, { isMetered: device?.isMetered ?? false, isSlow });
	}
}
