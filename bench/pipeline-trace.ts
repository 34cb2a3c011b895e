import type { Page } from 'playwright';

interface Traced {
	/** Milliseconds during which at least one compute pipeline was being made. */
	benchCompileMs?: number;
}

/** From now on, times the making of compute pipelines in every worker that the page starts. */
export function tracePipelines(page: Page): void {
	page.on('worker', (worker) => {
		void worker.evaluate(() => {
			const traced = globalThis as Traced;
			const original = GPUDevice.prototype.createComputePipelineAsync;
			let pending = 0;
			let since = 0;
			traced.benchCompileMs = 0;
			GPUDevice.prototype.createComputePipelineAsync = async function (descriptor) {
				if (pending++ === 0) since = performance.now();
				try {
					return await original.call(this, descriptor);
				} finally {
					if (--pending === 0) traced.benchCompileMs! += performance.now() - since;
				}
			};
		});
	});
}

/** What `tracePipelines` has seen on this page; 0 where it was not asked to look. */
export async function pipelineCompileMs(page: Page): Promise<number> {
	const times = await Promise.all(
		page.workers().map((worker) => worker.evaluate(() => (globalThis as Traced).benchCompileMs)),
	);
	return times.reduce<number>((sum, ms) => sum + (ms ?? 0), 0);
}
