import { AppError } from '../../lib/errors.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import type { PackFile } from '../manifest.ts';
import type { Experience } from './experience.ts';
import { fetchRange } from './fetch-range.ts';
import type { Claim, FileWriter } from './file-writer.ts';
import { Overlap, OVERLAP } from './overlap.ts';
import type { SourceInUse } from './source-in-use.ts';
import { StallGuard } from './stall-guard.ts';
import { RangesUnreliable, TransferFailure, ValidatorChanged } from './transfer-failure.ts';
import type { TransferPolicy } from './transfer-policy.ts';

export interface ReceiveOptions extends CallOptions {
	readonly policy: TransferPolicy;
	readonly experience: Experience;
	/** Is told of each range that came whole. */
	readonly succeeded: () => void;
}

/**
 * Fetches what is missing of a file from one source, as many ranges at a time as `Lanes` says, and yields the bytes
 * that are here. Throws the first failure, once nothing is in flight any more: one that says nothing of the other
 * ranges lets them come, any other one ends them. A source in doubt shows by its first range that it gives the same file.
 */
export async function* receive(
	file: PackFile,
	source: SourceInUse,
	writer: FileWriter,
	o: ReceiveOptions,
): AsyncGenerator<number> {
	const flight = new Flight(file, source, writer, o);
	try {
		let before = writer.received;
		while (flight.fill()) {
			await flight.news();
			if (writer.received !== before) yield writer.received;
			before = writer.received;
		}
	} finally {
		await flight.end();
	}
	if (flight.failure !== undefined) throw flight.failure;
}

/** The ranges of one file that are in flight. */
class Flight {
	readonly #file: PackFile;
	readonly #source: SourceInUse;
	readonly #writer: FileWriter;
	readonly #options: ReceiveOptions;
	readonly #stop = new AbortController();
	readonly #abort = () => this.#stop.abort();
	readonly #running = new Set<Promise<void>>();
	#isNew = false;
	#wake = () => {};
	failure: unknown;

	constructor(file: PackFile, source: SourceInUse, writer: FileWriter, options: ReceiveOptions) {
		this.#file = file;
		this.#source = source;
		this.#writer = writer;
		this.#options = options;
		if (options.signal?.aborted) this.#abort();
		else options.signal?.addEventListener('abort', this.#abort, { once: true });
		options.experience.lanes.resume();
	}

	/** Starts what may be in flight besides. False when nothing is. */
	fill(): boolean {
		while (this.failure === undefined && this.#running.size < this.#most) {
			const claim = this.#claim();
			if (!claim) break;
			const range = this.#fetch(claim).catch((error: unknown) => this.#fail(error));
			const ended = range.finally(() => {
				this.#running.delete(ended);
				this.#tell();
			});
			this.#running.add(ended);
		}
		return this.#running.size > 0;
	}

	/** Resolves when something has come or ended since the last time. */
	async news(): Promise<void> {
		if (!this.#isNew) await new Promise<void>((resolve) => (this.#wake = resolve));
		this.#isNew = false;
	}

	/** Ends what is in flight. */
	async end(): Promise<void> {
		this.#abort();
		await Promise.all(this.#running);
		this.#options.signal?.removeEventListener('abort', this.#abort);
		this.#options.experience.lanes.pause();
	}

	/** Several only from a source whose ranges were seen to be ranges, and of this file. */
	get #most(): number {
		const { givesRanges, isDoubted } = this.#source;
		return givesRanges && !isDoubted ? this.#options.experience.lanes.count : 1;
	}

	#claim(): Claim | undefined {
		if (this.#source.isWhole) {
			return this.#writer.position < this.#file.bytes ? this.#writer.claimRest() : undefined;
		}
		const { policy, experience } = this.#options;
		const unit = policy.chunkBytes / this.#most;
		const largest = this.#source.isDoubted ? OVERLAP : experience.rangeSize.bytes;
		return this.#writer.claim(Math.min(largest, unit), unit);
	}

	/** One request: takes what it brings. Throws TransferFailure if that is less than was asked for. */
	async #fetch(claim: Claim): Promise<void> {
		const { policy, experience, succeeded } = this.#options;
		const { isWhole, isDoubted } = this.#source;
		const begin = claim.position;
		const guard = new StallGuard(policy.stallTime, this.#stop.signal);
		try {
			const overlap = isDoubted ? new Overlap(await this.#writer.before(OVERLAP)) : undefined;
			const first = begin - (overlap?.bytes ?? 0);
			const wanted = { file: this.#file.path, first, end: claim.end, total: this.#file.bytes };
			const pieces = fetchRange(this.#source.source, wanted, {
				isWhole,
				size: experience.rangeSize,
				guard,
				began: (isPart, etag) => {
					if (isPart) this.#source.gaveRange(etag);
					else if (!isWhole) claim = this.#widen();
				},
			});
			for await (const piece of pieces) {
				const bytes = overlap?.strip(piece) ?? piece;
				if (overlap?.isPassed) this.#source.agrees();
				await this.#writer.put(claim, bytes);
				this.#tell();
			}
		} finally {
			guard.dispose();
			this.#writer.release(claim);
		}
		if (claim.position < claim.end) {
			const data = { reason: 'length', file: this.#file.path } as const;
			throw new TransferFailure(
				new AppError('corrupt', `${this.#file.path}: wrong length`, { data }),
			);
		}
		succeeded();
		experience.lanes.received(claim.end - begin);
	}

	/** The whole file comes in place of a range. One alone takes it as it comes. */
	#widen(): Claim {
		if (this.#running.size > 1) throw new RangesUnreliable('a whole file in place of a range');
		return this.#writer.claimRest();
	}

	#fail(error: unknown): void {
		this.failure ??= error;
		if (error instanceof ValidatorChanged) return;
		this.#options.experience.lanes.failed();
		if (!(error instanceof TransferFailure)) this.#abort();
	}

	#tell(): void {
		this.#isNew = true;
		this.#wake();
	}
}
