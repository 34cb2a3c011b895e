import { checkResponse, captivePortal, type WantedRange } from './check-response.ts';
import type { RangeSize } from './range-size.ts';
import { readPieces } from './read-pieces.ts';
import type { Source } from './source.ts';
import type { StallGuard } from './stall-guard.ts';
import { opensLikePage } from './web-page.ts';

export interface FetchRangeOptions {
	/** Asks for the whole file. */
	readonly isWhole: boolean;
	/** Is told how it went. */
	readonly size: RangeSize;
	readonly guard: StallGuard;
	/** Is told, before any byte, whether the answer is the part that was asked for, or the whole file, and its ETag. */
	readonly began: (isPart: boolean, etag: string | null) => void;
}

/**
 * Requests a range of a file (or the whole file) and yields the bytes from `wanted.first` on, in pieces that are
 * valid until the next one. Of a server that ignores ranges it skips what comes before, and goes on to the end of the
 * file: `wanted.total`. It may end early; bytes beyond the end are not read, for the digest decides in any case.
 * Throws as `checkResponse`, `StallGuard.watch` and `began` do.
 */
export async function* fetchRange(
	source: Source,
	wanted: WantedRange,
	{ isWhole, size, guard, began }: FetchRangeOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const asked = performance.now();
	const response = await guard.watch(source.request(isWhole ? undefined : wanted, guard.signal));
	const answered = performance.now();
	let offset = checkResponse(response, wanted);
	const isPart = response.status === 206;
	began(isPart, response.headers.get('ETag'));
	const end = isPart ? wanted.end : wanted.total;
	try {
		const body = isExact(response, wanted)
			? (await guard.watch(response.blob())).stream()
			: response.body;
		// A part that is read as it comes took no time yet: it loses nothing, so it may be as large as can be.
		if (isPart) size.completed(end - offset, answered - asked, performance.now() - answered);
		if (!body) return;
		for await (const piece of readPieces(body, guard)) {
			if (offset === 0 && opensLikePage(piece)) throw captivePortal(wanted.file);
			const from = Math.min(piece.length, Math.max(0, wanted.first - offset));
			const to = Math.min(piece.length, end - offset);
			offset += piece.length;
			if (from < to) yield piece.subarray(from, to);
			if (offset >= end) return;
		}
	} catch (error) {
		size.failed();
		throw error;
	}
}

/**
 * Whether the body is announced to be the range and no more. Then it can be taken as a Blob, which browsers
 * keep outside the page's memory and free sooner than the buffers of a response that is read as it comes.
 */
function isExact(response: Response, wanted: WantedRange): boolean {
	const length = response.headers.get('Content-Length');
	return response.status === 206 && Number(length) === wanted.end - wanted.first;
}
