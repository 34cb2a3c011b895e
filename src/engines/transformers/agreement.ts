/** How far two results may be apart that mean the same: backends round differently. */
const LEAST_COSINE = 0.98;

/**
 * Whether two backends computed the same: vectors of like direction, or the same tokens. Some graphs run
 * without an error on a backend that gets them wrong.
 */
export function agree(a: readonly number[], b: readonly number[]): boolean {
	if (a.length !== b.length) return false;
	if (a.every(Number.isInteger)) return a.every((token, i) => token === b[i]);
	const dot = (x: readonly number[], y: readonly number[]) =>
		x.reduce((sum, value, i) => sum + value * y[i]!, 0);
	return dot(a, b) >= LEAST_COSINE * Math.sqrt(dot(a, a) * dot(b, b));
}
