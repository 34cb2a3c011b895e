import type { MlcChatConfig } from '../../formats/mlc/chat-config.ts';
import {
	libraryMetadata,
	reads,
	type LibraryMetadata,
} from '../../formats/mlc/library-metadata.ts';
import type { ShardRecord } from '../../formats/mlc/tensor-cache.ts';
import { AppError } from '../../lib/errors.ts';
import { plainLine } from '../../lib/plain-line.ts';
import { createSha256 } from '../../lib/sha256.ts';
import type { FileSet } from '../manifest.ts';
import type { GpuAdmission } from './admit.ts';
import type { Folder } from './folder.ts';

/** Libraries are 4 to 10 MB. */
const MAX_LIBRARY_BYTES = 64 << 20;

/** What runs a model in a folder: a library beside it, or the shipped one for a model of the same shape. */
export interface MlcLibrary {
	readonly own?: File;
	readonly model?: string;
	readonly requires?: FileSet['requires'];
	/** Tokens; what its KV cache was made for. */
	readonly contextWindow: number;
}

interface Question {
	readonly folder: Folder;
	readonly config: MlcChatConfig;
	readonly shards: readonly ShardRecord[];
	readonly gpu: GpuAdmission;
}

/**
 * Finds the library that reads exactly the tensors which the shards hold. Throws `unsupported`: `no-library` where the
 * device's GPU runs none at all, `library-mismatch` where those in the folder are for other models, and
 * `no-matching-library` where there is none.
 */
export async function chooseMlcLibrary(question: Question): Promise<MlcLibrary> {
	const { folder, config, shards, gpu } = question;
	const data = { kind: plainLine(config.model_type, 40), quantization: config.quantization };
	if (!gpu.gpu) {
		throw new AppError('unsupported', 'no library runs here', { data: { reason: 'no-library' } });
	}
	const tensors = shards.flatMap(({ records }) => records);
	const beside = folder.files.filter(({ path }) => path.endsWith('.wasm'));
	for (const { file } of beside) {
		if (file.size > MAX_LIBRARY_BYTES) continue;
		const metadata = libraryMetadata(await file.arrayBuffer());
		if (metadata && reads(metadata, tensors)) return ofFolder(file, metadata);
	}
	for (const { model, quantization, library } of gpu.gpuModels) {
		if (quantization !== config.quantization || !library) continue;
		const metadata = await readShipped(library);
		if (metadata && reads(metadata, tensors)) return { model, contextWindow: windowOf(metadata) };
	}
	const reason = beside.length > 0 ? 'library-mismatch' : 'no-matching-library';
	throw new AppError('unsupported', `${reason}: ${config.model_type}`, {
		data: { reason, ...data },
	});
}

function ofFolder(file: File, metadata: LibraryMetadata): MlcLibrary {
	const requires = { features: [...metadata.features] };
	return { own: file, requires, contextWindow: windowOf(metadata) };
}

function windowOf({ context_window_size }: LibraryMetadata): number {
	return context_window_size > 0 ? context_window_size : Infinity;
}

/** A library of the app's own, which tells what it reads. Undefined where it cannot be had now. */
async function readShipped(library: { url: string; sha256: string }) {
	const response = await fetch(library.url).catch(() => undefined);
	if (!response?.ok) return undefined;
	const bytes = await response.arrayBuffer();
	const hash = await createSha256();
	hash.update(new Uint8Array(bytes));
	if (hash.digest() !== library.sha256) return undefined;
	return libraryMetadata(bytes);
}
