/** A message of another program, as far as Quern has a place for it. */
export interface ForeignMessage {
	readonly id: string;
	/** The message that it follows; it stands before this one in the list. */
	readonly parentId: string | null;
	readonly role: 'user' | 'assistant';
	readonly content: string;
	/** Milliseconds since the epoch. */
	readonly createdAt: number | undefined;
}

/** What a conversation of another program has and Quern has no place for, or cannot read. */
export type LeftOut = 'system' | 'images' | 'files' | 'tools' | 'thinking' | 'unknown' | 'broken';

export type LeftOuts = Readonly<Partial<Record<LeftOut, number>>>;

/** A conversation of another program, with all its variants. */
export interface ForeignConversation {
	/** Which program it is from. */
	readonly source: 'open-webui' | 'chatgpt';
	/** Its id there. Without one, nothing tells it from another. */
	readonly id: string | undefined;
	readonly title: string;
	/** Milliseconds since the epoch. */
	readonly createdAt: number | undefined;
	readonly updatedAt: number | undefined;
	readonly messages: readonly ForeignMessage[];
	/** The last message of the variants that were shown. */
	readonly headId: string | undefined;
	/** How many of each were left out. */
	readonly left: LeftOuts;
}

/** Seconds since the epoch, as both programs write them, in milliseconds; undefined for what is no moment. */
export function momentOf(seconds: unknown): number | undefined {
	if (typeof seconds !== 'number' || !(seconds > 0)) return undefined;
	// Some versions write milliseconds or nanoseconds.
	const milliseconds = seconds < 1e11 ? seconds * 1e3 : seconds < 1e14 ? seconds : seconds / 1e6;
	return milliseconds < 4e12 ? Math.round(milliseconds) : undefined;
}
