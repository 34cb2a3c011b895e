import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { onnxModelFolder } from '../scripts/onnx-model.mjs';

const PACK = 'public/packs/smollm2-135m-instruct';

/** Builds the bench's pages into .cache/bench/site and puts the same model files beside them for all. */
export async function buildSite(root: URL): Promise<string> {
	const path = (relative: string) => fileURLToPath(new URL(relative, root));
	const site = path('.cache/bench/site');
	await build({ configFile: path('bench/pages/vite.config.ts'), logLevel: 'warn' });
	const links = {
		packs: 'public/packs',
		libraries: 'public/libraries',
		'bench-models/web-llm/resolve/main': PACK,
		'bench-models/model.gguf': `${PACK}/model.gguf`,
		'bench-models/onnx-model': onnxModelFolder,
	};
	for (const [name, target] of Object.entries(links)) {
		const link = join(site, name);
		await mkdir(dirname(link), { recursive: true });
		await symlink(path(target), link, 'junction');
	}
	return site;
}
