import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { Engine, LoadProgress, Support } from '../engine.ts';

export class WllamaEngine implements Engine {
	readonly id = 'wllama';
	async support(): Promise<Support> {
		return { ok: false, reason: 'no-wasm' };
	}
	async *load(_pack: InstalledPack): AsyncGenerator<LoadProgress> {}
	async unload(): Promise<void> {}
}
