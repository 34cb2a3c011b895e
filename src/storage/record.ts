import * as v from 'valibot';

/** Brings a stored value from one version to the next. It must not look at anything but the value. */
export type RecordMigration = (value: Record<string, unknown>) => Record<string, unknown>;

/** How one kind of record is written and read. */
export interface RecordType<T> {
	/** The value with the version it is written in. */
	encode(value: T): object;
	/** Migrates and checks a stored value; undefined if it is corrupt or from a newer Quern. */
	decode(stored: unknown): T | undefined;
}

/** What a list of records holds: one corrupt record never hides the others. */
export interface Listing<T> {
	readonly items: readonly T[];
	/** Records that were left out because they cannot be read. They stay stored, untouched. */
	readonly unreadable: number;
}

/** Kept beside a record's own fields. Records without it are of version 1. */
const VERSION_FIELD = 'recordVersion';

/**
 * Defines a record by its schema today and the migrations that lead there: `migrations[0]` turns
 * version 1 into version 2, and so on. A migration, once shipped, is never edited or removed.
 */
export function defineRecord<Schema extends v.GenericSchema<unknown, object>>(definition: {
	readonly schema: Schema;
	readonly migrations: readonly RecordMigration[];
}): RecordType<v.InferOutput<Schema>> {
	const { schema, migrations } = definition;
	const current = migrations.length + 1;
	return {
		encode: (value) => ({ ...value, [VERSION_FIELD]: current }),
		decode(stored) {
			if (typeof stored !== 'object' || stored === null) return undefined;
			const { [VERSION_FIELD]: version = 1, ...value } = stored as Record<string, unknown>;
			if (!Number.isInteger(version)) return undefined;
			if ((version as number) < 1 || (version as number) > current) return undefined;
			try {
				const migrated = migrations
					.slice((version as number) - 1)
					.reduce((older, migrate) => migrate(older), value);
				const result = v.safeParse(schema, migrated);
				return result.success ? result.output : undefined;
			} catch {
				return undefined;
			}
		},
	};
}

/** Decodes what a store holds, counting what cannot be read. */
export function decodeAll<T>(type: RecordType<T>, stored: readonly unknown[]): Listing<T> {
	const items = stored.map((value) => type.decode(value)).filter((value) => value !== undefined);
	return { items, unreadable: stored.length - items.length };
}
