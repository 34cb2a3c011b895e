import { AppError } from '../../lib/errors.ts';

const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);
const COMMA = 0x2c;
const ARRAY = 0x5b;
const BOM = [0xef, 0xbb, 0xbf];

export interface SplitLimits {
	/** Bytes of one element. */
	readonly maxBytes: number;
	/** How deep an element may nest. */
	readonly maxDepth: number;
}

/**
 * The elements of a JSON array one after another, so that the whole is never in memory. A single object counts as an array of
 * one. Throws `invalid-input` for what is neither, goes beyond the limits or ends early.
 */
export async function* splitJsonArray(
	chunks: AsyncIterable<Uint8Array>,
	{ maxBytes, maxDepth }: SplitLimits,
): AsyncGenerator<unknown> {
	let pieces: Uint8Array[] = [];
	let [bytes, depth, position] = [0, 0, 0];
	let [isInString, isEscaped, isEnded] = [false, false, false];
	/** Depth of an element: 1 in an array, 0 where the object stands alone. */
	let base: number | undefined;
	let isAfterElement = false;
	for await (const chunk of chunks) {
		let start = 0;
		for (let at = 0; at < chunk.length; at++, position++) {
			const byte = chunk[at] as number;
			if (isInString) {
				if (isEscaped) isEscaped = false;
				else if (byte === BACKSLASH) isEscaped = true;
				else if (byte === QUOTE) isInString = false;
				continue;
			}
			if (base === undefined) {
				if (SPACE.has(byte) || (position < 3 && byte === BOM[position])) continue;
				if (!OPEN.has(byte)) throw refused('neither an array nor an object');
				base = byte === ARRAY ? 1 : 0;
				if (base === 1) {
					depth = 1;
					continue;
				}
			}
			if (depth === base) {
				start = at;
				if (SPACE.has(byte)) continue;
				if (isEnded) throw refused('something after the end');
				if (base === 1 && CLOSE.has(byte)) {
					isEnded = true;
					continue;
				}
				if (byte === COMMA && isAfterElement) {
					isAfterElement = false;
					continue;
				}
				if (!OPEN.has(byte) || isAfterElement) throw refused('an element that is no object');
			}
			if (byte === QUOTE) isInString = true;
			else if (OPEN.has(byte)) {
				if (++depth > base + maxDepth) throw refused('it nests too deep');
			} else if (CLOSE.has(byte) && --depth === base) {
				pieces.push(chunk.subarray(start, at + 1));
				if (bytes + at + 1 - start > maxBytes) throw refused('an element is too long');
				yield parse(pieces);
				pieces = [];
				bytes = 0;
				isAfterElement = true;
				if (base === 0) isEnded = true;
			}
		}
		if (base !== undefined && depth > base) {
			const rest = chunk.slice(start);
			bytes += rest.length;
			if (bytes > maxBytes) throw refused('an element is too long');
			pieces.push(rest);
		}
	}
	if (!isEnded) throw refused('it ends early');
}

function parse(pieces: readonly Uint8Array[]): unknown {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	try {
		const text = pieces.map((piece) => decoder.decode(piece, { stream: true })).join('');
		return JSON.parse(text + decoder.decode());
	} catch (cause) {
		throw refused('an element is no JSON', cause);
	}
}

function refused(why: string, cause?: unknown): AppError {
	const data = { reason: 'no-conversations' } as const;
	return new AppError('invalid-input', `JSON: ${why}`, { cause, data });
}
