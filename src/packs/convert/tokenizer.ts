import type { Metadata } from '../../formats/gguf/metadata.ts';
import { AppError } from '../../lib/errors.ts';

/** `llama_token_type` of tokens like `<|im_end|>`, which text never spells, and of those like `<think>`. */
const CONTROL_TOKEN = 3;
const USER_DEFINED_TOKEN = 4;

const byteLevel = {
	type: 'ByteLevel',
	add_prefix_space: false,
	trim_offsets: true,
	use_regex: true,
};

/**
 * How text is cut before byte-pair merging, by `tokenizer.ggml.pre`, in the words of Hugging Face
 * tokenizers. Source: the `tokenizer.json` that each family publishes.
 */
const PRE_TOKENIZERS: Readonly<Record<string, object>> = {
	smollm: {
		type: 'Sequence',
		pretokenizers: [{ type: 'Digits', individual_digits: true }, byteLevel],
	},
	qwen2: splitBefore('\\p{N}'),
	'llama-bpe': splitBefore('\\p{N}{1,3}'),
};

/** Tokenizers that bring text into Unicode's form C first. */
const COMPOSING = new Set(['qwen2']);

/** The cut of GPT-4, which families vary in how many digits stay together. */
function splitBefore(digits: string): object {
	const pattern = [
		"(?i:'s|'t|'re|'ve|'m|'ll|'d)",
		'[^\\r\\n\\p{L}\\p{N}]?\\p{L}+',
		digits,
		' ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*',
		'\\s*[\\r\\n]+',
		'\\s+(?!\\S)',
		'\\s+',
	].join('|');
	const split = { type: 'Split', pattern: { Regex: pattern }, behavior: 'Isolated', invert: false };
	return { type: 'Sequence', pretokenizers: [split, { ...byteLevel, use_regex: false }] };
}

/**
 * `tokenizer.json` (Hugging Face tokenizers 1.0) from the vocabulary and merges inside a GGUF file.
 * Throws `unsupported` for another tokenizer than byte-level BPE with a cut known here.
 */
export function tokenizerJson(metadata: Metadata): object {
	const model = metadata.string('tokenizer.ggml.model');
	const cut = metadata.stringOr('tokenizer.ggml.pre', 'default');
	const preTokenizer = Object.hasOwn(PRE_TOKENIZERS, cut) ? PRE_TOKENIZERS[cut] : undefined;
	if (model !== 'gpt2' || !preTokenizer) {
		throw new AppError('unsupported', `convert: tokenizer ${model} ${cut}`, {
			data: { tokenizer: `${model} ${cut}` },
		});
	}
	return {
		version: '1.0',
		truncation: null,
		padding: null,
		added_tokens: addedTokens(metadata),
		normalizer: COMPOSING.has(cut) ? { type: 'NFC' } : null,
		pre_tokenizer: preTokenizer,
		post_processor: null,
		decoder: { ...byteLevel, add_prefix_space: true },
		model: {
			type: 'BPE',
			dropout: null,
			unk_token: null,
			continuing_subword_prefix: null,
			end_of_word_suffix: null,
			fuse_unk: false,
			byte_fallback: false,
			vocab: vocabulary(metadata),
			merges: metadata.strings('tokenizer.ggml.merges'),
		},
	};
}

function vocabulary(metadata: Metadata): Record<string, number> {
	const tokens = metadata.strings('tokenizer.ggml.tokens');
	if (new Set(tokens).size !== tokens.length) {
		throw new AppError('corrupt', 'convert: a token is in the vocabulary twice');
	}
	return Object.fromEntries(tokens.map((token, id) => [token, id]));
}

function addedTokens(metadata: Metadata): object[] {
	const types = metadata.numbers('tokenizer.ggml.token_type');
	return metadata.strings('tokenizer.ggml.tokens').flatMap((content, id) =>
		types[id] === CONTROL_TOKEN || types[id] === USER_DEFINED_TOKEN
			? {
					id,
					content,
					single_word: false,
					lstrip: false,
					rstrip: false,
					normalized: false,
					special: types[id] === CONTROL_TOKEN,
				}
			: [],
	);
}
