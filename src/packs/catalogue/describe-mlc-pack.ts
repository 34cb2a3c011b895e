import * as v from 'valibot';
import { AppError } from '../../lib/errors.ts';
import type { ResolvedHubPack } from '../hub/resolve-hub-pack.ts';
import { fileSetFor, NOT_STATED, parseManifest, type PackManifest } from '../manifest.ts';

/** WebLLM's own models have this much; more would take memory that nobody has counted. */
const MOST_CONTEXT = 4096;
/** KV cache and working buffers beside the weights, by WebLLM's list. */
const BESIDE_WEIGHTS = 1.25;
const BASE_MEMORY = 300e6;
/** Of weights in 4 bits with their scales. */
const BITS_PER_WEIGHT = 4.5;

/** As far as Quern looks into mlc-chat-config.json. */
const ChatConfig = v.object({
	quantization: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_]{1,40}$/))),
	context_window_size: v.optional(v.number()),
});

/**
 * Fills in what a repository in MLC's format says of itself in its mlc-chat-config.json, and what its size tells. Throws
 * `invalid-input` where that file cannot be read.
 */
export async function describeMlcPack({
	manifest,
	known,
}: Pick<ResolvedHubPack, 'manifest' | 'known'>): Promise<PackManifest> {
	const { files } = fileSetFor(manifest, 'web-llm');
	const config = await readConfig(files, known);
	const { quantization = NOT_STATED, context_window_size: stated = 0 } = config;
	const contextWindow = stated > 0 ? Math.min(Math.floor(stated), MOST_CONTEXT) : MOST_CONTEXT;
	const weights = files
		.filter(({ path }) => path.endsWith('.bin'))
		.reduce((sum, { bytes }) => sum + bytes, 0);
	const isHalf = quantization.includes('f16');
	return parseManifest({
		...manifest,
		parameters: Math.round((weights * 8) / BITS_PER_WEIGHT),
		quantization,
		contextWindow,
		fileSets: manifest.fileSets.map((set) => ({
			...set,
			memoryBytes: Math.round(weights * BESIDE_WEIGHTS + BASE_MEMORY),
			...(isHalf && { requires: { features: ['shader-f16'] } }),
		})),
	});
}

async function readConfig(
	files: readonly { readonly path: string; readonly sha256: string }[],
	known: ReadonlyMap<string, Blob>,
): Promise<v.InferOutput<typeof ChatConfig>> {
	const file = 'mlc-chat-config.json';
	const blob = known.get(files.find(({ path }) => path === file)?.sha256 ?? '');
	try {
		return v.parse(ChatConfig, JSON.parse((await blob?.text()) ?? ''));
	} catch (cause) {
		throw new AppError('invalid-input', `${file} cannot be read`, { cause, data: { file } });
	}
}
