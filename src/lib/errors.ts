/** Every failure the app can name. A person reads `messages.errors[code](data)`. */
export type ErrorCode =
	| 'aborted'
	| 'unsupported'
	| 'out-of-memory'
	| 'device-lost'
	| 'offline'
	| 'quota-exceeded'
	| 'corrupt'
	| 'untrusted'
	| 'invalid-input'
	| 'busy'
	| 'internal';

/** Why, where the code alone does not tell the person what to do next. */
export type ErrorReason =
	// offline
	| 'captive-portal'
	| 'connection'
	| 'missing'
	| 'no-gate'
	| 'no-network'
	| 'own-file'
	| 'peer'
	| 'refused'
	| 'server'
	| 'stalled'
	| 'gate-closed'
	// corrupt
	| 'digest'
	| 'length'
	| 'listing'
	| 'unreadable'
	| 'damaged-backup'
	// unsupported
	| 'limits'
	| 'newer-code'
	| 'newer-backup'
	| 'newer-version'
	| 'no-adapter'
	| 'no-files'
	| 'no-library'
	| 'no-wasm'
	| 'no-webgpu'
	| 'no-own-copy'
	| 'no-webrtc'
	| 'no-chat-template'
	| 'split-file'
	| 'too-large'
	| 'unknown-architecture'
	| 'library-mismatch'
	| 'missing-part'
	| 'no-matching-library'
	// untrusted
	| 'different-pack'
	| 'unknown-library'
	// invalid-input
	| 'context-window'
	| 'not-a-code'
	| 'not-the-protocol'
	| 'other-code'
	| 'endless-template'
	| 'malformed'
	| 'no-conversations'
	| 'no-model-folder'
	| 'not-a-backup'
	| 'removed'
	| 'wrong-passphrase'
	// out-of-memory
	| 'page-ended'
	// device-lost
	| 'tab-ended'
	// busy
	| 'newer-tab'
	| 'other-tab'
	// internal
	| 'database'
	| 'repeats'
	| 'says-nothing';

export type ErrorData = Readonly<Record<string, string | number>> & {
	readonly reason?: ErrorReason;
};

/**
 * A failure with a name. `message` is for logs and never shown; `data` fills the blanks of the
 * message that a person reads, so it holds only strings and numbers and survives a worker boundary.
 */
export class AppError extends Error {
	override readonly name = 'AppError';
	readonly code: ErrorCode;
	readonly data: ErrorData;

	constructor(
		code: ErrorCode,
		message: string,
		options: { cause?: unknown; data?: ErrorData } = {},
	) {
		super(message, { cause: options.cause });
		this.code = code;
		this.data = options.data ?? {};
	}
}

/** Names what a platform API threw: aborts and full disks are told apart, the rest is `internal`. */
export function toAppError(error: unknown): AppError {
	if (error instanceof AppError) return error;
	const message = error instanceof Error ? error.message : String(error);
	return new AppError(codeOf(error), message, { cause: error });
}

function codeOf(error: unknown): ErrorCode {
	const name = error instanceof Error || error instanceof DOMException ? error.name : '';
	if (name === 'AbortError') return 'aborted';
	if (name === 'QuotaExceededError') return 'quota-exceeded';
	return 'internal';
}
