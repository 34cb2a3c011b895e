import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { GenerateRequest } from '../../engines/engine.ts';
import en from '../../i18n/locales/en.ts';
import type { StoredMessage } from '../../storage/records/message.ts';
import { conversationRecord } from '../../storage/records/conversation.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import ChatPage from './ChatPage.svelte';
import { Draft } from './draft.svelte.ts';
import { Beats, repositoriesOf, scriptedServices, until } from './testing/scripted-services.ts';

const t = en.chat;
const o = en.organise;
const composer = page.getByRole('textbox', { name: t.composer });
const answers = page.getByRole('article', { name: t.answer });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const choose = async (name: string) => page.getByRole('menuitem', { name }).click();

beforeEach(async () => {
	location.hash = '#/chat/new';
	await page.viewport(1300, 800);
});
afterEach(() => void (location.hash = ''));

type Services = Awaited<ReturnType<typeof scriptedServices>>;

function open(services: Services, path: string[] = ['new']) {
	return render(ChatPage, { props: { services, path } });
}

async function ask(text: string) {
	await composer.fill(text);
	await userEvent.keyboard('{Enter}');
}

/** The names of the groups in the list, with what is in them. */
const groups = () =>
	[...document.querySelectorAll('aside section ul')].map((list) => {
		const name = document.getElementById(list.getAttribute('aria-labelledby') ?? '')?.textContent;
		return [name, ...[...list.querySelectorAll('.title')].map((title) => title.textContent)];
	});

test('the model names a conversation after its first answer, and not one that has a name', async () => {
	const asked: string[] = [];
	const answer = ({ messages }: GenerateRequest) => {
		asked.push(messages.at(-1)!.content);
		return messages.length === 3 ? '“Capital of France”' : 'Paris.';
	};
	const services = await scriptedServices({ answer });
	await services.settings.set('modelTitles', true);
	open(services);
	await ask('What is the capital?');
	await expect.element(page.getByRole('heading', { name: 'Capital of France' })).toBeVisible();
	expect((await services.conversations.list()).items[0]).toMatchObject({ titleBy: 'model' });
	await ask('And of Italy?');
	await until(() => asked.length === 3);
	await until(() => services.engine.status === 'ready');
	expect(asked[2]).toBe('And of Italy?');
});

test('a question that is asked meanwhile does not wait for the title', async () => {
	const beats = new Beats();
	const answer = ({ messages }: GenerateRequest) =>
		messages.length === 3 && !messages[2]!.content.startsWith('Second') ? 'A title' : 'Yes.';
	const services = await scriptedServices({ answer, ...beats });
	await services.settings.set('modelTitles', true);
	open(services);
	await ask('First');
	beats.allow(1);
	await expect.element(answers.getByText('Yes.')).toBeVisible();
	await until(() => services.engine.status === 'ready');
	await until(() => services.engine.status === 'generating');
	await ask('Second');
	beats.allow(2);
	await expect.poll(() => answers.elements().length).toBe(2);
	await until(() => services.engine.status === 'ready');
	expect((await services.conversations.list()).items[0]?.title).toBe('First');
});

test('conversations are pinned, archived, and brought back', async () => {
	const services = await scriptedServices({ answer: () => '' });
	await services.conversations.create('one');
	await services.conversations.create('two');
	open(services);
	await expect.poll(groups).toEqual([[o.today, 'two', 'one']]);
	await button(t.options).last().click();
	await choose(o.pin);
	await expect.poll(groups).toEqual([
		[o.pinned, 'one'],
		[o.today, 'two'],
	]);
	await button(t.options).last().click();
	await choose(o.archive);
	await expect.poll(groups).toEqual([[o.pinned, 'one']]);
	await button(o.toArchive({ count: 1 })).click();
	await expect.element(page.getByText('two', { exact: true })).toBeVisible();
	await button(o.back).click();
	toasts.run(toasts.shown.at(-1)!);
	await expect.poll(groups).toEqual([
		[o.pinned, 'one'],
		[o.today, 'two'],
	]);
});

test('a project has instructions that its conversations begin with; deleted, it leaves them', async () => {
	const systems: (string | undefined)[] = [];
	const answer = ({ messages }: GenerateRequest) => {
		systems.push(messages.find(({ role }) => role === 'system')?.content);
		return 'Yes.';
	};
	const services = await scriptedServices({ answer });
	open(services);
	await ask('Before');
	await expect.element(answers.getByText('Yes.')).toBeVisible();
	await button(o.newProject).click();
	await page.getByRole('textbox', { name: o.projectName }).fill('Farm');
	await page.getByRole('textbox', { name: o.instructions }).fill('We grow pistachios.');
	await button(o.create).click();
	await button(t.options).last().click();
	await choose(o.move);
	await button('Farm').click();
	await until(async () => (await services.conversations.list()).items[0]?.projectId);
	await expect.poll(groups).toEqual([['Farm', 'Before']]);
	await ask('After');
	await until(() => systems.length === 2);
	expect(systems).toEqual([undefined, 'We grow pistachios.']);
	await button(o.projectOptions({ name: 'Farm' })).click();
	await choose(en.actions.delete);
	await expect.poll(groups).toEqual([[o.today, 'Before']]);
	toasts.run(toasts.shown.at(-1)!);
	await expect.poll(groups).toEqual([['Farm', 'Before']]);
});

test('a new conversation can begin in a project', async () => {
	const services = await scriptedServices({ answer: () => 'Yes.' });
	const { id } = await services.projects.create({ name: 'Farm', instructions: '' });
	open(services, ['new', id]);
	await ask('In it');
	await expect.poll(groups).toEqual([['Farm', 'In it']]);
	expect((await services.conversations.list()).items[0]?.projectId).toBe(id);
});

test('what is written while a stored draft is being looked for stays, however early', async () => {
	const { drafts } = await scriptedServices({ answer: () => '' });
	for (let moment = 0; moment < 8; moment++) {
		const draft = new Draft(drafts, `conversation ${moment}`);
		const opening = draft.open(`conversation ${moment}`);
		for (let turn = 0; turn < moment; turn++) await Promise.resolve();
		draft.text = 'Written at once';
		await opening;
		expect(draft.text, `after ${moment} turns`).toBe('Written at once');
		await draft.flush();
		expect((await drafts.get(`conversation ${moment}`))?.text).toBe('Written at once');
	}
});

test('a draft is kept by conversation, and gone once it is sent', async () => {
	const services = await scriptedServices({ answer: () => 'Yes.' });
	const { id } = await services.conversations.create('one');
	const view = await open(services, [id]);
	await composer.fill('half a question');
	await view.rerender({ path: ['new'] });
	await expect.element(composer).toHaveValue('');
	await view.rerender({ path: [id] });
	await expect.element(composer).toHaveValue('half a question');
	await view.unmount();
	// Another start of the app: what was written is read from the device.
	open({ ...services }, [id]);
	await expect.element(composer).toHaveValue('half a question');
	await userEvent.click(composer);
	await userEvent.keyboard('{Enter}');
	await until(async () => (await services.drafts.get(id)) === undefined);
	await expect.element(composer).toHaveValue('');
});

test('what two tabs write in the same place is offered, and neither is lost', async () => {
	const services = await scriptedServices({ answer: () => 'Yes.' });
	const there = repositoriesOf(services.database);
	open(services);
	await composer.fill('here');
	await until(() => services.drafts.get('new'));
	const known = await there.drafts.get('new');
	await there.drafts.save('new', 'there', known?.revision);
	await expect.element(composer).toHaveValue('there');
	await composer.fill('here again');
	// At the same moment, before this tab has stored its own.
	await there.drafts.save('new', 'there again', (await there.drafts.get('new'))?.revision);
	await expect.element(page.getByText(o.otherDraft)).toBeVisible();
	await expect.element(composer).toHaveValue('here again');
	await button(o.keepThis).click();
	await until(async () => (await there.drafts.get('new'))?.text === 'here again');
});

test('what another tab does is shown at once: names, answers as they are written, and a deletion', async () => {
	const services = await scriptedServices({ answer: () => 'Yes.' });
	const there = repositoriesOf(services.database);
	const { id } = await there.conversations.create('one');
	open(services, [id]);
	await there.conversations.rename(id, 'two');
	await expect.element(page.getByRole('heading', { name: 'two', level: 1 })).toBeVisible();

	const message = (m: Partial<StoredMessage>): StoredMessage => ({
		id: crypto.randomUUID(),
		conversationId: id,
		position: 0,
		parentId: null,
		role: 'user',
		content: 'Asked there',
		createdAt: 1,
		state: 'complete',
		...m,
	});
	const question = message({});
	await there.conversations.saveMessage(question);
	await expect.element(page.getByText('Asked there')).toBeVisible();
	const answer = message({
		role: 'assistant',
		position: 1,
		parentId: question.id,
		content: '',
		state: 'streaming',
	});
	for (const content of ['', 'Half', 'Half an answer']) {
		await there.conversations.saveMessage({ ...answer, content });
	}
	await expect.element(answers).toHaveTextContent('Half an answer');
	await expect.element(page.getByText(t.elsewhere)).toBeVisible();
	await there.conversations.saveMessage({ ...answer, content: 'A whole one.', state: 'complete' });
	await expect.element(answers).toHaveTextContent('A whole one.');
	await expect.element(page.getByText(t.elsewhere)).not.toBeInTheDocument();

	await there.conversations.remove(id);
	await expect.element(page.getByText(o.removedElsewhere)).toBeVisible();
	await button(o.bringBack).click();
	await expect.element(page.getByText(o.removedElsewhere)).not.toBeInTheDocument();
	expect((await there.conversations.messages(id)).items).toHaveLength(2);
});

test('thousands of conversations are listed a part at a time, the next before the end is seen', async () => {
	const services = await scriptedServices({ answer: () => '' });
	await services.database.transact(['conversations'], 'readwrite', async (transaction) => {
		const store = transaction.objectStore('conversations');
		for (let index = 0; index < 2000; index++) {
			const id = crypto.randomUUID();
			void store.put(
				conversationRecord.encode({
					id,
					title: `No ${index}`,
					createdAt: 0,
					updatedAt: 5000 - index,
				}),
			);
		}
	});
	open(services);
	const rows = () => document.querySelectorAll('aside li').length;
	await until(() => rows() > 0);
	await vi.waitFor(() => expect(rows()).toBe(50));
	while (rows() < 300) {
		const before = rows();
		[...document.querySelectorAll('aside li')].at(-1)!.scrollIntoView();
		await until(() => rows() > before);
	}
	expect(rows()).toBeLessThan(2000);
	await expect.element(page.getByText('No 250', { exact: true })).toBeInTheDocument();
});
