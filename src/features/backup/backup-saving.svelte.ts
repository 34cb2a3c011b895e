import { toAppError, type AppError } from '../../lib/errors.ts';
import { startBackupWorker } from '../../storage/backup/backup-process.ts';
import { chooseTarget, download } from '../../ui/save-file.ts';
import type { Services } from '../feature.ts';
import { backupFileName } from './file-name.ts';

type Piece = Uint8Array<ArrayBuffer>;

/** The writing of a backup to a file of the person's choice. */
export class BackupSaving {
	readonly #services: Services;
	readonly #databaseName: string;
	#bytes = $state.raw<number>();
	#saved = $state.raw<string>();
	#error = $state.raw<AppError>();
	#running: AbortController | undefined;

	constructor(services: Services, databaseName = 'quern') {
		this.#services = services;
		this.#databaseName = databaseName;
	}

	/** How many are written, while it runs. */
	get bytes(): number | undefined {
		return this.#bytes;
	}

	/** Name of the file, once it is written. */
	get saved(): string | undefined {
		return this.#saved;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	/** Asks where to, from within a press of a button, and writes. */
	async start(passphrase?: string): Promise<void> {
		const { settings, conversations } = this.#services;
		const now = Date.now();
		const name = backupFileName(now);
		const { signal } = (this.#running = new AbortController());
		this.#error = undefined;
		this.#saved = undefined;
		const worker = startBackupWorker(this.#databaseName);
		try {
			const target = await chooseTarget(name);
			this.#bytes = 0;
			const messages = await conversations.countMessages();
			const request = {
				settings: $state.snapshot(settings.chosen()),
				...(passphrase !== undefined && { passphrase }),
			};
			const pieces = worker.backup.write(request, { signal });
			if (target) await this.#stream(pieces, target);
			else download(await this.#collect(pieces), name);
			await settings.set('lastBackup', { at: now, messages });
			this.#saved = target?.name ?? name;
		} catch (thrown) {
			const error = toAppError(thrown);
			if (error.code !== 'aborted') this.#error = error;
		} finally {
			worker.stop();
			this.#bytes = undefined;
		}
	}

	stop(): void {
		this.#running?.abort();
	}

	/** A file that is not closed is not there: a backup that was stopped leaves none. */
	async #stream(pieces: AsyncIterable<Piece>, target: FileSystemFileHandle): Promise<void> {
		const file = await target.createWritable();
		try {
			for await (const piece of this.#counted(pieces)) await file.write(piece);
		} catch (error) {
			await file.abort().catch(() => {});
			throw error;
		}
		await file.close();
	}

	async #collect(pieces: AsyncIterable<Piece>): Promise<Blob> {
		const parts: Piece[] = [];
		for await (const piece of this.#counted(pieces)) parts.push(piece);
		return new Blob(parts, { type: 'application/octet-stream' });
	}

	async *#counted(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
		for await (const piece of pieces) {
			yield piece;
			this.#bytes = (this.#bytes ?? 0) + piece.length;
		}
	}
}
