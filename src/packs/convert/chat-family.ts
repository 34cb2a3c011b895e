import type { Metadata } from '../../formats/gguf/metadata.ts';
import { AppError } from '../../lib/errors.ts';

/** What models trained alike share beyond their weights: the form of a conversation, and sampling. */
export interface ChatFamily {
	/** `general.basename` of the GGUF file, in lower case. */
	readonly id: string;
	/** Conversation template in WebLLM's terms (`ConvTemplateConfig`), less the stop token. */
	readonly template: object;
	/** The publisher's sampling defaults. */
	readonly temperature: number;
	readonly topP: number;
}

const FAMILIES: readonly ChatFamily[] = [
	{
		id: 'smollm2',
		template: chatMl('You are a helpful AI assistant named SmolLM, trained by Hugging Face'),
		// Source: the model card of SmolLM2-135M-Instruct.
		temperature: 0.2,
		topP: 0.9,
	},
];

/** The family that the file's base name says. Throws `unsupported` if it is not known here. */
export function chatFamilyOf(metadata: Metadata): ChatFamily {
	const name = metadata.stringOr('general.basename', '').toLowerCase();
	const found = FAMILIES.find((family) => family.id === name);
	if (!found) {
		throw new AppError('unsupported', `convert: chat family ${name}`, { data: { family: name } });
	}
	return found;
}

/**
 * Turns between `<|im_start|>` and `<|im_end|>`. There are no `role_templates`: WebLLM would put the
 * text into them by `String.replace`, which takes `$&` and `$'` in it for patterns.
 */
function chatMl(systemMessage: string): object {
	return {
		name: 'chatml',
		system_template: '<|im_start|>system\n{system_message}<|im_end|>\n',
		system_message: systemMessage,
		add_role_after_system_message: true,
		roles: {
			user: '<|im_start|>user',
			assistant: '<|im_start|>assistant',
			tool: '<|im_start|>tool',
		},
		seps: ['<|im_end|>\n'],
		role_content_sep: '\n',
		role_empty_sep: '\n',
		stop_str: ['<|im_end|>'],
	};
}
