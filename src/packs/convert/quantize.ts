import { fromFloat16, toFloat16 } from '../../formats/gguf/float16.ts';
import { AppError } from '../../lib/errors.ts';

/**
 * Puts the 32 values from index `from` into one block of its type at word `to` of `blocks`, as near as they can be.
 * Values are finite; throws `unsupported` where they are too large for half-precision scales.
 */
export type QuantizeBlock = (
	values: Float32Array,
	from: number,
	blocks: Uint16Array,
	to: number,
) => void;

const GROUP = 32;
/** Rounds of fitting the scale to the codes, and the codes to it. The first gain much, more next to nothing. */
const ROUNDS = 3;

/** The codes of the round in work, and those of the best one. */
const codes = new Uint8Array(GROUP);
const best = new Uint8Array(GROUP);

/** Sums over the round in work: of codes, of their squares, and of their products with the values. */
const sums = { codes: 0, squares: 0, products: 0 };

/** Q4_1, code · d + m: from the span of the group on by least squares. The best round stays. */
export const quantizeQ4_1: QuantizeBlock = (values, from, blocks, to) => {
	let low = Infinity;
	let high = -Infinity;
	let sum = 0;
	for (let i = from; i < from + GROUP; i++) {
		const value = values[i]!;
		if (value < low) low = value;
		if (value > high) high = value;
		sum += value;
	}
	let least = Infinity;
	let d = (high - low) / 15;
	let m = low;
	for (let round = 0; round < ROUNDS && least > 0; round++) {
		const scale = toFloat16(d);
		const minimum = toFloat16(m);
		const error = chooseCodes(values, from, fromFloat16(scale), fromFloat16(minimum));
		if (error < least) {
			least = error;
			blocks[to] = scale;
			blocks[to + 1] = minimum;
			best.set(codes);
		}
		// The line through the points (code, value) that lies nearest to all.
		const spread = GROUP * sums.squares - sums.codes * sums.codes;
		if (spread === 0) break;
		d = (GROUP * sums.products - sums.codes * sum) / spread;
		m = (sum - d * sums.codes) / GROUP;
	}
	requireFit(least);
	writeNibbles(blocks, to + 2);
};

/** Q4_0, (code − 8) · d: the value farthest from zero gets code 0, then least squares. The best round stays. */
export const quantizeQ4_0: QuantizeBlock = (values, from, blocks, to) => {
	let farthest = 0;
	let sum = 0;
	for (let i = from; i < from + GROUP; i++) {
		const value = values[i]!;
		if (Math.abs(value) > Math.abs(farthest)) farthest = value;
		sum += value;
	}
	let least = Infinity;
	let d = farthest / -8;
	for (let round = 0; round < ROUNDS && least > 0; round++) {
		const scale = toFloat16(d);
		const error = chooseCodes(values, from, fromFloat16(scale), -8 * fromFloat16(scale));
		if (error < least) {
			least = error;
			blocks[to] = scale;
			best.set(codes);
		}
		const squares = sums.squares - 16 * sums.codes + 64 * GROUP;
		if (squares === 0) break;
		d = (sums.products - 8 * sum) / squares;
	}
	requireFit(least);
	writeNibbles(blocks, to + 1);
};

/** Q8_0, code · d: the value farthest from zero gets code 127 or −127. */
export const quantizeQ8_0: QuantizeBlock = (values, from, blocks, to) => {
	let farthest = 0;
	for (let i = from; i < from + GROUP; i++) {
		const size = Math.abs(values[i]!);
		if (size > farthest) farthest = size;
	}
	const scale = toFloat16(farthest / 127);
	const d = fromFloat16(scale);
	requireFit(d);
	const code = (i: number) =>
		d === 0 ? 0 : Math.max(-128, Math.min(127, Math.round(values[from + i]! / d))) & 0xff;
	blocks[to] = scale;
	for (let i = 0; i < GROUP; i += 2) blocks[to + 1 + i / 2] = code(i) | (code(i + 1) << 8);
};

/** Fills `codes` with those nearest to the values, and `sums`; returns the sum of squared errors. */
function chooseCodes(values: Float32Array, from: number, d: number, m: number): number {
	const inverse = d === 0 ? 0 : 1 / d;
	let error = 0;
	let sum = 0;
	let squares = 0;
	let products = 0;
	for (let i = 0; i < GROUP; i++) {
		const value = values[from + i]!;
		let code = ((value - m) * inverse + 0.5) | 0;
		if (code < 0) code = 0;
		else if (code > 15) code = 15;
		codes[i] = code;
		const off = code * d + m - value;
		error += off * off;
		sum += code;
		squares += code * code;
		products += code * value;
	}
	sums.codes = sum;
	sums.squares = squares;
	sums.products = products;
	return error;
}

/** Byte j holds code j (low) and code j + 16 (high) of `best`. */
function writeNibbles(blocks: Uint16Array, at: number): void {
	for (let j = 0; j < 16; j += 2) {
		const low = best[j]! | (best[j + 16]! << 4);
		const high = best[j + 1]! | (best[j + 17]! << 4);
		blocks[at + j / 2] = low | (high << 8);
	}
}

function requireFit(size: number): void {
	if (!Number.isFinite(size)) {
		throw new AppError('unsupported', 'convert: weights too large for half-precision scales');
	}
}
