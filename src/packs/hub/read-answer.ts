import { captivePortal, checkResponse } from '../download/check-response.ts';
import { readPieces } from '../download/read-pieces.ts';
import { StallGuard } from '../download/stall-guard.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { opensLikePage } from '../download/web-page.ts';
import { badListing } from './hub-listing.ts';

/** Sends a GET request. Resolves when the answer begins. */
export type Ask = (url: URL, signal: AbortSignal) => Promise<Response>;

export interface Answer {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly headers: Headers;
}

export interface AnswerOptions extends CallOptions {
	/** What is asked for, as errors name it. */
	readonly name: string;
	/** Bytes after which it cannot be what was asked for. */
	readonly limit: number;
	/** Milliseconds without a byte after which it is given up. */
	readonly stallTime: number;
}

/**
 * Asks for something small and reads all of it. Throws as `checkResponse` and `StallGuard.watch` do, and `corrupt`
 * (reason `listing`) for a body beyond the limit, of which no more is read.
 */
export async function readAnswer(ask: Ask, url: URL, o: AnswerOptions): Promise<Answer> {
	const guard = new StallGuard(o.stallTime, o.signal);
	try {
		const response = await guard.watch(ask(url, guard.signal));
		checkResponse(response, { file: o.name, first: 0, end: 0, total: 0 });
		const parts: Uint8Array<ArrayBuffer>[] = [];
		let length = 0;
		for await (const piece of response.body ? readPieces(response.body, guard) : []) {
			if (length === 0 && opensLikePage(piece)) throw captivePortal(o.name);
			length += piece.length;
			if (length > o.limit) throw badListing(`${o.name} is longer than ${o.limit} bytes`);
			parts.push(piece.slice());
		}
		const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
		return { bytes, headers: response.headers };
	} finally {
		guard.dispose();
	}
}
