import { codeFoldersOf, otherCodeFoldersOf } from '../../engines/index.ts';
import { toAppError, type AppError } from '../../lib/errors.ts';
import type { PackChoice } from '../../packs/carry/pack-file.ts';
import type { PackLibrary } from '../../packs/pack-library.svelte.ts';
import { appFolder } from '../../packs/take/app-folder.ts';
import { chooseTarget, download } from '../../ui/save-file.ts';

const FILE_NAME = 'quern.zip';

/** The writing of the whole app, with models of the person's choice, to one file. */
export class TakeAlong {
	readonly #packs: PackLibrary;
	#progress = $state.raw<{ readonly bytesDone: number; readonly bytesTotal: number }>();
	#saved = $state.raw<string>();
	#error = $state.raw<AppError>();
	#running: AbortController | undefined;

	constructor(packs: PackLibrary) {
		this.#packs = packs;
	}

	/** How much of the models is written, while it runs. */
	get progress(): { readonly bytesDone: number; readonly bytesTotal: number } | undefined {
		return this.#progress;
	}

	/** Name of the file, once it is written. */
	get saved(): string | undefined {
		return this.#saved;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	/** Asks where to, from within a press of a button, and writes. */
	async start(packs: readonly PackChoice[]): Promise<void> {
		const { signal } = (this.#running = new AbortController());
		this.#error = undefined;
		this.#saved = undefined;
		try {
			const target = await chooseTarget(FILE_NAME);
			this.#progress = { bytesDone: 0, bytesTotal: 0 };
			const engines = packs.map(({ engine }) => engine);
			const engineFolders = {
				needed: engines.flatMap(codeFoldersOf),
				optional: [...engines.flatMap(otherCodeFoldersOf), 'maths'],
			};
			const { builtApp } = await import('../../packs/take/built-app.ts');
			const app = await builtApp();
			const request = { app, baseUrl: appFolder(), packs, engineFolders };
			for await (const step of this.#packs.takeAlong(request, target, { signal })) {
				this.#progress = step;
				if (step.file) download(step.file, FILE_NAME);
			}
			this.#saved = target?.name ?? FILE_NAME;
		} catch (thrown) {
			const error = toAppError(thrown);
			if (error.code !== 'aborted') this.#error = error;
		} finally {
			this.#progress = undefined;
		}
	}

	stop(): void {
		this.#running?.abort();
	}
}

const all = new WeakMap<PackLibrary, TakeAlong>();

/** The one of the app: it goes on while the person looks at another place. */
export function takeAlongOf(packs: PackLibrary): TakeAlong {
	const takeAlong = all.get(packs) ?? new TakeAlong(packs);
	all.set(packs, takeAlong);
	return takeAlong;
}
