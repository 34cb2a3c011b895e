import { AppError } from '../../lib/errors.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { Engine, LoadProgress, Support } from '../engine.ts';
import { hasSimd } from '../wasm-features.ts';

/** ONNX models by transformers.js. It cannot load any yet. */
export class TransformersEngine implements Engine {
	readonly id = 'transformers';

	async support(): Promise<Support> {
		if (!hasSimd()) return { ok: false, reason: 'no-wasm' };
		return { ok: true, detail: {} };
	}

	// eslint-disable-next-line require-yield
	async *load({ manifest }: InstalledPack): AsyncGenerator<LoadProgress> {
		throw new AppError('unsupported', `${manifest.id} is for an engine that is not there yet`, {
			data: { reason: 'no-files' },
		});
	}

	async unload(): Promise<void> {}
}
