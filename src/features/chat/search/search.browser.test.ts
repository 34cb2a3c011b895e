import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import en from '../../../i18n/locales/en.ts';
import { toasts } from '../../../ui/toasts.svelte.ts';
import type { Services } from '../../feature.ts';
import ChatPage from '../ChatPage.svelte';
import { chatOf } from '../chat.svelte.ts';
import { scriptedServices } from '../testing/scripted-services.ts';

const t = en.search;
const field = page.getByRole('searchbox', { name: t.label });
const dialog = page.getByRole('dialog', { name: t.title });
const results = page.getByRole('list', { name: t.results });

beforeEach(async () => {
	await page.viewport(1280, 800);
	location.hash = '#/chat/new';
});
afterEach(() => void (location.hash = ''));

const opened: (() => void)[] = [];
afterEach(() => opened.splice(0).forEach((end) => end()));

/** The page as the shell has it: it follows the address. */
async function open() {
	const services = await scriptedServices({
		answer: ({ messages }) => `Reply ${messages.length}: **mill** ${messages.at(-1)!.content}`,
	});
	const ask = async (text: string, conversationId = 'new') => {
		const chat = chatOf(services as unknown as Services);
		await chat.open(conversationId);
		await chat.send(text);
		await chat.conversation.settled;
		return chat.conversation;
	};
	const path = () => location.hash.split('/').slice(2);
	const start = async () => {
		const screen = await render(ChatPage, { props: { services, path: path() } });
		const follow = () => void screen.rerender({ services, path: path() });
		addEventListener('hashchange', follow);
		opened.push(() => {
			removeEventListener('hashchange', follow);
			services.search.stop();
		});
	};
	return { services, ask, start };
}

test('the slash key opens the search, but not where one writes', async () => {
	const { start } = await open();
	await start();
	await page.getByRole('textbox', { name: en.chat.composer }).fill('1');
	await userEvent.keyboard('/');
	await expect.element(page.getByRole('textbox', { name: en.chat.composer })).toHaveValue('1/');
	await expect.element(dialog).not.toBeInTheDocument();
	(document.activeElement as HTMLElement).blur();
	await userEvent.keyboard('/');
	await expect.element(field).toHaveFocus();
	await expect.element(field).toHaveValue('');
	await userEvent.keyboard('{Escape}');
	await expect.element(dialog).not.toBeInTheDocument();
});

test('from the field through the results by arrows, and by Enter to a variant that is not shown', async () => {
	const { ask, start } = await open();
	const conversation = await ask('old wording');
	const [hidden] = conversation.messages;
	await conversation.edit(hidden!, 'new wording');
	await conversation.settled;
	await ask('something else');
	await start();
	await page.getByRole('button', { name: t.open }).click();
	await field.fill('old word');
	await expect.element(dialog.getByRole('status')).toHaveTextContent(t.found({ count: 2 }));
	await expect.element(results.getByText('old wording').first()).toBeVisible();
	expect(results.element().querySelectorAll('mark').length).toBeGreaterThan(1);
	expect(results.element().querySelector('strong, b')).toBeNull();
	// The title, the answer, the question.
	await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{ArrowDown}{Enter}');
	await expect.element(dialog).not.toBeInTheDocument();
	const marked = page.getByRole('listitem').filter({ hasText: 'old wording' });
	await expect.poll(() => document.activeElement?.textContent).toContain('old wording');
	await expect.element(marked.first()).toBeVisible();
	expect(location.hash).toBe(`#/chat/${conversation.id}/${hidden!.id}`);
	expect(document.activeElement?.classList).toContain('marked');
});

test('what is not found is said, and what is written meanwhile is found', async () => {
	const { ask, start } = await open();
	await start();
	await page.getByRole('button', { name: t.open }).click();
	await field.fill('harvest');
	await expect.element(dialog.getByRole('status')).toHaveTextContent(t.none);
	await ask('The harvest');
	await expect.element(results.getByText('harvest').first()).toBeVisible();
	await field.fill('');
	await expect.element(results).not.toBeInTheDocument();
	await expect.element(page.getByText(t.hint)).toBeVisible();
});

test('an address of a message that is gone says so', async () => {
	const { ask, start } = await open();
	const { id } = await ask('Here');
	location.hash = `#/chat/${id}/gone`;
	await start();
	await expect.poll(() => toasts.shown.map(({ text }) => text)).toContain(t.gone);
});
