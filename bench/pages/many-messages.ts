import { Database } from '../../src/storage/database.ts';
import { conversationRecord } from '../../src/storage/records/conversation.ts';
import { messageRecord } from '../../src/storage/records/message.ts';

const MESSAGES_EACH = 50;

/** A generator of numbers from 0 to 1 that gives the same in every run. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/** Fills a database with conversations, one after another in each of the languages, of 5 to 60 phrases a message. */
export async function fillWithMessages(
	database: Database,
	count: number,
	phrases: Readonly<Record<string, readonly string[]>>,
): Promise<number> {
	const random = seeded(7);
	const languages = Object.keys(phrases);
	let characters = 0;
	const text = (language: string) => {
		const all = phrases[language]!;
		const pieces = Array.from(
			{ length: 2 + Math.floor(random() * 12) },
			() => all[Math.floor(random() * all.length)]!,
		);
		const content = pieces.join(' ');
		characters += content.length;
		return content;
	};
	for (let index = 0; index < count / MESSAGES_EACH; index++) {
		const language = languages[index % languages.length]!;
		await database.transact(['conversations', 'messages'], 'readwrite', async (transaction) => {
			const id = `c${index}`;
			const conversation = {
				id,
				title: text(language).slice(0, 60),
				createdAt: index,
				updatedAt: index,
			};
			await transaction.objectStore('conversations').put(conversationRecord.encode(conversation));
			const store = transaction.objectStore('messages');
			for (let position = 0; position < MESSAGES_EACH; position++) {
				void store.put(
					messageRecord.encode({
						id: `${id}-${position}`,
						conversationId: id,
						position,
						role: position % 2 === 0 ? 'user' : 'assistant',
						content: text(language),
						createdAt: index,
						state: 'complete',
					}),
				);
			}
		});
	}
	return characters;
}
