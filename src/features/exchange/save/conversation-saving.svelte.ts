import { toAppError, type AppError } from '../../../lib/errors.ts';
import type { ConversationRepository } from '../../../storage/conversation-repository.ts';
import { chooseTarget, download } from '../../../ui/save-file.ts';
import { writeConversationFile } from '../conversation-file.ts';
import { fileNameOf, type FileKind } from './file-kind.ts';
import type { FileWords } from './file-words.ts';
import type { SavedConversation } from './saved-conversation.ts';
import { toMarkdown } from './to-markdown.ts';

/** The writing of conversations to one file of the person's choice. */
export class ConversationSaving {
	readonly #conversations: ConversationRepository;
	#isRunning = $state.raw(false);
	#saved = $state.raw<string>();
	#error = $state.raw<AppError>();

	constructor(conversations: ConversationRepository) {
		this.#conversations = conversations;
	}

	get isRunning(): boolean {
		return this.#isRunning;
	}

	/** Name of the file, once it is written. */
	get saved(): string | undefined {
		return this.#saved;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	/** Asks where to, from within a press of a button, and writes. */
	async start(ids: readonly string[], kind: FileKind, words: FileWords): Promise<void> {
		this.#error = undefined;
		this.#saved = undefined;
		const now = Date.now();
		const name = fileNameOf(kind, now);
		try {
			const target = await chooseTarget(name);
			this.#isRunning = true;
			const file = await this.#fileOf(ids, kind, words, now);
			if (target) {
				const writable = await target.createWritable();
				await writable.write(file);
				await writable.close();
			} else download(file, name);
			this.#saved = target?.name ?? name;
		} catch (thrown) {
			const error = toAppError(thrown);
			if (error.code !== 'aborted') this.#error = error;
		} finally {
			this.#isRunning = false;
		}
	}

	async #fileOf(
		ids: readonly string[],
		kind: FileKind,
		words: FileWords,
		now: number,
	): Promise<Blob> {
		const all: SavedConversation[] = [];
		for (const id of ids) {
			const conversation = await this.#conversations.get(id);
			if (!conversation) continue;
			all.push({ conversation, messages: (await this.#conversations.messages(id)).items });
		}
		if (kind === 'json') {
			return new Blob([writeConversationFile(all, now)], { type: 'application/json' });
		}
		if (kind === 'markdown') return new Blob([toMarkdown(all, words)], { type: 'text/markdown' });
		const { toPage } = await import('./to-page.ts');
		const parts: string[] = [];
		for (const part of toPage(all, words)) {
			parts.push(part);
			// A long page is made between other work.
			if (parts.length % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
		}
		return new Blob(parts, { type: 'text/html' });
	}
}
