import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Browser } from 'playwright';

const INTERVAL = 100;

/** Resident memory of the browser's renderer processes (pages and their workers), in bytes. */
export class RendererMemory {
	readonly #processIds: () => Promise<number[]>;
	#timer: ReturnType<typeof setInterval> | undefined;
	#peak = 0;

	private constructor(processIds: () => Promise<number[]>) {
		this.#processIds = processIds;
	}

	static async of(browser: Browser): Promise<RendererMemory> {
		const session = await browser.newBrowserCDPSession();
		return new RendererMemory(async () => {
			const { processInfo } = await session.send('SystemInfo.getProcessInfo');
			return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
		});
	}

	async now(): Promise<number> {
		const sizes = await Promise.all((await this.#processIds()).map(residentBytes));
		return sizes.reduce((sum, bytes) => sum + bytes, 0);
	}

	/** Samples while `work` runs; the result is the largest sum seen. */
	async peakDuring(work: () => Promise<unknown>): Promise<number> {
		this.#peak = await this.now();
		this.#timer = setInterval(() => {
			void this.now().then((bytes) => (this.#peak = Math.max(this.#peak, bytes)));
		}, INTERVAL);
		try {
			await work();
		} finally {
			clearInterval(this.#timer);
		}
		return Math.max(this.#peak, await this.now());
	}
}

/** 0 for a process that has ended. */
async function residentBytes(processId: number): Promise<number> {
	try {
		if (process.platform === 'linux') {
			const status = await readFile(`/proc/${processId}/status`, 'utf8');
			return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
		}
		const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(processId)]);
		return Number(stdout) * 1024;
	} catch {
		return 0;
	}
}
