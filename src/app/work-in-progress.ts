import type { Services } from '../features/feature.ts';

/** Whether an answer, a model being loaded, a download, an export or an import would be cut off by a reload. */
export function isEngineOrTransferBusy({ engine, packs }: Services): boolean {
	return engine.isBusy || packs.installation?.state === 'running' || packs.isCarrying;
}

/** Whether a reload would lose text that was written and not sent. */
export function hasUnsentText(): boolean {
	return [...document.querySelectorAll('textarea')].some(({ value }) => value !== '');
}
