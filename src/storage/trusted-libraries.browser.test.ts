import { expect, test } from 'vitest';
import { freshDatabase } from './testing/fresh-database.ts';
import { TrustedLibraries } from './trusted-libraries.ts';

const digest = 'a'.repeat(64);
const other = 'b'.repeat(64);

test('a library is trusted from when the person says so until they take it back', async () => {
	const database = freshDatabase();
	const trusted = new TrustedLibraries(database);
	expect(await trusted.has(digest)).toBe(false);
	await trusted.trust({ digest, packName: 'One', trustedAt: 1 });
	await trusted.trust({ digest: other, packName: 'Two', trustedAt: 2 });
	expect(await new TrustedLibraries(database).has(digest)).toBe(true);
	expect((await trusted.list()).items.map(({ packName }) => packName)).toEqual(['Two', 'One']);
	await trusted.revoke(digest);
	expect(await trusted.has(digest)).toBe(false);
	expect(await trusted.has(other)).toBe(true);
});

test('a record that is corrupt, or of another library, trusts nothing', async () => {
	const database = freshDatabase();
	const trusted = new TrustedLibraries(database);
	await database.transact(['trustedLibraries'], 'readwrite', async (transaction) => {
		const store = transaction.objectStore('trustedLibraries');
		await store.put({ digest: other, packName: 'One', trustedAt: 1 }, digest);
		await store.put(true, other);
	});
	expect(await trusted.has(digest)).toBe(false);
	expect(await trusted.has(other)).toBe(false);
	expect((await trusted.list()).unreadable).toBe(1);
});
