import type { Gguf } from '../../formats/gguf/gguf.ts';
import { parseManifest, type PackFile, type PackManifest } from '../manifest.ts';
import { contextWindowOf } from './chat-config.ts';
import type { ConversionTarget } from './conversion-target.ts';
import { convertedPackId } from './converted-pack-id.ts';

/** WebLLM itself and working buffers, measured with the starter. */
const OVERHEAD = 100 * 2 ** 20;

/** The manifest of the converted files: all that is known of `source`, and where it comes from. */
export function convertedManifest(
	source: PackManifest,
	sourceFile: PackFile,
	gguf: Gguf,
	target: ConversionTarget,
	files: readonly PackFile[],
): PackManifest {
	const { layers, key_heads, head_size } = target.shape;
	const contextWindow = contextWindowOf(gguf);
	// The KV cache holds a key and a value per token and layer, in single precision at most.
	const cacheBytes = 2 * 4 * layers * key_heads * head_size * contextWindow;
	const weights = files.reduce((sum, { bytes }) => sum + bytes, 0);
	return parseManifest({
		...withoutHub(source),
		id: convertedPackId(sourceFile.sha256, target),
		source: { name: source.source.name, revision: sourceFile.sha256 },
		quantization: target.layout,
		contextWindow,
		fileSets: [
			{
				engine: 'web-llm',
				files,
				libraryModel: target.model,
				memoryBytes: weights + cacheBytes + OVERHEAD,
			},
		],
	});
}

/** No hub has what is converted here. */
function withoutHub(source: PackManifest): PackManifest {
	const known = { ...source };
	delete known.hub;
	return known;
}
