/** Bytes from a linear congruential generator (the constants of Numerical Recipes): the same for every `seed`. */
export function randomBytes(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state >>> 24;
	};
}
