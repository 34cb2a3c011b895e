import type { Settings } from '../storage/settings.ts';

/** Chromium's event, which is in no standard: https://wicg.github.io/manifest-incubations/ */
interface BeforeInstallPromptEvent extends Event {
	prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** Offers to install the app in its own words, once; the browser's own dialog comes after a yes. */
export class InstallOffer {
	readonly #settings: Settings;
	#prompt = $state.raw<BeforeInstallPromptEvent>();
	#isIos = $state.raw(false);
	#isDismissed = $state.raw(true);
	readonly #isOpen = $derived(!this.#isDismissed && (this.#prompt !== undefined || this.#isIos));

	constructor(settings: Settings) {
		this.#settings = settings;
	}

	get isOpen(): boolean {
		return this.#isOpen;
	}

	/** Whether the browser can be asked; on iOS a person must do it by hand. */
	get canAsk(): boolean {
		return this.#prompt !== undefined;
	}

	/** Begins to listen. Needs loaded settings. */
	start(): void {
		this.#isDismissed = this.#settings.get('installHintDismissed');
		this.#isIos = isIosBrowser();
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#prompt = event as BeforeInstallPromptEvent;
		});
		addEventListener('appinstalled', () => (this.#prompt = undefined));
	}

	/** Opens the browser's dialog. It can be opened once; a no is taken as one. */
	async ask(): Promise<void> {
		const answer = await this.#prompt?.prompt();
		this.#prompt = undefined;
		if (answer?.outcome === 'dismissed') this.dismiss();
	}

	dismiss(): void {
		this.#isDismissed = true;
		void this.#settings.set('installHintDismissed', true);
	}
}

/** An iPhone or iPad (which calls itself a Mac) that shows the page in a browser. */
function isIosBrowser(): boolean {
	const isTouchMac = /Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
	const isIos = /iPhone|iPad|iPod/.test(navigator.userAgent) || isTouchMac;
	return isIos && !matchMedia('(display-mode: standalone)').matches;
}
