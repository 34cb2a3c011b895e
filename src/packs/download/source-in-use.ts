import type { AppError } from '../../lib/errors.ts';
import type { Source } from './source.ts';

/** A source of one file, and how it has done so far. */
export class SourceInUse {
	readonly source: Source;
	/** Its ranges are not to be trusted: it is asked for the whole file. */
	isWhole = false;
	/** It answered with a range that was asked for. */
	givesRanges = false;
	/** It brought bytes of what is being put together now. */
	hasBrought = false;
	/** It turned us away after it had served: asked anew, it may sign another address. */
	wasAskedAgain = false;
	/** Failures since it last brought something. */
	failures = 0;
	/** Times that it had a part in bytes with a wrong digest. */
	wrong = 0;
	/** Milliseconds that it asked to be left alone. */
	retryAfter: number | undefined;
	/** Why it is not asked for this file any more. */
	refusal: AppError | undefined;

	constructor(source: Source) {
		this.source = source;
	}
}
