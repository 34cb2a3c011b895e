import type { OpenTab, TabInside, TabSurroundings } from './tab-contract.ts';

/**
 * A tab of the app, in a frame of its own: another realm with its own workers, connections and locks, all of which
 * end with the frame as those of a tab do.
 */
export class Tab {
	readonly inside: TabInside;
	/** Resolves when the tab is ended. */
	readonly gone: Promise<void>;
	readonly #frame: HTMLIFrameElement;
	#tellGone = () => {};

	private constructor(frame: HTMLIFrameElement, inside: TabInside) {
		this.#frame = frame;
		this.inside = inside;
		this.gone = new Promise((resolve) => (this.#tellGone = resolve));
	}

	/** `ended` is told when the tab ended because one of its workers asked for it. */
	static async open(surroundings: TabSurroundings, ended: (tab: Tab) => void): Promise<Tab> {
		const frame = document.createElement('iframe');
		frame.src = 'tab.html';
		const loaded = new Promise((resolve) => (frame.onload = resolve));
		document.body.append(frame);
		await loaded;
		const { openTab } = frame.contentWindow as unknown as { openTab: OpenTab };
		const inside = await openTab(surroundings, () => {
			// Not within the frame's own turn.
			setTimeout(() => {
				tab.kill();
				ended(tab);
			});
		});
		const tab = new Tab(frame, inside);
		return tab;
	}

	get isAlive(): boolean {
		return this.#frame.isConnected;
	}

	get library(): TabInside['library'] {
		return this.inside.library;
	}

	/** Ends the tab, whatever it is doing. */
	kill(): void {
		this.#frame.remove();
		this.#tellGone();
	}
}
