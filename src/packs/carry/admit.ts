import { AppError } from '../../lib/errors.ts';
import { distinctFiles, fileSetFor, type PackManifest } from '../manifest.ts';
import type { PackSource } from './pack-source.ts';

/** What decides whether a pack from a file is taken in. */
export interface Admission {
	/** Packs known by name here: the catalogue's, and those installed. */
	readonly known: readonly PackManifest[];
	/** The models and quantizations that a shipped library can run on this device's GPU. */
	readonly gpuModels: readonly { readonly model: string; readonly quantization: string }[];
}

const CODE = /\.(wasm|js|mjs|html?|svg)$/i;

/** First bytes of what a pack has no use for: compiled code, and archives in the archive. */
const CODE_BYTES = [0x00, 0x61, 0x73, 0x6d];
const ZIP_BYTES = [0x50, 0x4b, 0x03, 0x04];

/**
 * Throws `untrusted` for a pack that brings code or calls itself what it is not, `invalid-input` for an archive
 * within, and `unsupported` for a GPU pack that no library shipped with the app can run here.
 */
export async function admit(source: PackSource, { known, gpuModels }: Admission): Promise<void> {
	const { manifest, engine } = source;
	const set = fileSetFor(manifest, engine);
	for (const { path, sha256 } of set.files) {
		const start = new Uint8Array(await source.blob(sha256).slice(0, 4).arrayBuffer());
		const begins = (bytes: readonly number[]) => bytes.every((byte, i) => start[i] === byte);
		if (CODE.test(path) || begins(CODE_BYTES)) {
			throw new AppError('untrusted', `${path} is code`, { data: { file: path } });
		}
		if (begins(ZIP_BYTES)) {
			throw new AppError('invalid-input', `${path} is an archive`, { data: { file: path } });
		}
	}
	for (const namesake of known.filter(({ id }) => id === manifest.id)) {
		if (digestsOf(namesake, engine) === digestsOf(manifest, engine)) continue;
		throw new AppError('untrusted', `${manifest.id} is not the one known here`, {
			data: { reason: 'different-pack', name: manifest.name },
		});
	}
	const canRun = ({ model, quantization }: (typeof gpuModels)[number]) =>
		model === manifest.id && quantization === manifest.quantization;
	if (engine === 'web-llm' && !gpuModels.some(canRun)) {
		throw new AppError('unsupported', `no library runs ${manifest.id} here`, {
			data: { reason: 'no-library' },
		});
	}
}

/** What the engine reads, file by file; empty where the pack has nothing for it. */
function digestsOf(manifest: PackManifest, engine: PackSource['engine']): string {
	const set = manifest.fileSets.find((candidate) => candidate.engine === engine);
	if (!set) return '';
	return distinctFiles(set)
		.map(({ path, sha256 }) => `${path} ${sha256}`)
		.sort()
		.join('\n');
}
