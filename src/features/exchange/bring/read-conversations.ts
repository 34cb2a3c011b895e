import {
	isChatGptConversation,
	readChatGptConversation,
} from '../../../formats/chatgpt/read-conversation.ts';
import type {
	ForeignConversation,
	LeftOuts,
} from '../../../formats/conversations/foreign-conversation.ts';
import { splitJsonArray } from '../../../formats/json/split-array.ts';
import { isOpenWebUiChat, readOpenWebUiChat } from '../../../formats/open-webui/read-chat.ts';
import { isZip, readForeignEntry, readForeignZip } from '../../../formats/zip/foreign-zip.ts';
import type { CallOptions } from '../../../lib/call-options.ts';
import { AppError } from '../../../lib/errors.ts';
import type { ImportedConversation } from '../../../storage/conversation-import.ts';
import { conversationFileHead, readConversationElement } from '../conversation-file.ts';
import { toRecords } from './to-records.ts';

/** A conversation as it was read from a file; `imported` is undefined where it cannot be read. */
export interface ReadConversation {
	readonly imported: ImportedConversation | undefined;
	readonly left: LeftOuts;
}

const LIMITS = { maxBytes: 128 * 1024 * 1024, maxDepth: 200 };
/** More than anyone has, and no more than a list of them can be shown. */
const MOST_CONVERSATIONS = 100_000;
/** Large exports of ChatGPT come in several. */
const IN_ZIP = /(?:^|\/)conversations(?:-\d{1,4})?\.json$/;

/**
 * The conversations of a file that Quern, Open WebUI or ChatGPT exported, one after another. Throws `invalid-input`
 * (`no-conversations`) for another file and for one that ends early, `unsupported` (`newer-backup`) for one of a newer Quern.
 */
export async function* readConversations(
	file: Blob,
	{ signal }: CallOptions = {},
): AsyncGenerator<ReadConversation> {
	let found = 0;
	for await (const chunks of sourcesOf(file)) {
		let isOurs = false;
		for await (const element of splitJsonArray(chunks, LIMITS)) {
			if (signal?.aborted) throw new AppError('aborted', 'reading was stopped');
			const head = conversationFileHead(element);
			if (head === 'newer') {
				const data = { reason: 'newer-backup' } as const;
				throw new AppError('unsupported', 'a newer conversation file', { data });
			}
			isOurs ||= head === 'ours';
			if (head) continue;
			const read = isOurs ? readOurs(element) : await readForeign(element);
			if (!read) continue;
			if (++found > MOST_CONVERSATIONS) throw noConversations('too many');
			yield read;
		}
	}
	if (found === 0) throw noConversations('none');
}

async function* sourcesOf(file: Blob): AsyncGenerator<AsyncIterable<Uint8Array>> {
	if (!(await isZip(file))) {
		yield pieces(file);
		return;
	}
	const entries = (await readForeignZip(file)).filter(({ name }) => IN_ZIP.test(name));
	for (const entry of entries.slice(0, 1000)) yield readForeignEntry(file, entry);
}

const PIECE = 1024 * 1024;

async function* pieces(file: Blob): AsyncGenerator<Uint8Array> {
	for (let offset = 0; offset < file.size; offset += PIECE) {
		yield new Uint8Array(await file.slice(offset, offset + PIECE).arrayBuffer());
	}
}

function readOurs(element: unknown): ReadConversation {
	const { broken = 0, ...imported } = readConversationElement(element) ?? {};
	if (!('conversation' in imported)) return { imported: undefined, left: {} };
	return { imported, left: broken > 0 ? { broken } : {} };
}

async function readForeign(element: unknown): Promise<ReadConversation | undefined> {
	let foreign: ForeignConversation | undefined;
	if (isChatGptConversation(element)) foreign = readChatGptConversation(element);
	else if (isOpenWebUiChat(element)) foreign = readOpenWebUiChat(element);
	// Something else that the file holds, and no conversation.
	else return undefined;
	if (!foreign) return { imported: undefined, left: {} };
	return { imported: await toRecords(foreign, Date.now()), left: foreign.left };
}

function noConversations(why: string): AppError {
	const data = { reason: 'no-conversations' } as const;
	return new AppError('invalid-input', `no conversations: ${why}`, { data });
}
