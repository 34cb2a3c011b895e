import { expect, test } from 'vitest';
import { TransformersEngine } from '../../engines/transformers/engine.ts';
import { embeddingPack } from '../../packs/catalogue/index.ts';
import { fileSetFor } from '../../packs/manifest.ts';
import { PackLibrary } from '../../packs/pack-library.svelte.ts';
import { installerParts } from '../../packs/testing/installer-parts.ts';

test('a folder of one’s own in the layout of transformers.js is imported and makes vectors', async () => {
	const parts = installerParts();
	const { installer, carrier, mover, handReceiver } = parts;
	const startInstaller = () => ({ installer, carrier, mover, handReceiver, stop: () => {} });
	const library = new PackLibrary({ ...parts, startInstaller, baseUrl: location.origin });
	await library.open();
	const { files } = fileSetFor(embeddingPack, 'transformers');
	const folder = {
		name: 'MiniLM',
		files: await Promise.all(
			files.map(async ({ path }) => {
				const response = await fetch(`/packs/${embeddingPack.id}/${path}`);
				return { path: `MiniLM/${path}`, file: new File([await response.blob()], path) };
			}),
		),
	};
	const steps = library.importFile({ gpuModels: [], folder });
	while (!(await steps.next()).done);
	const [pack] = library.installed;
	const digests = (list: typeof files) => list.map(({ sha256 }) => sha256).sort();
	expect(digests(pack!.manifest.fileSets[0]!.files)).toEqual(digests(files));
	expect(pack!.manifest.tasks).toEqual(['embed']);

	const probe = async () => ({
		gpu: { status: 'no-webgpu' as const },
		crossOriginIsolated: false,
		threads: 1,
		memoryBytes: undefined,
	});
	const engine = new TransformersEngine({ probe, database: parts.database.name });
	const loading = engine.load(pack!)[Symbol.asyncIterator]();
	while (!(await loading.next()).done);
	const [first, same, other] = await engine.embed(['A cat sleeps.', 'A cat sleeps.', 'Tax law']);
	const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
	expect(dot(first!, same!)).toBeCloseTo(1, 4);
	expect(dot(first!, other!)).toBeLessThan(0.6);
	await engine.unload();
});
