import { codeFoldersOf } from '../engines/index.ts';
import type { PackEngine } from '../packs/manifest.ts';
import type { MessageToServiceWorker } from './service-worker-messages.ts';
import { hasUnsentText } from './work-in-progress.ts';

/** Set once a page was reloaded to become isolated, so that a host which prevents it gets no loop. */
const RELOADED_KEY = 'quern-reloaded-for-isolation';

/**
 * The page's side of the service worker: offline use, updates, and the headers of isolation. It
 * never reloads or updates while the page has work in progress.
 */
export class ServiceWorkerLink {
	readonly #isWorking: () => boolean;
	#waiting = $state.raw<ServiceWorker>();
	#isPostponed = $state.raw(false);
	/** This page asked for the new version; the others keep theirs until they are closed. */
	#asked = false;

	constructor(isWorking: () => boolean) {
		this.#isWorking = isWorking;
	}

	/** A new version is ready, and the person has not put it off. */
	get offersUpdate(): boolean {
		return this.#waiting !== undefined && !this.#isPostponed;
	}

	/** The new version must wait for the work in progress. */
	get isHeldBack(): boolean {
		return this.#isWorking();
	}

	/** Registers the worker where the browser has any. Resolves at once; failures are only logged. */
	start(): void {
		if (!isAvailable()) return;
		const container = navigator.serviceWorker;
		container.addEventListener('controllerchange', () => this.#controlled());
		container
			.register('./sw.js', { updateViaCache: 'none' })
			.then((registration) => this.#watch(registration))
			.catch((error: unknown) => console.warn('No service worker: not usable offline.', error));
		if (container.controller) this.#isolate();
	}

	/** Starts the waiting version and reloads this page. Does nothing while it is held back. */
	update(): void {
		if (!this.#waiting || this.isHeldBack) return;
		this.#asked = true;
		send(this.#waiting, { type: 'skip-waiting' });
	}

	postpone(): void {
		this.#isPostponed = true;
	}

	/** Sees to it that an engine's code is there without a network, once a pack needs it. */
	async keepEngine(engine: PackEngine): Promise<void> {
		if (!isAvailable()) return;
		const { active } = await navigator.serviceWorker.ready;
		if (!active) return;
		for (const folder of codeFoldersOf(engine)) send(active, { type: 'keep-engine', folder });
	}

	#watch(registration: ServiceWorkerRegistration): void {
		const look = () => {
			// Without a controller it is the first version: there is nothing to update from.
			if (navigator.serviceWorker.controller) this.#waiting = registration.waiting ?? undefined;
		};
		look();
		registration.addEventListener('updatefound', () => {
			registration.installing?.addEventListener('statechange', look);
		});
	}

	#controlled(): void {
		this.#waiting = undefined;
		if (this.#asked) location.reload();
		else this.#isolate();
	}

	/**
	 * A page from a host that sends no headers of isolation is reloaded once through the service
	 * worker, which adds them: threads on the processor need it. The next visit has them anyway.
	 */
	#isolate(): void {
		if (crossOriginIsolated || this.#isWorking() || hasUnsentText()) return;
		if (sessionStorage.getItem(RELOADED_KEY)) return;
		sessionStorage.setItem(RELOADED_KEY, 'yes');
		location.reload();
	}
}

/** Not in private windows of some browsers, and not under the dev server. */
function isAvailable(): boolean {
	return import.meta.env.PROD && 'serviceWorker' in navigator;
}

function send(worker: ServiceWorker, message: MessageToServiceWorker): void {
	worker.postMessage(message);
}
