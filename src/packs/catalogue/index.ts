import { parseManifest, type PackManifest } from '../manifest.ts';
import type { HubModel } from './hub-model.ts';
import minilm from './all-minilm-l6-v2.json';
import smollm2 from './smollm2-135m-instruct.json';

/**
 * The packs that this build of the app knows, each pinned file by file. Nothing here is fetched at
 * run time; a new pack is one more JSON file and its line.
 */
export const catalogue: readonly PackManifest[] = [smollm2, minilm].map(parseManifest);

/** The pack offered on the first run. */
export const starterPack: PackManifest = catalogue[0]!;

/** The pack that finds texts by their meaning: English only, for nothing better is small enough to ship. */
export const embeddingPack: PackManifest = catalogue[1]!;

/** The models that the catalogue knows on a model hub, by size. Part of the app, but not of its start. */
export async function hubModels(): Promise<readonly HubModel[]> {
	const { default: catalogue } = await import('./hub-models.json');
	return catalogue.models as readonly HubModel[];
}
