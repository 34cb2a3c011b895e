/** Lines kept: the last ones say why llama.cpp gave up. */
const KEPT = 40;

const MEMORY = /insufficient memory|failed to allocate|out of memory|bad_alloc/i;

/**
 * What llama.cpp complains about. wllama throws the same for a file that is damaged and for memory that ran out;
 * only these lines tell them apart.
 */
export class NativeLog {
	readonly #lines: string[] = [];

	readonly debug = (): void => {};
	readonly log = (): void => {};
	readonly warn = (...parts: unknown[]): void => this.error(...parts);

	readonly error = (...parts: unknown[]): void => {
		this.#lines.push(parts.map(String).join(' ').trim());
		if (this.#lines.length > KEPT) this.#lines.shift();
	};

	/** The complaint about memory, if there was one. */
	get outOfMemory(): string | undefined {
		return this.#lines.find((line) => MEMORY.test(line));
	}
}
