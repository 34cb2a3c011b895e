import { afterEach, expect, test, vi } from 'vitest';
import { Changes } from '../changes.ts';
import { ConversationRepository } from '../conversation-repository.ts';
import type { StoredMessage } from '../records/message.ts';
import { freshDatabase } from '../testing/fresh-database.ts';
import { MessageSearch } from './message-search.ts';
import type { SearchResults } from './searcher.ts';

/** The real worker over a real database, which the page writes to meanwhile. */
const searches: MessageSearch[] = [];
afterEach(() => searches.splice(0).forEach((search) => search.stop()));

async function begin(count = 1) {
	const database = freshDatabase();
	const repository = new ConversationRepository(database);
	const search = new MessageSearch(database.name);
	searches.push(search);
	const conversations = [];
	for (let index = 0; index < count; index++) {
		conversations.push(await repository.create(`Conversation ${index}`));
	}
	let position = 0;
	const say = async (conversationId: string, content: string, o: Partial<StoredMessage> = {}) => {
		const message: StoredMessage = {
			id: `m${position}`,
			conversationId,
			position: position++,
			role: 'user',
			content,
			createdAt: position,
			state: 'complete',
			...o,
		};
		await repository.saveMessage(message);
		return message;
	};
	return { database, repository, search, say, conversations };
}

/** Follows a search: what it has told last. */
function follow(search: MessageSearch, typed: string) {
	const told: SearchResults[] = [];
	// It ends with the worker.
	void (async () => {
		for await (const results of search.search(typed)) told.push(results);
	})().catch(() => {});
	return { told, last: () => told.at(-1) };
}

const ids = (results: SearchResults | undefined) =>
	results?.conversations.flatMap(({ messages }) => messages.map(({ id }) => id));

const until = (condition: () => void) => vi.waitFor(condition, { timeout: 30_000 });

test('messages are found with their title, role, date, and the words marked', async () => {
	const { search, say, conversations } = await begin();
	await say(conversations[0]!.id, 'Where is the mill?');
	await say(conversations[0]!.id, 'The **mill** is by the river.', { role: 'assistant' });
	const { last } = follow(search, 'mill river');
	await until(() => expect(last()?.isPartial).toBe(false));
	expect(last()?.count).toBe(1);
	expect(last()?.conversations).toEqual([
		{
			id: conversations[0]!.id,
			title: [{ text: 'Conversation 0', isMatch: false }],
			updatedAt: expect.any(Number),
			more: 0,
			messages: [
				{
					id: 'm1',
					role: 'assistant',
					createdAt: 2,
					snippet: [
						{ text: 'The ', isMatch: false },
						{ text: 'mill', isMatch: true },
						{ text: ' is by the ', isMatch: false },
						{ text: 'river', isMatch: true },
						{ text: '.', isMatch: false },
					],
				},
			],
		},
	]);
});

test('a search that goes on follows what is written, changed, removed and put back', async () => {
	const { repository, search, say, conversations } = await begin(2);
	const [one, two] = conversations;
	await say(one!.id, 'First mill');
	const { last } = follow(search, 'mill');
	await until(() => expect(ids(last())).toEqual(['m0']));
	const second = await say(two!.id, 'Second mill');
	await until(() => expect(ids(last())).toEqual(['m1', 'm0']));
	await repository.saveMessage({ ...second, content: 'No more' });
	await until(() => expect(ids(last())).toEqual(['m0']));
	const snapshot = await repository.remove(one!.id);
	await until(() => expect(last()?.count).toBe(0));
	await repository.restore(snapshot);
	await until(() => expect(ids(last())).toEqual(['m0']));
	await repository.rename(two!.id, 'The mill');
	await until(() => expect(last()?.conversations[0]?.id).toBe(two!.id));
});

test('words narrow what was found, and an undone word widens it again', async () => {
	const { search, say, conversations } = await begin();
	await say(conversations[0]!.id, 'river');
	await say(conversations[0]!.id, 'conversation by the sea');
	await say(conversations[0]!.id, 'a river to the sea');
	for (const [typed, expected] of [
		['conv', ['m1']],
		['conv r', ['m2', 'm0']],
		['conv r s', ['m2']],
		['conv', ['m1']],
		['sea', ['m2', 'm1']],
	] as const) {
		const { last } = follow(search, typed);
		await until(() => expect(ids(last())).toEqual(expected));
	}
});

test('what another tab writes is found too', async () => {
	const { database, search, say, conversations } = await begin();
	await say(conversations[0]!.id, 'here');
	const { last } = follow(search, 'there');
	await until(() => expect(last()?.isPartial).toBe(false));
	const elsewhere = new ConversationRepository(database, new Changes(database.name));
	await elsewhere.saveMessage({
		id: 'other',
		conversationId: conversations[0]!.id,
		position: 1,
		role: 'user',
		content: 'over there',
		createdAt: 1,
		state: 'complete',
	});
	await until(() => expect(ids(last())).toEqual(['other']));
});

test('many messages are found in part at first, the last conversations first, and then all', async () => {
	const { database, search, conversations } = await begin(400);
	await database.transact(['messages'], 'readwrite', async (transaction) => {
		const store = transaction.objectStore('messages');
		for (const [index, { id }] of conversations.entries()) {
			for (let position = 0; position < 20; position++) {
				void store.put({
					id: `${index}-${position}`,
					conversationId: id,
					position,
					role: 'user',
					content: `word ${index}`,
					createdAt: position,
					state: 'complete',
				});
			}
		}
	});
	const { told, last } = follow(search, 'word');
	await until(() => expect(last()).toMatchObject({ count: 8000, isPartial: false }));
	expect(told[0]!.isPartial).toBe(true);
	expect(told[0]!.count).toBeLessThan(8000);
	expect(last()!.conversations[0]!.messages).toHaveLength(10);
	expect(last()!.conversations[0]!.more).toBe(10);
	expect(ids(last())).toHaveLength(100);
});

test('a database that cannot be read is told, and the next search tries again', async () => {
	const { database, search } = await begin();
	await database.close();
	const newer = indexedDB.open(database.name, 1000);
	await new Promise((resolve) => (newer.onsuccess = resolve));
	newer.result.close();
	const results = search.search('word');
	await expect(results.next()).rejects.toMatchObject({ code: 'unsupported' });
	await expect(search.search('word').next()).rejects.toMatchObject({ code: 'unsupported' });
});
