import {
	chatTemplateOf,
	parseModelConfig,
	type ModelConfig,
} from '../../formats/onnx/model-folder.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { plainLine } from '../../lib/plain-line.ts';
import { NOT_STATED, parseManifest } from '../manifest.ts';
import { chunksOf } from './blob-chunks.ts';
import { FolderParts, partWith, type Folder } from './folder.ts';
import { digestOfAll, hashAll } from './hash-files.ts';
import type { OpeningProgress } from './open-folder.ts';
import type { PackSource } from './pack-source.ts';

const CONFIG = 'config.json';
/** Beside the graph: what the engine reads, where the folder has it. */
const EXTRAS = [
	'generation_config.json',
	'chat_template.jinja',
	'special_tokens_map.json',
	'1_Pooling/config.json',
];

/**
 * Endings of graphs' names by what the processor does best with. Graphs in half floats come last: not every one runs
 * there.
 */
const ENDINGS = ['_quantized', '_int8', '_uint8', '', '_q4', '_bnb4', '_fp16', '_q4f16'];

const MAX_CHAT_CONTEXT = 4096;
const MAX_TEXT = 512;
/** What ONNX Runtime takes beside twice the weights, in bytes: a rule of thumb from the packs that were measured. */
const OVERHEAD = 256 * 2 ** 20;
const ID_DIGITS = 16;

/** Whether the folder has an ONNX graph and a description of its model. */
export function isOnnxFolder(folder: Folder): boolean {
	return (
		partWith(folder, CONFIG) !== undefined &&
		folder.files.some(({ path }) => path.endsWith('.onnx'))
	);
}

/**
 * Takes a folder in the layout of transformers.js for a pack: a model that chats, or one that makes vectors of texts,
 * in one graph. All files are hashed: yields the bytes done. Throws `invalid-input` for what is malformed,
 * `unsupported` where something is missing or it is neither of the two.
 */
export async function* openOnnxFolder(
	folder: Folder,
	o: CallOptions,
): AsyncGenerator<OpeningProgress, PackSource> {
	const parts = partWith(folder, CONFIG) ?? new FolderParts(new Map());
	const config = await parseModelConfig(parts.need(CONFIG));
	const task = await taskOf(config, parts);
	const graph = graphOf(parts.paths);
	if (!graph) parts.need('onnx/model.onnx');
	const { path: graphPath, ending } = graph!;
	const paths = [
		CONFIG,
		'tokenizer_config.json',
		'tokenizer.json',
		...EXTRAS.filter((path) => parts.find(path)),
		graphPath,
		...parts.paths.filter((path) => path.startsWith(`${graphPath}_data`)).sort(),
	];
	const blobs = new Map<string, Blob>(paths.map((path) => [path, parts.need(path)]));
	const files = yield* hashAll(blobs, o);
	const digest = await digestOfAll(files);
	const name = plainLine(folder.name, 80) || 'ONNX';
	const weights = files
		.filter(({ path }) => path.startsWith(graphPath))
		.reduce((sum, { bytes }) => sum + bytes, 0);
	const byDigest = new Map(files.map(({ path, sha256 }) => [sha256, blobs.get(path) as Blob]));
	const blob = (sha256: string) => byDigest.get(sha256) as Blob;
	const positions = config.max_position_embeddings ?? config.n_positions ?? MAX_TEXT;
	return {
		manifest: parseManifest({
			schema: 1,
			id: `onnx-${digest.slice(0, ID_DIGITS)}`,
			name,
			tasks: [task],
			languages: [],
			license: { spdx: NOT_STATED, holder: NOT_STATED },
			source: { name, revision: digest },
			// The graph would have to be read whole to count them.
			parameters: 0,
			quantization: ending.slice(1) || 'onnx',
			contextWindow: Math.min(positions, task === 'chat' ? MAX_CHAT_CONTEXT : MAX_TEXT),
			fileSets: [{ engine: 'transformers', files, memoryBytes: 2 * weights + OVERHEAD }],
		}),
		engine: 'transformers',
		chunks: (sha256, options) => chunksOf(blob(sha256), options),
		blob,
	};
}

/** A decoder with a chat template chats; an encoder makes vectors. */
async function taskOf(
	{ architectures = [], model_type }: ModelConfig,
	parts: FolderParts,
): Promise<'chat' | 'embed'> {
	const [architecture = model_type] = architectures;
	if (architecture.endsWith('ForCausalLM')) {
		const template = await chatTemplateOf(parts.need('tokenizer_config.json'));
		if (template ?? parts.find('chat_template.jinja')) return 'chat';
		throw new AppError('unsupported', 'no chat template', { data: { reason: 'no-chat-template' } });
	}
	const isEncoder = /(Model|ForMaskedLM|ForSequenceEmbedding)$/.test(architecture);
	if (isEncoder || parts.find('1_Pooling/config.json')) return 'embed';
	throw new AppError('unsupported', `${architecture} neither chats nor embeds`, {
		data: { reason: 'unknown-architecture', architecture: plainLine(architecture, 80) },
	});
}

/** The graph to take, and the ending of its name that tells its number format. Parts of a model are none. */
function graphOf(paths: readonly string[]): { path: string; ending: string } | undefined {
	for (const ending of ENDINGS) {
		for (const path of [`onnx/model${ending}.onnx`, `model${ending}.onnx`]) {
			if (paths.includes(path)) return { path, ending };
		}
	}
	return undefined;
}
