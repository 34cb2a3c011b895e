import { openDB, type IDBPTransaction, type StoreNames } from 'idb';
import { AppError, toAppError } from '../lib/errors.ts';
import { migrations, type Connection, type Schema } from './schema.ts';

type Stores = StoreNames<Schema>[];
type Transaction<S extends Stores, M extends IDBTransactionMode> = IDBPTransaction<Schema, S, M>;

/** How long another tab may take to let go of an older database before `busy` is thrown, in ms. */
const BLOCKED_GRACE = 3000;

/**
 * The app's one database. It opens at first use and again if the browser has closed it; it steps aside when another
 * tab opens a newer one.
 */
export class Database {
	readonly name: string;
	readonly #migrations: typeof migrations;
	readonly #blockedGrace: number;
	#connection: Promise<Connection> | undefined;
	#outdated = false;

	constructor(
		name = 'quern',
		options: { migrations?: typeof migrations; blockedGrace?: number } = {},
	) {
		this.name = name;
		this.#migrations = options.migrations ?? migrations;
		this.#blockedGrace = options.blockedGrace ?? BLOCKED_GRACE;
	}

	/**
	 * Runs `body` in one transaction and resolves when it is committed; with `strict`, when it is on disk.
	 * What `body` throws undoes all of it. Throws `quota-exceeded`, and the codes of `open`.
	 */
	async transact<S extends Stores, M extends 'readonly' | 'readwrite', T>(
		stores: S,
		mode: M,
		body: (transaction: Transaction<S, M>) => Promise<T>,
		durability: 'strict' | 'relaxed' = 'relaxed',
	): Promise<T> {
		const connection = await this.open();
		let transaction: Transaction<S, M>;
		try {
			transaction = connection.transaction(stores, mode, { durability });
		} catch (error) {
			throw this.#outdated ? outdated() : toAppError(error);
		}
		try {
			const [result] = await Promise.all([body(transaction), transaction.done]);
			return result;
		} catch (error) {
			abort(transaction);
			// The transaction's own error says why; a request's may only say that it was aborted.
			throw toAppError(transaction.error ?? error);
		}
	}

	/**
	 * Opens the database. Throws `busy` where another tab holds an older one (`data.reason` `other-tab`) or
	 * has opened a newer one (`newer-tab`): close or reload. Throws `unsupported` where a newer Quern
	 * wrote it (`newer-version`), and `internal` (`database`) where the browser cannot open it at all.
	 */
	open(): Promise<Connection> {
		if (this.#outdated) return Promise.reject(outdated());
		this.#connection ??= this.#connect();
		return this.#connection;
	}

	/** Closes the connection. The next transaction opens another. */
	async close(): Promise<void> {
		const connection = await this.#connection?.catch(() => undefined);
		this.#connection = undefined;
		connection?.close();
	}

	async #connect(): Promise<Connection> {
		const grace = new AbortController();
		const forget = () => (this.#connection = undefined);
		let migrationError: unknown;
		// In a function, because a browser that forbids storage throws at once.
		const request = async () =>
			openDB<Schema>(this.name, this.#migrations.length, {
				upgrade: (db, from, _to, transaction) => {
					try {
						for (const migrate of this.#migrations.slice(from)) migrate(db, transaction);
					} catch (error) {
						migrationError = error;
						abort(transaction);
					}
				},
				blocked: () => void setTimeout(() => grace.abort(), this.#blockedGrace),
				blocking: (_from, _to, event) => {
					this.#outdated = true;
					(event.target as IDBDatabase).close();
				},
				terminated: forget,
			});
		const opening = request();
		try {
			return await Promise.race([opening, blocked(grace.signal)]);
		} catch (error) {
			forget();
			// A blocked request is still under way: what it opens after all must not linger.
			void opening.then((late) => late.close()).catch(() => {});
			throw toOpenError(migrationError ?? error);
		}
	}
}

/** Rejects with `busy` when the time is over that another tab had to let go. */
function blocked(grace: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		grace.addEventListener('abort', () => {
			const options = { data: { reason: 'other-tab' } } as const;
			reject(new AppError('busy', 'another tab holds an older database', options));
		});
	});
}

function abort(transaction: { abort(): void; done: Promise<void> }): void {
	transaction.done.catch(() => {});
	try {
		transaction.abort();
	} catch {
		// It has ended already.
	}
}

function outdated(): AppError {
	return new AppError('busy', 'another tab has opened a newer database', {
		data: { reason: 'newer-tab' },
	});
}

function toOpenError(error: unknown): AppError {
	if (error instanceof AppError) return error;
	const name = error instanceof Error ? error.name : '';
	if (name === 'QuotaExceededError') return toAppError(error);
	if (name === 'VersionError') {
		return new AppError('unsupported', 'a newer Quern wrote this database', {
			cause: error,
			data: { reason: 'newer-version' },
		});
	}
	return new AppError('internal', `the database cannot be opened: ${String(error)}`, {
		cause: error,
		data: { reason: 'database' },
	});
}
