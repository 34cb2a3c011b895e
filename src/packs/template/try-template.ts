import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';

/** What the worker says of a template. */
export type TemplateReply =
	| { readonly type: 'ready' }
	| { readonly type: 'written'; readonly length: number }
	| { readonly type: 'not-read'; readonly why: string };

/** A template takes some milliseconds, and 100 on an old phone. */
const TIME_LIMIT = 3000;

/** Characters of a prompt around one word. The longest templates of tools write some thousands. */
const LENGTH_LIMIT = 200_000;

/** Characters of the template itself: the longest known have 20,000. */
const MAX_LENGTH = 400_000;

/**
 * Lets a chat template write a prompt, in a worker that is ended if it does not stop: a template is a program, and one
 * from outside may loop for ever or write without end. Throws `invalid-input` with `endless-template` then. One that
 * this interpreter cannot read is left to the engine.
 */
export async function tryTemplate(template: string, { signal }: CallOptions = {}): Promise<void> {
	if (template.length > MAX_LENGTH) throw endless(`${template.length} characters`);
	// Older browsers start no worker from within one. Then a person can still stop the load.
	if (typeof Worker === 'undefined') return;
	const worker = new Worker(new URL('./worker.ts', import.meta.url), {
		type: 'module',
		name: 'template',
	});
	try {
		const reply = await replyOf(worker, template, signal);
		if (reply.type === 'written' && reply.length > LENGTH_LIMIT) {
			throw endless(`it wrote ${reply.length} characters`);
		}
	} finally {
		worker.terminate();
	}
}

function replyOf(
	worker: Worker,
	template: string,
	signal: AbortSignal | undefined,
): Promise<TemplateReply> {
	return new Promise((resolve, reject) => {
		signal?.addEventListener('abort', () => reject(new AppError('aborted', 'stopped')));
		// Out of memory ends a worker too; one that did not even start has not seen the template.
		let isReady = false;
		worker.onerror = ({ message }) => {
			if (isReady) reject(endless(message));
			else resolve({ type: 'not-read', why: message });
		};
		worker.onmessage = ({ data }: MessageEvent<TemplateReply>) => {
			if (data.type !== 'ready') return resolve(data);
			isReady = true;
			setTimeout(() => reject(endless(`more than ${TIME_LIMIT} ms`)), TIME_LIMIT);
			worker.postMessage(template);
		};
	});
}

function endless(why: string): AppError {
	return new AppError('invalid-input', `chat template: ${why}`, {
		data: { reason: 'endless-template' },
	});
}
