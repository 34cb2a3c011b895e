import * as v from 'valibot';
import { parseJson } from '../parse-json.ts';

const MAX_BYTES = 1 << 20;

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Text = v.pipe(v.string(), v.maxLength(20_000));
const Roles = { user: v.optional(Text), assistant: v.optional(Text), tool: v.optional(Text) };
const Ids = v.pipe(v.array(Count), v.maxLength(1000));
const Texts = v.pipe(v.array(Text), v.maxLength(100));

const ConversationTemplate = v.object({
	name: v.optional(v.nullable(Text)),
	system_template: Text,
	system_message: Text,
	add_role_after_system_message: v.optional(v.nullable(v.boolean())),
	render_empty_system_message: v.optional(v.boolean()),
	roles: v.object({ ...Roles, user: Text, assistant: Text }),
	role_templates: v.optional(v.object(Roles)),
	seps: v.pipe(Texts, v.minLength(1)),
	role_content_sep: v.optional(Text),
	role_empty_sep: v.optional(Text),
	stop_str: Texts,
	stop_token_ids: Ids,
	system_prefix_token_ids: v.optional(v.nullable(Ids)),
});

const NumberOrNone = v.optional(v.nullable(v.number()));

const ChatConfig = v.object({
	model_type: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/i)),
	quantization: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/i)),
	vocab_size: Count,
	context_window_size: v.pipe(v.number(), v.safeInteger()),
	sliding_window_size: v.optional(v.pipe(v.number(), v.safeInteger())),
	attention_sink_size: v.optional(v.pipe(v.number(), v.safeInteger())),
	temperature: NumberOrNone,
	top_p: NumberOrNone,
	presence_penalty: NumberOrNone,
	frequency_penalty: NumberOrNone,
	repetition_penalty: NumberOrNone,
	tokenizer_info: v.optional(
		v.object({
			token_postproc_method: v.optional(Text),
			prepend_space_in_encode: v.optional(v.boolean()),
			strip_space_in_decode: v.optional(v.boolean()),
		}),
	),
	token_table_postproc_method: v.optional(Text),
	conv_template: ConversationTemplate,
	bos_token_id: v.optional(v.nullable(Count)),
	eos_token_id: v.optional(v.nullable(v.union([Count, Ids]))),
	model_config: v.optional(v.record(v.string(), v.unknown()), {}),
});

export type MlcChatConfig = v.InferOutput<typeof ChatConfig>;

/** Reads `mlc-chat-config.json`: the fields that WebLLM reads, and no others. Throws `invalid-input`. */
export function parseChatConfig(file: Blob, name: string): Promise<MlcChatConfig> {
	return parseJson(file, name, ChatConfig, MAX_BYTES);
}

/** A positive whole number of the model's own configuration, if it has one of that name. */
export function modelNumber({ model_config }: MlcChatConfig, name: string): number | undefined {
	const value = Object.hasOwn(model_config, name) ? model_config[name] : undefined;
	return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
