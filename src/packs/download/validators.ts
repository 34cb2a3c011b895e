/** So many at most are told apart: a source that names more for equal bytes means nothing by it. */
const MOST = 4;

/**
 * The strong validators (RFC 9110, 8.8.1) under which one source gave bytes of one file that fit together. Another one
 * says that the file may have changed; or that another machine of the same host answered, and the bytes are the same.
 */
export class Validators {
	readonly #known = new Set<string>();

	/** Whether a part may belong to those before, as far as its ETag tells. */
	fits(etag: string | null): boolean {
		if (!isStrong(etag) || this.#known.size === 0 || this.#known.size >= MOST) return true;
		return this.#known.has(etag);
	}

	/** A part under this ETag belongs to those before. */
	add(etag: string | null): void {
		if (isStrong(etag) && this.#known.size < MOST) this.#known.add(etag);
	}

	clear(): void {
		this.#known.clear();
	}
}

/** A weak one says only that the meaning is the same, and a date only that nothing changed within its second. */
function isStrong(etag: string | null): etag is string {
	return etag !== null && /^"[^"]*"$/.test(etag);
}
