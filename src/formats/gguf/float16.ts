const view = new DataView(new ArrayBuffer(4));

/** Values by their bits, made when the first is asked for: weights come by the hundred million. */
let values: Float32Array | undefined;

/** The value of an IEEE 754 half-precision number, given as its 16 bits. */
export function fromFloat16(bits: number): number {
	values ??= Float32Array.from({ length: 0x10000 }, (_, index) => decode(index));
	return values[bits]!;
}

function decode(bits: number): number {
	const sign = bits & 0x8000 ? -1 : 1;
	const exponent = (bits >> 10) & 0x1f;
	const fraction = bits & 0x3ff;
	if (exponent === 0) return sign * fraction * 2 ** -24;
	if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
	return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The 16 bits of the half-precision number nearest to `value`, of two the even one; infinite if it is too large. */
export function toFloat16(value: number): number {
	view.setFloat32(0, value);
	const bits = view.getUint32(0);
	const sign = (bits >>> 16) & 0x8000;
	const magnitude = bits & 0x7fffffff;
	if (magnitude >= 0x7f800000) return sign | (magnitude > 0x7f800000 ? 0x7e00 : 0x7c00);
	// At 65520 and above the nearest is infinite.
	if (magnitude >= 0x477ff000) return sign | 0x7c00;
	if (magnitude >= 0x38800000) return sign | roundedShift(magnitude - 0x38000000, 13);
	// Subnormal: the fraction, with its hidden bit, in steps of 2^-24.
	const exponent = magnitude >>> 23;
	if (exponent < 102) return sign;
	return sign | roundedShift((magnitude & 0x7fffff) | 0x800000, 126 - exponent);
}

/** `value` over 2^`shift`, to the nearest whole number, of two the even one. */
function roundedShift(value: number, shift: number): number {
	const half = 2 ** (shift - 1);
	const rest = value & (2 * half - 1);
	const quotient = value >>> shift;
	return rest > half || (rest === half && quotient & 1) ? quotient + 1 : quotient;
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
