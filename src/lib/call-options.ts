/** Last argument of everything that takes long: aborting the signal stops it with code `aborted`. */
export interface CallOptions {
	readonly signal?: AbortSignal | undefined;
}
