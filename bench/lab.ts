import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright';
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
	/** A browser on a fresh profile on disk: in the other browsers' contexts storage is kept in memory. */
	withProfile<T>(use: (context: BrowserContext) => Promise<T>): Promise<T>;
	/** Tells what is being done. */
	say(line: string): void;
}

/** Makes browsers. `realGpu` lets Chromium choose the adapter instead of forcing the software one. */
export function browserMaker(realGpu: boolean, say: Lab['say']): Lab['withBrowsers'] {
	const launch = async () => {
		const browser = await chromium.launch(launchOptions(realGpu));
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

/** Makes browsers on a profile of their own, which is deleted afterwards. */
export function profileMaker(realGpu: boolean): Lab['withProfile'] {
	return async (use) => {
		const folder = await mkdtemp(join(tmpdir(), 'quern-bench-'));
		try {
			const context = await chromium.launchPersistentContext(folder, launchOptions(realGpu));
			try {
				return await use(context);
			} finally {
				await context.close();
			}
		} finally {
			await rm(folder, { recursive: true, force: true, maxRetries: 5 });
		}
	};
}

function launchOptions(realGpu: boolean) {
	const executablePath = findChromium();
	if (!executablePath) throw new Error('there is no Chromium; npm test installs one');
	return { executablePath, args: realGpu ? realGpuFlags() : chromiumFlags, headless: true };
}

function realGpuFlags(): string[] {
	const flags = chromiumFlags.filter((flag) => !flag.startsWith('--use-webgpu-adapter'));
	return process.platform === 'linux' ? [...flags, '--enable-features=Vulkan'] : flags;
}
