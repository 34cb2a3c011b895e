import { gpuAdmission } from '../../engines/choose.ts';
import { AppError, toAppError } from '../../lib/errors.ts';
import { plainLine } from '../../lib/plain-line.ts';
import type { Folder } from '../../packs/carry/folder.ts';
import type { ImportProgress } from '../../packs/carry/import-file.ts';
import type { Services } from '../feature.ts';
import type { UnknownLibrary } from './library-trust.svelte.ts';

interface Offered {
	readonly file: File;
	readonly name: string;
	readonly forget: () => Promise<void>;
}

/** The import of a model from a file or folder that the person chose or dropped. One at a time. */
export class FileImport {
	readonly #services: Services;
	#name = $state('');
	#progress = $state.raw<ImportProgress>();
	#error = $state.raw<AppError>();
	#running = $state.raw<AbortController>();
	#item: File | Folder | undefined;
	#offered = $state.raw<Offered>();

	constructor(services: Services) {
		this.#services = services;
	}

	/** The name of the file or folder, as one plain line. */
	get name(): string {
		return this.#name;
	}

	get isRunning(): boolean {
		return this.#running !== undefined;
	}

	/** Once the file has turned out to be a model. */
	get progress(): ImportProgress | undefined {
		return this.#progress;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	/** The library for which the file was refused; `trustAndGoOn` is the way past that. */
	get unknownLibrary(): UnknownLibrary | undefined {
		const { reason, digest, name, source } = this.#error?.data ?? {};
		if (reason !== 'unknown-library') return undefined;
		return { digest: String(digest), name: String(name), source: String(source) };
	}

	/** A file that came by itself and waits for the person to say what to do with it. */
	get offered(): { readonly name: string; readonly bytes: number } | undefined {
		return this.#offered && { name: this.#offered.name, bytes: this.#offered.file.size };
	}

	/** Shows the person a file that came by itself. `forget` is called once it is of no more use. */
	offer(file: File, forget: () => Promise<void> = async () => {}): void {
		this.#offered = { file, name: plainLine(file.name, 80), forget };
	}

	/** The person wants the offered file. Kept until it is in, for they may have to try again. */
	async accept(): Promise<boolean> {
		const offered = this.#offered;
		if (!offered || this.#running) return false;
		const isDone = await this.start(offered.file);
		if (isDone) await this.decline();
		return isDone;
	}

	async decline(): Promise<void> {
		const offered = this.#offered;
		this.#offered = undefined;
		await offered?.forget();
	}

	/** Installs what is in the file or folder, and chooses it to answer. Resolves to whether that was done. */
	async start(item: File | Folder): Promise<boolean> {
		const { engine, packs, settings } = this.#services;
		if (this.#running) return false;
		const { signal } = (this.#running = new AbortController());
		this.#item = item;
		this.#name = plainLine(item.name, 80);
		this.#error = undefined;
		this.#progress = undefined;
		try {
			const gpu = engine.device ? gpuAdmission(engine.device) : { gpuModels: [] };
			const request = item instanceof File ? { ...gpu, file: item } : { ...gpu, folder: item };
			for await (const step of packs.importFile(request, { signal })) {
				this.#progress = step;
				// Before the library shows the pack: whoever looks then finds it chosen.
				if (step.pack) await settings.set('pack', step.pack);
			}
			return true;
		} catch (thrown) {
			const { code, message, data } = toAppError(thrown);
			// The person knows the file by its name, and not what is within.
			if (code !== 'aborted') {
				console.warn(`${this.#name} was not imported.`, message, data);
				this.#error = new AppError(code, message, { data: { ...data, file: this.#name } });
			}
			return false;
		} finally {
			this.#running = undefined;
		}
	}

	/** The person trusts the unknown library: the same file again, from the beginning. */
	async trustAndGoOn(): Promise<boolean> {
		const library = this.unknownLibrary;
		if (!library || !this.#item) return false;
		try {
			const { digest, name } = library;
			const { trustedLibraries } = this.#services;
			await trustedLibraries.trust({ digest, packName: name, trustedAt: Date.now() });
		} catch (thrown) {
			this.#error = toAppError(thrown);
			return false;
		}
		const isDone = await this.start(this.#item);
		if (isDone && this.#item === this.#offered?.file) await this.decline();
		return isDone;
	}

	stop(): void {
		this.#running?.abort();
	}
}

const imports = new WeakMap<Services, FileImport>();

/** The one import of the app: it goes on while the person looks at another place. */
export function fileImportOf(services: Services): FileImport {
	let fileImport = imports.get(services);
	if (!fileImport) {
		fileImport = new FileImport(services);
		imports.set(services, fileImport);
	}
	return fileImport;
}
