import type { MLCEngine } from '@mlc-ai/web-llm';
import type { Message } from '../engine.ts';

/** What WebLLM makes prompts with. Its public interface has no way to go on with an answer. */
interface Conversation {
	override_system_message?: string;
	appendMessage(role: string, content: string): void;
	appendReplyHeader(role: string): void;
	appendEmptyThinkingReplyHeader(role: string, thoughts: string): void;
	getPromptArray(): readonly string[];
}

interface Pipeline {
	getConversationObject(): Conversation & {
		readonly config: unknown;
		readonly constructor: new (config: unknown) => Conversation;
	};
}

/** What stands in a reply's place of thoughts where the model is to answer at once: WebLLM's own words for it. */
export const NO_THOUGHTS = '<think>\n\n</think>\n\n';

/**
 * The prompt with which the loaded model goes on with the last message, its answer so far: as WebLLM itself would
 * have written it down to that word.
 */
export function promptOfBegunAnswer(
	engine: MLCEngine,
	modelId: string,
	messages: readonly Message[],
	{ canThink }: { canThink: boolean },
): string {
	const { loadedModelIdToPipeline } = engine as unknown as {
		loadedModelIdToPipeline: Map<string, Pipeline>;
	};
	const present = loadedModelIdToPipeline.get(modelId)!.getConversationObject();
	const conversation = new present.constructor(present.config);
	for (const { role, content } of messages.slice(0, -1)) {
		if (role === 'system') conversation.override_system_message = content;
		else conversation.appendMessage(role, content);
	}
	if (canThink) conversation.appendEmptyThinkingReplyHeader('assistant', NO_THOUGHTS);
	else conversation.appendReplyHeader('assistant');
	return conversation.getPromptArray().join('') + messages.at(-1)!.content;
}
