import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import en from '../../i18n/locales/en.ts';
import { AssistantRepository } from '../../storage/assistant-repository.ts';
import { PromptRepository } from '../../storage/prompt-repository.ts';
import { freshDatabase } from '../../storage/testing/fresh-database.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import type { Services } from '../feature.ts';
import { writeAssistantFile } from './assistant-file.ts';
import AssistantsPage from './AssistantsPage.svelte';

const t = en.assistants;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const own = page.getByRole('list', { name: t.own });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });

beforeEach(() => void (location.hash = '#/assistants'));
afterEach(() => void (location.hash = ''));

async function open(...path: string[]) {
	const database = freshDatabase();
	const assistants = new AssistantRepository(database);
	const prompts = new PromptRepository(database);
	const services = { assistants, prompts, packs: { installed: [] } } as unknown as Services;
	const rendered = await render(AssistantsPage, { services, path });
	return { assistants, prompts, rendered };
}

test('a ready-made assistant becomes one’s own, once, and can be asked at once', async () => {
	const { assistants, rendered } = await open();
	const ready = page.getByRole('list', { name: t.ready });
	await expect.poll(() => ready.getByRole('listitem').elements().length).toBe(12);
	await ready.getByRole('button', { name: t.start }).first().click();
	await expect.poll(() => location.hash).toMatch(/^#\/chat\/new\/with\/.+/);
	await ready.getByRole('button', { name: t.start }).first().click();
	const { items } = await assistants.list();
	expect(items).toHaveLength(1);
	expect(items[0]).toMatchObject({ name: 'Letter writer', origin: 'letters.en' });
	await rendered.unmount();
});

test('a new assistant is written, with a picture and parameters of its own', async () => {
	const { assistants } = await open('new');
	await field(t.name).fill('باغبان');
	await page.getByRole('radio', { name: t.icons.sprout }).click({ force: true });
	await page.getByRole('radio', { name: t.colors.moss }).click({ force: true });
	await field(t.instructions).fill('Speak of plants.');
	await field(t.starters).fill('When do I sow?\n\nWhat grows in shade?');
	await page.getByText(en.parameters.title).click();
	await page
		.getByRole('radiogroup', { name: en.parameters.creativity })
		.getByText(en.parameters.free, { exact: true })
		.click();
	await button(t.save).click();
	await expect.poll(() => location.hash).toBe('#/assistants');
	expect((await assistants.list()).items[0]).toMatchObject({
		name: 'باغبان',
		picture: { kind: 'icon', icon: 'sprout', color: 'moss' },
		instructions: 'Speak of plants.',
		starters: ['When do I sow?', 'What grows in shade?'],
		parameters: { temperature: 0.8 },
	});
});

test('an image is made small and kept inside; what is no image is refused in words', async () => {
	const { assistants } = await open('new');
	const canvas = new OffscreenCanvas(900, 300);
	canvas.getContext('2d')!.fillRect(0, 0, 900, 300);
	const image = new File([await canvas.convertToBlob()], 'a.png', { type: 'image/png' });
	const input = page
		.getByLabelText(t.ownImage)
		.elements()
		.find((each) => each.matches('input'))!;
	await userEvent.upload(input, new File(['<svg onload=alert(1)>'], 'a.txt'));
	await expect.element(page.getByText(t.imageRefused)).toBeVisible();
	await userEvent.upload(input, image);
	await expect.element(page.getByText(t.imageRefused)).not.toBeInTheDocument();
	await field(t.name).fill('Seen');
	await button(t.save).click();
	await expect.poll(async () => (await assistants.list()).items.length).toBe(1);
	const { picture } = (await assistants.list()).items[0]!;
	expect(picture).toMatchObject({
		kind: 'image',
		data: expect.stringMatching(/^data:image\/webp/),
	});
});

test('deleting can be undone, and a copy is a second one', async () => {
	const { assistants } = await open();
	await assistants.createAll([
		{
			name: 'Cook',
			picture: { kind: 'letter', color: 'clay' },
			instructions: '',
			parameters: {},
			starters: [],
		},
	]);
	await page.getByRole('link', { name: t.create }).element();
	await button(t.openFile).element();
	location.hash = '#/assistants';
	const file = new File(
		[writeAssistantFile({ assistants: [], prompts: [{ name: 'greet', text: 'Hi {{who}}' }] })],
		'a.json',
	);
	const input = page
		.getByLabelText(t.openFile)
		.elements()
		.find((each) => each.matches('input'))!;
	await userEvent.upload(input, file);
	await expect.element(own.getByText('Cook')).toBeVisible();
	await expect.element(page.getByRole('heading', { name: 'greet' })).toBeVisible();

	await button(t.options({ name: 'Cook' })).click();
	await page.getByRole('menuitem', { name: t.duplicate }).click();
	await expect.element(own.getByText(t.copyOf({ name: 'Cook' }))).toBeVisible();
	await button(t.options({ name: 'Cook' })).click();
	await page.getByRole('menuitem', { name: en.actions.delete }).click();
	await expect.poll(() => own.getByRole('listitem').elements().length).toBe(1);
	toasts.run(toasts.shown.at(-1)!);
	await expect.poll(() => own.getByRole('listitem').elements().length).toBe(2);
});

test('a file that is none is refused in words, and nothing is added', async () => {
	const { assistants } = await open();
	const input = page
		.getByLabelText(t.openFile)
		.elements()
		.find((each) => each.matches('input'))!;
	await userEvent.upload(input, new File(['{"format":"other"}'], 'a.json'));
	await expect.element(page.getByText(t.notDone)).toBeVisible();
	expect((await assistants.list()).items).toEqual([]);
});
