import type { Usage } from '../../engines/engine.ts';
import type { SessionDelta } from '../../engines/engine-session.svelte.ts';
import { OncePerFrame } from './once-per-frame.ts';

/** What there is of an answer so far. */
export interface AnswerSoFar {
	readonly text: string;
	/** Oldest turns that were left out because they did not fit the context window. */
	readonly trimmedTurns: number;
	/** What was lost, so that the answer begins anew. */
	readonly lost: 'device' | 'tab' | undefined;
}

export interface AnswerEnd {
	readonly reason: 'stop' | 'length';
	readonly usage: Usage | undefined;
}

/**
 * Gathers the deltas of an answer and hands it to `flush` once per animation frame, and a last time when
 * the deltas end or throw. Throws what they throw. After `signal` is aborted nothing more is flushed.
 */
export async function streamAnswer(
	deltas: AsyncIterable<SessionDelta>,
	flush: (answer: AnswerSoFar) => void,
	signal: AbortSignal,
): Promise<AnswerEnd> {
	let answer: AnswerSoFar = { text: '', trimmedTurns: 0, lost: undefined };
	let end: AnswerEnd = { reason: 'stop', usage: undefined };
	let isFlushed = true;
	const frame = new OncePerFrame(() => {
		if (!isFlushed && !signal.aborted) flush(answer);
		isFlushed = true;
	});
	// What has come by the time of the abort is still the person's.
	const onAbort = () => flush(answer);
	signal.addEventListener('abort', onAbort, { once: true });
	try {
		for await (const delta of deltas) {
			if (delta.type === 'end') {
				end = { reason: delta.reason, usage: delta.usage };
				continue;
			}
			answer = grow(answer, delta);
			isFlushed = false;
			frame.request();
		}
		return end;
	} finally {
		signal.removeEventListener('abort', onAbort);
		frame.run();
	}
}

function grow(answer: AnswerSoFar, delta: Exclude<SessionDelta, { type: 'end' }>): AnswerSoFar {
	switch (delta.type) {
		case 'text':
			return { ...answer, text: answer.text + delta.text };
		case 'trimmed':
			return { ...answer, trimmedTurns: delta.turns };
		case 'restarted':
			return { text: '', trimmedTurns: 0, lost: delta.lost };
	}
}
