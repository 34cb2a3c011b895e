import { vi } from 'vitest';

/**
 * Wraps the object stores so that the disk is full: the write number `after` and all later ones abort their
 * transaction as a full disk does. (Overriding the quota does not stop IndexedDB in headless Chromium.)
 */
export function fillDisk(after = 0): { free(): void } {
	let writes = 0;
	const spies = (['put', 'add'] as const).map((method) => {
		const real = IDBObjectStore.prototype[method];
		return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
			this: IDBObjectStore,
			...args: Parameters<typeof real>
		) {
			if (writes++ >= after) throw new DOMException('wrapped: full', 'QuotaExceededError');
			return real.apply(this, args);
		});
	});
	return { free: () => spies.forEach((spy) => spy.mockRestore()) };
}
