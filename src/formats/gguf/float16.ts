const view = new DataView(new ArrayBuffer(4));

/** The value of an IEEE 754 half-precision number, given as its 16 bits. */
export function fromFloat16(bits: number): number {
	const sign = bits & 0x8000 ? -1 : 1;
	const exponent = (bits >> 10) & 0x1f;
	const fraction = bits & 0x3ff;
	if (exponent === 0) return sign * fraction * 2 ** -24;
	if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
	return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The 16 bits of `value` as a half-precision number, or undefined if none equals it. */
export function toFloat16Exactly(value: number): number | undefined {
	view.setFloat32(0, value);
	const sign = (view.getUint32(0) >>> 16) & 0x8000;
	const magnitude = Math.abs(value);
	// Below 2^-14 halves are spaced by 2^-24, above by 2^-10 of the power of two beneath.
	const exponent = Math.max(Math.floor(Math.log2(magnitude || 1)), -14);
	const steps = magnitude / 2 ** (exponent - 10);
	const bits = sign | (magnitude === 0 ? 0 : steps + ((exponent + 14) << 10));
	return Number.isInteger(steps) && fromFloat16(bits) === value ? bits : undefined;
}

/** Whether the half-precision number with these bits is neither infinite nor NaN. */
export function isFiniteFloat16(bits: number): boolean {
	return (bits & 0x7c00) !== 0x7c00;
}
