import type { CallOptions } from '../../lib/call-options.ts';
import type { InstalledPack } from '../installed-pack.ts';
import { takeAlong, type TakeRequest } from '../take/take-along.ts';
import { exportPack, type ExportProgress } from './export-pack.ts';
import {
	importFile,
	type ImportDependencies,
	type ImportProgress,
	type ImportRequest,
} from './import-file.ts';

/** What the worker serves besides the installer. */
export interface CarrierContract {
	exportPack(
		pack: InstalledPack,
		target: FileSystemFileHandle | undefined,
		o?: CallOptions,
	): AsyncIterable<ExportProgress>;
	takeAlong(
		request: TakeRequest,
		target: FileSystemFileHandle | undefined,
		o?: CallOptions,
	): AsyncIterable<ExportProgress>;
	importFile(request: ImportRequest, o?: CallOptions): AsyncIterable<ImportProgress>;
}

/** Carries packs from one device to another, as files. Runs in a worker. */
export class Carrier implements CarrierContract {
	readonly #dependencies: ImportDependencies;

	constructor(dependencies: ImportDependencies) {
		this.#dependencies = dependencies;
	}

	exportPack(pack: InstalledPack, target: FileSystemFileHandle | undefined, o?: CallOptions) {
		return exportPack(pack, this.#dependencies.shards, target, o);
	}

	takeAlong(request: TakeRequest, target: FileSystemFileHandle | undefined, o?: CallOptions) {
		return takeAlong(request, this.#dependencies.shards, target, o);
	}

	importFile(request: ImportRequest, o?: CallOptions) {
		return importFile(request, this.#dependencies, o);
	}
}
