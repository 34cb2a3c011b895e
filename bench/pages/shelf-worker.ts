import { serve } from '../../src/lib/rpc.ts';
import { starterPack } from '../../src/packs/catalogue/index.ts';
import { fileSetFor } from '../../src/packs/manifest.ts';
import { openReader, shelves } from './shard-readers.ts';
import type { ShelfWorker } from './shelf-contract.ts';

/** Bytes that the installer stores at a time. */
const CHUNK = 4 * 1024 * 1024;

const { files } = fileSetFor(starterPack, 'web-llm');

serve<ShelfWorker>(self as never, {
	async fill() {
		for (const { path, sha256, bytes } of files) {
			const response = await fetch(`/packs/${starterPack.id}/${path}`);
			const content = new Uint8Array(await response.arrayBuffer());
			for (const shelf of Object.values(shelves)) {
				for (let offset = 0; offset < bytes; offset += CHUNK) {
					await shelf.write(sha256, offset, content.slice(offset, offset + CHUNK));
				}
				await shelf.seal(sha256, bytes);
			}
		}
	},

	async readAll(place) {
		const read = await openReader[place]();
		const shards = files.filter(({ path }) => path.endsWith('.bin'));
		const begun = performance.now();
		for (const shard of shards) {
			const content = await read(shard);
			if (content.byteLength !== shard.bytes) throw new Error(`${shard.path} was cut short`);
		}
		return performance.now() - begun;
	},
});
