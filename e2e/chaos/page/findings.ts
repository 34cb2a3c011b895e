import type { AppError } from '../../../src/lib/errors.ts';
import type { Schedule } from '../schedule.ts';
import type { Outcome } from '../outcome.ts';

/** What comes to light while a schedule is played. */
export class Findings {
	/** What must never be, in sentences. */
	readonly problems: string[] = [];
	/** How often each fault happened. */
	readonly met: Record<string, number> = {};
	readonly #told = new Map<string, AppError>();
	/** Nothing that the schedules do is the app's own fault, but a database or a write that fails. */
	readonly #mayBeInternal: boolean;

	constructor({ workers }: Schedule) {
		this.#mayBeInternal = workers.some(({ closedDatabase, writes }) => closedDatabase || writes);
	}

	/** What people were told on the way, each once. */
	get told(): Outcome['told'] {
		return [...this.#told.values()].map(({ code, data }) => ({ code, data }));
	}

	problem(text: string): void {
		this.problems.push(text);
	}

	count(fault: string): void {
		this.met[fault] = (this.met[fault] ?? 0) + 1;
	}

	/** Notes what a person is told of a failure. */
	tell(error: unknown): void {
		if (!isAppError(error)) {
			this.problem(`no AppError: ${error instanceof Error ? error.stack : String(error)}`);
			return;
		}
		this.#told.set(`${error.code} ${JSON.stringify(error.data)}`, error);
		if (error.code === 'internal' && !this.#mayBeInternal) {
			this.problem(`internal: ${error.stack}`);
		}
	}
}

/** Of whichever frame. */
function isAppError(error: unknown): error is AppError {
	return (error as Error | undefined)?.name === 'AppError';
}
