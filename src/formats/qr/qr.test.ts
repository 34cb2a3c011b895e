import { expect, test } from 'vitest';
import { readQr, type Pixels } from './read-qr.ts';
import { drawQr, type QrDrawing } from './write-qr.ts';

/** Paints a drawing as a screen does. */
function paint({ size, path }: QrDrawing, scale: number): Pixels {
	const width = size * scale;
	const data = new Uint8ClampedArray(width * width * 4).fill(255);
	for (const [, x = '', y = '', run = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
		for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
			const start = (row * width + Number(x) * scale) * 4;
			for (let at = start; at < start + Number(run) * scale * 4; at++) {
				if (at % 4 !== 3) data[at] = 0;
			}
		}
	}
	return { width, height: width, data };
}

test.each(['QUERN', `QUERN${'AEAAI2CKPBCB'.repeat(20)}`, 'سلام, 你好'])(
	'“%s” is read as it was drawn',
	async (text) => {
		expect(await readQr(paint(await drawQr(text), 4))).toBe(text);
	},
);

test('the longest code stays within what a phone reads from a screen', async () => {
	const { size } = await drawQr(`QUERN${'A'.repeat(385)}`);
	// Version 13 and its quiet zone.
	expect(size).toBeLessThanOrEqual(69 + 8);
});

test('a picture without a code gives nothing', async () => {
	const data = new Uint8ClampedArray(64 * 64 * 4).map((_, i) => (i * 7919) % 256);
	expect(await readQr({ width: 64, height: 64, data })).toBeUndefined();
});
