import { delay } from '../../lib/delay.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { PackFile } from '../manifest.ts';
import { Experience } from './experience.ts';
import { FileWriter } from './file-writer.ts';
import { receive } from './receive.ts';
import type { Source, SourceName } from './source.ts';
import { SourceQueue } from './source-queue.ts';
import { defaultPolicy, type TransferPolicy } from './transfer-policy.ts';

/** `bytes` of this file are done: hashed again from disk (`verify`) or received (`fetch`). */
export interface DownloadProgress {
	readonly phase: 'verify' | 'fetch';
	readonly bytes: number;
	/** Who serves. Only with `fetch`. */
	readonly source?: SourceName;
}

export interface DownloadOptions extends CallOptions {
	readonly policy?: TransferPolicy | undefined;
	/** What earlier files taught; each file begins anew without it. */
	readonly experience?: Experience | undefined;
}

/** The options with their defaults. */
interface Settings extends CallOptions {
	readonly policy: TransferPolicy;
	readonly experience: Experience;
}

/**
 * Brings a file from one of `sources` into the store, verified and sealed, going on where an earlier call was cut
 * off. A source that fails gives way to the next, which goes on at the same byte. A file that changes on the way is
 * finished by a source that still has it as it was, else begun anew at once. Bytes with a wrong digest are deleted
 * and fetched once more, from another source if there is one. Throws, when none is left, `offline` with
 * `data.reason` (`connection`, `stalled`, `server`, `refused`, `missing`, `captive-portal`) and `corrupt` with
 * `data.reason` (`digest`, `length`) and `data.file`, both with `data.tried` where there were several sources
 * and `data.host` where it was not this site; `quota-exceeded`, `aborted`.
 */
export async function* downloadFile(
	file: PackFile,
	sources: readonly Source[],
	store: ShardStore,
	o: DownloadOptions = {},
): AsyncGenerator<DownloadProgress> {
	if (await store.has(file.sha256)) return;
	const { policy = defaultPolicy, signal } = o;
	const { experience = new Experience(policy) } = o;
	const queue = new SourceQueue(file, sources, experience.standing, policy);
	for (;;) {
		const digest = yield* transfer(file, queue, store, { policy, experience, signal });
		if (digest === file.sha256) {
			queue.proved();
			return store.seal(file.sha256, file.bytes);
		}
		await store.delete(file.sha256);
		queue.disproved();
	}
}

/** Stores all bytes of the file and returns their digest. */
async function* transfer(
	file: PackFile,
	queue: SourceQueue,
	store: ShardStore,
	o: Settings,
): AsyncGenerator<DownloadProgress, string> {
	const writer = await FileWriter.create(store, file, o.policy.chunkBytes);
	for await (const bytes of writer.resume(o)) yield { phase: 'verify', bytes };
	while (writer.position < file.bytes) {
		const { source, disagrees, isDoubted } = queue.current;
		if (disagrees || (isDoubted && writer.position === 0)) {
			await writer.restart();
			if (disagrees) queue.disproved();
			else queue.beganAnew();
			continue;
		}
		let before = writer.received;
		const succeeded = () => {
			before = writer.received;
			queue.succeeded();
		};
		const { kind, id } = source;
		try {
			for await (const bytes of receive(file, queue.current, writer, { ...o, succeeded })) {
				yield { phase: 'fetch', bytes, source: { kind, id } };
			}
		} catch (error) {
			const pause = queue.failed(error, writer.received > before);
			if (pause > 0) await delay(pause, o);
		}
	}
	return await writer.finish();
}
