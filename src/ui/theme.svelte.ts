export type ThemeChoice = 'system' | 'light' | 'dark';

/** The colours of the page: the device's choice, unless the person has made another. */
export class Theme {
	#choice = $state.raw<ThemeChoice>('system');

	get choice(): ThemeChoice {
		return this.#choice;
	}

	use(choice: ThemeChoice): void {
		this.#choice = choice;
		const root = document.documentElement;
		if (choice === 'system') delete root.dataset['theme'];
		else root.dataset['theme'] = choice;
		colourBrowserFrame(choice);
	}
}

/** The browser's own bars take the page's ground: of two `theme-color`s the one that is in use. */
function colourBrowserFrame(choice: ThemeChoice): void {
	for (const name of ['light', 'dark'] as const) {
		const meta = document.querySelector<HTMLMetaElement>(
			`meta[name='theme-color'][media*='${name}'], meta[name='theme-color'][data-theme='${name}']`,
		);
		if (!meta) continue;
		meta.dataset['theme'] = name;
		meta.media =
			choice === 'system' ? `(prefers-color-scheme: ${name})` : choice === name ? 'all' : 'not all';
	}
}

/** The one theme of the page. */
export const theme = new Theme();
