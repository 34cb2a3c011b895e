/** Which of a text's token vectors make its own: all, the first, or the last. */
export type Pooling = 'mean' | 'first' | 'last';

/** The fields of Sentence Transformers' `1_Pooling/config.json` that name a way of pooling. */
export interface PoolingConfig {
	readonly pooling_mode_cls_token?: boolean;
	readonly pooling_mode_lasttoken?: boolean;
}

/** What the pack's own description says; the mean where it has none. */
export function poolingOf(config: PoolingConfig | undefined): Pooling {
	if (config?.pooling_mode_cls_token) return 'first';
	return config?.pooling_mode_lasttoken ? 'last' : 'mean';
}

/** Pools a text's token vectors, `width` numbers each and one after another, to one vector of length 1. */
export function poolTokens(states: Float32Array, width: number, pooling: Pooling): Float32Array {
	const tokens = states.length / width;
	const [from, to] = { mean: [0, tokens], first: [0, 1], last: [tokens - 1, tokens] }[pooling] as [
		number,
		number,
	];
	const sum = new Float32Array(width);
	for (let token = from; token < to; token++) {
		for (let i = 0; i < width; i++) sum[i]! += states[token * width + i]!;
	}
	// The mean and the sum have the same direction.
	const length = Math.hypot(...sum);
	return length > 0 ? sum.map((value) => value / length) : sum;
}
