/** Bytes of the longest message: what every browser takes in one piece. */
export const MAX_MESSAGE_BYTES = 64 * 1024;

/** Bytes that may be under way and not yet on the receiver's disk: what a broken connection costs at most. */
export const WINDOW = 4 * 1024 * 1024;

/** A line to the other device that carries texts and bytes in order. */
export interface Wire {
	/** Sends a message and resolves when there is room for another. Throws `offline` (`peer`) once it has ended. */
	send(message: string | Uint8Array<ArrayBuffer>): Promise<void>;
	/** The next message. Throws `offline` (`peer`) once all have been read and the line has ended. */
	receive(): Promise<string | ArrayBuffer>;
	/** The next message if it is there already. */
	poll(): string | ArrayBuffer | undefined;
	/** Ends the line, after what was sent before. */
	close(): void;
}
