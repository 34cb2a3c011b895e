import { AppError, toAppError } from '../../lib/errors.ts';
import type { BackupPreview } from '../../storage/backup/backup.ts';
import { isLocked } from '../../storage/backup/backup-lock.ts';
import { startBackupWorker, type BackupProcess } from '../../storage/backup/backup-process.ts';
import type { RestoreWish } from '../../storage/backup/plan-restore.ts';
import type { Services } from '../feature.ts';

/** Where the restoring stands. `locked` waits for the passphrase, `open` for the person's decision. */
export type RestoreState =
	'empty' | 'locked' | 'opening' | 'open' | 'restoring' | 'restored' | 'undone';

/** The restoring of a backup from a file: chosen, opened, looked at, and only then restored. */
export class BackupRestore {
	readonly #services: Services;
	readonly #databaseName: string;
	#state = $state.raw<RestoreState>('empty');
	#preview = $state.raw<BackupPreview>();
	#error = $state.raw<AppError>();
	#file: File | undefined;
	#process: BackupProcess | undefined;
	#settingsBefore: [string, unknown][] = [];

	constructor(services: Services, databaseName = 'quern') {
		this.#services = services;
		this.#databaseName = databaseName;
	}

	get state(): RestoreState {
		return this.#state;
	}

	/** What is in the backup and what restoring it would do. */
	get preview(): BackupPreview | undefined {
		return this.#preview;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	/** Takes a file, and opens it if it asks for no passphrase. */
	async choose(file: File): Promise<void> {
		this.close();
		this.#file = file;
		await this.#attempt('empty', async () => {
			if (await isLocked(file)) this.#state = 'locked';
			else await this.#read();
		});
	}

	async unlock(passphrase: string): Promise<void> {
		await this.#attempt('locked', () => this.#read(passphrase));
	}

	async restore(wish: RestoreWish): Promise<void> {
		const { engine, settings } = this.#services;
		await this.#attempt('open', async () => {
			// An answer that is being written belongs to what would be taken away under it.
			if (engine.isBusy) throw new AppError('busy', 'the engine is busy');
			this.#state = 'restoring';
			await this.#process?.backup.restore({ ...wish });
			this.#settingsBefore = settings.chosen();
			const { withTrust } = wish;
			await settings.takeOver(this.#preview?.settings ?? [], {
				replace: wish.mode === 'replace',
				withTrust,
			});
			this.#state = 'restored';
		});
	}

	async undo(): Promise<void> {
		await this.#attempt('restored', async () => {
			this.#state = 'restoring';
			await this.#process?.backup.undo();
			const all = { replace: true, withTrust: true };
			await this.#services.settings.takeOver(this.#settingsBefore, all);
			this.#state = 'undone';
		});
	}

	/** Lets go of the file and of what was read of it. */
	close(): void {
		this.#process?.stop();
		this.#process = undefined;
		this.#file = undefined;
		this.#preview = undefined;
		this.#error = undefined;
		this.#state = 'empty';
	}

	async #read(passphrase?: string): Promise<void> {
		if (!this.#file) return;
		this.#state = 'opening';
		this.#process ??= startBackupWorker(this.#databaseName);
		const request = { file: this.#file, ...(passphrase !== undefined && { passphrase }) };
		this.#preview = await this.#process.backup.open(request);
		this.#state = 'open';
	}

	/** Does some work; what fails leaves the state `otherwise`, and its reason. */
	async #attempt(otherwise: RestoreState, work: () => Promise<void>): Promise<void> {
		this.#error = undefined;
		try {
			await work();
		} catch (thrown) {
			const error = toAppError(thrown);
			if (error.code === 'aborted') return;
			console.warn('The backup was not read or restored.', error);
			this.#error = error;
			this.#state = otherwise;
		}
	}
}
