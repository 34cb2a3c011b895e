import { AppError } from '../../lib/errors.ts';
import { hasMemory64, hasSimd } from '../wasm-features.ts';

/**
 * wllama's two builds of llama.cpp. `default` has 64-bit memory; `compat`, for browsers without that
 * (Safari, Chrome before 133, Firefox before 134), is larger and slower.
 */
export type Build = 'default' | 'compat';

export const builds: readonly Build[] = ['default', 'compat'];

/** Where a build's parts are: the address of the module, and its script unless wllama brings that. */
export interface BuildParts {
	readonly wasm: string;
	readonly script?: string;
}

/** The build that this browser can run, or undefined where it can run neither. */
export function buildForBrowser(): Build | undefined {
	if (!hasSimd()) return undefined;
	return hasMemory64() ? 'default' : 'compat';
}

/** Finds the parts of the browser's build. Throws `unsupported` where it can run none. */
export async function loadBuild(): Promise<BuildParts> {
	switch (buildForBrowser()) {
		case 'default':
			return { wasm: (await import('@wllama/wllama/esm/wasm/wllama.wasm?url')).default };
		case 'compat': {
			const [wasm, script] = await Promise.all([
				import('@wllama/wllama-compat/wasm/wllama.wasm?url'),
				import('@wllama/wllama-compat/wasm/wllama.js?raw'),
			]);
			return { wasm: wasm.default, script: script.default };
		}
		case undefined:
			throw new AppError('unsupported', 'WebAssembly without vector instructions', {
				data: { reason: 'no-wasm' },
			});
	}
}
