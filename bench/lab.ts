import { chromium, type Browser } from 'playwright';
import { chromiumFlags, findChromium } from '../scripts/chromium.mjs';

/** What every measurement works with. */
export interface Lab {
	/** Folder of the project. */
	readonly root: URL;
	/** The bench's own pages (bench/pages), with the models beside them. */
	readonly siteUrl: string;
	/** The production build. */
	readonly appUrl: string;
	/** Runs `use` with a browser of its own, which is closed afterwards. */
	withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T>;
	/** Tells what is being done. */
	say(line: string): void;
}

/** Makes browsers. `realGpu` lets Chromium choose the adapter instead of forcing the software one. */
export function browserMaker(realGpu: boolean, say: Lab['say']): Lab['withBrowser'] {
	const args = realGpu ? realGpuFlags() : chromiumFlags;
	return async (use) => {
		const executablePath = findChromium();
		if (!executablePath) throw new Error('there is no Chromium; npm test installs one');
		const browser = await chromium.launch({ executablePath, args, headless: true });
		browser.on('context', (context) => {
			context.on('weberror', (event) => say(`the page failed: ${event.error().message}`));
		});
		try {
			return await use(browser);
		} finally {
			await browser.close();
		}
	};
}

function realGpuFlags(): string[] {
	const flags = chromiumFlags.filter((flag) => !flag.startsWith('--use-webgpu-adapter'));
	return process.platform === 'linux' ? [...flags, '--enable-features=Vulkan'] : flags;
}
