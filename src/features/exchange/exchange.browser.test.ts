import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import en from '../../i18n/locales/en.ts';
import { ConversationRepository } from '../../storage/conversation-repository.ts';
import { freshDatabase } from '../../storage/testing/fresh-database.ts';
import { payloads } from '../../ui/markdown/testing/xss-payloads.ts';
import { BringIn } from './bring/bring-in.svelte.ts';
import BringConversations from './bring/BringConversations.svelte';
import { ConversationSaving } from './save/conversation-saving.svelte.ts';
import SaveConversations from './save/SaveConversations.svelte';

const t = en.exchange;
const button = (name: string) => page.getByRole('button', { name, exact: true });
let saved: Blob | undefined;

beforeEach(() => {
	saved = undefined;
	vi.stubGlobal('showSaveFilePicker', undefined);
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
	vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
		saved = file as Blob;
		return 'blob:none';
	});
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

/** A conversation with two answers to one question; the first is shown. */
async function withConversation(answer = '**Paris**', title = 'پایتخت') {
	const database = freshDatabase();
	const conversations = new ConversationRepository(database);
	const { id } = await conversations.create(title);
	const rest = { conversationId: id, createdAt: 1_795_339_180_000, state: 'complete' } as const;
	await conversations.saveMessage({
		...rest,
		id: `${id}-0`,
		position: 0,
		parentId: null,
		role: 'user',
		content: 'کجاست؟',
	});
	await conversations.saveMessage({
		...rest,
		id: `${id}-1`,
		position: 1,
		parentId: `${id}-0`,
		role: 'assistant',
		content: answer,
	});
	await conversations.saveMessage({
		...rest,
		id: `${id}-2`,
		position: 2,
		parentId: `${id}-0`,
		role: 'assistant',
		content: 'Lyon?',
	});
	await conversations.show(id, `${id}-1`);
	return { conversations, database, id };
}

async function save(
	conversations: ConversationRepository,
	kind: keyof typeof t.kinds,
): Promise<File> {
	const saving = new ConversationSaving(conversations);
	const view = await render(SaveConversations, { saving, conversations, chosen: undefined });
	await page.getByRole('radio', { name: t.kinds[kind] }).click();
	await button(t.write({ count: 1 })).click();
	await vi.waitUntil(() => saved, { timeout: 60_000 });
	await view.unmount();
	return new File([saved!], `saved.${kind}`);
}

async function bring(file: File, database = freshDatabase()) {
	await render(BringConversations, { bringIn: new BringIn(database.name) });
	await userEvent.upload(page.getByLabelText(t.choose, { exact: true }), file);
	return new ConversationRepository(database);
}

const json = (value: unknown) => new File([JSON.stringify(value)], 'export.json');

describe('saving', () => {
	test('as Markdown holds what is shown', async () => {
		const { conversations } = await withConversation();
		const text = await (await save(conversations, 'markdown')).text();
		expect(text).toContain('# پایتخت\n\n');
		expect(text).toContain(`## ${en.chat.you}\n\nکجاست؟\n\n## ${en.chat.answer}\n\n**Paris**\n`);
		expect(text).not.toContain('Lyon');
	});

	test('as a page runs and asks for nothing, whatever was written', async () => {
		const { conversations } = await withConversation(
			payloads.join('\n\n'),
			'</title><script>alert(1)</script>',
		);
		const html = await (await save(conversations, 'html')).text();
		const document = new DOMParser().parseFromString(html, 'text/html');
		const allowed =
			/^(html|head|meta|title|style|body|main|section|h[1-6]|p|strong|em|del|code|pre|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|hr|br|sup|bdi|span)$/;
		const elements = [...document.querySelectorAll('*')];
		expect(elements.filter(({ localName }) => !allowed.test(localName))).toEqual([]);
		const attributes = elements.flatMap((element) => element.getAttributeNames());
		const known = [
			'charset',
			'class',
			'content',
			'dir',
			'http-equiv',
			'lang',
			'name',
			'start',
			'title',
		];
		expect([...new Set(attributes)].filter((name) => !known.includes(name))).toEqual([]);
		expect(document.querySelectorAll('style')).toHaveLength(1);
		expect(document.querySelector('[http-equiv=Content-Security-Policy]')).not.toBeNull();
		expect(document.title).toBe('</title><script>alert(1)</script>');
		expect(document.querySelector('.user p')?.getAttribute('dir')).toBe('auto');
	});
});

describe('bringing in', () => {
	test('our own file brings all variants back, and twice adds nothing', async () => {
		const { conversations, id } = await withConversation();
		const file = await save(conversations, 'json');
		const database = freshDatabase();
		const there = await bring(file, database);
		await expect.element(page.getByText(t.areNew({ count: 1 }))).toBeVisible();
		expect((await there.list()).items).toEqual([]);
		await button(t.take).click();
		await expect.element(page.getByText(t.taken({ count: 1 }))).toBeVisible();
		expect((await there.list()).items).toEqual((await conversations.list()).items);
		expect(await there.messages(id)).toEqual(await conversations.messages(id));

		await userEvent.upload(page.getByLabelText(t.choose, { exact: true }), file);
		await expect.element(page.getByText(t.areHere({ count: 1 }))).toBeVisible();
		await expect.element(button(t.take)).toBeDisabled();
	});

	const chat = (...answers: string[]) => [
		{
			id: 'c',
			title: 'From \u202eelsewhere',
			created_at: 1_706_745_600,
			updated_at: 1_706_745_700,
			chat: {
				history: {
					currentId: 'a0',
					messages: {
						q: {
							id: 'q',
							parentId: null,
							role: 'user',
							content: 'Look',
							files: [{ type: 'image' }],
						},
						...Object.fromEntries(
							answers.map((content, index) => [
								`a${index}`,
								{ parentId: 'q', role: 'assistant', content },
							]),
						),
					},
				},
			},
		},
	];

	test('of Open WebUI says what is not taken; what came since is added; all of it can be undone', async () => {
		const database = freshDatabase();
		const there = await bring(json(chat('One')), database);
		await expect
			.element(page.getByText(t.without({ what: t.left.images({ count: 1 }) })))
			.toBeVisible();
		await button(t.take).click();
		await expect.element(page.getByText(t.taken({ count: 1 }))).toBeVisible();
		const [first] = (await there.list()).items;
		expect(first).toMatchObject({ title: 'From elsewhere', createdAt: 1_706_745_600_000 });

		await userEvent.upload(
			page.getByLabelText(t.choose, { exact: true }),
			json(chat('One', 'Two')),
		);
		await expect.element(page.getByText(t.haveMore({ count: 1 }))).toBeVisible();
		await button(t.take).click();
		await expect.element(page.getByText(t.taken({ count: 1 }))).toBeVisible();
		const contents = async () =>
			(await there.messages(first!.id)).items.map(({ content }) => content);
		expect((await contents()).sort()).toEqual(['Look', 'One', 'Two']);
		await button(en.actions.undo).click();
		await expect.element(page.getByText(t.undone)).toBeVisible();
		expect((await contents()).sort()).toEqual(['Look', 'One']);
	});

	test('the zip of ChatGPT is unpacked, and one that unpacks to more than it says is not', async () => {
		const conversation = {
			id: 'g',
			title: 'Packed',
			mapping: {
				m: {
					parent: null,
					message: { author: { role: 'user' }, content: { content_type: 'text', parts: ['Hi'] } },
				},
			},
		};
		const text = JSON.stringify([conversation]);
		await bring(await deflated('export/conversations.json', text, text.length));
		await expect.element(page.getByText('Packed')).toBeVisible();
		await button(en.actions.cancel).click();
		const refusal = page.getByText(en.errors['invalid-input']({ reason: 'no-conversations' }));
		await userEvent.upload(
			page.getByLabelText(t.choose, { exact: true }),
			await deflated('conversations.json', text, 10),
		);
		await expect.element(refusal).toBeVisible();
	});

	test('another file is refused with a word, and changes nothing', async () => {
		await bring(json({ a: 1 }));
		const refusal = page.getByText(en.errors['invalid-input']({ reason: 'no-conversations' }));
		await expect.element(refusal).toBeVisible();
	});
});

/** A zip file as most programs write one, whose directory says that its one file has so many bytes. */
async function deflated(name: string, text: string, bytes: number): Promise<File> {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
	const packed = new Uint8Array(await new Response(stream).arrayBuffer());
	const nameBytes = new TextEncoder().encode(name);
	const header = (signature: number, length: number, fields: [number, number, 2 | 4][]) => {
		const view = new DataView(new ArrayBuffer(length));
		view.setUint32(0, signature, true);
		for (const [offset, value, size] of fields) {
			if (size === 4) view.setUint32(offset, value, true);
			else view.setUint16(offset, value, true);
		}
		return view;
	};
	const local = header(0x04034b50, 30, [
		[8, 8, 2],
		[18, packed.length, 4],
		[22, bytes, 4],
		[26, nameBytes.length, 2],
	]);
	const central = header(0x02014b50, 46, [
		[10, 8, 2],
		[20, packed.length, 4],
		[24, bytes, 4],
		[28, nameBytes.length, 2],
	]);
	const offset = 30 + nameBytes.length + packed.length;
	const end = header(0x06054b50, 22, [
		[8, 1, 2],
		[10, 1, 2],
		[12, 46 + nameBytes.length, 4],
		[16, offset, 4],
	]);
	return new File([local, nameBytes, packed, central, nameBytes, end], 'export.zip');
}
