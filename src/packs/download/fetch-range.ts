import { checkResponse, captivePortal, type WantedRange } from './check-response.ts';
import type { StallGuard } from './stall-guard.ts';
import { opensLikePage } from './web-page.ts';

/**
 * Requests a range of `url` (or, with `whole`, the whole file) and yields the bytes from `wanted.first` on. Of a
 * server that ignores ranges it skips what comes before, and goes on to the end of the file: `wanted.total`. It may
 * end early; bytes beyond the end are not read, for the digest decides in any case. Throws as
 * `checkResponse` and `StallGuard.watch` do.
 */
export async function* fetchRange(
	url: URL,
	wanted: WantedRange,
	whole: boolean,
	guard: StallGuard,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const response = await guard.watch(
		fetch(url, {
			headers: whole ? {} : { Range: `bytes=${wanted.first}-${wanted.end - 1}` },
			// A second copy in the browser's cache would cost the room that the pack needs.
			cache: 'no-store',
			redirect: 'manual',
			signal: guard.signal,
		}),
	);
	let offset = checkResponse(response, wanted);
	const end = response.status === 206 ? wanted.end : wanted.total;
	const reader = response.body?.getReader();
	while (reader && offset < end) {
		const { done, value } = await guard.watch(reader.read());
		if (done) return;
		if (offset === 0 && opensLikePage(value)) throw captivePortal(wanted.file);
		const from = Math.min(value.length, Math.max(0, wanted.first - offset));
		const to = Math.min(value.length, end - offset);
		offset += value.length;
		if (from < to) yield value.subarray(from, to);
	}
}
