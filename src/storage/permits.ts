import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import * as v from 'valibot';

/** For how long after a person's wish its requests may go out, in milliseconds. */
const VALID_FOR = 10 * 60_000;

const Permit = v.strictObject({
	/** Its list of files, and those files of it that are read to learn their digests. */
	repository: v.string(),
	/** The address of one compiled library, exactly. */
	library: v.optional(v.string()),
	/** Milliseconds since the epoch. */
	until: v.number(),
});

/** The person has asked what a repository on a model hub holds: the gate lets out what is needed to find out. */
export type Permit = Readonly<v.InferOutput<typeof Permit>>;

/** The permits in force. A page grants them and the service worker's gate reads them, so they are kept on disk. */
export class Permits {
	readonly #name: string;
	#store: UseStore | undefined;

	constructor(databaseName = 'quern-permits') {
		this.#name = databaseName;
	}

	/** Lets out, for a short time, what is needed to look into a repository. Call what it returns when done. */
	async grant(permit: Omit<Permit, 'until'>): Promise<() => Promise<void>> {
		const id = crypto.randomUUID();
		await set(id, { ...permit, until: Date.now() + VALID_FOR }, this.#open());
		return () => del(id, this.#open());
	}

	/** Those that hold now. What has run out, or cannot be read, is removed. */
	async list(): Promise<Permit[]> {
		const now = Date.now();
		const permits: Permit[] = [];
		for (const [id, value] of await entries<string, unknown>(this.#open())) {
			const { success, output } = v.safeParse(Permit, value);
			// One that is valid for longer than any is granted was written before the clock was set back.
			if (success && output.until > now && output.until <= now + VALID_FOR) permits.push(output);
			else await del(id, this.#open());
		}
		return permits;
	}

	#open(): UseStore {
		return (this.#store ??= createStore(this.#name, 'permits'));
	}
}
