/** The numbers that a transfer goes by. */
export interface TransferPolicy {
	/** Bytes stored in one write, and at most asked for in one request; a kill costs one of them at most. */
	readonly chunkBytes: number;
	/** Milliseconds without a byte after which a request is given up. */
	readonly stallTime: number;
	/** Attempts in a row that bring nothing before the transfer gives up. */
	readonly attempts: number;
	/** Milliseconds of the first pause between attempts; each later one is twice as long. */
	readonly firstPause: number;
}

export const defaultPolicy: TransferPolicy = {
	chunkBytes: 4 * 1024 * 1024,
	stallTime: 30_000,
	attempts: 5,
	firstPause: 500,
};
