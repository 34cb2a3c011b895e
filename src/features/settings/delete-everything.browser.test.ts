import { expect, test } from 'vitest';
import { EngineSession } from '../../engines/engine-session.svelte.ts';
import { createPackLibrary } from '../../packs/create-pack-library.ts';
import { ConversationRepository } from '../../storage/conversation-repository.ts';
import { Database } from '../../storage/database.ts';
import { Settings } from '../../storage/settings.ts';
import { SharedFiles } from '../../storage/shared-files.ts';
import { TrustedLibraries } from '../../storage/trusted-libraries.ts';
import { deleteEverything } from './delete-everything.ts';

test('removes conversations, settings and files of models while another tab has the database open', async () => {
	const database = new Database();
	const conversations = new ConversationRepository(database);
	const settings = new Settings();
	const packs = createPackLibrary(database, new URL('./', document.baseURI).href);
	const otherTab = new Database();
	await otherTab.open();
	await conversations.create('A secret');
	await settings.set('theme', 'dark');
	const root = await navigator.storage.getDirectory();
	const shards = await root.getDirectoryHandle('shards', { create: true });
	await shards.getFileHandle('a'.repeat(64), { create: true });

	await new SharedFiles().keep(new File(['x'], 'shared.quern'));
	const trustedLibraries = new TrustedLibraries(database);
	await trustedLibraries.trust({ digest: 'a'.repeat(64), packName: 'x', trustedAt: 0 });
	await deleteEverything({ engine: new EngineSession(), packs });

	expect((await new ConversationRepository(otherTab).list()).items).toEqual([]);
	expect((await new TrustedLibraries(otherTab).list()).items).toEqual([]);
	expect(await new SharedFiles().waiting()).toBeUndefined();
	await expect(root.getDirectoryHandle('shards')).rejects.toThrow();
	const reopened = new Settings();
	await reopened.load();
	expect(reopened.get('theme')).toBe('system');
	await Promise.all([database.close(), otherTab.close()]);
});
