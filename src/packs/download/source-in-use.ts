import type { AppError } from '../../lib/errors.ts';
import type { Source } from './source.ts';
import { ValidatorChanged } from './transfer-failure.ts';
import { Validators } from './validators.ts';

/** A source of one file, and how it has done so far. */
export class SourceInUse {
	readonly source: Source;
	/** Its ranges are not to be trusted: it is asked for the whole file. */
	isWhole = false;
	/** It answered with a range that was asked for. */
	givesRanges = false;
	/** It brought bytes of what is being put together now. */
	hasBrought = false;
	/** Whether what it gives belongs to what is here is to be seen, by bytes that are here already. */
	isDoubted = false;
	/** It gives other bytes than those that are here. */
	disagrees = false;
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

	/** Under which it gave what is being put together now. */
	readonly #validators = new Validators();
	#etag: string | null = null;

	constructor(source: Source) {
		this.source = source;
	}

	/**
	 * It answered with a range that was asked for, under this ETag. Throws ValidatorChanged if that leaves it open
	 * whether the range belongs to those before.
	 */
	gaveRange(etag: string | null): void {
		this.givesRanges = true;
		this.#etag = etag;
		if (this.isDoubted) return;
		if (!this.#validators.fits(etag)) throw new ValidatorChanged();
		this.#validators.add(etag);
	}

	/** What it gives now was seen to belong to what is here. */
	agrees(): void {
		this.isDoubted = false;
		this.#validators.add(this.#etag);
	}

	/** What was here is gone: nothing that it gave counts any more. */
	beginAnew(): void {
		this.hasBrought = false;
		this.isDoubted = false;
		this.disagrees = false;
		this.#validators.clear();
	}
}
