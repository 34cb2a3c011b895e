import type { PackEngine } from '../packs/manifest.ts';
import type { Engine } from './engine.ts';
import { buildForBrowser, builds } from './wllama/builds.ts';

/** Makes an engine. Importing it is put off until then: each brings megabytes of code. */
export type EngineLoader = () => Promise<Engine>;

export type Engines = Readonly<Record<PackEngine, EngineLoader>>;

/** Every engine that the app can run, by the id that a pack's file set names. */
export const engines: Engines = {
	'web-llm': async () => new (await import('./web-llm/engine.ts')).WebLlmEngine(),
	wllama: async () => new (await import('./wllama/engine.ts')).WllamaEngine(),
	transformers: async () => new (await import('./transformers/engine.ts')).TransformersEngine(),
};

/** The folders of `assets/engines/` in the built app (see vite.config.ts) that an engine needs in this browser. */
export function codeFoldersOf(engine: PackEngine): readonly string[] {
	if (engine !== 'wllama') return [engine];
	const build = buildForBrowser();
	return build ? [engine, `wllama-${build}`] : [];
}

/** The folders that an engine needs in other browsers than this. */
export function otherCodeFoldersOf(engine: PackEngine): readonly string[] {
	if (engine !== 'wllama') return [];
	const here = buildForBrowser();
	return builds.filter((build) => build !== here).map((build) => `wllama-${build}`);
}
