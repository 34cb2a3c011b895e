import * as v from 'valibot';
import { parseJson } from '../parse-json.ts';

const MAX_BYTES = 1 << 20;

const Count = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1)));

/** The fields of `config.json` that say what the model is (Hugging Face's `PretrainedConfig`). */
const ModelConfig = v.looseObject({
	model_type: v.pipe(v.string(), v.maxLength(80)),
	architectures: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(120))), v.maxLength(8))),
	max_position_embeddings: Count,
	n_positions: Count,
});

const Template = v.pipe(v.string(), v.maxLength(400_000));

/** The fields of `tokenizer_config.json` that say how it is talked to. */
const TokenizerConfig = v.looseObject({
	chat_template: v.optional(
		v.nullable(
			v.union([
				Template,
				v.pipe(
					v.array(v.object({ name: v.string(), template: Template })),
					v.minLength(1),
					v.maxLength(20),
				),
			]),
		),
	),
});

export type ModelConfig = v.InferOutput<typeof ModelConfig>;

/** Reads a `config.json`. Throws `invalid-input`. */
export function parseModelConfig(file: Blob): Promise<ModelConfig> {
	return parseJson(file, 'config.json', ModelConfig, MAX_BYTES);
}

/** The chat template of a `tokenizer_config.json`, if it has one. Throws `invalid-input`. */
export async function chatTemplateOf(file: Blob): Promise<string | undefined> {
	const name = 'tokenizer_config.json';
	const { chat_template: template } = await parseJson(file, name, TokenizerConfig, 8 * MAX_BYTES);
	if (!template || typeof template === 'string') return template || undefined;
	return (template.find(({ name }) => name === 'default') ?? template[0])?.template;
}
