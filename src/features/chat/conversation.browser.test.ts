import { expect, test, vi } from 'vitest';
import type { GenerateRequest, Usage } from '../../engines/engine.ts';
import { AppError } from '../../lib/errors.ts';
import { messageRecord } from '../../storage/records/message.ts';
import { Conversation } from './conversation.svelte.ts';
import { Beats, scriptedServices, until } from './testing/scripted-services.ts';

type Services = Awaited<ReturnType<typeof scriptedServices>>;

async function begin(script: Parameters<typeof scriptedServices>[0], contextWindow?: number) {
	const services = await scriptedServices(script, contextWindow ? { contextWindow } : {});
	await services.engine.select(services.packs.installed[0]!);
	return { services, conversation: new Conversation(services.conversations, services.engine) };
}

/** What another page would read: the same database, seen anew. */
async function reopened({ conversations, engine }: Services, id: string) {
	const record = await conversations.get(id);
	const conversation = new Conversation(conversations, engine, record);
	await conversation.open();
	return conversation;
}

const contents = (conversation: Conversation) =>
	conversation.messages.map(({ content }) => content);

test('an answer is streamed, completed and stored under the question’s name', async () => {
	const { services, conversation } = await begin({ answer: () => 'Paris it is.' });
	await conversation.send('What is the capital?');
	expect(conversation.isGenerating).toBe(true);
	await conversation.settled;

	const stored = await reopened(services, conversation.id!);
	expect(stored.title).toBe('What is the capital?');
	expect(contents(stored)).toEqual(['What is the capital?', 'Paris it is.']);
	expect(stored.messages.map(({ state }) => state)).toEqual(['complete', 'complete']);
	expect(stored.messages[1]?.packId).toBe('scripted');
});

test('the question and the begun answer are stored before the first word', async () => {
	const beats = new Beats();
	const { services, conversation } = await begin({ answer: () => 'Never said.', ...beats });
	await conversation.send('Hello');
	await until(() => services.engine.status === 'generating');

	const { items } = await services.conversations.messages(conversation.id!);
	expect(items.map(({ content, state }) => [content, state])).toEqual([
		['Hello', 'complete'],
		['', 'streaming'],
	]);
	conversation.stop();
	await conversation.settled;
});

test('every flush is stored, so a crash loses nothing that was seen', async () => {
	const beats = new Beats();
	const { services, conversation } = await begin({ answer: () => 'one two three', ...beats });
	await conversation.send('Count');
	beats.allow(2);
	await until(() => conversation.messages.at(-1)?.content === 'one two ');
	await until(async () => {
		const { items } = await services.conversations.messages(conversation.id!);
		return items.at(-1)?.content === 'one two ';
	});
	conversation.stop();
	await conversation.settled;
});

test('an answer whose tab died is there again as interrupted', async () => {
	const { services, conversation } = await begin({ answer: () => 'Fine.' });
	await conversation.send('How are you?');
	await conversation.settled;
	// What a killed tab leaves behind: an answer that is streaming, with nobody who generates it.
	const cut = { ...conversation.messages.at(-1)!, content: 'Fi', state: 'streaming' as const };
	await services.database.transact(['messages'], 'readwrite', (transaction) =>
		transaction.objectStore('messages').put(messageRecord.encode(cut)),
	);

	const stored = await reopened(services, conversation.id!);
	expect(stored.messages.at(-1)).toMatchObject({ content: 'Fi', state: 'interrupted' });
	await stored.regenerate();
	await stored.settled;
	expect(contents(stored)).toEqual(['How are you?', 'Fine.']);
});

test('stopping ends the answer at once and keeps its text', async () => {
	const beats = new Beats();
	const { services, conversation } = await begin({ answer: () => 'one two three', ...beats });
	await conversation.send('Count');
	beats.allow(1);
	await until(() => conversation.messages.at(-1)?.content === 'one ');
	conversation.stop();
	expect(conversation.isGenerating).toBe(false);
	expect(conversation.messages.at(-1)).toMatchObject({ content: 'one ', state: 'stopped' });
	await conversation.settled;
	expect(services.engine.status).toBe('ready');
	expect((await reopened(services, conversation.id!)).messages.at(-1)?.state).toBe('stopped');
});

test('a message sent right after a stop waits for the engine', async () => {
	const beats = new Beats();
	const { conversation } = await begin({ answer: () => 'word', ...beats });
	await conversation.send('First');
	await until(() => conversation.isGenerating);
	conversation.stop();
	beats.allow(5);
	await conversation.send('Second');
	await conversation.settled;
	expect(conversation.error).toBeUndefined();
	expect(contents(conversation)).toEqual(['First', '', 'Second', 'word']);
});

test('another answer is shown in place of the last one, and is drawn more freely', async () => {
	const temperatures: (number | undefined)[] = [];
	const { services, conversation } = await begin({
		answer: ({ temperature }) => `Answer ${temperatures.push(temperature)}`,
	});
	await conversation.send('Go');
	await conversation.settled;
	await conversation.regenerate();
	await conversation.settled;
	expect(contents(conversation)).toEqual(['Go', 'Answer 2']);
	expect(contents(await reopened(services, conversation.id!))).toEqual(['Go', 'Answer 2']);
	expect(conversation.variantsOf(conversation.messages[1]!).map(({ content }) => content)).toEqual([
		'Answer 1',
		'Answer 2',
	]);
	expect(temperatures[0]).toBe(0);
	expect(temperatures[1]).toBeGreaterThan(0);
});

test('an edited question gets an answer of its own; what was before is one step away, also after a reload', async () => {
	const asked: string[][] = [];
	const { services, conversation } = await begin({
		answer: ({ messages }) => {
			asked.push(messages.map(({ content }) => content));
			return `Answer ${asked.length}`;
		},
	});
	for (const question of ['one', 'two']) {
		await conversation.send(question);
		await conversation.settled;
	}
	await conversation.edit(conversation.messages[2]!, 'three');
	await conversation.settled;
	expect(contents(conversation)).toEqual(['one', 'Answer 1', 'three', 'Answer 3']);
	expect(asked[2]).toEqual(['one', 'Answer 1', 'three']);

	const [before] = conversation.variantsOf(conversation.messages[2]!);
	await conversation.show(before!);
	expect(contents(conversation)).toEqual(['one', 'Answer 1', 'two', 'Answer 2']);
	const stored = await reopened(services, conversation.id!);
	expect(contents(stored)).toEqual(['one', 'Answer 1', 'two', 'Answer 2']);
	await stored.send('four');
	await stored.settled;
	expect(asked[3]).toEqual(['one', 'Answer 1', 'two', 'Answer 2', 'four']);
	expect((await reopened(services, conversation.id!)).messages).toHaveLength(6);
});

test('an answer in the middle gets another one without losing what followed', async () => {
	let count = 0;
	const { conversation } = await begin({ answer: () => `Answer ${++count}` });
	for (const question of ['one', 'two']) {
		await conversation.send(question);
		await conversation.settled;
	}
	const [, first] = conversation.messages;
	await conversation.regenerate(first);
	await conversation.settled;
	expect(contents(conversation)).toEqual(['one', 'Answer 3']);
	await conversation.show(first!);
	expect(contents(conversation)).toEqual(['one', 'Answer 1', 'two', 'Answer 2']);
});

test('a fork begins as the conversation up to a message and leaves it as it was', async () => {
	const { services, conversation } = await begin({ answer: () => 'Yes.' });
	for (const question of ['one', 'two']) {
		await conversation.send(question);
		await conversation.settled;
	}
	const { id } = await conversation.fork(conversation.messages[1]!, 'forked');
	const fork = await reopened(services, id);
	expect([fork.title, contents(fork)]).toEqual(['forked', ['one', 'Yes.']]);
	await fork.send('other');
	await fork.settled;
	expect(contents(await reopened(services, conversation.id!))).toEqual([
		'one',
		'Yes.',
		'two',
		'Yes.',
	]);
});

test('turns that no longer fit are counted on the answer, and stay in the conversation', async () => {
	const { conversation } = await begin({ answer: () => 'a b c d e f g h' }, 40);
	for (const question of ['one two three', 'four five six', 'seven eight nine', 'ten']) {
		await conversation.send(question);
		await conversation.settled;
	}
	expect(conversation.messages.at(-1)?.trimmedTurns).toBeGreaterThan(0);
	expect(conversation.messages).toHaveLength(8);
});

test('a lost device restarts the answer: nothing of the first try is left in it', async () => {
	const failures = [new AppError('device-lost', 'scripted')];
	const { conversation } = await begin({ answer: () => 'once only', failures });
	await conversation.send('Go');
	await conversation.settled;
	expect(conversation.lost).toBe('device');
	expect(conversation.messages.at(-1)).toMatchObject({ content: 'once only', state: 'complete' });
});

test('a failure keeps what was written and can be tried again', async () => {
	const failures = [new AppError('out-of-memory', 'scripted')];
	const { conversation } = await begin({ answer: () => 'half whole', failures });
	await conversation.send('Go');
	await conversation.settled;
	expect(conversation.error?.code).toBe('out-of-memory');
	expect(conversation.messages.at(-1)).toMatchObject({ content: 'half ', state: 'interrupted' });
	await conversation.regenerate();
	await conversation.settled;
	expect(conversation.error).toBeUndefined();
	expect(contents(conversation)).toEqual(['Go', 'half whole']);
});

test('a message that cannot be saved is not sent', async () => {
	const { services, conversation } = await begin({ answer: () => 'unheard' });
	const full = new AppError('quota-exceeded', 'scripted');
	const create = vi.spyOn(services.conversations, 'create').mockRejectedValueOnce(full);
	await expect(conversation.send('Hello')).rejects.toBe(full);
	expect(conversation.messages).toEqual([]);
	create.mockRestore();
	await conversation.send('Hello');
	await conversation.settled;
	expect(contents(conversation)).toEqual(['Hello', 'unheard']);
});

test('an answer that cannot be saved goes on, and says so', async () => {
	const { services, conversation } = await begin({ answer: () => 'still here' });
	const save = services.conversations.saveMessage.bind(services.conversations);
	vi.spyOn(services.conversations, 'saveMessage').mockImplementation((message) =>
		message.role === 'assistant'
			? Promise.reject(new AppError('quota-exceeded', 'scripted'))
			: save(message),
	);
	await conversation.send('Hello');
	await conversation.settled;
	expect(conversation.saveError?.code).toBe('quota-exceeded');
	expect(conversation.messages.at(-1)).toMatchObject({ content: 'still here', state: 'complete' });
});

test('a stopped answer is gone on with from its own last word, as one message', async () => {
	const beats = new Beats();
	const answer = ({ messages }: GenerateRequest) =>
		'one two three'.slice(messages[1]?.content.length ?? 0);
	const { services, conversation } = await begin({ answer, ...beats });
	await conversation.send('Count');
	beats.allow(2);
	await until(() => conversation.messages.at(-1)?.content === 'one two ');
	conversation.stop();
	await conversation.settled;
	beats.allow(9);
	await conversation.goOn(conversation.messages[1]!);
	await conversation.settled;
	expect(contents(conversation)).toEqual(['Count', 'one two three']);
	const stored = await reopened(services, conversation.id!);
	expect(stored.messages.map(({ content, state }) => [content, state])).toEqual([
		['Count', 'complete'],
		['one two three', 'complete'],
	]);
});

const usage: Usage = {
	promptTokens: 1,
	prefilledTokens: 1,
	completionTokens: 1,
	prefillPerSecond: 1,
	decodePerSecond: 1,
};

test('an answer that was cut for want of room says so when it is read again', async () => {
	const { services, conversation } = await begin({ answer: () => 'a b c' });
	vi.spyOn(services.engine, 'generate').mockImplementationOnce(async function* () {
		yield { type: 'text', text: 'a b' } as const;
		yield { type: 'end', reason: 'length', usage } as const;
	});
	await conversation.send('Go');
	await conversation.settled;
	const stored = await reopened(services, conversation.id!);
	expect(stored.messages[1]).toMatchObject({ content: 'a b', state: 'complete', cut: 'length' });
	await stored.goOn(stored.messages[1]!);
	await stored.settled;
	expect(stored.messages[1]).not.toHaveProperty('cut');
});

test('an answer with no more to say is whole; one that cannot be gone on with stays as it was', async () => {
	const { services, conversation } = await begin({
		answer: ({ messages }) => (messages.length === 1 ? 'All of it.' : ''),
	});
	await conversation.send('Go');
	await conversation.settled;
	const cut = { ...conversation.messages[1]!, state: 'interrupted' as const };
	await services.conversations.saveMessage(cut);
	await conversation.goOn(cut);
	await conversation.settled;
	expect(conversation.error).toBeUndefined();
	expect(conversation.messages[1]).toMatchObject({ content: 'All of it.', state: 'complete' });

	await services.conversations.saveMessage(cut);
	const failure = new AppError('out-of-memory', 'scripted');
	vi.spyOn(services.engine, 'generate').mockImplementationOnce(() => {
		throw failure;
	});
	await conversation.goOn(cut);
	await conversation.settled;
	expect(conversation.error).toBe(failure);
	expect((await reopened(services, conversation.id!)).messages[1]).toEqual(cut);
});
