import { AppError } from '../../lib/errors.ts';
import { delay } from '../../lib/delay.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { PackFile } from '../manifest.ts';
import { pauseAfter } from './backoff.ts';
import { fetchRange } from './fetch-range.ts';
import { FileWriter } from './file-writer.ts';
import { RangeSize } from './range-size.ts';
import { StallGuard } from './stall-guard.ts';
import { RangesUnreliable, TransferFailure } from './transfer-failure.ts';
import { defaultPolicy, type TransferPolicy } from './transfer-policy.ts';

/** `bytes` of this file are done: hashed again from disk (`verify`) or received (`fetch`). */
export interface DownloadProgress {
	readonly phase: 'verify' | 'fetch';
	readonly bytes: number;
}

export interface DownloadOptions extends CallOptions {
	readonly policy?: TransferPolicy | undefined;
	/** What earlier files taught about the line; each file begins anew without it. */
	readonly rangeSize?: RangeSize | undefined;
}

/**
 * Brings a file from `url` into the store, verified and sealed, going on where an earlier call was cut off. Bytes
 * with a wrong digest are deleted and fetched once more. Throws `offline` with `data.reason`
 * (`connection`, `stalled`, `server`, `refused`, `missing`, `captive-portal`), `corrupt` with
 * `data.reason` (`digest`, `length`) and `data.file`, `quota-exceeded`, `aborted`.
 */
export async function* downloadFile(
	file: PackFile,
	url: URL,
	store: ShardStore,
	o: DownloadOptions = {},
): AsyncGenerator<DownloadProgress> {
	if (await store.has(file.sha256)) return;
	for (let isLast = false; ; isLast = true) {
		const digest = yield* transfer(file, url, store, o);
		if (digest === file.sha256) return store.seal(file.sha256, file.bytes);
		await store.delete(file.sha256);
		if (isLast) throw corrupt(file, 'digest');
	}
}

/** Stores all bytes of the file and returns their digest. */
async function* transfer(
	file: PackFile,
	url: URL,
	store: ShardStore,
	o: DownloadOptions,
): AsyncGenerator<DownloadProgress, string> {
	const { policy = defaultPolicy, signal, rangeSize = new RangeSize(policy.chunkBytes) } = o;
	const writer = await FileWriter.create(store, file, policy.chunkBytes);
	for await (const bytes of writer.resume(o)) yield { phase: 'verify', bytes };
	let whole = false;
	let failures = 0;
	while (writer.position < file.bytes) {
		const before = writer.position;
		try {
			for await (const bytes of request(file, url, writer, whole, { ...o, rangeSize })) {
				yield { phase: 'fetch', bytes };
			}
			failures = 0;
		} catch (error) {
			if (error instanceof RangesUnreliable) {
				if (whole) throw error.error;
				whole = true;
				continue;
			}
			if (!(error instanceof TransferFailure)) throw error;
			failures = writer.position > before ? 1 : failures + 1;
			if (failures >= policy.attempts) throw error.error;
			await delay(pauseAfter(failures, policy.firstPause, error.retryAfter), { signal });
		}
	}
	return await writer.finish();
}

/** One request: appends what it brings. Throws TransferFailure if that is less than was asked for. */
async function* request(
	file: PackFile,
	url: URL,
	writer: FileWriter,
	whole: boolean,
	o: DownloadOptions & { rangeSize: RangeSize },
): AsyncGenerator<number> {
	const { policy = defaultPolicy, rangeSize, signal } = o;
	const { position, chunkEnd } = writer;
	const wanted = {
		file: file.path,
		first: position,
		end: whole ? file.bytes : Math.min(chunkEnd, position + rangeSize.bytes),
		total: file.bytes,
	};
	const guard = new StallGuard(policy.stallTime, signal);
	try {
		for await (const bytes of fetchRange(url, wanted, whole, rangeSize, guard)) {
			await writer.append(bytes);
			yield writer.position;
		}
	} finally {
		guard.dispose();
	}
	if (writer.position < wanted.end) throw new TransferFailure(corrupt(file, 'length'));
}

function corrupt(file: PackFile, reason: 'digest' | 'length'): AppError {
	return new AppError('corrupt', `${file.path}: wrong ${reason}`, {
		data: { reason, file: file.path },
	});
}
