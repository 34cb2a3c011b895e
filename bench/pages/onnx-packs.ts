import { probeDevice, type DeviceReport } from '../../src/engines/device.ts';
import { sha256Of } from '../../src/engines/sha256-of.ts';
import { starterPack } from '../../src/packs/catalogue/index.ts';
import type { InstalledPack } from '../../src/packs/installed-pack.ts';
import type { PackFile } from '../../src/packs/manifest.ts';
import { Database } from '../../src/storage/database.ts';
import { openShelves } from '../../src/storage/open-shelves.ts';

const FILES = ['config.json', 'generation_config.json', 'tokenizer_config.json', 'tokenizer.json'];

const PIECE = 4 * 1024 * 1024;

/** Stores the starter's ONNX graph of that name in Quern's own store, and returns it as an installed pack. */
export async function storeOnnxStarter(graph: string): Promise<InstalledPack> {
	const store = openShelves(new Database());
	const files: PackFile[] = [];
	for (const path of [...FILES, `onnx/${graph}.onnx`]) {
		const bytes = await (await fetch(`/bench-models/onnx-model/${path}`)).arrayBuffer();
		const sha256 = await sha256Of(bytes);
		files.push({ path, bytes: bytes.byteLength, sha256 });
		if (await store.has(sha256)) continue;
		// In pieces, as an installation writes: the browser keeps no Blob of this size outside a profile on disk.
		for (let start = 0; start < bytes.byteLength; start += PIECE) {
			await store.write(sha256, start, new Uint8Array(bytes.slice(start, start + PIECE)));
		}
		await store.seal(sha256, bytes.byteLength);
	}
	const set = { engine: 'transformers', files, memoryBytes: 1.5e9 } as const;
	return {
		manifest: { ...starterPack, fileSets: [set] },
		engine: 'transformers',
		installedAt: 0,
	};
}

/** The device as if it had no GPU, so that an engine computes on the processor without trying the other. */
export async function withoutGpu(): Promise<DeviceReport> {
	return { ...(await probeDevice()), gpu: { status: 'no-webgpu' } };
}
