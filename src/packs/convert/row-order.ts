/** Where each of `rows` rows goes when they are placed unchanged from row `first`. */
export function inOrder(rows: number, first = 0): Uint32Array {
	return Uint32Array.from({ length: rows }, (_, row) => first + row);
}

/**
 * The same for query or key rows that llama.cpp stores for interleaved rotary embedding (pairs 2j,
 * 2j + 1 of a head) and the compiled libraries read split into halves (pairs j, j + D/2): the inverse of
 * `permute` in llama.cpp's convert_hf_to_gguf.py. `headSize` D is even and divides `rows`.
 */
export function interleavedToHalves(rows: number, headSize: number, first = 0): Uint32Array {
	return Uint32Array.from({ length: rows }, (_, row) => {
		const inHead = row % headSize;
		const half = inHead & 1 ? headSize / 2 : 0;
		return first + row - inHead + half + (inHead >> 1);
	});
}
