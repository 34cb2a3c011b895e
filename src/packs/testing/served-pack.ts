import { faultServer } from '../../../e2e/fixtures/fault-client.ts';
import type { PackEngine, PackFile, PackManifest } from '../manifest.ts';

let count = 0;

/** Files of a set, by name: length in bytes, and a seed. Equal length and seed mean equal bytes. */
type Contents = Record<string, readonly [bytes: number, seed: number]>;

/** A pack whose files the fault server serves. */
export async function servePack(
	sets: Partial<Record<PackEngine, Contents>>,
	id = `pack-${crypto.randomUUID().slice(0, 8)}-${count++}`,
): Promise<PackManifest> {
	const fileSets: PackManifest['fileSets'] = [];
	for (const [engine, contents] of Object.entries(sets)) {
		const files: PackFile[] = [];
		for (const [path, [bytes, seed]] of Object.entries(contents)) {
			files.push({ path, ...(await faultServer.serve(pathOf(id, path), bytes, seed)) });
		}
		fileSets.push({ engine: engine as PackEngine, files, memoryBytes: 1 });
	}
	return {
		schema: 1,
		id,
		name: 'Test pack',
		tasks: ['chat'],
		languages: ['en'],
		license: { spdx: 'Apache-2.0', holder: 'nobody' },
		source: { name: 'fault server', revision: '1' },
		parameters: 1,
		quantization: 'none',
		contextWindow: 1,
		fileSets,
	};
}

/** Where the fault server has a pack's file. */
export function pathOf(packId: string, path: string): string {
	return `/packs/${packId}/${path}`;
}

/** Requests that the fault server had for a pack's file so far. */
export async function requestsFor(packId: string, path: string): Promise<number> {
	return (await faultServer.ranges(pathOf(packId, path))).length;
}
