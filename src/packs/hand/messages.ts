import * as v from 'valibot';
import { AppError } from '../../lib/errors.ts';
import { Manifest, PackEngineName } from '../manifest.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));
const MAX_FILES = 4096;

const Message = v.variant('type', [
	/** The three steps to the number that both screens show: see authentication.ts. */
	v.strictObject({ type: v.literal('commit'), hash: Hex(64) }),
	v.strictObject({ type: v.literal('nonce'), nonce: Hex(32) }),
	v.strictObject({ type: v.literal('reveal'), nonce: Hex(32) }),
	/** The sender has this. */
	v.strictObject({ type: v.literal('offer'), engine: PackEngineName, manifest: Manifest }),
	v.strictObject({ type: v.literal('decline') }),
	/**
	 * The receiver wants these files, in this order, each from `offset` on. `index` counts the distinct files of
	 * the offered set.
	 */
	v.strictObject({
		type: v.literal('want'),
		files: v.pipe(
			v.array(v.strictObject({ index: Count, offset: Count })),
			v.maxLength(MAX_FILES),
			v.check((files) => new Set(files.map(({ index }) => index)).size === files.length),
		),
	}),
	/** So many of the bytes sent in this connection are on the receiver's disk. */
	v.strictObject({ type: v.literal('stored'), bytes: Count }),
	/** The file arrived twice, and twice not as its digest says. */
	v.strictObject({ type: v.literal('damaged'), index: Count }),
	/** Everything is there, verified and installed. */
	v.strictObject({ type: v.literal('done') }),
]);

/** What the devices say to each other besides the files' bytes. */
export type Message = v.InferOutput<typeof Message>;
export type MessageOf<T extends Message['type']> = Extract<Message, { type: T }>;

/** A manifest of a thousand files takes a fifth of this. */
const MAX_TEXT = 1024 * 1024;
/** Characters of one piece; all are ASCII, and the first says whether more come. */
const PIECE = 60 * 1024;

/** Writes a message as the texts that go over the wire, one or several. */
export function encodeMessage(message: Message): string[] {
	const json = JSON.stringify(message).replace(
		/[\u0080-\uffff]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	const pieces: string[] = [];
	for (let start = 0; start < json.length; start += PIECE) {
		const isLast = start + PIECE >= json.length;
		pieces.push((isLast ? '.' : '+') + json.slice(start, start + PIECE));
	}
	return pieces;
}

/** Puts messages together from the texts of the wire. */
export class MessageReader {
	#text = '';

	/** The message that ends with this text, if one does. Throws `invalid-input` (`not-the-protocol`). */
	take(piece: string): Message | undefined {
		this.#text += piece.slice(1);
		if (this.#text.length > MAX_TEXT || !/^[+.]/.test(piece)) throw notTheProtocol('a long text');
		if (piece.startsWith('+')) return undefined;
		const text = this.#text;
		this.#text = '';
		return parseMessage(text);
	}
}

function parseMessage(text: string): Message {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw notTheProtocol('no JSON', cause);
	}
	const result = v.safeParse(Message, value);
	if (result.success) return result.output;
	const issue = result.issues[0];
	throw notTheProtocol(`${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

/** The other device said what makes no sense here: nothing of it is used. */
export function notTheProtocol(what: string, cause?: unknown): AppError {
	return new AppError('invalid-input', `from the other device: ${what}`, {
		cause,
		data: { reason: 'not-the-protocol' },
	});
}
