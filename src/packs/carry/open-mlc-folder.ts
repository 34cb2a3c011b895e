import { modelNumber, parseChatConfig, type MlcChatConfig } from '../../formats/mlc/chat-config.ts';
import { parseTensorCache, type ShardRecord } from '../../formats/mlc/tensor-cache.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { plainLine } from '../../lib/plain-line.ts';
import { NOT_STATED, parseManifest, type FileSet } from '../manifest.ts';
import type { GpuAdmission } from './admit.ts';
import { chunksOf } from './blob-chunks.ts';
import { digestOfAll, hashAll } from './hash-files.ts';
import { FolderParts, partWith, type Folder } from './folder.ts';
import { chooseMlcLibrary, type MlcLibrary } from './mlc-library.ts';
import type { OpeningProgress } from './open-folder.ts';
import type { PackSource } from './pack-source.ts';

export const MLC_CONFIG = 'mlc-chat-config.json';

/** WebLLM makes room for a whole conversation at once: no more than this many tokens. */
const MAX_CONTEXT = 4096;
/** What WebLLM and its buffers take beside weights and KV cache, in bytes. */
const OVERHEAD = 256 * 2 ** 20;
const ID_DIGITS = 16;

/**
 * Takes a folder in MLC's layout for a pack that runs on the GPU. Its descriptions are checked and written anew, the
 * library is found, then all files are hashed: yields the bytes done. Throws `invalid-input` for what is
 * malformed, `unsupported` where something is missing or nothing runs it here.
 */
export async function* openMlcFolder(
	folder: Folder,
	gpu: GpuAdmission,
	o: CallOptions,
): AsyncGenerator<OpeningProgress, PackSource> {
	const parts = partWith(folder, MLC_CONFIG) ?? new FolderParts(new Map());
	const config = await parseChatConfig(parts.need(MLC_CONFIG), MLC_CONFIG);
	const cacheName = ['tensor-cache.json', 'ndarray-cache.json'].find((path) => parts.find(path));
	const cache = parts.need(cacheName ?? 'tensor-cache.json');
	const shards = await parseTensorCache(cache, cache.name);
	requireShards(shards, parts);
	const tokenizer = parts.find('tokenizer.json') ? 'tokenizer.json' : 'tokenizer.model';
	if (!parts.find(tokenizer)) parts.need('tokenizer.json');
	const library = await chooseMlcLibrary({ folder, config, shards, gpu });

	const contextWindow = Math.min(MAX_CONTEXT, windowOf(config), library.contextWindow);
	const blobs = new Map<string, Blob>([
		[MLC_CONFIG, asJson(webLlmConfig(config, contextWindow, tokenizer))],
		// Under the name that WebLLM 0.2.86 asks for.
		['tensor-cache.json', asJson({ metadata: {}, records: shards })],
		[tokenizer, parts.need(tokenizer)],
		...shards.map(({ dataPath }) => [dataPath, parts.need(dataPath)] as const),
		...(library.own ? [[LIBRARY_PATH, library.own] as const] : []),
	]);
	const files = yield* hashAll(blobs, o);
	const digest = await digestOfAll(files);
	const name = plainLine(folder.name, 80) || 'MLC';
	const weights = shards.reduce((sum, { nbytes }) => sum + nbytes, 0);
	const set: FileSet = {
		engine: 'web-llm',
		files,
		...libraryFields(library),
		memoryBytes: weights + cacheBytes(config, contextWindow) + OVERHEAD,
	};
	const byDigest = new Map(files.map(({ path, sha256 }) => [sha256, blobs.get(path) as Blob]));
	const blob = (sha256: string) => byDigest.get(sha256) as Blob;
	return {
		manifest: parseManifest({
			schema: 1,
			id: `mlc-${digest.slice(0, ID_DIGITS)}`,
			name,
			tasks: ['chat'],
			languages: [],
			license: { spdx: NOT_STATED, holder: NOT_STATED },
			source: { name, revision: digest },
			parameters: parametersOf(shards, config.quantization),
			quantization: config.quantization,
			contextWindow,
			fileSets: [set],
		}),
		engine: 'web-llm',
		chunks: (sha256, options) => chunksOf(blob(sha256), options),
		blob,
	};
}

const LIBRARY_PATH = 'library.wasm';

function libraryFields({ own, model, requires }: MlcLibrary): Partial<FileSet> {
	return own ? { library: LIBRARY_PATH, requires } : { libraryModel: model };
}

function requireShards(shards: readonly ShardRecord[], parts: FolderParts): void {
	for (const { dataPath, nbytes } of shards) {
		if (parts.need(dataPath).size === nbytes) continue;
		throw new AppError('invalid-input', `${dataPath} has another length`, {
			data: { reason: 'malformed', part: dataPath },
		});
	}
}

/** Models with a sliding window state it in place of a context window: Quern has room for all or leaves turns out. */
function windowOf({ context_window_size }: MlcChatConfig): number {
	return context_window_size > 0 ? context_window_size : MAX_CONTEXT;
}

function webLlmConfig(config: MlcChatConfig, contextWindow: number, tokenizer: string): object {
	return {
		...config,
		model_config: {},
		context_window_size: contextWindow,
		sliding_window_size: -1,
		attention_sink_size: -1,
		tokenizer_files: [tokenizer],
	};
}

function asJson(value: object): Blob {
	return new Blob([JSON.stringify(value)]);
}

/** A key and a value of 16-bit floats per token and layer, where the configuration says how many. */
function cacheBytes(config: MlcChatConfig, tokens: number): number {
	const layers = modelNumber(config, 'num_hidden_layers') ?? 0;
	const heads = modelNumber(config, 'num_attention_heads') ?? 1;
	const width = modelNumber(config, 'hidden_size') ?? 0;
	const keyHeads = modelNumber(config, 'num_key_value_heads') ?? heads;
	const head = modelNumber(config, 'head_dim') ?? width / heads;
	return Math.ceil(2 * 2 * layers * keyHeads * head * tokens);
}

/** Quantized weights lie in whole words; their scales are no weights of their own. */
function parametersOf(shards: readonly ShardRecord[], quantization: string): number {
	const bits = Number(/^q(\d)/.exec(quantization)?.[1] ?? 0);
	let sum = 0;
	for (const { name, shape } of shards.flatMap(({ records }) => records)) {
		if (/q_scale|q_zero/.test(name)) continue;
		const elements = shape.reduce((product, dimension) => product * dimension, 1);
		sum += name.endsWith('q_weight') && bits > 0 ? elements * Math.floor(32 / bits) : elements;
	}
	return sum;
}
