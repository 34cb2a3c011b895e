import type { ConversationRepository } from '../conversation-repository.ts';
import type { Settings } from '../settings.ts';
import type { BackupFacts } from './backup-due.ts';

/** Collects what `isBackupDue` decides by. Throws what the repository throws. */
export async function backupFacts({
	conversations,
	settings,
}: {
	readonly conversations: ConversationRepository;
	readonly settings: Settings;
}): Promise<BackupFacts> {
	const last = settings.get('lastBackup');
	const messages = await conversations.countMessages();
	const created = last ? [] : (await conversations.list()).items.map(({ createdAt }) => createdAt);
	return {
		now: Date.now(),
		last,
		messages,
		begunAt: created.length > 0 ? created.reduce((a, b) => Math.min(a, b)) : undefined,
		putOffAt: settings.get('backupPutOffAt'),
	};
}
