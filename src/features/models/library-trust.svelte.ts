import { isTrusted } from '../../engines/web-llm/library-trust.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import { fileSetFor, libraryOf } from '../../packs/manifest.ts';
import type { TrustedLibraries } from '../../storage/trusted-libraries.ts';

/** A compiled library that Quern does not know, as a person is asked about it. */
export interface UnknownLibrary {
	/** SHA-256, lowercase hex. */
	readonly digest: string;
	/** Of the pack that brings it. */
	readonly name: string;
	/** Where it is from: its own address, else who the pack says it is from. */
	readonly source: string;
}

/** Whether a pack waits for the person to trust the library that it brings: one that is installed, or will be. */
export class LibraryTrust {
	readonly #trusted: TrustedLibraries;
	readonly #pack: Pick<InstalledPack, 'manifest' | 'engine'>;
	#unknown = $state.raw<UnknownLibrary>();

	constructor(trusted: TrustedLibraries, pack: Pick<InstalledPack, 'manifest' | 'engine'>) {
		this.#trusted = trusted;
		this.#pack = pack;
	}

	/** The library that does not run as long as nobody trusts it. */
	get unknown(): UnknownLibrary | undefined {
		return this.#unknown;
	}

	async look(): Promise<void> {
		const { manifest, engine } = this.#pack;
		const own = libraryOf(fileSetFor(manifest, engine));
		if (!own || (await isTrusted(own.sha256, this.#trusted))) return;
		const { name, source } = manifest;
		this.#unknown = { digest: own.sha256, name, source: own.url ?? source.name };
	}

	async trust(): Promise<void> {
		if (!this.#unknown) return;
		const { digest, name } = this.#unknown;
		await this.#trusted.trust({ digest, packName: name, trustedAt: Date.now() });
		this.#unknown = undefined;
	}
}
