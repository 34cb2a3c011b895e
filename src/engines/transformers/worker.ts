import { AppError } from '../../lib/errors.ts';
import { serve } from '../../lib/rpc.ts';
import { fileSetFor } from '../../packs/manifest.ts';
import { Database } from '../../storage/database.ts';
import { openShelves } from '../../storage/open-shelves.ts';
import type { LoadProgress } from '../engine.ts';
import { reportsOf } from '../reports-of.ts';
import { orAborted, untilAborted } from '../until-aborted.ts';
import { VerifiedFiles } from '../verified-files.ts';
import { ChatModel } from './chat-model.ts';
import { Embedder } from './embedder.ts';
import { toEngineError } from './errors.ts';
import { modelOptions } from './model-options.ts';
import { PackCache } from './pack-cache.ts';
import { packJson } from './pack-json.ts';
import type { PoolingConfig } from './pooling.ts';
import { configureRuntime } from './runtime.ts';
import { watchDevice } from './watch-device.ts';
import type { LoadCall, TransformersWorker } from './worker-contract.ts';

/** Share of a load's progress that reading the files takes; the rest is ONNX Runtime's. */
const READ_SHARE = 0.6;

const lost = watchDevice();
let model: ChatModel | Embedder | undefined;

async function load(
	{ pack, backend, database }: LoadCall,
	report: (progress: LoadProgress) => void,
): Promise<void> {
	const { manifest } = pack;
	const { contextWindow } = manifest;
	const { files } = fileSetFor(manifest, 'transformers');
	const options = modelOptions(files, backend);
	const verified = new VerifiedFiles(openShelves(new Database(database)), files);
	const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
	let read = 0;
	const onread = (file: number) => {
		read = Math.min(bytes, read + file);
		const stage = read < bytes ? 'read' : 'compile';
		report({ stage, fraction: (READ_SHARE * read) / bytes });
	};
	configureRuntime(new PackCache(files, verified, onread));
	report({ stage: 'read', fraction: 0 });
	if (manifest.tasks.includes('chat')) {
		model = await ChatModel.load(options, contextWindow);
	} else {
		const pooling = await packJson<PoolingConfig>('1_Pooling/config.json', files, verified);
		model = await Embedder.load({ options, contextWindow, pooling });
	}
	report({ stage: 'ready', fraction: 1 });
}

serve<TransformersWorker>(self, {
	async *load(call, { signal } = {}) {
		try {
			yield* untilAborted(
				reportsOf((report) => load(call, report)),
				anyOf(signal, lost),
			);
		} catch (error) {
			throw toEngineError(error);
		}
	},

	async tryOut({ signal } = {}) {
		try {
			return await orAborted(loaded().tryOut({ signal }), anyOf(signal, lost));
		} catch (error) {
			throw toEngineError(error);
		}
	},

	async *generate(request, { signal } = {}) {
		const chat = loaded();
		if (!(chat instanceof ChatModel)) throw new AppError('unsupported', 'this model does not chat');
		try {
			yield* untilAborted(chat.generate(request, { signal }), lost);
		} catch (error) {
			throw toEngineError(error);
		}
	},

	async embed(texts, { signal } = {}) {
		const embedder = loaded();
		if (!(embedder instanceof Embedder)) {
			throw new AppError('unsupported', 'this model does not embed');
		}
		try {
			return await orAborted(embedder.embed(texts, { signal }), lost);
		} catch (error) {
			throw toEngineError(error);
		}
	},
});

function loaded(): ChatModel | Embedder {
	if (!model) throw new AppError('internal', 'called before load');
	return model;
}

function anyOf(...signals: (AbortSignal | undefined)[]): AbortSignal {
	return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}
