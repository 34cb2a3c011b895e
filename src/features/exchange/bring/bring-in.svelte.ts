import type { LeftOut } from '../../../formats/conversations/foreign-conversation.ts';
import { toAppError, type AppError } from '../../../lib/errors.ts';
import { startBringWorker } from './bring-process.ts';
import type { Finding } from './bringer.ts';
import { sumOfLeft } from './sum-of-left.ts';

export type BringState = 'empty' | 'looking' | 'open' | 'taking' | 'taken' | 'undone';

/** The bringing in of conversations from a file: looked at first, then taken, and it can be undone. */
export class BringIn {
	readonly #databaseName: string;
	#state = $state.raw<BringState>('empty');
	#findings = $state.raw<readonly Finding[]>([]);
	#done = $state.raw(0);
	#error = $state.raw<AppError>();
	#file: File | undefined;
	#process: ReturnType<typeof startBringWorker> | undefined;

	constructor(databaseName = 'quern') {
		this.#databaseName = databaseName;
	}

	get state(): BringState {
		return this.#state;
	}

	/** The conversations of the file. */
	get findings(): readonly Finding[] {
		return this.#findings;
	}

	/** How many conversations were read so far. */
	get done(): number {
		return this.#done;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	count(state: Finding['state']): number {
		return this.#findings.filter((finding) => finding.state === state).length;
	}

	/** What has no place here, over all conversations. */
	get left(): readonly (readonly [LeftOut, number])[] {
		return sumOfLeft(this.#findings.map(({ left }) => left));
	}

	async choose(file: File): Promise<void> {
		this.close();
		this.#file = file;
		await this.#attempt('empty', async () => {
			this.#state = 'looking';
			this.#process = startBringWorker(this.#databaseName);
			const findings: Finding[] = [];
			for await (const finding of this.#process.bringer.look(file)) {
				this.#done = findings.push(finding);
			}
			this.#findings = findings;
			this.#state = 'open';
		});
	}

	async take(): Promise<void> {
		await this.#attempt('open', async () => {
			if (!this.#file || !this.#process) return;
			this.#state = 'taking';
			for await (const done of this.#process.bringer.take(this.#file)) this.#done = done;
			this.#state = 'taken';
		});
	}

	async undo(): Promise<void> {
		await this.#attempt('taken', async () => {
			await this.#process?.bringer.undo();
			this.#state = 'undone';
		});
	}

	/** Lets go of the file. What was taken in stays. */
	close(): void {
		this.#process?.stop();
		this.#process = undefined;
		this.#file = undefined;
		this.#findings = [];
		this.#done = 0;
		this.#error = undefined;
		this.#state = 'empty';
	}

	async #attempt(otherwise: BringState, work: () => Promise<void>): Promise<void> {
		this.#error = undefined;
		try {
			await work();
		} catch (thrown) {
			const error = toAppError(thrown);
			if (error.code === 'aborted') return;
			console.warn('Conversations were not brought in.', error);
			this.#error = error;
			this.#state = otherwise;
		}
	}
}
