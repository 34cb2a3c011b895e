import { TransformersEngine } from '../../../src/engines/transformers/engine.ts';
import { embeddingPack } from '../../../src/packs/catalogue/index.ts';
import { fileSetFor } from '../../../src/packs/manifest.ts';
import { Database } from '../../../src/storage/database.ts';
import { openShelves } from '../../../src/storage/open-shelves.ts';
import type { EmbeddingSubject } from '../embedding-subject.ts';
import { withoutGpu } from '../onnx-packs.ts';
import { drain } from '../quern-turn.ts';

/** Quern's embedding pack on Quern's engine, on the processor. */
export function createSubject(): EmbeddingSubject {
	const engine = new TransformersEngine({ probe: withoutGpu });
	return {
		async load() {
			const store = openShelves(new Database());
			for (const { path, sha256, bytes } of fileSetFor(embeddingPack, 'transformers').files) {
				const file = await (await fetch(`/packs/${embeddingPack.id}/${path}`)).arrayBuffer();
				await store.write(sha256, 0, new Uint8Array(file));
				await store.seal(sha256, bytes);
			}
			const pack = { manifest: embeddingPack, engine: 'transformers', installedAt: 0 } as const;
			await drain(engine.load(pack));
		},
		async embed(texts) {
			const start = performance.now();
			const [first] = await engine.embed(texts);
			return { milliseconds: performance.now() - start, first: [...first!] };
		},
	};
}
