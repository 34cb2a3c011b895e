import { fromFloat16, isFiniteFloat16, toFloat16Exactly } from '../../formats/gguf/float16.ts';
import { AppError } from '../../lib/errors.ts';
import { forEachBlock, type BlockRows } from './block-rows.ts';

/** How a 4-bit GGUF block is read as codes, scale d and minimum m, with weight = code · d + m. */
interface FourBitFormat {
	/** 16-bit words before the codes. */
	readonly codesAt: number;
	/** d in the low and m in the high half, as half-precision bits. */
	scaleAndMinimum(blocks: Uint16Array, at: number): number;
}

/** By GGUF type name: the types that `FOUR_BIT_WITH_MINIMUM` takes as they are. */
const FORMATS: Readonly<Record<string, FourBitFormat>> = {
	Q4_0: {
		codesAt: 1,
		// weight = (code − 8) · d, so m = −8d: a power of two, exact unless it overflows.
		scaleAndMinimum(blocks, at) {
			const d = finite(blocks[at]!);
			const m = toFloat16Exactly(fromFloat16(d) * -8);
			if (m === undefined) throw new AppError('unsupported', 'convert: Q4_0 scale over 8188');
			return d | (m << 16);
		},
	},
	Q4_1: {
		codesAt: 2,
		scaleAndMinimum: (blocks, at) => finite(blocks[at]!) | (finite(blocks[at + 1]!) << 16),
	},
};

/**
 * Writes the codes as uint32 [K/8, N]: the nibble at bits 4j to 4j + 3 of entry (i, n) is the code of
 * output row n, input column 8i + j. `width` is N.
 */
export function packFourBitCodes(rows: BlockRows, output: Uint32Array, width: number): void {
	const { codesAt } = FORMATS[rows.type.name]!;
	const { blocks } = rows;
	forEachBlock(rows, (at, block, column) => {
		const codes = at + codesAt;
		const bytes0 = blocks[codes]! | (blocks[codes + 1]! << 16);
		const bytes4 = blocks[codes + 2]! | (blocks[codes + 3]! << 16);
		const bytes8 = blocks[codes + 4]! | (blocks[codes + 5]! << 16);
		const bytes12 = blocks[codes + 6]! | (blocks[codes + 7]! << 16);
		let entry = block * 4 * width + column;
		output[entry] = lowNibbles(bytes0) | (lowNibbles(bytes4) << 16);
		output[(entry += width)] = lowNibbles(bytes8) | (lowNibbles(bytes12) << 16);
		output[(entry += width)] = lowNibbles(bytes0 >>> 4) | (lowNibbles(bytes4 >>> 4) << 16);
		output[entry + width] = lowNibbles(bytes8 >>> 4) | (lowNibbles(bytes12 >>> 4) << 16);
	});
}

/**
 * Writes scale and minimum as uint32 [K/32, N], the half-precision bits of d low and of m high.
 * `width` is N. Throws `corrupt` where one is not finite.
 */
export function packFourBitScales(rows: BlockRows, output: Uint32Array, width: number): void {
	const format = FORMATS[rows.type.name]!;
	forEachBlock(rows, (at, block, column) => {
		output[block * width + column] = format.scaleAndMinimum(rows.blocks, at);
	});
}

/** The low nibble of each of four bytes, side by side in 16 bits. */
export function lowNibbles(bytes: number): number {
	const spread = bytes & 0x0f0f0f0f;
	const pairs = (spread | (spread >>> 4)) & 0x00ff00ff;
	return (pairs | (pairs >>> 8)) & 0xffff;
}

function finite(bits: number): number {
	if (!isFiniteFloat16(bits)) throw new AppError('corrupt', 'convert: a scale is not finite');
	return bits;
}
