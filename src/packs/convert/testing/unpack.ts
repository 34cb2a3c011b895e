import { fromFloat16 } from '../../../formats/gguf/float16.ts';

// What the compiled libraries compute, from the description of the layout alone: row-major [rows, K].

/** The values of a linear layer: `codes` is [K/8, rows], `scales` [K/32, rows]. */
export function unpackLinear(
	codes: Uint32Array,
	scales: Uint32Array,
	rows: number,
	columns: number,
): Float32Array {
	const output = new Float32Array(rows * columns);
	for (let group = 0; group < columns / 32; group++) {
		for (let row = 0; row < rows; row++) {
			const scale = scales[group * rows + row]!;
			const d = fromFloat16(scale & 0xffff);
			const m = fromFloat16(scale >>> 16);
			for (let k = 32 * group; k < 32 * group + 32; k++) {
				const word = codes[Math.floor(k / 8) * rows + row]!;
				output[row * columns + k] = ((word >>> (4 * (k % 8))) & 15) * d + m;
			}
		}
	}
	return output;
}

/** The values of an embedding: `codes` is [K/4, rows], `scales` [K/64, rows]. */
export function unpackEmbedding(
	codes: Uint32Array,
	scales: Uint32Array,
	rows: number,
	columns: number,
): Float32Array {
	const output = new Float32Array(rows * columns);
	for (let group = 0; group < columns / 32; group++) {
		for (let row = 0; row < rows; row++) {
			const pair = scales[Math.floor(group / 2) * rows + row]!;
			const d = fromFloat16(group % 2 ? pair >>> 16 : pair & 0xffff);
			for (let k = 32 * group; k < 32 * group + 32; k++) {
				const word = codes[Math.floor(k / 4) * rows + row]!;
				output[row * columns + k] = (((word >>> (8 * (k % 4))) & 255) - 128) * d;
			}
		}
	}
	return output;
}

/** The values of a matrix in MLC-LLM's groups: `codes` is [rows, K/8], `scales` [rows, K/32]. */
export function unpackMlc(
	codes: Uint32Array,
	scales: ArrayLike<number>,
	rows: number,
	columns: number,
): Float32Array {
	const output = new Float32Array(rows * columns);
	for (let at = 0; at < output.length; at++) {
		const code = (codes[Math.floor(at / 8)]! >>> (4 * (at % 8))) & 15;
		output[at] = (code - 7) * scales[Math.floor(at / 32)]!;
	}
	return output;
}
