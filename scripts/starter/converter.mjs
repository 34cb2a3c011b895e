import { join } from 'node:path';

/**
 * Loads what the app itself uses to read GGUF, convert it and check manifests. Node 20 cannot import
 * TypeScript, so Vite's module runner does.
 */
export async function loadConverter(root) {
	const { runnerImport } = await import('vite');
	const load = async (path) => {
		const options = { root, configFile: false, logLevel: 'error' };
		return (await runnerImport(join(root, path), options)).module;
	};
	const { openGguf } = await load('src/formats/gguf/gguf.ts');
	const { convertToWebLlm } = await load('src/packs/convert/convert.ts');
	const { parseManifest } = await load('src/packs/manifest.ts');
	return { openGguf, convertToWebLlm, parseManifest };
}
