import { AppError } from '../../lib/errors.ts';
import type { PackFile } from '../manifest.ts';
import { pauseAfter } from './backoff.ts';
import type { Source } from './source.ts';
import { SourceInUse } from './source-in-use.ts';
import type { SourceStanding } from './source-standing.ts';
import {
	RangesUnreliable,
	SourceDisagrees,
	SourceRefused,
	TransferFailure,
	ValidatorChanged,
} from './transfer-failure.ts';
import type { TransferPolicy } from './transfer-policy.ts';

/** Times that the bytes of one source may be wrong: once may be the line's fault. */
const WRONG_AT_MOST = 2;

/** Decides which source of a file is asked next, and when there is none left to ask. */
export class SourceQueue {
	readonly #file: PackFile;
	readonly #sources: readonly SourceInUse[];
	readonly #standing: SourceStanding;
	readonly #policy: TransferPolicy;
	#current: SourceInUse;
	/** Failures in a row, whichever source they were of. */
	#failures = 0;
	#wasDisproved = false;

	/** `sources`, of which there is one at least, are asked in their order, but for what `standing` knows of them. */
	constructor(
		file: PackFile,
		sources: readonly Source[],
		standing: SourceStanding,
		policy: TransferPolicy,
	) {
		this.#file = file;
		this.#sources = standing.sort(sources).map((source) => new SourceInUse(source));
		this.#standing = standing;
		this.#policy = policy;
		this.#current = this.#best();
	}

	/** The source to ask. It stays the same while it brings anything, and over one broken connection after that. */
	get current(): SourceInUse {
		return this.#current;
	}

	/** The current source brought all that it was asked for. */
	succeeded(): void {
		this.#failures = 0;
		this.#current.failures = 0;
		this.#current.hasBrought = true;
	}

	/**
	 * The current source failed; `hasBrought` says whether bytes came before that. Chooses who is asked next and
	 * returns the milliseconds to wait before. Throws what no source can mend.
	 */
	failed(error: unknown, hasBrought: boolean): number {
		const current = this.#current;
		current.hasBrought ||= hasBrought;
		if (error instanceof ValidatorChanged) {
			current.isDoubted = true;
			return 0;
		}
		if (error instanceof SourceDisagrees) {
			this.#disagreed(current);
			return 0;
		}
		if (error instanceof RangesUnreliable) {
			if (current.isWhole) this.#refuse(error.error);
			current.isWhole = true;
			this.#current = this.#best();
			return 0;
		}
		if (error instanceof SourceRefused && !isWorthAsking(current, error.error)) {
			this.#refuse(error.error);
			this.#current = this.#best();
			return 0;
		}
		if (error instanceof SourceRefused) {
			current.wasAskedAgain = true;
			return this.#retry(error.error, hasBrought);
		}
		if (error instanceof TransferFailure) {
			return this.#retry(error.error, hasBrought, error.retryAfter);
		}
		throw error;
	}

	/** The file is whole and right. */
	proved(): void {
		for (const { source } of this.#contributors()) this.#standing.good(source.id);
	}

	/** What is here is dropped, though nothing says that it was wrong. */
	beganAnew(): void {
		for (const each of this.#sources) each.beginAnew();
	}

	/** The file is wrong, and begun anew. Throws `corrupt` when no source is left that may be right. */
	disproved(): void {
		const error = new AppError('corrupt', `${this.#file.path}: wrong digest`, {
			data: { reason: 'digest', file: this.#file.path },
		});
		const contributors = this.#contributors();
		// What was wrong without any of them lay on the disk, and is gone now.
		if (contributors.length === 0 && this.#wasDisproved) throw error;
		this.#wasDisproved = true;
		for (const each of contributors) {
			this.#standing.worse(each.source.id);
			if (++each.wrong >= WRONG_AT_MOST) each.refusal ??= error;
		}
		this.beganAnew();
		this.#current = this.#best();
	}

	/**
	 * Either what is here is wrong, or what it gives. Another source that gives the same as lies here lets the file be
	 * finished; where all disagree, the current one does too.
	 */
	#disagreed(source: SourceInUse): void {
		source.disagrees = true;
		for (const each of this.#sources) each.isDoubted = true;
		this.#current = this.#best();
	}

	#contributors(): SourceInUse[] {
		return this.#sources.filter(({ hasBrought }) => hasBrought);
	}

	#usable(): SourceInUse[] {
		return this.#sources.filter(({ refusal }) => !refusal);
	}

	/** Counts a failure that passes, and gives up after too many that brought nothing. */
	#retry(error: AppError, hasBrought: boolean, retryAfter?: number): number {
		const current = this.#current;
		current.retryAfter = retryAfter;
		current.failures = hasBrought ? 1 : current.failures + 1;
		this.#failures = hasBrought ? 1 : this.#failures + 1;
		const most = Math.max(this.#policy.attempts, this.#usable().length);
		if (this.#failures >= most) throw this.#named(error, current.source);
		if (!hasBrought && !isWorthPatience(current, error)) {
			this.#standing.worse(current.source.id);
			this.#current = this.#best();
		}
		const next = this.#current;
		return next.failures === 0
			? 0
			: pauseAfter(next.failures, this.#policy.firstPause, next.retryAfter);
	}

	#refuse(error: AppError): void {
		this.#current.refusal = error;
		this.#standing.worse(this.#current.source.id);
	}

	/** Of those that may be asked the one that has done best; throws why if there is none. */
	#best(): SourceInUse {
		const [best] = this.#usable().sort(
			(a, b) =>
				Number(a.disagrees) - Number(b.disagrees) ||
				a.wrong - b.wrong ||
				Number(a.isWhole) - Number(b.isWhole) ||
				a.failures - b.failures,
		);
		if (best) return best;
		const { source, refusal } = this.#sources[0]!;
		throw this.#named(refusal!, source);
	}

	/** The failure with the hosts that were tried, in the order in which they were to be asked. */
	#named(error: AppError, { kind, id }: Source): AppError {
		const data = {
			...error.data,
			...(kind !== 'origin' && { host: id }),
			...(this.#sources.length > 1 && {
				tried: this.#sources.map(({ source }) => source.id).join(', '),
			}),
		};
		return new AppError(error.code, error.message, { cause: error.cause, data });
	}
}

/** A single broken connection is the line's fault more often than the host's. */
function isWorthPatience(source: SourceInUse, error: AppError): boolean {
	return error.data.reason === 'connection' && source.hasBrought && source.failures === 1;
}

/** Hubs hand out addresses that expire: who has just served may do so again when asked by the lasting address. */
function isWorthAsking(source: SourceInUse, error: AppError): boolean {
	return error.data.reason === 'refused' && source.hasBrought && !source.wasAskedAgain;
}
