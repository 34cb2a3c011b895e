import type { ShardStore } from '../../storage/shard-store.ts';
import { admit, type GpuAdmission } from '../carry/admit.ts';
import type { PackChoice } from '../carry/pack-file.ts';
import { catalogue } from '../catalogue/index.ts';
import { distinctFiles, fileSetFor, type PackManifest } from '../manifest.ts';

/** A pack that another device offers, and what this one can run. */
export interface ReceiveRequest extends PackChoice, GpuAdmission {}

/** What a library must begin with. Before it is here, its manifest's word stands for that. */
const AS_CODE = new Blob([Uint8Array.of(0x00, 0x61, 0x73, 0x6d)]);

/**
 * Throws as `admit` does, by what the manifest alone tells, before a byte is asked for. `installed` are the
 * packs of this device.
 */
export async function admitOffer(
	request: ReceiveRequest,
	installed: readonly PackManifest[],
): Promise<void> {
	const { files, library } = fileSetFor(request.manifest, request.engine);
	const begin = files.filter(({ path }) => path === library);
	await admitBlobs(request, installed, new Map(begin.map((file) => [file.sha256, AS_CODE])));
}

/** Throws as `admit` does, with a look at the files that are here now. Before it nothing is installed. */
export async function admitStored(
	request: ReceiveRequest,
	installed: readonly PackManifest[],
	shards: Pick<ShardStore, 'read'>,
): Promise<void> {
	const blobs = new Map<string, Blob>();
	for (const { sha256 } of distinctFiles(fileSetFor(request.manifest, request.engine))) {
		blobs.set(sha256, (await shards.read(sha256)) ?? new Blob());
	}
	await admitBlobs(request, installed, blobs);
}

function admitBlobs(
	{ manifest, engine, ...gpu }: ReceiveRequest,
	installed: readonly PackManifest[],
	blobs: ReadonlyMap<string, Blob>,
): Promise<void> {
	const source = {
		manifest,
		engine,
		blob: (sha256: string) => blobs.get(sha256) ?? new Blob(),
		chunks: async function* () {},
	};
	// An unknown library may come along: it does not run until the person has said so, on the models' page.
	const isTrusted = async () => true;
	return admit(source, { ...gpu, known: [...catalogue, ...installed], isTrusted });
}
