import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import en from '../../i18n/locales/en.ts';
import { arrivedFile } from '../../packs/carry/arrived-file.ts';
import ChatPage from './ChatPage.svelte';
import { repositoriesOf, scriptedServices } from './testing/scripted-services.ts';

const t = en.attached;
const composer = page.getByRole('textbox', { name: en.chat.composer });
const chips = page.getByRole('list', { name: t.files });
const answer = page.getByRole('article', { name: en.chat.answer });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const picker = () => document.querySelector<HTMLInputElement>('form input[type=file]')!;

beforeEach(async () => {
	location.hash = '#/chat/new';
	await page.viewport(1300, 800);
});
afterEach(() => void (location.hash = ''));

async function open(reply: (asked: string) => string = () => 'Yes.') {
	const services = await scriptedServices({
		answer: ({ messages }) => reply(messages.at(-1)!.content),
	});
	const view = await render(ChatPage, { props: { services, path: ['new'] } });
	await expect.element(composer).toBeVisible();
	return { services, view };
}

/** As a person gives files: by the button's dialog, by dragging, by pasting. */
function give(how: 'choose' | 'drop' | 'paste', ...files: File[]) {
	const transfer = new DataTransfer();
	for (const file of files) transfer.items.add(file);
	const whole = { bubbles: true, cancelable: true };
	if (how === 'choose') {
		picker().files = transfer.files;
		picker().dispatchEvent(new Event('change', whole));
	} else if (how === 'drop') {
		window.dispatchEvent(new DragEvent('drop', { ...whole, dataTransfer: transfer }));
	} else {
		composer
			.element()
			.dispatchEvent(new ClipboardEvent('paste', { ...whole, clipboardData: transfer }));
	}
}

test('text files by button, drop and paste: read by the model, shown folded, one taken away', async () => {
	let asked = '';
	await open((content) => ((asked = content), 'Yes.'));
	give('choose', new File(['milk'], 'choose.txt'));
	await expect.element(chips).toHaveTextContent('choose.txt');
	give('drop', new File(['bread'], 'drop.md'));
	await expect.element(chips).toHaveTextContent('drop.md');
	give('paste', new File(['salt'], 'نمک.csv'));
	await expect.element(chips).toHaveTextContent('نمک.csv');
	await button(t.remove({ name: 'drop.md' })).click();
	await expect.element(composer).toHaveFocus();
	await composer.fill('What is missing?');
	await userEvent.keyboard('{Enter}');
	const question = page.getByRole('article', { name: en.chat.you });
	await expect.element(question).toHaveTextContent('What is missing?');
	await expect.element(question.getByText('نمک.csv')).toBeVisible();
	await expect.element(question.getByText('milk')).not.toBeVisible();
	await question.getByText('choose.txt').click();
	await expect.element(question.getByText('milk')).toBeVisible();
	await expect.element(answer).toHaveTextContent('Yes.');
	expect(asked).toContain('name="choose.txt"\nmilk\n');
	expect(asked).not.toContain('bread');
	await expect.element(chips).not.toBeInTheDocument();
});

test('files are kept with the draft', async () => {
	const { services, view } = await open();
	await composer.fill('half a question');
	give('choose', new File(['milk'], 'notes.txt'));
	await expect.element(chips).toHaveTextContent('notes.txt');
	await expect.poll(async () => (await services.drafts.get('new'))?.text).toContain('milk');
	const again = { ...services, ...repositoriesOf(services.database) };
	await view.unmount();
	render(ChatPage, { props: { services: again, path: ['new'] } });
	await expect.element(composer).toHaveValue('half a question');
	await expect.element(chips).toHaveTextContent('notes.txt');
});

test('what no model reads yet gets a plain word, and the draft stays', async () => {
	await open();
	await composer.fill('Look');
	give('paste', new File(['x'], 'a.png', { type: 'image/png' }), new File(['x'], 'b.pdf'));
	await expect.element(page.getByText(t.refused.picture({ name: 'a.png' }))).toBeVisible();
	await expect.element(page.getByText(t.refused.document({ name: 'b.pdf' }))).toBeVisible();
	await expect.element(composer).toHaveValue('Look');
	await expect.element(chips).not.toBeInTheDocument();
	await button(en.actions.close).click();
	await expect
		.element(page.getByText(t.refused.picture({ name: 'a.png' })))
		.not.toBeInTheDocument();
});

test('a model that is dropped goes to the page of the models', async () => {
	await open();
	give('drop', new File(['GGUF'], 'small.gguf'));
	await expect.poll(() => location.hash).toBe('#/models');
	expect(arrivedFile.take()?.name).toBe('small.gguf');
});

test('where Enter does not send, it makes a new line, and Ctrl+Enter sends', async () => {
	const { services } = await open();
	await services.settings.set('enterSends', false);
	await composer.fill('one');
	await userEvent.keyboard('{Enter}two');
	await expect.element(composer).toHaveValue('one\ntwo');
	await userEvent.keyboard('{Control>}{Enter}{/Control}');
	await expect.element(composer).toHaveValue('');
	await expect.element(answer).toHaveTextContent('Yes.');
});

test('a word that is being composed is never sent', async () => {
	await open();
	await composer.fill('你');
	const enter = { key: 'Enter', bubbles: true, cancelable: true };
	for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
		composer.element().dispatchEvent(new KeyboardEvent('keydown', { ...enter, ...composing }));
	}
	await expect.element(composer).toHaveValue('你');
	composer.element().dispatchEvent(new KeyboardEvent('keydown', enter));
	await expect.element(composer).toHaveValue('');
});
