import { gateFetch } from '../../lib/gate-fetch.ts';

/** Bytes of a file from `first` up to, not including, `end`. */
export interface ByteRange {
	readonly first: number;
	readonly end: number;
}

/** Where a source is: the app's own site, a model hub, a copy of one, another device nearby. */
export type SourceKind = 'origin' | 'hub' | 'mirror' | 'neighbour';

/** What a person is told of a source. */
export interface SourceName {
	readonly kind: SourceKind;
	/** The same for every file: the host's name and port, or what else names it. */
	readonly id: string;
}

/** One place that a file can be had from. None is trusted: the file's digest decides. */
export interface Source extends SourceName {
	/**
	 * Asks for a range of the file, or without one for the whole, and resolves when the answer begins. Whatever the
	 * source is, it answers as HTTP does: 206 with Content-Range, 200, or why not. Rejects where it cannot be reached.
	 */
	request(range: ByteRange | undefined, signal: AbortSignal): Promise<Response>;
}

/** A source that is reached by HTTP. `address` may lead through this site's gate; `id` is where it leads. */
export function httpSource(kind: SourceKind, id: string, address: URL): Source {
	return {
		kind,
		id,
		request: (range, signal) =>
			gateFetch(address, {
				// One simple range is the one kind that needs no leave of another host (CORS-safelisted).
				headers: range ? { Range: `bytes=${range.first}-${range.end - 1}` } : {},
				// A second copy in the browser's cache would cost the room that the pack needs.
				cache: 'no-store',
				redirect: 'manual',
				signal,
			}),
	};
}
