import { AppError } from '../../lib/errors.ts';

/** Arrays hold one element type: numbers, 64-bit integers, booleans or strings. */
export type MetadataArray = readonly (number | bigint | boolean | string)[];
export type MetadataValue = number | bigint | boolean | string | MetadataArray;

/**
 * The key-value pairs of a GGUF file, by type. A getter throws `invalid-input` where the key is
 * missing or holds something else; those ending in `Or` return a default where it is missing.
 */
export class Metadata {
	readonly #values: ReadonlyMap<string, MetadataValue>;

	constructor(values: ReadonlyMap<string, MetadataValue>) {
		this.#values = values;
	}

	keys(): string[] {
		return [...this.#values.keys()];
	}

	has(key: string): boolean {
		return this.#values.has(key);
	}

	string(key: string): string {
		const value = this.#values.get(key);
		return typeof value === 'string' ? value : fail(key, 'a string');
	}

	stringOr(key: string, fallback: string): string {
		return this.has(key) ? this.string(key) : fallback;
	}

	/** A whole number of 0 or more that a double holds exactly. */
	count(key: string): number {
		const value = this.#values.get(key);
		const number = typeof value === 'bigint' ? Number(value) : value;
		return Number.isSafeInteger(number) && Number(number) >= 0
			? Number(number)
			: fail(key, 'a count');
	}

	countOr(key: string, fallback: number): number {
		return this.has(key) ? this.count(key) : fallback;
	}

	/** A finite number. */
	number(key: string): number {
		const value = this.#values.get(key);
		return typeof value === 'number' && Number.isFinite(value) ? value : fail(key, 'a number');
	}

	numberOr(key: string, fallback: number): number {
		return this.has(key) ? this.number(key) : fallback;
	}

	booleanOr(key: string, fallback: boolean): boolean {
		const value = this.#values.get(key) ?? fallback;
		return typeof value === 'boolean' ? value : fail(key, 'a boolean');
	}

	strings(key: string): readonly string[] {
		const value = this.#values.get(key);
		return isArrayOf(value, 'string') ? value : fail(key, 'a list of strings');
	}

	numbers(key: string): readonly number[] {
		const value = this.#values.get(key);
		return isArrayOf(value, 'number') ? value : fail(key, 'a list of numbers');
	}
}

interface Elements {
	string: string;
	number: number;
}

function isArrayOf<T extends keyof Elements>(
	value: MetadataValue | undefined,
	type: T,
): value is readonly Elements[T][] {
	return Array.isArray(value) && value.every((element) => typeof element === type);
}

function fail(key: string, expected: string): never {
	throw new AppError('invalid-input', `gguf: ${key} is not ${expected}`, { data: { key } });
}
