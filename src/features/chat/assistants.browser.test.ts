import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { GenerateRequest } from '../../engines/engine.ts';
import en from '../../i18n/locales/en.ts';
import type { AssistantDraft } from '../../storage/records/assistant.ts';
import ChatPage from './ChatPage.svelte';
import { scriptedServices } from './testing/scripted-services.ts';

const composer = page.getByRole('textbox', { name: en.chat.composer });
const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(() => void (location.hash = '#/chat/new'));
afterEach(() => void (location.hash = ''));

async function open() {
	const requests: GenerateRequest[] = [];
	const services = await scriptedServices({
		answer: (request) => {
			requests.push(request);
			return 'Well then.';
		},
	});
	return { services, requests };
}

const show = (services: Awaited<ReturnType<typeof open>>['services'], path = ['new']) =>
	render(ChatPage, { props: { services, path } });

const baker: AssistantDraft = {
	name: 'Baker',
	picture: { kind: 'letter', color: 'moss' },
	instructions: 'You bake bread.',
	parameters: { temperature: 0.4, stop: ['END'] },
	starters: ['How long does dough rest?'],
};

test('an assistant answers with its instructions and parameters, beginning with one of its questions', async () => {
	const { services, requests } = await open();
	const { id } = await services.assistants.create(baker);
	await services.settings.set('parameters', { temperature: 1.2, maxTokens: 64 });
	show(services, ['new', 'with', id]);
	await expect.element(page.getByRole('heading', { name: 'Baker' })).toBeVisible();
	await button('How long does dough rest?').click();
	await expect.element(button(en.chat.answerAgain)).toBeVisible();
	expect(requests[0]).toMatchObject({
		messages: [
			{ role: 'system', content: 'You bake bread.' },
			{ role: 'user', content: 'How long does dough rest?' },
		],
		temperature: 0.4,
		stop: ['END'],
		maxTokens: 64,
	});
	const conversation = location.hash.split('/')[2]!;
	expect(await services.conversations.get(conversation)).toMatchObject({ assistantId: id });
});

test('whoever answers is chosen by keyboard, and the model itself is one of them', async () => {
	const { services, requests } = await open();
	await services.assistants.create({ ...baker, starters: [] });
	show(services);
	await page.getByRole('radio', { name: 'Baker' }).click({ force: true });
	await expect.element(page.getByRole('heading', { name: 'Baker' })).toBeVisible();
	await userEvent.keyboard('{ArrowUp}');
	await expect.element(page.getByRole('heading', { name: en.chat.emptyTitle })).toBeVisible();
	await composer.fill('Hello');
	await userEvent.keyboard('{Enter}');
	await expect.element(button(en.chat.answerAgain)).toBeVisible();
	expect(requests[0]?.messages).toEqual([{ role: 'user', content: 'Hello' }]);
});

test('/ calls a prompt by name: its blanks are asked for and it is put into the draft', async () => {
	const { services, requests } = await open();
	await services.prompts.create({ name: 'grüßen', text: 'Greet {{who}} in {{language}}.' });
	show(services);
	await composer.fill('/');
	const offered = page.getByRole('option');
	await expect.element(offered.first()).toHaveTextContent('grüßen');
	expect(offered.elements().length).toBeGreaterThan(8);
	await composer.fill('/GRU');
	await expect.poll(() => offered.elements().length).toBe(1);
	await expect.element(composer).toHaveAttribute('aria-activedescendant', offered.element().id);
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByRole('textbox', { name: 'who' })).toHaveFocus();
	await userEvent.keyboard('سارا{Enter}French{Enter}');
	await expect.element(composer).toHaveValue('Greet سارا in French.');
	await expect.element(composer).toHaveFocus();
	expect(requests).toHaveLength(0);
});

test('the list of prompts is gone through by arrows and closed by Escape, and what was typed stays', async () => {
	const { services } = await open();
	show(services);
	await composer.fill('/s');
	const selected = page.getByRole('option', { selected: true });
	await expect.element(selected).toHaveTextContent('summarise');
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(selected).toHaveTextContent('simpler');
	await userEvent.keyboard('{ArrowUp}{ArrowUp}');
	await expect.element(selected).not.toHaveTextContent('summarise');
	await userEvent.keyboard('{Escape}');
	await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
	await expect.element(composer).toHaveValue('/s');
	await composer.fill('and/or');
	await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
});
