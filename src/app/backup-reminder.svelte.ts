import type { Services } from '../features/feature.ts';
import { isBackupDue, messagesSince, type BackupFacts } from '../storage/backup/backup-due.ts';
import { backupFacts } from '../storage/backup/backup-facts.ts';

/** A word about a backup that is long due. It is looked for once, when the app opens. */
export class BackupReminder {
	readonly #services: Pick<Services, 'conversations' | 'settings'>;
	#facts = $state.raw<BackupFacts>();

	constructor(services: Pick<Services, 'conversations' | 'settings'>) {
		this.#services = services;
	}

	/** What to remind of; undefined where no word is due. */
	get due(): { readonly count: number; readonly lastAt: number | undefined } | undefined {
		const facts = this.#facts;
		if (!facts) return undefined;
		return { count: messagesSince(facts), lastAt: facts.last?.at };
	}

	/** Looks whether a word is due. Never throws: without a database there is nothing to keep. */
	async look(): Promise<void> {
		const facts = await backupFacts(this.#services).catch(() => undefined);
		this.#facts = facts && isBackupDue(facts) ? facts : undefined;
	}

	/** Says no more of it for ninety days. */
	async putOff(): Promise<void> {
		this.#facts = undefined;
		await this.#services.settings.set('backupPutOffAt', Date.now());
	}
}
