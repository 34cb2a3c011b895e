import type { Metadata } from '../../formats/gguf/metadata.ts';
import { AppError } from '../../lib/errors.ts';

/** What models trained alike share beyond their weights: the form of a conversation, and sampling. */
export interface ChatFamily {
	/** Conversation template in WebLLM's terms (`ConvTemplateConfig`), less the stop token. */
	readonly template: object;
	/** What ends a turn. */
	readonly endOfTurn: string;
	/** The publisher's sampling defaults. */
	readonly temperature: number;
	readonly topP: number;
}

/** By `general.basename` of the GGUF file, in lower case. Source: the model card of SmolLM2-135M-Instruct. */
const SAMPLING_BY_NAME: Readonly<Record<string, readonly [temperature: number, topP: number]>> = {
	smollm2: [0.2, 0.9],
};

/** By architecture. Source: the `generation_config.json` that Llama 3, Qwen2.5, Qwen3 and Gemma 3 are published with. */
const SAMPLING: typeof SAMPLING_BY_NAME = {
	llama: [0.6, 0.9],
	qwen2: [0.7, 0.8],
	qwen3: [0.6, 0.95],
	gemma3: [1, 0.95],
};

const SMOLLM2_SYSTEM = 'You are a helpful AI assistant named SmolLM, trained by Hugging Face';

/**
 * The family, by the form of the file's chat template: ChatML, Llama 3's or Gemma's. Throws `unsupported` for
 * another, and for a model that was not made for conversations.
 */
export function chatFamilyOf(metadata: Metadata): ChatFamily {
	const basename = metadata.stringOr('general.basename', '').toLowerCase();
	const text = metadata.stringOr('tokenizer.chat_template', '');
	const form = formOf(basename, text);
	if (!form) {
		const data = { family: basename, ...(text ? {} : { reason: 'no-chat-template' as const }) };
		throw new AppError('unsupported', `convert: chat family ${basename}`, { data });
	}
	const architecture = metadata.string('general.architecture');
	const [temperature, topP] = ownValue(SAMPLING_BY_NAME, basename) ??
		ownValue(SAMPLING, architecture) ?? [0.7, 0.95];
	return { ...form, temperature, topP };
}

function formOf(
	basename: string,
	text: string,
): Pick<ChatFamily, 'template' | 'endOfTurn'> | undefined {
	if (text.includes('<|im_start|>')) {
		return { template: chatMl(defaultSystemMessage(text)), endOfTurn: '<|im_end|>' };
	}
	if (text.includes('<|start_header_id|>')) {
		return { template: LLAMA_3, endOfTurn: '<|eot_id|>' };
	}
	if (text.includes('<start_of_turn>')) return { template: GEMMA, endOfTurn: '<end_of_turn>' };
	// Files without a template, like those that only carry the weights, are known by name.
	if (basename === 'smollm2' && !text) {
		return { template: chatMl(SMOLLM2_SYSTEM), endOfTurn: '<|im_end|>' };
	}
	return undefined;
}

/** What a ChatML template itself says to the model where the person says nothing. */
function defaultSystemMessage(text: string): string {
	return /<\|im_start\|>system(?:\\n|\n)([^<>{}'"]+)<\|im_end\|>/.exec(text)?.[1] ?? '';
}

function ownValue<T>(of: Readonly<Record<string, T>>, key: string): T | undefined {
	return Object.hasOwn(of, key) ? of[key] : undefined;
}

// There are no `role_templates`: WebLLM would put the text into them by `String.replace`, which takes `$&` and
// `$'` in it for patterns.

/** Turns between `<|im_start|>` and `<|im_end|>`. */
function chatMl(systemMessage: string): object {
	return {
		name: 'chatml',
		system_template: '<|im_start|>system\n{system_message}<|im_end|>\n',
		system_message: systemMessage,
		...(systemMessage ? {} : { render_empty_system_message: false }),
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

const LLAMA_3 = {
	name: 'llama-3',
	system_template: '<|start_header_id|>system<|end_header_id|>\n\n{system_message}<|eot_id|>',
	system_message: '',
	render_empty_system_message: false,
	add_role_after_system_message: true,
	roles: {
		user: '<|start_header_id|>user<|end_header_id|>',
		assistant: '<|start_header_id|>assistant<|end_header_id|>',
		tool: '<|start_header_id|>ipython<|end_header_id|>',
	},
	seps: ['<|eot_id|>'],
	role_content_sep: '\n\n',
	role_empty_sep: '\n\n',
	stop_str: ['<|eot_id|>'],
};

/** Gemma knows no system message: what stands for one goes before the first turn. */
const GEMMA = {
	name: 'gemma3_instruction',
	system_template: '{system_message}',
	system_message: '',
	render_empty_system_message: false,
	add_role_after_system_message: true,
	roles: {
		user: '<start_of_turn>user',
		assistant: '<start_of_turn>model',
		tool: '<start_of_turn>tool',
	},
	seps: ['<end_of_turn>\n'],
	role_content_sep: '\n',
	role_empty_sep: '\n',
	stop_str: ['<end_of_turn>'],
};
