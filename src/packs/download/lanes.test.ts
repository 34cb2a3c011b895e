import { describe, expect, test } from 'vitest';
import { Lanes } from './lanes.ts';

/** Fetches ranges of 100 kB one after another over a line that is `speed` bytes a millisecond fast with so many lanes. */
class Line {
	readonly lanes: Lanes;
	now = 0;

	constructor(
		private speed: (lanes: number) => number,
		most = 4,
	) {
		this.lanes = new Lanes(most, 500, () => this.now);
		this.lanes.resume();
	}

	become(speed: (lanes: number) => number): void {
		this.speed = speed;
	}

	/** The number of lanes at each range. */
	fetch(ranges: number): number[] {
		return Array.from({ length: ranges }, () => {
			const { count } = this.lanes;
			this.now += 100_000 / this.speed(count);
			this.lanes.received(100_000);
			return count;
		});
	}
}

const mean = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0) / counts.length;
const perConnection = (lanes: number) => 500 * lanes;
const shared = () => 500;

test('it begins with one', () => {
	expect(new Line(perConnection).lanes.count).toBe(1);
});

test('where each connection is slow it comes to as many as may be', () => {
	const line = new Line(perConnection);
	line.fetch(60);
	expect(mean(line.fetch(400))).toBeGreaterThan(3.5);
});

test('where all share one line it stays with one, but for trials that become rare', () => {
	const line = new Line(shared);
	const early = line.fetch(200).filter((count) => count > 1).length;
	const late = line.fetch(1000).filter((count) => count > 1).length;
	expect(early).toBeGreaterThan(0);
	expect(late / 1000).toBeLessThan(0.1);
});

test('when the gain ends it goes back to one', () => {
	const line = new Line(perConnection);
	line.fetch(100);
	expect(mean(line.fetch(100))).toBeGreaterThan(3);
	line.become(shared);
	line.fetch(600);
	expect(mean(line.fetch(400))).toBeLessThan(1.5);
});

test('it stops at two where four bring no more', () => {
	const line = new Line((lanes) => 500 * Math.min(lanes, 2));
	line.fetch(100);
	const counts = line.fetch(400);
	expect(counts.filter((count) => count === 2).length / 400).toBeGreaterThan(0.7);
});

describe('a failure', () => {
	test('leads back to one, and to caution', () => {
		const line = new Line(perConnection);
		line.fetch(100);
		line.lanes.failed();
		expect(new Set(line.fetch(10))).toEqual(new Set([1]));
		line.fetch(100);
		expect(mean(line.fetch(100))).toBeGreaterThan(3);
	});
});

test('one at most means one', () => {
	expect(new Set(new Line(perConnection, 1).fetch(200))).toEqual(new Set([1]));
});

test('time between files does not count', () => {
	const line = new Line(perConnection);
	for (let file = 0; file < 20; file++) {
		line.lanes.resume();
		line.fetch(10);
		line.lanes.pause();
		line.now += 60_000;
	}
	expect(line.lanes.count).toBe(4);
});
