import type { Message } from '../engine.ts';
import { NO_THOUGHTS } from './begun-answer.ts';

/** `conv_template` of mlc-chat-config.json, as far as it shapes a prompt. */
interface Template {
	readonly system_template: string;
	readonly system_message: string;
	readonly roles: Readonly<Record<string, string>>;
	readonly role_content_sep?: string;
	readonly role_empty_sep?: string;
	readonly seps: readonly string[];
}

/** The part of WebLLM's pipeline that knows the tokenizer. Its public interface has no way to count. */
export interface TokenizingPipeline {
	readonly tokenizer: { encode(text: string): Int32Array };
	getConversationObject(): { readonly config: Template };
}

/** Counts tokens as the loaded model will read them, role markers included. */
export class PromptTokens {
	readonly #pipeline: TokenizingPipeline;

	constructor(pipeline: TokenizingPipeline) {
		this.#pipeline = pipeline;
	}

	of({ role, content }: Message): number {
		const { system_template, roles, role_content_sep, seps } = this.#template;
		const text =
			role === 'system'
				? system_template.replace('{system_message}', () => content)
				: roles[role as keyof typeof roles] +
					(role_content_sep ?? ': ') +
					content +
					(seps[0] ?? '');
		return this.#count(text);
	}

	/** Whether the model was trained to think aloud first: then the sign that begins it is one token. */
	get canThink(): boolean {
		return this.#count('<think>') === 1;
	}

	/** What stands in the prompt beside the messages: the reply's header, and WebLLM's own system message. */
	beside(messages: readonly Message[]): number {
		const { system_message, roles, role_empty_sep } = this.#template;
		const thoughts = this.canThink ? NO_THOUGHTS : '';
		const header = this.#count((roles['assistant'] ?? '') + (role_empty_sep ?? ': ') + thoughts);
		if (messages[0]?.role === 'system') return header;
		return header + this.of({ role: 'system', content: system_message });
	}

	get #template(): Template {
		return this.#pipeline.getConversationObject().config;
	}

	#count(text: string): number {
		return this.#pipeline.tokenizer.encode(text).length;
	}
}
