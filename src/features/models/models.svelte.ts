import { answeringPack } from '../../engines/answering-pack.ts';
import { toAppError, type AppError } from '../../lib/errors.ts';
import { embeddingPack, starterPack } from '../../packs/catalogue/index.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { PackEngine, PackManifest } from '../../packs/manifest.ts';
import { measureSpace, requestPersistence, type Space } from '../../storage/space.ts';
import { hostOf } from '../../packs/hub/pack-hosts.ts';
import type { Services } from '../feature.ts';
import { LibraryTrust } from './library-trust.svelte.ts';

/** What the models' page does: it offers the starter pack, installs it and looks after it. */
export class Models {
	readonly #services: Services;
	#error = $state.raw<AppError>();
	#space = $state.raw<Space>();
	/** Settings tell nobody when they change. */
	#choices = $state(0);

	constructor(services: Services) {
		this.#services = services;
	}

	/** Why the last thing asked for was not done. */
	get error(): AppError | undefined {
		return this.#error;
	}

	/** What the browser says about room, once `measure` has asked it. */
	get space(): Space | undefined {
		return this.#space;
	}

	/** The pack that the first run offers. */
	get offered(): PackManifest {
		return starterPack;
	}

	/** The pack that finds texts by their meaning, unless it is there. */
	get offeredEmbeddings(): PackManifest | undefined {
		return this.isInstalled(embeddingPack, 'transformers') ? undefined : embeddingPack;
	}

	/** The engine to fetch the offered pack for; undefined until the device is known. */
	engineFor(wanted: string | undefined): PackEngine | undefined {
		const { engine, settings } = this.#services;
		const { fileSets } = this.offered;
		const setFor = (name: string | null | undefined) => fileSets.find((set) => set.engine === name);
		const asked = setFor(wanted);
		if (asked) return asked.engine;
		if (!engine.device) return undefined;
		return setFor(settings.get('engine'))?.engine ?? engine.engineFor(this.offered);
	}

	isInstalled(manifest: PackManifest, engine: PackEngine): boolean {
		return this.#services.packs.installed.some(
			(pack) => pack.manifest.id === manifest.id && pack.engine === engine,
		);
	}

	/** Whether the chat answers with this pack. */
	isAnswering({ manifest, engine }: InstalledPack): boolean {
		const { engine: session, packs, settings } = this.#services;
		void this.#choices;
		const pack = answeringPack(packs.installed, settings, session.device);
		return pack?.manifest.id === manifest.id && pack.engine === engine;
	}

	/** Whether the pack waits for the person to trust what it brought. */
	libraryTrust(pack: InstalledPack): LibraryTrust {
		return new LibraryTrust(this.#services.trustedLibraries, pack);
	}

	/** Chooses the pack that the chat answers with from now on. */
	async use({ manifest, engine }: InstalledPack): Promise<void> {
		await this.#services.settings.set('pack', { id: manifest.id, engine });
		this.#choices++;
	}

	async measure(): Promise<void> {
		this.#space = await measureSpace();
	}

	/** Asks the browser to keep what is stored. Resolves to whether it will. */
	async askToKeep(): Promise<boolean> {
		await requestPersistence();
		await this.measure();
		return this.#space?.persistent ?? false;
	}

	/**
	 * Installs a pack, the offered one if none is named; of its files `known` are at hand already. An engine that the
	 * device would not choose becomes the person's choice.
	 */
	async install(
		engine: PackEngine,
		manifest: PackManifest = this.offered,
		known?: ReadonlyMap<string, Blob>,
	): Promise<void> {
		const { engine: session, packs, settings } = this.#services;
		await this.#attempt(async () => {
			await packs.install(manifest, engine, known);
			if (!manifest.tasks.includes('chat')) return this.measure();
			await settings.set('pack', { id: manifest.id, engine });
			if (session.device && engine !== session.engineFor(manifest)) {
				await settings.set('engine', engine);
			}
			await this.measure();
		});
	}

	/** Installs the pack that finds texts by their meaning. What answers in the chat stays. */
	async installEmbeddings(): Promise<void> {
		await this.#attempt(async () => {
			await this.#services.packs.install(embeddingPack, 'transformers');
			await this.measure();
		});
	}

	/** The person wants to look around first. */
	async postpone(): Promise<void> {
		await this.#services.settings.set('firstRunDismissed', true);
	}

	async pause(): Promise<void> {
		await this.#attempt(() => this.#services.packs.pause());
	}

	/** Host and port of the model hub. */
	get hubHost(): string {
		return hostOf(this.#services.settings.get('hub'));
	}

	/** The copies of the hub that the person has added. */
	get mirrors(): readonly string[] {
		void this.#choices;
		return this.#services.settings.get('mirrors');
	}

	/** Takes other copies of the hub from now on, and goes on with them where an installation stands still. */
	async useMirrors(mirrors: readonly string[]): Promise<void> {
		const { packs, settings } = this.#services;
		await settings.set('mirrors', [...mirrors]);
		this.#choices++;
		const state = packs.installation?.state;
		if (state !== 'waiting' && state !== 'failed') return;
		await this.#attempt(async () => {
			await packs.pause();
			await packs.resume();
		});
	}

	async resume(): Promise<void> {
		await this.#attempt(() => this.#services.packs.resume());
	}

	async cancel(): Promise<void> {
		await this.#attempt(() => this.#services.packs.cancel());
	}

	/** Deletes an installed pack. False if it could not be. */
	async remove({ manifest, engine }: InstalledPack): Promise<boolean> {
		const { engine: session, packs } = this.#services;
		return this.#attempt(async () => {
			const { pack: loaded } = session.use;
			// In whichever tab: it is not taken away under an answer, which makes this throw `busy`.
			if (loaded?.id === manifest.id && loaded.engine === engine) await session.unload();
			await packs.remove(manifest.id, engine);
		});
	}

	/** Takes a deletion back. */
	async restore({ manifest, engine }: InstalledPack): Promise<void> {
		await this.#attempt(async () => void (await this.#services.packs.restore(manifest.id, engine)));
	}

	/** The deletion will not be taken back: only now its room is free. */
	async forget({ manifest, engine }: InstalledPack): Promise<void> {
		await this.#attempt(async () => {
			await this.#services.packs.forget(manifest.id, engine);
			await this.measure();
		});
	}

	async #attempt(work: () => Promise<void>): Promise<boolean> {
		this.#error = undefined;
		try {
			await work();
			return true;
		} catch (error) {
			this.#error = toAppError(error);
			return false;
		}
	}
}
