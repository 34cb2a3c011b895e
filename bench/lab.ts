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
	withBrowsers<T>(count: number, use: (browsers: Browser[]) => Promise<T>): Promise<T>;
	/** Tells what is being done. */
	say(line: string): void;
}

/** Makes browsers. `realGpu` lets Chromium choose the adapter instead of forcing the software one. */
export function browserMaker(realGpu: boolean, say: Lab['say']): Lab['withBrowsers'] {
	const args = realGpu ? realGpuFlags() : chromiumFlags;
	const launch = async () => {
		const executablePath = findChromium();
		if (!executablePath) throw new Error('there is no Chromium; npm test installs one');
		const browser = await chromium.launch({ executablePath, args, headless: true });
		browser.on('context', (context) => {
			context.on('weberror', (event) => say(`the page failed: ${event.error().message}`));
		});
		return browser;
	};
	return async (count, use) => {
		const browsers: Browser[] = [];
		try {
			while (browsers.length < count) browsers.push(await launch());
			return await use(browsers);
		} finally {
			await Promise.all(browsers.map((browser) => browser.close()));
		}
	};
}

function realGpuFlags(): string[] {
	const flags = chromiumFlags.filter((flag) => !flag.startsWith('--use-webgpu-adapter'));
	return process.platform === 'linux' ? [...flags, '--enable-features=Vulkan'] : flags;
}
