import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { Engine, LoadProgress, Support } from '../engine.ts';

export class WebLlmEngine implements Engine {
	readonly id = 'web-llm';
	async support(): Promise<Support> {
		return { ok: false, reason: 'no-library' };
	}
	async *load(_pack: InstalledPack): AsyncGenerator<LoadProgress> {}
	async unload(): Promise<void> {}
}
