import { expect, test, vi } from 'vitest';
import { ConversationRepository } from './conversation-repository.ts';
import { DraftRepository } from './draft-repository.ts';
import { ProjectRepository } from './project-repository.ts';
import { Changes, type Change } from './changes.ts';
import type { StoredMessage } from './records/message.ts';
import { freshDatabase } from './testing/fresh-database.ts';

/** One database as two tabs have it: each with repositories of its own. */
function twoTabs() {
	const database = freshDatabase();
	const tab = () => {
		const changes = new Changes(database.name);
		const heard: Change[] = [];
		changes.listen((change) => heard.push(change));
		return {
			heard,
			conversations: new ConversationRepository(database, changes),
			projects: new ProjectRepository(database, changes),
			drafts: new DraftRepository(database, changes),
		};
	};
	return { here: tab(), there: tab() };
}

const question = (conversationId: string, o: Partial<StoredMessage> = {}): StoredMessage => ({
	id: crypto.randomUUID(),
	conversationId,
	position: 0,
	role: 'user',
	content: 'Hello',
	createdAt: 1,
	state: 'complete',
	...o,
});

test('another tab hears of each change once it is stored; the own tab does not', async () => {
	const { here, there } = twoTabs();
	const conversation = await here.conversations.create('one');
	const { id } = conversation;
	const message = question(id);
	await here.conversations.saveMessage(message);
	await here.conversations.rename(id, 'two');
	await here.conversations.removeMessage(message);
	await here.conversations.restore(await here.conversations.remove(id));
	const project = await here.projects.create({ name: 'p', instructions: '' });
	await here.drafts.save(id, 'text', undefined);
	const told = ({ kind }: Change) => kind;
	await vi.waitFor(() => expect(there.heard.map(told).at(-1)).toBe('draft'));
	expect(there.heard.map(told)).toEqual([
		'conversation',
		'message',
		'conversation',
		'conversation',
		'message',
		'conversation',
		'conversation',
		'project',
		'draft',
	]);
	expect(there.heard[1]).toEqual({ kind: 'message', id: message.id, conversationId: id });
	expect(there.heard.at(-2)).toEqual({ kind: 'project', id: project.id });
	expect(here.heard).toEqual([]);
	expect((await there.conversations.get(id))?.title).toBe('two');
});

test('what two tabs change at the same time is all there', async () => {
	const { here, there } = twoTabs();
	const { id } = await here.conversations.create('one');
	await Promise.all([
		here.conversations.rename(id, 'by hand'),
		there.conversations.change(id, { pinnedAt: 5 }),
		here.conversations.saveMessage(question(id)),
		there.conversations.saveMessage(question(id, { position: 1 })),
		here.conversations.change(id, { projectId: 'p' }),
		there.conversations.suggestTitle(id, 'by the model', 'one'),
	]);
	expect(await there.conversations.get(id)).toMatchObject({
		title: 'by hand',
		titleBy: 'person',
		pinnedAt: 5,
		projectId: 'p',
	});
	expect((await here.conversations.messages(id)).items).toHaveLength(2);
	await here.conversations.change(id, { pinnedAt: undefined });
	expect(await there.conversations.get(id)).not.toHaveProperty('pinnedAt');
});

test('a title of the model takes the place of the first words, and never of a person’s', async () => {
	const { here } = twoTabs();
	const { id } = await here.conversations.create('first words');
	await here.conversations.suggestTitle(id, 'Better', 'other words');
	expect((await here.conversations.get(id))?.title).toBe('first words');
	await here.conversations.suggestTitle(id, 'Better', 'first words');
	expect(await here.conversations.get(id)).toMatchObject({ title: 'Better', titleBy: 'model' });
	await here.conversations.rename(id, 'Mine');
	await here.conversations.suggestTitle(id, 'Best', 'Mine');
	expect(await here.conversations.get(id)).toMatchObject({ title: 'Mine', titleBy: 'person' });
});

test('a tab sees when the answer of another has ended', async () => {
	const { here, there } = twoTabs();
	const { id } = await here.conversations.create();
	const answer = question(id, { role: 'assistant', content: '', state: 'streaming' });
	await here.conversations.saveMessage(answer);
	expect((await there.conversations.message(answer.id))?.state).toBe('streaming');
	let hasEnded = false;
	const ended = there.conversations.generationEnded(answer.id).then(() => (hasEnded = true));
	await here.conversations.saveMessage({ ...answer, content: 'Yes', state: 'streaming' });
	expect(hasEnded).toBe(false);
	await here.conversations.saveMessage({ ...answer, content: 'Yes.', state: 'complete' });
	await ended;
	expect(await there.conversations.message(answer.id)).toMatchObject({ content: 'Yes.' });
});

test('what a tab still shows brings a conversation back that another has removed', async () => {
	const { here, there } = twoTabs();
	const conversation = await here.conversations.create('one');
	const message = question(conversation.id);
	await here.conversations.saveMessage(message);
	await there.conversations.remove(conversation.id);
	await here.conversations.bringBack(conversation, [message]);
	expect(await there.conversations.get(conversation.id)).toEqual(conversation);
	expect((await there.conversations.messages(conversation.id)).items).toEqual([message]);
});
