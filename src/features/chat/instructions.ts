import type { Message } from '../../engines/engine.ts';

/**
 * Puts what a model is told beforehand in front of the messages, as one system message: every template takes one, and
 * few take more. `instructions` come from the general to the particular; messages that are instructions
 * themselves, as in a conversation from elsewhere, come last.
 */
export function withInstructions(
	messages: readonly Message[],
	instructions: readonly (string | undefined)[],
): Message[] {
	const own = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
	const all = [...instructions, ...own].map((text) => text?.trim()).filter(Boolean);
	const rest = messages.filter(({ role }) => role !== 'system');
	return all.length > 0 ? [{ role: 'system', content: all.join('\n\n') }, ...rest] : rest;
}
