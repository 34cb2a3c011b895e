import type { PackLibrary } from '../packs/pack-library.svelte.ts';
import type { Database } from '../storage/database.ts';
import { toAppError, type AppError } from '../lib/errors.ts';

/** Whether what is stored on this device can be read. Without it the app opens, but keeps nothing. */
export class Storage {
	readonly #database: Database;
	readonly #packs: PackLibrary;
	#state = $state.raw<'opening' | 'open' | 'closed'>('opening');
	#error = $state.raw<AppError>();

	constructor(database: Database, packs: PackLibrary) {
		this.#database = database;
		this.#packs = packs;
	}

	get state(): 'opening' | 'open' | 'closed' {
		return this.#state;
	}

	/** Why it is closed. */
	get error(): AppError | undefined {
		return this.#error;
	}

	/** Opens the database and reads which packs are installed. Never throws; it can be tried again. */
	async open(): Promise<void> {
		try {
			await this.#database.open();
			await this.#packs.open();
			this.#error = undefined;
			this.#state = 'open';
		} catch (error) {
			console.error(error);
			this.#error = toAppError(error);
			this.#state = 'closed';
		}
	}
}
