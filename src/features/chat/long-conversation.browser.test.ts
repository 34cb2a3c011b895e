import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import en from '../../i18n/locales/en.ts';
import { messageRecord } from '../../storage/records/message.ts';
import ChatPage from './ChatPage.svelte';
import { Beats, scriptedServices } from './testing/scripted-services.ts';

const COUNT = 600;

afterEach(() => void (location.hash = ''));

/** A long conversation, and beside its last answer another one. */
async function openLong(path: string[] = []) {
	await page.viewport(400, 700);
	const beats = new Beats();
	const services = await scriptedServices({ answer: () => 'one two three', ...beats });
	const { id } = await services.conversations.create('Long');
	await services.database.transact(['messages'], 'readwrite', async (transaction) => {
		const store = transaction.objectStore('messages');
		for (let position = 0; position < COUNT; position++) {
			const isAnswer = position % 2 === 1;
			void store.put(
				messageRecord.encode({
					id: `m${position}`,
					conversationId: id,
					position,
					parentId: position === 0 ? null : `m${position - 1}`,
					role: isAnswer ? 'assistant' : 'user',
					content: isAnswer
						? `**Answer** ${position}\n\n${'- a line\n'.repeat(position % 9)}`
						: `Question ${position}`,
					createdAt: position,
					state: 'complete',
				}),
			);
		}
	});
	location.hash = `#/chat/${[id, ...path].join('/')}`;
	const { container } = await render(ChatPage, { props: { services, path: [id, ...path] } });
	// As in the shell, the page is as high as the window.
	container.style.blockSize = '700px';
	return { services, beats };
}

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 60_000 });

const items = () => [...document.querySelectorAll<HTMLElement>('[data-message]')];
const item = (position: number) => document.querySelector(`[data-message="m${position}"]`)!;
const rich = () => items().filter((element) => element.querySelector('.markdown, button'));
const scroller = () => document.querySelector('.scroller')!;
const isInView = (element: Element) => {
	const [box, view] = [element.getBoundingClientRect(), scroller().getBoundingClientRect()];
	return box.bottom > view.top && box.top < view.bottom;
};

test('it opens at its end; all of its words are there, and only what is near is drawn in full', async () => {
	await openLong();
	await soon(() => items().length).toBe(COUNT);
	await soon(() => isInView(item(COUNT - 1))).toBe(true);
	await soon(() => item(COUNT - 1).querySelector('strong')?.textContent).toBe('Answer');
	expect(document.querySelector('ol')!.textContent).toContain('Question 0');
	expect(item(100).querySelector('button')).toBeNull();
	expect(rich().length).toBeLessThan(60);
	const names = items().map((element) => element.querySelector('article')!.ariaLabel);
	expect(names.slice(0, 2)).toEqual([en.chat.you, en.chat.answer]);
});

test('what is scrolled to is drawn in full, and what is left behind no longer', async () => {
	await openLong();
	await soon(() => items().length).toBe(COUNT);
	item(101).scrollIntoView({ block: 'center' });
	await soon(() => item(101).querySelector('strong')?.textContent).toBe('Answer');
	await soon(() => item(COUNT - 1).querySelector('strong')).toBeNull();
	// Nothing moves under the eyes of the reader once it is drawn.
	await soon(() => isInView(item(101))).toBe(true);
	await soon(() => rich().length).toBeLessThan(60);
});

test('an address leads to a message in the middle, and it stays in view', async () => {
	await openLong(['m201']);
	await soon(() => document.activeElement === item(201)).toBe(true);
	await soon(() => item(201).querySelector('strong')?.textContent).toBe('Answer');
	await soon(() => items().length).toBe(COUNT);
	await soon(() => isInView(item(201))).toBe(true);
	expect(item(201).matches('.marked') || document.activeElement === item(201)).toBe(true);
});

test('while an answer is written, nothing else is drawn anew', async () => {
	const { services, beats } = await openLong();
	await soon(() => items().length).toBe(COUNT);
	await page.getByRole('textbox', { name: en.chat.composer }).fill('Go');
	await page.getByRole('button', { name: en.chat.send }).click();
	await soon(() => items().length).toBe(COUNT + 2);
	beats.allow(1);
	await soon(() => items().at(-1)!.textContent).toContain('one');
	const changed = new Set<Element>();
	const observer = new MutationObserver((records) => {
		for (const { target } of records) {
			const element = target instanceof Element ? target : target.parentElement;
			const of = element?.closest('[data-message]');
			if (of) changed.add(of);
		}
	});
	// Give what was left behind time to be put away.
	await soon(() => rich().length).toBeLessThan(60);
	await new Promise((resolve) => setTimeout(resolve, 500));
	observer.observe(document.querySelector('ol')!, {
		subtree: true,
		childList: true,
		characterData: true,
	});
	beats.allow(1);
	await soon(() => items().at(-1)!.textContent).toContain('one two');
	observer.disconnect();
	expect([...changed]).toEqual([items().at(-1)]);
	beats.allow(5);
	await soon(() => services.engine.status).toBe('ready');
});
