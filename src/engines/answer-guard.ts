import { AppError, type ErrorReason } from '../lib/errors.ts';
import type { Delta } from './engine.ts';
import { endsInLoop, saysNothing } from './repetition.ts';

/** Characters that may come between two looks. */
const STEP = 64;

/** Watches an answer for what a model writes when it is stuck, or when its numbers have gone wrong. */
export class AnswerGuard {
	#text = '';
	#seen = 0;

	/** Whether a failure is of the answer, and says nothing against the engine. */
	static isReason(reason: ErrorReason | undefined): boolean {
		return reason === 'repeats' || reason === 'says-nothing';
	}

	/** Throws `internal` with `repeats` or `says-nothing`. */
	see(delta: Delta): void {
		if (delta.type === 'end' && delta.reason === 'stop' && saysNothing(this.#text)) {
			throw new AppError('internal', 'an empty answer', { data: { reason: 'says-nothing' } });
		}
		if (delta.type !== 'text') return;
		this.#text += delta.text;
		if (this.#text.length < this.#seen + STEP) return;
		this.#seen = this.#text.length;
		if (endsInLoop(this.#text)) {
			throw new AppError('internal', 'the answer repeats itself', { data: { reason: 'repeats' } });
		}
	}
}
