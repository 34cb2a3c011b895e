import { TransformersEngine } from '../../../src/engines/transformers/engine.ts';
import type { InstalledPack } from '../../../src/packs/installed-pack.ts';
import { storeOnnxStarter, withoutGpu } from '../onnx-packs.ts';
import { drain, quernTurn } from '../quern-turn.ts';
import type { Subject } from '../subject.ts';

/** Quern's transformers.js engine on the processor, with the ONNX graph that `?model=` names, from its store. */
export function createSubject(options: URLSearchParams): Subject {
	const engine = new TransformersEngine({ probe: withoutGpu });
	let pack: Promise<InstalledPack> | undefined;
	const stored = () => (pack ??= storeOnnxStarter(options.get('model') ?? 'model'));
	return {
		prepare: async () => void (await stored()),
		load: async () => drain(engine.load(await stored())),
		generate: (question) => quernTurn(engine, question),
	};
}
