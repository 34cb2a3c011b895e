import { nextTask } from '../../lib/next-task.ts';

/** Items that are there when a list opens, and that are added in each task after it. */
const AT_ONCE = 12;

/** How many of a long list's first items are not there yet: the last ones come at once, the others piece by piece. */
export class GrowingRange {
	#start = $state.raw(0);
	#list: object | undefined;
	#length = 0;
	#growing: Promise<void> = Promise.resolve();

	/** Index of the first item that is there. */
	get start(): number {
		return this.#start;
	}

	/** To be called before the list is drawn. Begins anew with another list, or where much has come to this one. */
	follow(list: object, length: number): void {
		const isLonger = length > this.#length + AT_ONCE;
		this.#length = length;
		if (list === this.#list && !isLonger) return;
		this.#list = list;
		this.#start = Math.max(0, length - AT_ONCE);
		this.#growing = this.#grow(list);
	}

	/** Resolves when the item at this index is there. */
	async reach(index: number): Promise<void> {
		while (this.#start > Math.max(0, index)) {
			await Promise.race([this.#growing, nextTask()]);
		}
	}

	/** Adds nothing more. */
	stop(): void {
		this.#list = undefined;
		this.#start = 0;
	}

	async #grow(list: object): Promise<void> {
		while (this.#start > 0) {
			await nextTask();
			if (this.#list !== list) return;
			this.#start = Math.max(0, this.#start - AT_ONCE);
		}
	}
}
