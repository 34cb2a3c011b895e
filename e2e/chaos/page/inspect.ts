import { InstalledPackRepository } from '../../../src/packs/installed-pack-repository.ts';
import { fileSetFor, type PackManifest } from '../../../src/packs/manifest.ts';
import { PendingInstallationRepository } from '../../../src/packs/pending-installation-repository.ts';
import type { Database } from '../../../src/storage/database.ts';
import type { Disk } from './disk.ts';

/** What is not as it must be once `wanted` is installed, and nothing else: in sentences. */
export async function inspect(
	disk: Disk,
	database: Database,
	wanted: readonly PackManifest[],
	hasConversation: boolean,
): Promise<string[]> {
	const problems: string[] = [];
	const { items } = await new InstalledPackRepository(database).list();
	for (const { id } of wanted) {
		if (!items.some(({ manifest }) => manifest.id === id)) problems.push(`${id} is not installed`);
	}
	const pending = await new PendingInstallationRepository(database).list();
	for (const { manifest } of pending.items) problems.push(`${manifest.id} is still pending`);
	const kept = await database.transact(['conversations'], 'readonly', (transaction) =>
		transaction.objectStore('conversations').get('kept'),
	);
	if (hasConversation && !kept) problems.push('the conversation is lost');

	const sealed = await disk.sealedFiles();
	for (const { key, sha256 } of sealed) {
		if (key !== sha256) problems.push(`sealed ${key} holds ${sha256}`);
	}
	const needed = wanted.flatMap((manifest) =>
		fileSetFor(manifest, 'wllama').files.map(({ sha256 }) => sha256),
	);
	for (const digest of needed) {
		if (!sealed.some(({ key }) => key === digest)) problems.push(`${digest} is not sealed`);
	}
	for (const key of await disk.storedFiles()) {
		if (!needed.includes(key)) problems.push(`${key} is left, and nobody needs it`);
	}
	return problems;
}
