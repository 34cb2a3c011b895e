import { expect, test } from 'vitest';
import { RateMeter } from './rate-meter.ts';

function meter() {
	let now = 0;
	const rate = new RateMeter(() => now);
	return { rate, at: (time: number, count: number) => ((now = time), rate.record(count)) };
}

test('nothing to say at first', () => {
	const { rate, at } = meter();
	expect(rate.perSecond).toBe(0);
	at(0, 100);
	expect(rate.perSecond).toBe(0);
	at(0, 200);
	expect(rate.perSecond).toBe(0);
});

test('growth per second since the first count', () => {
	const { rate, at } = meter();
	at(0, 1000);
	at(500, 2000);
	expect(rate.perSecond).toBe(2000);
});

test('only the last seconds count', () => {
	const { rate, at } = meter();
	for (let second = 0; second <= 20; second++) at(second * 1000, second * 100);
	for (let second = 21; second <= 30; second++) at(second * 1000, 2000 + (second - 20) * 1000);
	expect(rate.perSecond).toBe(1000);
});

test('a count that shrinks starts over', () => {
	const { rate, at } = meter();
	at(0, 0);
	at(1000, 5000);
	at(2000, 100);
	expect(rate.perSecond).toBe(0);
	at(3000, 400);
	expect(rate.perSecond).toBe(300);
});
