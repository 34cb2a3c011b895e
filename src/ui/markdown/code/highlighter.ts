import { AppError } from '../../../lib/errors.ts';
import { connect, type Connection } from '../../../lib/rpc.ts';
import type { CodeRuns } from './code-runs.ts';
import type { HighlightContract } from './highlight-contract.ts';

/** Longer code stays in one colour: nobody reads it here. */
export const LONGEST_CODE = 500_000;

/** 200,000 characters take a second on an old phone. A grammar that needs longer is lost in a text made for that. */
const TIME_LIMIT = 8_000;

/** An idle worker is some megabytes. */
const IDLE_LIMIT = 60_000;

/** Highlights code in a worker of its own, one text after the other. */
export class Highlighter {
	readonly #timeLimit: number;
	#worker: Worker | undefined;
	#connection: Connection<HighlightContract> | undefined;
	#last: Promise<unknown> = Promise.resolve();
	#idle: ReturnType<typeof setTimeout> | undefined;

	constructor(timeLimit = TIME_LIMIT) {
		this.#timeLimit = timeLimit;
	}

	/** The runs of a text; undefined where it is no longer wanted, or its grammar did not come to an end. Never throws. */
	highlight(text: string, grammar: string, signal: AbortSignal): Promise<CodeRuns | undefined> {
		const turn = this.#last.then(() => (signal.aborted ? undefined : this.#run(text, grammar)));
		this.#last = turn;
		return turn;
	}

	async #run(text: string, grammar: string): Promise<CodeRuns | undefined> {
		clearTimeout(this.#idle);
		const { remote } = (this.#connection ??= this.#start());
		const limit = setTimeout(() => this.#end('too slow'), this.#timeLimit);
		try {
			return await remote.highlight(text, grammar);
		} catch {
			// The code stays readable in one colour.
			return undefined;
		} finally {
			clearTimeout(limit);
			this.#idle = setTimeout(() => this.#end('idle'), IDLE_LIMIT);
		}
	}

	#start(): Connection<HighlightContract> {
		this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
			type: 'module',
			name: 'highlight',
		});
		this.#worker.onerror = ({ message }) => this.#end(message);
		return connect<HighlightContract>(this.#worker);
	}

	#end(why: string): void {
		this.#worker?.terminate();
		this.#connection?.fail(new AppError('internal', `highlighting: ${why}`));
		this.#worker = this.#connection = undefined;
	}
}

/** One worker serves the whole page. */
export const highlighter = new Highlighter();
