/** The numbers that a transfer goes by. */
export interface TransferPolicy {
	/** Bytes stored in one write, and at most in flight; a kill costs one of them at most. */
	readonly chunkBytes: number;
	/** Milliseconds without a byte after which a request is given up. */
	readonly stallTime: number;
	/** Attempts in a row that bring nothing before the transfer gives up. */
	readonly attempts: number;
	/** Milliseconds of the first pause between attempts; each later one is twice as long. */
	readonly firstPause: number;
	/** Ranges in flight at most, each a share of a chunk: a power of two. */
	readonly lanes: number;
	/** Milliseconds that a measurement takes at least which decides how many are. */
	readonly probeTime: number;
}

export const defaultPolicy: TransferPolicy = {
	chunkBytes: 4 * 1024 * 1024,
	stallTime: 30_000,
	attempts: 5,
	firstPause: 500,
	lanes: 4,
	probeTime: 500,
};
