import type { CallOptions } from '../../lib/call-options.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import { admit, type GpuAdmission } from '../carry/admit.ts';
import { chatTemplateIn } from '../carry/chat-template-in.ts';
import type { PackChoice } from '../carry/pack-file.ts';
import type { PackSource } from '../carry/pack-source.ts';
import { catalogue } from '../catalogue/index.ts';
import { distinctFiles, fileSetFor, type PackManifest } from '../manifest.ts';
import { tryTemplate } from '../template/try-template.ts';

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
	const blobs = new Map(begin.map((file) => [file.sha256, AS_CODE]));
	await admitSource(sourceOver(request, blobs), request, installed);
}

/**
 * Throws as `admit` does, with a look at the files that are here now, and as `tryTemplate` does for the chat template
 * among them. Before it nothing is installed.
 */
export async function admitStored(
	request: ReceiveRequest,
	installed: readonly PackManifest[],
	shards: Pick<ShardStore, 'read'>,
	o: CallOptions = {},
): Promise<void> {
	const blobs = new Map<string, Blob>();
	for (const { sha256 } of distinctFiles(fileSetFor(request.manifest, request.engine))) {
		blobs.set(sha256, (await shards.read(sha256)) ?? new Blob());
	}
	const source = sourceOver(request, blobs);
	await admitSource(source, request, installed);
	const template = await chatTemplateIn(source);
	if (template) await tryTemplate(template, o);
}

function sourceOver(
	{ manifest, engine }: PackChoice,
	blobs: ReadonlyMap<string, Blob>,
): PackSource {
	return {
		manifest,
		engine,
		blob: (sha256) => blobs.get(sha256) ?? new Blob(),
		chunks: async function* () {},
	};
}

function admitSource(
	source: PackSource,
	gpu: GpuAdmission,
	installed: readonly PackManifest[],
): Promise<void> {
	// An unknown library may come along: it does not run until the person has said so, on the models' page.
	const isTrusted = async () => true;
	return admit(source, { ...gpu, known: [...catalogue, ...installed], isTrusted });
}
