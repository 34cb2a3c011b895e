import { starterPack } from '../../packs/catalogue/index.ts';
import { fileSetFor, type PackEngine, type PackManifest } from '../../packs/manifest.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import { installOnnxStarter } from './onnx-starter.ts';

/** Stores the starter pack's files for `engine`, and returns its manifest; for transformers.js with a third file set. */
export async function installStarter(store: ShardStore, engine: PackEngine): Promise<PackManifest> {
	if (engine === 'transformers') {
		const set = await installOnnxStarter(store);
		return { ...starterPack, fileSets: [...starterPack.fileSets, set] };
	}
	for (const { path, sha256, bytes } of fileSetFor(starterPack, engine).files) {
		if (await store.has(sha256)) continue;
		const response = await fetch(`/packs/${starterPack.id}/${path}`);
		await store.write(sha256, 0, new Uint8Array(await response.arrayBuffer()));
		await store.seal(sha256, bytes);
	}
	return starterPack;
}
