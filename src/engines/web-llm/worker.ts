import { AppError } from '../../lib/errors.ts';
import { serve } from '../../lib/rpc.ts';
import { fileSetFor } from '../../packs/manifest.ts';
import { Database } from '../../storage/database.ts';
import { openShelves } from '../../storage/open-shelves.ts';
import { TrustedLibraries } from '../../storage/trusted-libraries.ts';
import { reportsOf } from '../reports-of.ts';
import { untilAborted } from '../until-aborted.ts';
import { ChatModel } from './chat-model.ts';
import { closeNetwork } from './close-network.ts';
import { toEngineError } from './errors.ts';
import { shareDevice } from './gpu-device.ts';
import { openLibrary } from './open-library.ts';
import { paceUploads } from './pace-uploads.ts';
import { compileAhead } from './pipeline-head-start.ts';
import { ShardCache } from './shard-cache.ts';
import { VerifiedFiles } from '../verified-files.ts';
import type { LoadCall, WebLlmWorker } from './worker-contract.ts';

// This worker exists to load a model: what every load needs begins before it is told which.
import('@mlc-ai/web-llm').catch(() => {});
const { device, lost } = shareDevice();
let model: ChatModel | undefined;

async function load(call: LoadCall, report: Parameters<typeof ChatModel.load>[1]): Promise<void> {
	const { manifest } = call.pack;
	const database = new Database(call.database);
	const store = openShelves(database);
	const { file, bytes } = await openLibrary(call, store, new TrustedLibraries(database));
	// Before the code is handed over: from here on nothing is fetched any more.
	bytes.then(closeNetwork).catch(() => {});
	const files = fileSetFor(manifest, 'web-llm').files.filter(({ path }) => path !== file);
	new ShardCache({ id: manifest.id, files }, new VerifiedFiles(store, files), {
		file,
		bytes,
	}).install();
	const gpu = await device;
	// Where compiling ahead fails, the load itself fails in the same way, or does without.
	if (gpu) bytes.then((library) => compileAhead(gpu, library)).catch(() => {});
	const unpace = gpu && paceUploads(gpu);
	const { id, contextWindow } = manifest;
	model = await ChatModel.load({ id, contextWindow, libraryFile: file }, report);
	unpace?.();
}

serve<WebLlmWorker>(self, {
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

	async *generate(request, { signal } = {}) {
		const loaded = model;
		if (!loaded) throw new AppError('internal', 'generate before load');
		const stop = () => loaded.stop();
		signal?.addEventListener('abort', stop, { once: true });
		try {
			yield* untilAborted(loaded.generate(request), anyOf(signal, lost));
		} catch (error) {
			throw toEngineError(error);
		} finally {
			signal?.removeEventListener('abort', stop);
		}
	},
});

function anyOf(...signals: (AbortSignal | undefined)[]): AbortSignal {
	return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}
