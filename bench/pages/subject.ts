/** One way to run the starter model, driven the same way as the others. */
export interface Subject {
	/** Puts whatever a load reads on this device, so that `load` finds it there. */
	prepare(): Promise<void>;
	/** From nothing in memory to ready to generate, on a fresh page. */
	load(): Promise<void>;
	/** Answers greedily. Without `before`, the prompt shares nothing with an earlier one but its form. */
	generate(question: Question): Promise<Turn>;
}

export interface Question {
	readonly system: string;
	/** The conversation so far, after the system message. */
	readonly before?: readonly ChatMessage[];
	readonly user: string;
	readonly maxTokens: number;
}

/** One answer, timed on the page in milliseconds from the call. */
export interface Turn {
	readonly text: string;
	readonly firstTokenMs: number;
	readonly totalMs: number;
	readonly completionTokens: number;
	/** The engine's own figures for reading the prompt and for one more token, where it has them. */
	readonly prefillMs?: number | undefined;
	/** Tokens of the prompt that the engine read for this answer, where it tells. */
	readonly prefilledTokens?: number | undefined;
	readonly decodeMsPerToken?: number | undefined;
}

export interface ChatMessage {
	readonly role: 'system' | 'user' | 'assistant';
	readonly content: string;
}

export function messagesOf({ system, before = [], user }: Question): ChatMessage[] {
	return [{ role: 'system', content: system }, ...before, { role: 'user', content: user }];
}
