import * as v from 'valibot';
import type { PackChoice } from '../carry/pack-file.ts';
import { Manifest, PackEngineName } from '../manifest.ts';

/** Below the app's folder: which packs were taken along with it. */
export const INDEX_PATH = 'packs/index.json';

const Index = v.strictObject({
	quern: v.literal(1),
	packs: v.pipe(
		v.array(v.strictObject({ engine: PackEngineName, manifest: Manifest })),
		v.maxLength(64),
	),
});

const MAX_TEXT = 4 * 1024 * 1024;

/** The packs as they lie beside the app: none of their files comes from elsewhere. */
export function encodeIndex(packs: readonly PackChoice[]): Uint8Array<ArrayBuffer> {
	const index: v.InferOutput<typeof Index> = {
		quern: 1,
		packs: packs.map(({ manifest, engine }) => ({ engine, manifest: atHome(manifest) })),
	};
	return new TextEncoder().encode(JSON.stringify(index));
}

/**
 * The packs that lie beside the app that runs. Empty on a host that has none, where nothing answers, and for
 * what is no such list. What is in it is only claimed: see `admit-offer.ts`.
 */
export async function readCarriedPacks(baseUrl: string): Promise<readonly PackChoice[]> {
	try {
		const response = await fetch(new URL(INDEX_PATH, baseUrl), { cache: 'no-cache' });
		const text = response.ok ? await response.text() : '';
		if (text.length > MAX_TEXT) return [];
		return v.parse(Index, JSON.parse(text)).packs;
	} catch {
		return [];
	}
}

function atHome(manifest: PackChoice['manifest']): PackChoice['manifest'] {
	const rest = { ...manifest };
	delete rest.hub;
	return {
		...rest,
		fileSets: manifest.fileSets.map((set) => ({
			...set,
			files: set.files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
		})),
	};
}
