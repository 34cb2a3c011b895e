import * as v from 'valibot';
import { AppError } from '../../lib/errors.ts';

const BuiltApp = v.object({
	/** Every file of the build but its service worker, by its address below the app's folder, with its digest. */
	files: v.array(v.object({ url: v.string(), integrity: v.string() })),
	/** The service worker itself. */
	script: v.string(),
});

/** What the running app is made of. */
export type BuiltApp = v.InferOutput<typeof BuiltApp>;

/** What a page asks its service worker, with a port for the answer. */
export interface OwnCopyRequest {
	readonly type: 'own-copy';
}

/** Milliseconds that a service worker has to answer. */
const PATIENCE = 20_000;

/** Asks the service worker, which has the list. Throws `unsupported` (`no-own-copy`) where there is none. */
export async function builtApp(): Promise<BuiltApp> {
	const worker = navigator.serviceWorker?.controller;
	if (!worker) throw noCopy();
	const { port1, port2 } = new MessageChannel();
	const answer = await new Promise<unknown>((resolve) => {
		setTimeout(resolve, PATIENCE);
		port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
		worker.postMessage({ type: 'own-copy' } satisfies OwnCopyRequest, [port2]);
	});
	port1.close();
	const result = v.safeParse(BuiltApp, answer);
	if (!result.success) throw noCopy();
	return result.output;
}

function noCopy(): AppError {
	return new AppError('unsupported', 'no service worker that lists the app', {
		data: { reason: 'no-own-copy' },
	});
}
