import { expect, test } from 'vitest';
import { LatestWrite } from './latest-write.ts';

test('writes one at a time, and skips what is outdated before its turn', async () => {
	const written: number[] = [];
	let running = 0;
	const writer = new LatestWrite<number>(async (value) => {
		expect(++running).toBe(1);
		await Promise.resolve();
		written.push(value);
		running--;
	});
	const saves = [1, 2, 3, 4].map((value) => writer.save(value));
	await Promise.all(saves);
	expect(written).toEqual([1, 4]);
});

test('a failure reaches the caller and does not end the writing', async () => {
	let isBroken = true;
	const written: string[] = [];
	const writer = new LatestWrite<string>(async (value) => {
		if (isBroken) throw new Error('full');
		written.push(value);
	});
	await expect(writer.save('lost')).rejects.toThrow('full');
	isBroken = false;
	await writer.save('kept');
	expect(written).toEqual(['kept']);
});
