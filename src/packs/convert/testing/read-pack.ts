import type { Gguf } from '../../../formats/gguf/gguf.ts';
import { convertToWebLlm, type ConvertedFile } from '../convert.ts';
import type { LayoutId } from '../layout-id.ts';
import type { PlacedTensor } from './largest-error.ts';

interface TensorCache {
	metadata: { ParamSize: number; ParamBytes: number };
	records: {
		dataPath: string;
		nbytes: number;
		records: { name: string; shape: number[]; dtype: string; byteOffset: number; nbytes: number }[];
	}[];
}

/** All files of a conversion at once. */
export async function convertAll(
	gguf: Gguf,
	signal?: AbortSignal,
	layout?: LayoutId,
): Promise<ConvertedFile[]> {
	const files: ConvertedFile[] = [];
	const o = { signal, ...(layout && { layout }) };
	for await (const file of convertToWebLlm(gguf, o)) files.push(file);
	return files;
}

/** Every tensor of converted files by name, found as WebLLM finds it: through `tensor-cache.json`. */
export function readPack(files: readonly ConvertedFile[]): Map<string, PlacedTensor> {
	const shards = new Map(files.map(({ path, bytes }) => [path, bytes]));
	const cache = readJson<TensorCache>(files, 'tensor-cache.json');
	return new Map(
		cache.records.flatMap(({ dataPath, records }) =>
			records.map(({ name, ...place }) => [name, { ...place, shard: shards.get(dataPath)! }]),
		),
	);
}

/** The JSON file at `path`. The caller names its type. */
export function readJson<T>(files: readonly ConvertedFile[], path: string): T {
	const file = files.find((candidate) => candidate.path === path)!;
	return JSON.parse(new TextDecoder().decode(file.bytes)) as T;
}
