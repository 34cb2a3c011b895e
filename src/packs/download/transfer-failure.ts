import { AppError } from '../../lib/errors.ts';

/** A request that failed in a way that another attempt may mend. `error` is thrown once none is left. */
export class TransferFailure extends Error {
	readonly error: AppError;
	/** Milliseconds the server asks to wait. */
	readonly retryAfter: number | undefined;

	constructor(error: AppError, retryAfter?: number) {
		super(error.message, { cause: error });
		this.error = error;
		this.retryAfter = retryAfter;
	}
}

/** The server's byte ranges are not what was asked for: only the whole body can be trusted. */
export class RangesUnreliable extends Error {
	readonly error = new AppError('offline', this.message, { data: { reason: 'server' } });
}

/** The source does not hand out this file, or something else in its place: only another source can help. */
export class SourceRefused extends Error {
	readonly error: AppError;

	constructor(error: AppError) {
		super(error.message, { cause: error });
		this.error = error;
	}
}

/** The answer is under another validator than the source's earlier ones. Nothing of it was read. */
export class ValidatorChanged extends Error {}

/** The source gives other bytes than those that are here already: one of them is not the file. */
export class SourceDisagrees extends Error {}
