import { expect, test } from 'vitest';

test('a worker whose network was closed cannot open it again', async () => {
	const url = new URL('./testing/network-worker.ts', import.meta.url);
	const worker = new Worker(url, { type: 'module' });
	const left = await new Promise((resolve, reject) => {
		worker.onmessage = ({ data }) => resolve(data);
		worker.onerror = ({ message }) => reject(new Error(message));
	});
	worker.terminate();
	expect(left).toEqual([]);
});
