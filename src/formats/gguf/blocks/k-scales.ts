/**
 * The 6-bit scale (low byte) and minimum (high byte) of sub-block `index` of 0 to 7, out of the 12 bytes at
 * `offset` that Q4_K and Q5_K share. Source: `get_scale_min_k4` in ggml-quants.c.
 */
export function scaleAndMinimum(input: DataView, offset: number, index: number): number {
	const byte = (at: number) => input.getUint8(offset + at);
	if (index < 4) return (byte(index) & 63) | ((byte(index + 4) & 63) << 8);
	const low = byte(index + 4);
	const scale = (low & 15) | ((byte(index - 4) >> 6) << 4);
	const minimum = (low >> 4) | ((byte(index) >> 6) << 4);
	return scale | (minimum << 8);
}
