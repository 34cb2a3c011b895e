import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { GenerateRequest } from '../../engines/engine.ts';
import en from '../../i18n/locales/en.ts';
import ChatPage from './ChatPage.svelte';
import { scriptedServices } from './testing/scripted-services.ts';

const t = en.parameters;
const composer = page.getByRole('textbox', { name: en.chat.composer });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const group = (name: string) => page.getByRole('radiogroup', { name });

beforeEach(() => void (location.hash = '#/chat/new'));
afterEach(() => void (location.hash = ''));

async function open() {
	const requests: GenerateRequest[] = [];
	const answer = (request: GenerateRequest) => {
		requests.push(request);
		return 'Well then.';
	};
	const services = await scriptedServices({ answer });
	const show = (id = 'new') => render(ChatPage, { props: { services, path: [id] } });
	const rendered = await show();
	return { services, requests, rendered, show };
}

async function ask(text: string) {
	await composer.fill(text);
	await userEvent.keyboard('{Enter}');
	await expect.element(button(en.chat.answerAgain).last()).toBeVisible();
}

test('what is chosen for a conversation goes to the model, is kept, and can be taken back', async () => {
	const { services, requests, rendered, show } = await open();
	await services.settings.set('parameters', { maxTokens: 512, temperature: 1.2 });
	await button(t.title).click();
	await group(t.creativity).getByText(t.balanced).click();
	await group(t.room)
		.getByText(t.tokens({ count: 1024 }))
		.click();
	await page.getByRole('textbox', { name: t.stop }).fill('END\nUser:');
	await page.getByText(t.figures).click();
	await page.getByRole('spinbutton', { name: t.seed }).fill('7');
	await button(en.actions.close).click();
	await ask('Hello');
	expect(requests[0]).toMatchObject({
		temperature: 0.4,
		room: 1024,
		seed: 7,
		stop: ['END', 'User:'],
		maxTokens: 512,
	});

	const [, id] = location.hash.split('/').slice(1);
	expect(await services.conversations.get(id!)).toMatchObject({
		parameters: { temperature: 0.4, room: 1024, seed: 7, stop: ['END', 'User:'] },
	});
	await rendered.unmount();
	await show(id);
	await button(t.title).click();
	await button(t.reset).click();
	await button(en.actions.close).click();
	await button(en.chat.answerAgain).click();
	await expect.poll(() => requests.length).toBe(2);
	expect(requests[1]).toMatchObject({ temperature: 1.2, maxTokens: 512 });
	expect(requests[1]).not.toHaveProperty('stop');
});

test('a figure outside its limits is not taken', async () => {
	const { requests } = await open();
	await button(t.title).click();
	await page.getByText(t.figures).click();
	const field = page.getByRole('spinbutton', { name: t.temperature });
	await field.fill('9');
	await userEvent.tab();
	await expect.element(field).toHaveAttribute('aria-invalid', 'true');
	await button(en.actions.close).click();
	await ask('Hello');
	expect(requests[0]).toMatchObject({ temperature: 0, repetitionPenalty: 1.1 });
});
