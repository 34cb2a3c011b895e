import { afterEach } from 'vitest';
import { Database } from '../database.ts';

const opened: Database[] = [];

afterEach(async () => {
	for (const database of opened.splice(0)) {
		await database.close();
		indexedDB.deleteDatabase(database.name);
	}
});

/** A database that no other test has; it is deleted after the test. */
export function freshDatabase(...options: ConstructorParameters<typeof Database>): Database {
	const [name = `test-${crypto.randomUUID()}`, rest] = options;
	const database = new Database(name, rest);
	opened.push(database);
	return database;
}
