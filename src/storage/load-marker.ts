import { heldLocks, holdLock } from '../lib/web-lock.ts';
import type { Settings } from './settings.ts';

/** A load that the person left by closing or reloading the page, which `localStorage` can be told in time. */
const LEFT_KEY = 'quern-load-left';

const lockOf = (load: string) => `quern:load:${load}`;

/** What is loaded: a pack's id and the engine it runs on. */
export interface Loaded {
	readonly id: string;
	readonly engine: string;
}

/**
 * Remembers that a model is being loaded. A browser that runs out of memory ends the page without a word; the
 * next time, the mark is still there, and nobody holds its lock.
 */
export class LoadMarker {
	readonly #settings: Settings;

	constructor(settings: Settings) {
		this.#settings = settings;
	}

	/** Sets the mark, and resolves to what takes it away. */
	async begin({ id, engine }: Loaded): Promise<() => Promise<void>> {
		const load = crypto.randomUUID();
		const release = await holdLock(lockOf(load));
		const leave = () => localStorage.setItem(LEFT_KEY, load);
		addEventListener('pagehide', leave);
		await this.#settings.set('loading', { id, engine, load });
		return async () => {
			removeEventListener('pagehide', leave);
			await this.#settings.set('loading', null);
			release();
		};
	}

	/** Whether the last load of this pack ended the page, as far as is known since the page was opened. */
	async wasCutOff({ id, engine }: Loaded): Promise<boolean> {
		const mark = this.#settings.get('loading');
		if (mark?.id !== id || mark.engine !== engine) return false;
		if (localStorage.getItem(LEFT_KEY) === mark.load) return false;
		return !(await heldLocks()).has(lockOf(mark.load));
	}
}
