import type { CallOptions } from '../lib/call-options.ts';
import type { Installation } from './installation.ts';
import type { InstalledPack } from './installed-pack.ts';
import type { PackEngine, PackManifest } from './manifest.ts';

/** What a check of an installed pack has found so far. `broken` names files by their path. */
export interface VerifyProgress {
	readonly bytesDone: number;
	readonly bytesTotal: number;
	readonly broken: readonly string[];
}

/** The packs on this device, and the one installation that may be under way. */
export class PackLibrary {
	#installed = $state.raw<readonly InstalledPack[]>([]);
	#installation = $state.raw<Installation | undefined>();

	get installed(): readonly InstalledPack[] {
		return this.#installed;
	}

	get installation(): Installation | undefined {
		return this.#installation;
	}

	/** Reads what is installed. An installation that was cut off is shown as paused. Call it once, at boot. */
	async open(): Promise<void> {
		throw new Error('not yet');
	}
	/** Begins an installation and resolves when it is under way. Throws `busy` while there is another. */
	async install(_manifest: PackManifest, _engine: PackEngine): Promise<void> {
		throw new Error('not yet');
	}
	/** Stops the transfer and keeps what was fetched, also over a reload. */
	async pause(): Promise<void> {
		throw new Error('not yet');
	}
	async resume(): Promise<void> {
		throw new Error('not yet');
	}
	/** Gives the installation up and deletes what it fetched. */
	async cancel(): Promise<void> {
		throw new Error('not yet');
	}
	/** Removes an installed pack. Files that another pack uses stay. */
	async remove(_packId: string, _engine: PackEngine): Promise<void> {
		throw new Error('not yet');
	}
	/** Hashes every file of an installed pack again. The last value is the result. */
	async *verify(
		_packId: string,
		_engine: PackEngine,
		_o?: CallOptions,
	): AsyncGenerator<VerifyProgress> {
		throw new Error('not yet');
	}
	/** Fetches the broken files of an installed pack again; it is not installed until they are whole. */
	async repair(_packId: string, _engine: PackEngine, _broken: readonly string[]): Promise<void> {
		throw new Error('not yet');
	}
}
