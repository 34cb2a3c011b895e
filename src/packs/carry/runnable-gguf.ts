import type { Gguf } from '../../formats/gguf/gguf.ts';
import { AppError } from '../../lib/errors.ts';
import { plainLine } from '../../lib/plain-line.ts';

/**
 * Text models that answer, by their `general.architecture`, as llama.cpp in @wllama/wllama 3.8.1 knows them
 * (`LLM_ARCH_NAMES` in its src/llama-arch.cpp, less encoders, speech and diffusion models).
 */
const ARCHITECTURES = new Set(
	`apertus arcee arctic baichuan bailingmoe bailingmoe2 bitnet bloom chameleon chatglm codeshell cohere2
	command-r dbrx deci deepseek deepseek2 dots1 ernie4_5 ernie4_5-moe exaone exaone4 falcon falcon-h1 gemma
	gemma2 gemma3 gemma3n gemma4 glm4 glm4moe gpt-oss gpt2 gptneox granite granitehybrid granitemoe grok
	hunyuan-dense hunyuan-moe internlm2 jais jamba lfm2 lfm2moe llama llama4 maincoder mamba mamba2 minicpm
	minicpm3 minimax-m2 mistral3 mpt nemotron nemotron_h olmo olmo2 olmoe openelm orion phi2 phi3 phimoe
	plamo plamo2 qwen qwen2 qwen2moe qwen2vl qwen3 qwen35 qwen35moe qwen3moe qwen3next refact rwkv6 rwkv7
	seed_oss smallthinker smollm3 stablelm starcoder starcoder2 xverse`.split(/\s+/),
);

const MIB = 2 ** 20;
/** What 32-bit addresses reach, and all that wllama's builds ask for. */
const WASM_MEMORY = 4096 * MIB;
/** llama.cpp itself and its working buffers, measured with small models. */
const OVERHEAD = 100 * MIB;
/** Memory that a conversation may take beside the weights. */
const CACHE_BUDGET = 512 * MIB;
const MAX_CONTEXT = 8192;
const MIN_CONTEXT = 512;
const CONTEXT_STEP = 256;

/** How much of a conversation fits, in tokens, and the memory that all takes, in bytes. */
export interface MemoryPlan {
	readonly contextWindow: number;
	readonly memoryBytes: number;
}

/** Throws `unsupported`, with the reason, for a model that cannot be talked to on the processor. */
export function requireRunnable({ metadata }: Gguf): void {
	const architecture = metadata.string('general.architecture');
	const refuse = (reason: 'split-file' | 'unknown-architecture' | 'no-chat-template') => {
		const data = { reason, architecture: plainLine(architecture, 40) };
		return new AppError('unsupported', `gguf: ${reason}, ${architecture}`, { data });
	};
	if (metadata.countOr('split.count', 1) > 1) throw refuse('split-file');
	if (!ARCHITECTURES.has(architecture)) throw refuse('unknown-architecture');
	if (!metadata.stringOr('tokenizer.chat_template', '')) throw refuse('no-chat-template');
}

/**
 * Plans the memory of a model of `bytes` bytes. The KV cache holds a key and a value of 16-bit floats per token
 * and layer. Throws `unsupported` with `too-large` where a browser cannot hold it.
 */
export function planMemory({ metadata }: Gguf, bytes: number): MemoryPlan {
	const of = (name: string) => `${metadata.string('general.architecture')}.${name}`;
	const trained = metadata.count(of('context_length'));
	const layers = metadata.count(of('block_count'));
	const hidden = metadata.count(of('embedding_length'));
	// Some architectures give the numbers of heads layer by layer: then as many keys as the model is wide.
	const heads = countOrNone(() => metadata.count(of('attention.head_count')));
	const keyHeads = countOrNone(() => metadata.countOr(of('attention.head_count_kv'), heads ?? 0));
	const head = heads ? metadata.countOr(of('attention.key_length'), hidden / heads) : 0;
	const perToken = 2 * 2 * layers * (keyHeads && head ? keyHeads * head : hidden);

	const affordable = Math.floor(CACHE_BUDGET / Math.max(1, perToken) / CONTEXT_STEP) * CONTEXT_STEP;
	const wanted = Math.max(MIN_CONTEXT, Math.min(MAX_CONTEXT, affordable));
	const contextWindow = Math.min(trained, wanted);
	const memoryBytes = Math.ceil(bytes + contextWindow * perToken + OVERHEAD);
	if (memoryBytes > WASM_MEMORY || contextWindow < 1) {
		throw new AppError('unsupported', `gguf: needs ${memoryBytes} bytes`, {
			data: { reason: 'too-large', bytes: memoryBytes, limitBytes: WASM_MEMORY },
		});
	}
	return { contextWindow, memoryBytes };
}

function countOrNone(read: () => number): number | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
