import { AppError } from '../../lib/errors.ts';
import { meets, type DeviceAbilities } from '../device-abilities.ts';
import { distinctFiles, fileSetFor, libraryOf, type PackManifest } from '../manifest.ts';
import type { PackSource } from './pack-source.ts';

/** A model that a shipped library runs, how its weights are packed, and where that library lies. */
export interface GpuModel {
	readonly model: string;
	readonly quantization: string;
	readonly library?: { readonly url: string; readonly sha256: string };
}

/** What the GPU can run here of packs that the app does not know. */
export interface GpuAdmission {
	/** The models and quantizations that a shipped library can run on this device's GPU. */
	readonly gpuModels: readonly GpuModel[];
	/** What a library that comes along may use; without it none is let in. */
	readonly gpu?: DeviceAbilities | undefined;
	/** Digests of the libraries that the app itself ships. */
	readonly shippedLibraries?: readonly string[];
}

/** What decides whether a pack from a file is taken in. */
export interface Admission extends GpuAdmission {
	/** Packs known by name here: the catalogue's, and those installed. */
	readonly known: readonly PackManifest[];
	/** Whether the person has said that the library with this digest may run. */
	readonly isTrusted: (digest: string) => Promise<boolean>;
}

const CODE = /\.(wasm|js|mjs|html?|svg)$/i;

/** First bytes of what a pack has no use for: compiled code, and archives in the archive. */
const CODE_BYTES = [0x00, 0x61, 0x73, 0x6d];
const ZIP_BYTES = [0x50, 0x4b, 0x03, 0x04];

/**
 * Throws `untrusted` for a pack that calls itself what it is not, or brings code: any at all but the one library that
 * its manifest names, and that too (`unknown-library`) unless it is shipped or the person trusts it. Throws
 * `invalid-input` for an archive within, and `unsupported` for a GPU pack that nothing can run here.
 */
export async function admit(source: PackSource, admission: Admission): Promise<void> {
	const { manifest, engine } = source;
	const set = fileSetFor(manifest, engine);
	for (const { path, sha256 } of set.files) {
		const start = new Uint8Array(await source.blob(sha256).slice(0, 4).arrayBuffer());
		const begins = (bytes: readonly number[]) => bytes.every((byte, i) => start[i] === byte);
		const isLibrary = path === set.library;
		if (isLibrary && !begins(CODE_BYTES)) {
			throw new AppError('invalid-input', `${path} is no library`, { data: { file: path } });
		}
		if (!isLibrary && (CODE.test(path) || begins(CODE_BYTES))) {
			throw new AppError('untrusted', `${path} is code`, { data: { file: path } });
		}
		if (begins(ZIP_BYTES)) {
			throw new AppError('invalid-input', `${path} is an archive`, { data: { file: path } });
		}
	}
	for (const namesake of admission.known.filter(({ id }) => id === manifest.id)) {
		if (digestsOf(namesake, engine) === digestsOf(manifest, engine)) continue;
		throw new AppError('untrusted', `${manifest.id} is not the one known here`, {
			data: { reason: 'different-pack', name: manifest.name },
		});
	}
	if (engine === 'web-llm') await admitToGpu(manifest, admission);
}

async function admitToGpu(manifest: PackManifest, admission: Admission): Promise<void> {
	const { gpuModels, gpu, shippedLibraries = [], isTrusted } = admission;
	const set = fileSetFor(manifest, 'web-llm');
	const own = libraryOf(set);
	const model = set.libraryModel ?? manifest.id;
	const canRun = own
		? gpu && meets(gpu, set.requires)
		: gpuModels.some((m) => m.model === model && m.quantization === manifest.quantization);
	if (!canRun) {
		throw new AppError('unsupported', `no library runs ${manifest.id} here`, {
			data: { reason: 'no-library' },
		});
	}
	if (!own || shippedLibraries.includes(own.sha256) || (await isTrusted(own.sha256))) return;
	throw new AppError('untrusted', `${own.path} is an unknown library`, {
		data: {
			reason: 'unknown-library',
			digest: own.sha256,
			name: manifest.name,
			source: manifest.source.name,
		},
	});
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
