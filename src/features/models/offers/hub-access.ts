import type { CallOptions } from '../../../lib/call-options.ts';
import { hubModels } from '../../../packs/catalogue/index.ts';
import type { HubModel, HubVariant } from '../../../packs/catalogue/hub-model.ts';
import type { HubPackWish, ResolvedHubPack } from '../../../packs/hub/resolve-hub-pack.ts';
import type { PackHosts } from '../../../packs/hub/pack-hosts.ts';

/** What can be fetched, and the small files of it that have been read already. */
export type HubPack = Pick<ResolvedHubPack, 'manifest' | 'known'>;

/** A model at an address that the person gave. */
export interface HubAddress {
	/** owner/name */
	readonly repository: string;
	/** Empty where the catalogue knows the library. */
	readonly libraryUrl: string;
}

/** The offers' one way to a hub: nothing is asked before a person wants it. */
export interface HubAccess {
	/** Host of the hub, as a person reads it. */
	readonly host: string;
	/** What the hub says of a model of the catalogue, now: each file by length and digest, at a commit. */
	askFor(model: HubModel, variant: HubVariant, o?: CallOptions): Promise<HubPack>;
	/** What it says of a repository at an address. */
	askAt(address: HubAddress, o?: CallOptions): Promise<HubPack>;
	/** Whether the catalogue knows the library for a repository. */
	isListed(repository: string): Promise<boolean>;
}

/** Asks the person's hub and its mirrors through the gate. Throws as `resolveHubPack`. */
export class HubThroughGate implements HubAccess {
	readonly #hosts: () => PackHosts;

	constructor(hosts: () => PackHosts) {
		this.#hosts = hosts;
	}

	get host(): string {
		return new URL(this.#hosts().hub).host;
	}

	async askFor(model: HubModel, variant: HubVariant, o: CallOptions = {}): Promise<HubPack> {
		const { wishForModel } = await import('../../../packs/catalogue/hub-wish.ts');
		return this.#resolve(wishForModel(model, variant), o);
	}

	async askAt({ repository, libraryUrl }: HubAddress, o: CallOptions = {}): Promise<HubPack> {
		const listed = libraryUrl ? undefined : await find(repository);
		if (listed) return this.askFor(listed.model, listed.variant, o);
		const [{ wishAtAddress }, { describeMlcPack }] = await Promise.all([
			import('../../../packs/catalogue/hub-wish.ts'),
			import('../../../packs/catalogue/describe-mlc-pack.ts'),
		]);
		const { manifest, known } = await this.#resolve(wishAtAddress(repository, libraryUrl), o);
		return { manifest: await describeMlcPack({ manifest, known }), known };
	}

	async isListed(repository: string): Promise<boolean> {
		return (await find(repository)) !== undefined;
	}

	async #resolve(wish: HubPackWish, o: CallOptions): Promise<HubPack> {
		const [{ askThroughGate, HubClient }, { resolveHubPack }, { Permits }] = await Promise.all([
			import('../../../packs/hub/hub-client.ts'),
			import('../../../packs/hub/resolve-hub-pack.ts'),
			import('../../../storage/permits.ts'),
		]);
		const ask = askThroughGate(new URL('./', document.baseURI).href);
		return resolveHubPack(wish, new HubClient(this.#hosts(), ask), new Permits(), o);
	}
}

/** The catalogue's model whose weights lie in a repository. */
async function find(repository: string) {
	for (const model of await hubModels()) {
		const variant = model.variants.find((each) => each.repository === repository);
		if (variant) return { model, variant };
	}
	return undefined;
}
