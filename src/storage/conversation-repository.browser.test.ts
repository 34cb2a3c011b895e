import { expect, test, vi } from 'vitest';
import { ConversationRepository } from './conversation-repository.ts';
import type { StoredMessage } from './records/message.ts';
import { freshDatabase } from './testing/fresh-database.ts';
import { fillDisk } from './testing/full-disk.ts';

function open() {
	const database = freshDatabase();
	return { database, repository: new ConversationRepository(database) };
}

function message(
	conversationId: string,
	position: number,
	o: Partial<StoredMessage> = {},
): StoredMessage {
	return {
		id: crypto.randomUUID(),
		conversationId,
		position,
		role: position % 2 ? 'assistant' : 'user',
		content: `message ${position}`,
		createdAt: 1000 + position,
		state: 'complete',
		...o,
	};
}

const contents = async (repository: ConversationRepository, id: string) =>
	(await repository.messages(id)).items.map(({ content }) => content);

test('conversations come newest first, and the one that is written to moves up', async () => {
	const { repository } = open();
	const clock = vi.spyOn(Date, 'now');
	clock.mockReturnValue(1);
	const first = await repository.create('first');
	clock.mockReturnValue(2);
	const second = await repository.create();
	const titles = async () => (await repository.list()).items.map(({ id }) => id);
	expect(await titles()).toEqual([second.id, first.id]);
	clock.mockReturnValue(3);
	await repository.saveMessage(message(first.id, 0));
	expect(await titles()).toEqual([first.id, second.id]);
	clock.mockRestore();
	await repository.rename(second.id, 'سلام');
	expect((await repository.get(second.id))?.title).toBe('سلام');
});

test('messages come by position, and only those of the conversation', async () => {
	const { repository } = open();
	const [one, other] = [await repository.create(), await repository.create()];
	for (const position of [10, 2, 0, 1]) await repository.saveMessage(message(one.id, position));
	await repository.saveMessage(message(other.id, 0));
	expect((await repository.messages(one.id)).items.map((m) => m.position)).toEqual([0, 1, 2, 10]);
});

test('a streamed answer is there after every flush, and whole at the end', async () => {
	const { repository } = open();
	const { id } = await repository.create();
	const answer = message(id, 0, { role: 'assistant', content: '', state: 'streaming' });
	for (const content of ['', 'The', 'The capital']) {
		await repository.saveMessage({ ...answer, content });
		expect((await repository.messages(id)).items).toEqual([{ ...answer, content }]);
	}
	const final = { ...answer, content: 'The capital.', state: 'complete' as const, trimmedTurns: 1 };
	await repository.saveMessage(final);
	expect((await repository.messages(id)).items).toEqual([final]);
});

test('another tab sees an answer as streaming while it is, and as interrupted once its tab is gone', async () => {
	const { database, repository } = open();
	const { id } = await repository.create();
	const frame = document.createElement('iframe');
	document.body.append(frame);
	const otherTab = frame.contentWindow as Window;
	const answer = message(id, 1, { content: 'The capital', state: 'streaming' });
	// The frame holds the lock as the repository in another tab would.
	await new Promise<void>((held) => {
		void otherTab.navigator.locks.request(`quern:generation:${answer.id}`, () => {
			held();
			return new Promise(() => {});
		});
	});
	await database.transact(['messages'], 'readwrite', (transaction) =>
		transaction.objectStore('messages').put(answer),
	);
	const state = async () => (await repository.messages(id)).items[0]?.state;
	expect(await state()).toBe('streaming');
	frame.remove();
	await vi.waitFor(async () => expect(await state()).toBe('interrupted'), { timeout: 10_000 });
	expect(await contents(repository, id)).toEqual(['The capital']);
});

test('a generation that has ended holds nothing', async () => {
	const { repository } = open();
	const { id } = await repository.create();
	const answer = message(id, 0, { state: 'streaming' });
	await repository.saveMessage(answer);
	await repository.saveMessage({ ...answer, state: 'stopped' });
	const { held = [] } = await navigator.locks.query();
	expect(held.map(({ name }) => name)).not.toContain(`quern:generation:${answer.id}`);
});

test('a fork has copies of the messages up to a point, and goes its own way', async () => {
	const { repository } = open();
	const { id } = await repository.create('origin');
	const first = message(id, 0, { parentId: null });
	const answer = message(id, 1, { parentId: first.id, content: 'so far', state: 'stopped' });
	const other = message(id, 2, { parentId: first.id });
	for (const each of [first, answer, other]) await repository.saveMessage(each);
	const fork = await repository.fork(id, [first, answer], 'origin (2)');
	const copies = (await repository.messages(fork.id)).items;
	expect(copies.map(({ content, state }) => [content, state])).toEqual([
		['message 0', 'complete'],
		['so far', 'stopped'],
	]);
	expect(copies[1]?.parentId).toBe(copies[0]?.id);
	expect(copies.map((copy) => copy.id)).not.toContain(first.id);
	await repository.removeMessage(copies[1]!);
	expect(await contents(repository, id)).toHaveLength(3);
	await expect(repository.fork('gone', [], '')).rejects.toMatchObject({ code: 'invalid-input' });
});

test('which variants are shown is kept, and what is written last is shown', async () => {
	const { repository } = open();
	const { id } = await repository.create();
	const [one, two] = [message(id, 0, { parentId: null }), message(id, 1, { parentId: null })];
	for (const each of [one, two]) await repository.saveMessage(each);
	expect((await repository.get(id))?.headId).toBe(two.id);
	await repository.show(id, one.id);
	expect((await repository.get(id))?.headId).toBe(one.id);
});

test('a removed conversation is gone with its messages, and can be put back', async () => {
	const { repository } = open();
	const { id } = await repository.create('kept');
	for (const position of [0, 1]) await repository.saveMessage(message(id, position));
	const before = await repository.list();
	const snapshot = await repository.remove(id);
	expect((await repository.list()).items).toEqual([]);
	expect(await contents(repository, id)).toEqual([]);
	await repository.restore(snapshot);
	expect(await repository.list()).toEqual(before);
	expect(await contents(repository, id)).toEqual(['message 0', 'message 1']);
});

test('a message of a conversation that is gone is refused', async () => {
	const { repository } = open();
	const { id } = await repository.create();
	await repository.remove(id);
	await expect(repository.saveMessage(message(id, 0))).rejects.toMatchObject({
		code: 'invalid-input',
	});
	expect(await contents(repository, id)).toEqual([]);
});

test('one corrupt record hides no other, is counted, and survives remove and restore', async () => {
	const { database, repository } = open();
	const { id } = await repository.create('fine');
	await repository.saveMessage(message(id, 0));
	const corrupt = { id: 'bad', conversationId: id, position: 1, content: 7 };
	await database.transact(['conversations', 'messages'], 'readwrite', async (transaction) => {
		await transaction.objectStore('conversations').put({ id: 'bad', title: 4 });
		await transaction.objectStore('messages').put(corrupt);
	});
	const list = await repository.list();
	expect(list.items.map(({ title }) => title)).toEqual(['fine']);
	expect(list.unreadable).toBe(1);
	expect((await repository.messages(id)).unreadable).toBe(1);
	await repository.restore(await repository.remove(id));
	expect((await repository.messages(id)).unreadable).toBe(1);
});

test('a full disk in the middle of an answer is told, and keeps what was saved', async () => {
	const { repository } = open();
	const { id } = await repository.create();
	const answer = message(id, 0, { content: 'The', state: 'streaming' });
	await repository.saveMessage(answer);
	const disk = fillDisk();
	const flush = repository.saveMessage({ ...answer, content: 'The capital' });
	await expect(flush).rejects.toMatchObject({ code: 'quota-exceeded' });
	disk.free();
	expect((await repository.messages(id)).items).toMatchObject([
		{ content: 'The', state: 'interrupted' },
	]);
});

const TEN_YEARS = 10 * 365.25 * 86_400_000;

test.each([
	['back', -TEN_YEARS],
	['ahead', TEN_YEARS],
])(
	'the clock jumps ten years %s: a conversation keeps its order, and takes what comes (wrapped)',
	async (_, jump) => {
		const { repository } = open();
		const { id } = await repository.create('begun before');
		await repository.saveMessage(message(id, 0, { createdAt: Date.now() }));
		const before = Date.now();
		const clock = vi.spyOn(Date, 'now').mockImplementation(() => before + jump);
		const answer = message(id, 1, { createdAt: Date.now(), state: 'streaming', content: '' });
		await repository.saveMessage(answer);
		await repository.saveMessage({ ...answer, content: 'half of it' });
		clock.mockRestore();
		await repository.saveMessage({ ...answer, content: 'all of it', state: 'complete' });
		await repository.saveMessage(message(id, 2, { createdAt: Date.now() }));
		expect(await contents(repository, id)).toEqual(['message 0', 'all of it', 'message 2']);
		const { items, unreadable } = await repository.list();
		expect(items.map(({ title }) => title)).toEqual(['begun before']);
		expect(unreadable).toBe(0);
	},
);
