/** A short message at the edge of the page, with at most one thing to do about it. */
export interface Toast {
	readonly text: string;
	readonly action?: { readonly label: string; readonly run: () => void };
	/** Runs when the toast has gone and its action was not taken. */
	readonly onexpire?: () => void;
}

/** The short messages on the page: each stays for a while, longer when it offers something. */
export class Toasts {
	#shown = $state.raw<readonly Toast[]>([]);
	readonly #timers = new WeakMap<Toast, ReturnType<typeof setTimeout>>();

	get shown(): readonly Toast[] {
		return this.#shown;
	}

	/** Shows a toast. One with an action (“Undo”) stays for ten seconds, another for four. */
	show(toast: Toast): void {
		this.#shown = [...this.#shown, toast];
		this.#timers.set(
			toast,
			setTimeout(() => this.dismiss(toast), toast.action ? 10_000 : 4_000),
		);
	}

	dismiss(toast: Toast): void {
		this.#takeAway(toast);
		toast.onexpire?.();
	}

	run(toast: Toast): void {
		this.#takeAway(toast);
		toast.action?.run();
	}

	#takeAway(toast: Toast): void {
		clearTimeout(this.#timers.get(toast));
		this.#shown = this.#shown.filter((other) => other !== toast);
	}
}

/** The toasts of the page; the shell shows them. */
export const toasts = new Toasts();
