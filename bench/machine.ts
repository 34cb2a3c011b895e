import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import type { Lab } from './lab.ts';
import type { Adapter } from './pages/adapter.ts';

/** What the figures were measured on. */
export interface Machine {
	readonly processor: string;
	readonly threads: number;
	readonly memoryGB: number;
	readonly system: string;
	/** Processes waiting for a processor in the minute before: well above 0, the figures are noisy. */
	readonly loadBefore: number;
	readonly browser: string;
	readonly adapter: Adapter | undefined;
	readonly adapterLine: string;
}

export async function describeMachine(lab: Lab): Promise<Machine> {
	const [loadBefore = 0] = loadavg();
	return lab.withBrowser(async (browser) => {
		const page = await (await browser.newContext()).newPage();
		await page.goto(lab.siteUrl);
		const adapter = await page.evaluate(() => bench.describeAdapter());
		return {
			processor: cpus()[0]?.model ?? 'unknown processor',
			threads: cpus().length,
			memoryGB: Math.round(totalmem() / 1e9),
			system: `${platform()} ${release()} ${arch()}`,
			loadBefore,
			browser: `Chromium ${browser.version()}, headless`,
			adapter,
			adapterLine: describe(adapter),
		};
	});
}

function describe(adapter: Adapter | undefined): string {
	if (!adapter) return 'none';
	const { vendor, architecture, device, description, isFallbackAdapter, isSoftware } = adapter;
	const name = [vendor, architecture, device, description].filter(Boolean).join(', ');
	const kind = isSoftware
		? 'a **software adapter**: its speeds rank alternatives and say nothing of a GPU'
		: 'a hardware adapter';
	return `${name} (isFallbackAdapter ${isFallbackAdapter}), ${kind}`;
}
