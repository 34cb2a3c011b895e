import { expect, test } from 'vitest';
import { RangeSize } from './range-size.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

/** A line of so many bytes a second that answers after `wait` milliseconds. */
function transfer(size: RangeSize, bytesPerSecond: number, ranges: number, wait = 20): number[] {
	return Array.from({ length: ranges }, () => {
		const { bytes } = size;
		size.completed(bytes, wait, (bytes / bytesPerSecond) * 1000);
		return bytes;
	});
}

test('on a good line ranges grow to the largest in three steps', () => {
	const sizes = transfer(new RangeSize(4 * MIB), 50e6, 6);
	expect(sizes).toEqual([64 * KIB, 256 * KIB, MIB, 4 * MIB, 4 * MIB, 4 * MIB]);
});

test.each([5e3, 20e3, 100e3, 500e3, 2e6])(
	'at %d bytes a second progress is seen every two seconds, and requests are not many',
	(bytesPerSecond) => {
		const size = new RangeSize(4 * MIB);
		transfer(size, bytesPerSecond, 10);
		const seconds = size.bytes / bytesPerSecond;
		expect(seconds).toBeGreaterThanOrEqual(0.5);
		expect(seconds).toBeLessThanOrEqual(Math.max(2, (16 * KIB) / bytesPerSecond));
	},
);

test('ranges shrink with the line, and grow again with it', () => {
	const size = new RangeSize(4 * MIB);
	transfer(size, 50e6, 5);
	transfer(size, 50e3, 5);
	expect(size.bytes).toBe(64 * KIB);
	transfer(size, 50e6, 5);
	expect(size.bytes).toBe(4 * MIB);
});

test('where answers begin late, most of the time is still transfer', () => {
	const size = new RangeSize(4 * MIB);
	transfer(size, 1e6, 10, 800);
	expect(size.bytes / 1e6).toBeGreaterThan(2 * 0.8);
});

test('a server that thinks for long does not make ranges that outlast the patience for one', () => {
	const size = new RangeSize(4 * MIB);
	transfer(size, 100e3, 10, 20_000);
	expect(size.bytes / 100e3).toBeLessThanOrEqual(10);
});

test('the short range at the end of a chunk makes nothing grow', () => {
	const size = new RangeSize(4 * MIB);
	size.completed(800, 5, 0);
	expect(size.bytes).toBe(64 * KIB);
});

test('five attempts in a row lead from the largest range to the smallest', () => {
	const size = new RangeSize(4 * MIB);
	transfer(size, 50e6, 5);
	const sizes = Array.from({ length: 6 }, () => {
		const { bytes } = size;
		size.failed();
		return bytes;
	});
	expect(sizes).toEqual([4 * MIB, MIB, 256 * KIB, 64 * KIB, 16 * KIB, 16 * KIB]);
});

test.each([20, 100, 300, 1000])(
	'where each connection breaks after %d KiB, three quarters of what comes is kept',
	(limit) => {
		const size = new RangeSize(4 * MIB);
		let kept = 0;
		let lost = 0;
		while (kept < 50 * MIB) {
			const { bytes } = size;
			if (bytes > limit * KIB) {
				lost += limit * KIB;
				size.failed();
			} else {
				kept += bytes;
				size.completed(bytes, 20, bytes / 1000);
			}
		}
		expect(kept / (kept + lost)).toBeGreaterThan(0.75);
	},
);

test('no range is larger than a chunk', () => {
	const size = new RangeSize(20 * KIB);
	expect(transfer(size, 50e6, 3)).toEqual([20 * KIB, 20 * KIB, 20 * KIB]);
});
