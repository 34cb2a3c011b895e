import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Delta, GenerateRequest } from '../../engines/engine.ts';
import { ScriptedEngine } from '../../engines/scripted/engine.ts';
import en from '../../i18n/locales/en.ts';
import { AppError } from '../../lib/errors.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import ChatPage from './ChatPage.svelte';
import { Beats, scriptedServices, until } from './testing/scripted-services.ts';

const t = en.chat;
const v = en.variants;
const composer = page.getByRole('textbox', { name: t.composer });
const answers = page.getByRole('article', { name: t.answer });
const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(() => void (location.hash = '#/chat/new'));
afterEach(() => void (location.hash = ''));

type Services = Awaited<ReturnType<typeof scriptedServices>>;

function open(services: Services, path: string[] = ['new']) {
	return render(ChatPage, { props: { services, path } });
}

/** What the address says now, as the shell would hand it to the page. */
const addressed = () => location.hash.split('/').slice(2);

test('Enter sends, the answer appears, and the address names the conversation', async () => {
	const services = await scriptedServices({ answer: () => 'Paris.' });
	open(services);
	await composer.fill('What is the capital of France?');
	await userEvent.keyboard('{Enter}');
	await expect.element(answers.getByText('Paris.')).toBeVisible();
	await expect.element(composer).toHaveValue('');
	await expect.element(composer).toHaveFocus();
	expect(addressed()).toHaveLength(1);
	expect(addressed()[0]).not.toBe('new');
});

test('whoever looks at another place before the first question sees its answer all the same', async () => {
	const services = await scriptedServices({ answer: () => 'Paris.' });
	const before = await open(services);
	await expect.element(composer).toBeVisible();
	await before.unmount();
	open(services);
	await composer.fill('What is the capital of France?');
	await userEvent.keyboard('{Enter}');
	await expect.element(answers.getByText('Paris.')).toBeVisible();
});

test('Shift and Enter begin a new line', async () => {
	open(await scriptedServices({ answer: () => '' }));
	await composer.fill('one');
	await userEvent.keyboard('{Shift>}{Enter}{/Shift}two');
	await expect.element(composer).toHaveValue('one\ntwo');
	expect(answers.elements()).toHaveLength(0);
});

test('a starter prompt is sent as it is', async () => {
	open(await scriptedServices({ answer: ({ messages }) => `You said: ${messages[0]?.content}` }));
	await page.getByRole('button', { name: 'What is the capital of France?' }).click();
	await expect.element(answers).toHaveTextContent('You said: What is the capital of France?');
});

test('Escape stops, keeps the text, and gives the focus back to the composer', async () => {
	const beats = new Beats();
	open(await scriptedServices({ answer: () => 'one two three', ...beats }));
	await composer.fill('Count');
	await userEvent.keyboard('{Enter}');
	beats.allow(2);
	await expect.element(answers.getByText('one two')).toBeVisible();
	await button(t.stop).click({ trial: true });
	await userEvent.keyboard('{Escape}');
	await expect.element(page.getByText(t.stopped)).toBeVisible();
	await expect.element(answers.getByText('one two')).toBeVisible();
	await expect.element(button(t.send)).toBeVisible();
	await expect.element(composer).toHaveFocus();
});

test('model output is text, never markup', async () => {
	const markup = '<img src=x onerror=alert(1)> <b>bold</b>';
	open(await scriptedServices({ answer: () => markup }));
	await composer.fill('Go');
	await userEvent.keyboard('{Enter}');
	await expect.element(answers).toHaveTextContent(markup);
	expect(document.querySelector('article img, article b')).toBeNull();
});

test('screen readers hear the whole answer once', async () => {
	open(await scriptedServices({ answer: () => 'First sentence. Second one.' }));
	await composer.fill('Go');
	await userEvent.keyboard('{Enter}');
	const log = page.getByRole('log');
	await expect.element(log).toHaveTextContent('First sentence.');
	await expect.element(log).toHaveTextContent('Second one.');
	expect(log.element().textContent.match(/First/g)).toHaveLength(1);
});

test('turns that were left out are told in the answer', async () => {
	const finished = 'article[aria-busy="false"]';
	open(await scriptedServices({ answer: () => 'a b c d e f g h' }, { contextWindow: 40 }));
	for (const [index, question] of ['one two three', 'four five six', 'seven', 'eight'].entries()) {
		await composer.fill(question);
		await userEvent.keyboard('{Enter}');
		await expect.poll(() => document.querySelectorAll(finished).length).toBe(index + 1);
	}
	await expect.element(answers.last()).toHaveTextContent(/left out of this answer/);
});

test('a lost device is told quietly', async () => {
	const failures = [new AppError('device-lost', 'scripted')];
	open(await scriptedServices({ answer: () => 'all well', failures }));
	await composer.fill('Go');
	await userEvent.keyboard('{Enter}');
	await expect.element(answers).toHaveTextContent('all well');
	await expect.element(page.getByText(t.restarted)).toBeVisible();
});

test('a failed answer says why, and another one can be asked for', async () => {
	const failures = [new AppError('internal', 'scripted')];
	open(await scriptedServices({ answer: () => 'whole answer', failures }));
	await composer.fill('Go');
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByText(t.failed)).toBeVisible();
	await button(t.answerAgain).click();
	await expect.element(answers.getByText('whole answer')).toBeVisible();
	expect(page.getByText(t.failed).elements()).toHaveLength(0);
});

test('a model that cannot be loaded says why, and is tried again', async () => {
	const loadFailures = [new AppError('corrupt', 'scripted')];
	open(await scriptedServices({ answer: () => 'here', loadFailures }));
	await expect.element(page.getByText(t.loadFailed)).toBeVisible();
	await button(en.actions.retry).click();
	await expect.element(page.getByText(t.loadFailed)).not.toBeInTheDocument();
});

test('a sent message is changed and sent again; the variants are a step apart', async () => {
	open(
		await scriptedServices({ answer: ({ messages }) => `You said ${messages.at(-1)?.content}` }),
	);
	await composer.fill('one');
	await userEvent.keyboard('{Enter}');
	await expect.element(answers).toHaveTextContent('You said one');
	await button(v.questionOptions).click();
	await page.getByRole('menuitem', { name: v.edit }).click();
	const wording = page.getByRole('textbox', { name: v.wording });
	await expect.element(wording).toHaveFocus();
	await expect.element(wording).toHaveValue('one');
	await userEvent.keyboard('{Escape}');
	expect(wording.elements()).toHaveLength(0);
	await button(v.questionOptions).click();
	await page.getByRole('menuitem', { name: v.edit }).click();
	await wording.fill('two');
	await userEvent.keyboard('{Enter}');
	await expect.element(answers).toHaveTextContent('You said two');
	await expect.element(page.getByText(v.place({ number: 2, count: 2 }))).toBeVisible();
	await button(v.before).click();
	await expect.element(answers).toHaveTextContent('You said one');
	await expect.element(button(v.before)).toBeDisabled();
	await button(v.after).click();
	await expect.element(answers).toHaveTextContent('You said two');
});

test('a conversation goes on from here as a new one', async () => {
	const services = await scriptedServices({ answer: () => 'Yes.' });
	open(services);
	await composer.fill('one');
	await userEvent.keyboard('{Enter}');
	await expect.element(answers).toHaveTextContent('Yes.');
	await button(v.answerOptions).click();
	await page.getByRole('menuitem', { name: v.fork }).click();
	await expect.poll(async () => (await services.conversations.list()).items.length).toBe(2);
	const [fork] = (await services.conversations.list()).items;
	expect(fork?.title).toBe(v.forkOf({ title: 'one' }));
	await expect.poll(() => location.hash).toBe(`#/chat/${fork?.id}`);
});

test('memory that runs out at a load: less room is offered, used, and remembered', async () => {
	const loadFailures = [new AppError('out-of-memory', 'scripted')];
	const services = await scriptedServices({ answer: () => 'here', loadFailures });
	open(services);
	await expect.element(page.getByText(en.sharing.lowMemory)).toBeVisible();
	await expect.element(page.getByRole('link', { name: en.sharing.seeModels })).toBeVisible();
	const starter = button('What is the capital of France?').element();
	const notice = page.getByRole('alert').element();
	expect(notice.compareDocumentPosition(starter)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
	await button(en.sharing.lessRoom({ tokens: 2048 })).click();
	await until(() => services.engine.status === 'ready');
	expect(services.engine.pack?.manifest.contextWindow).toBe(2048);
	expect(Object.values(services.settings.get('rooms'))).toEqual([2048]);
	await expect.element(page.getByText(en.sharing.lowMemory)).not.toBeInTheDocument();
});

test('memory that runs out in an answer: it is given anew with less room', async () => {
	const failures = [new AppError('out-of-memory', 'scripted')];
	open(await scriptedServices({ answer: () => 'half whole', failures }));
	await composer.fill('Go');
	await userEvent.keyboard('{Enter}');
	await button(en.sharing.lessRoom({ tokens: 2048 })).click();
	await expect.element(answers.getByText('half whole')).toBeVisible();
	expect(answers.elements()).toHaveLength(1);
});

test('an answer that goes in circles is stopped and told, and another is drawn more freely', async () => {
	const penalties: (number | undefined)[] = [];
	const answer = ({ repetitionPenalty }: GenerateRequest) =>
		penalties.push(repetitionPenalty) === 1 ? 'Yes. ' + 'I am sure of it. '.repeat(500) : 'Yes.';
	const services = await scriptedServices({ answer });
	open(services);
	await composer.fill('Go');
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByText(en.errors.internal({ reason: 'repeats' }))).toBeVisible();
	await expect.element(answers.getByText(/I am sure of it/)).toBeVisible();
	expect(answers.element().textContent.length).toBeLessThan(2000);
	expect(services.engine.status).toBe('ready');
	await button(t.answerAgain).click();
	await expect.element(answers.getByText('Yes.', { exact: true })).toBeVisible();
	expect(penalties[1]).toBeGreaterThan(penalties[0]!);
});

test('an empty answer is told, and not taken for one', async () => {
	open(await scriptedServices({ answer: () => '' }));
	await composer.fill('Go');
	await userEvent.keyboard('{Enter}');
	await expect
		.element(page.getByText(en.errors.internal({ reason: 'says-nothing' })))
		.toBeVisible();
	await expect.element(button(t.answerAgain)).toBeVisible();
});

/** Always runs into the end of its context window, and has no room at all to go on with an answer. */
class FullEngine extends ScriptedEngine {
	override async *generate({ messages }: GenerateRequest): AsyncGenerator<Delta> {
		if (messages.at(-1)?.role === 'assistant') {
			const data = { reason: 'context-window', limit: 1, needed: 2 } as const;
			throw new AppError('invalid-input', 'scripted', { data });
		}
		yield { type: 'text', text: 'No more' };
		const usage = {
			promptTokens: 1,
			prefilledTokens: 1,
			completionTokens: 1,
			prefillPerSecond: 1,
			decodePerSecond: 1,
		};
		yield { type: 'end', reason: 'length', usage };
	}
}

test('an answer that ran out of room is gone on with; where there is none for that, the model is asked to', async () => {
	const script = { answer: () => '' };
	open(await scriptedServices(script, { engine: new FullEngine(script) }));
	await composer.fill('Go');
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByText(t.outOfRoom)).toBeVisible();
	await button(t.goOn).click();
	await expect.element(page.getByText('Please continue.')).toBeVisible();
});

test('without a model there is a way to one, and writing is possible', async () => {
	open(await scriptedServices({ answer: () => '' }, { isInstalled: false }));
	await expect.element(page.getByRole('link', { name: t.getModel })).toBeVisible();
	await composer.fill('Soon');
	await expect.element(button(t.send)).toBeDisabled();
});

test('a conversation is there again when its address is opened', async () => {
	const services = await scriptedServices({ answer: () => 'Kept.' });
	const first = open(services);
	await composer.fill('Keep this');
	await userEvent.keyboard('{Enter}');
	await expect.element(answers.getByText('Kept.')).toBeVisible();
	await until(() => services.engine.status === 'ready');
	const path = addressed();
	await first.unmount();

	open({ ...services }, path);
	await expect.element(answers.getByText('Kept.')).toBeVisible();
	await expect.element(page.getByRole('heading', { name: 'Keep this' })).toBeVisible();
});

test('a conversation is renamed, deleted, and brought back', async () => {
	const services = await scriptedServices({ answer: () => 'Yes.' });
	open(services);
	await composer.fill('To be named');
	await userEvent.keyboard('{Enter}');
	await expect.element(answers.getByText('Yes.')).toBeVisible();
	await until(() => services.engine.status === 'ready');

	await button(t.options).first().click();
	await page.getByRole('menuitem', { name: t.rename }).click();
	await page.getByRole('textbox', { name: t.renameLabel }).fill('Named');
	await button(t.renameSave).click();
	await expect.element(page.getByRole('heading', { name: 'Named', level: 1 })).toBeVisible();

	await button(t.options).first().click();
	await page.getByRole('menuitem', { name: en.actions.delete }).click();
	await until(async () => (await services.conversations.list()).items.length === 0);
	await until(() => toasts.shown.length > 0);
	toasts.run(toasts.shown.at(-1)!);
	await until(async () => (await services.conversations.list()).items[0]?.title === 'Named');
});
