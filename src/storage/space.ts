/** What the browser says about room. An estimate is advice and often wrong: never refuse work over it. */
export interface Space {
	readonly usedBytes: number | undefined;
	readonly quotaBytes: number | undefined;
	/** Whether the browser promises not to evict this origin by itself. */
	readonly persistent: boolean;
}

export async function measureSpace(): Promise<Space> {
	const [estimate, persistent] = await Promise.all([
		navigator.storage?.estimate?.().catch(() => undefined),
		navigator.storage?.persisted?.().catch(() => false),
	]);
	return {
		usedBytes: estimate?.usage,
		quotaBytes: estimate?.quota,
		persistent: persistent ?? false,
	};
}

/** What is left of the quota, as far as the browser tells. */
export function freeBytes({ usedBytes, quotaBytes }: Partial<Space> = {}): number | undefined {
	return quotaBytes === undefined ? undefined : Math.max(0, quotaBytes - (usedBytes ?? 0));
}

/** Asks the browser to keep this origin's data. False where it refuses or cannot: work goes on. */
export async function requestPersistence(): Promise<boolean> {
	return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}
