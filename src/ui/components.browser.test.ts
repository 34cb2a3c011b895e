import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import './base.css';
import Button from './Button.svelte';
import Dialog from './Dialog.svelte';
import Menu from './Menu.svelte';
import Progress from './Progress.svelte';
import Text from './Text.svelte';
import TextArea from './TextArea.svelte';
import ToastRegion from './ToastRegion.svelte';
import { toasts } from './toasts.svelte.ts';
import './tokens.css';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

test('a busy button says so and takes no press', async () => {
	const screen = await render(Button, { busy: true, children: words('Save') });
	const button = screen.getByRole('button', { name: 'Save' });
	await expect.element(button).toBeDisabled();
	await expect.element(button).toHaveAttribute('aria-busy', 'true');
});

test('progress tells its value only when it is known', async () => {
	const screen = await render(Progress, { label: 'Fetching', value: 0.999, detail: '9 of 10 MB' });
	const bar = screen.getByRole('progressbar', { name: 'Fetching' });
	await expect.element(bar).toHaveAttribute('aria-valuenow', '99');
	await expect.element(bar).toHaveAttribute('aria-valuetext', '9 of 10 MB');
	await screen.rerender({ value: undefined });
	await expect.element(bar).not.toHaveAttribute('aria-valuenow');
});

test('a menu is worked from the keyboard and gives the focus back', async () => {
	const chosen: string[] = [];
	const items = ['Rename', 'Delete'].map((label) => ({
		label,
		run: () => void chosen.push(label),
	}));
	const screen = await render(Menu, { label: 'Options', items });
	const button = screen.getByRole('button', { name: 'Options' });
	await button.click();
	await expect.element(screen.getByRole('menuitem', { name: 'Rename' })).toHaveFocus();
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(screen.getByRole('menuitem', { name: 'Delete' })).toHaveFocus();
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(screen.getByRole('menuitem', { name: 'Rename' })).toHaveFocus();
	await userEvent.keyboard('{Enter}');
	expect(chosen).toEqual(['Rename']);
	await expect.element(button).toHaveFocus();
	expect(screen.getByRole('menu').query()).toBeNull();
});

test('the list of a menu is above everything, and over its button where there is no room below', async () => {
	const items = ['Rename', 'Delete'].map((label) => ({ label, run: () => {} }));
	const screen = await render(Menu, { label: 'Options', items });
	const { style } = screen.container;
	style.cssText =
		'position: fixed; bottom: 0; left: 0; height: 40px; width: 60px; overflow: hidden';
	await screen.getByRole('button', { name: 'Options' }).click();
	const list = screen.getByRole('menu').element();
	const { top, bottom, left, right } = list.getBoundingClientRect();
	expect(top).toBeGreaterThanOrEqual(0);
	expect(left).toBeGreaterThanOrEqual(0);
	expect(bottom).toBeLessThanOrEqual(innerHeight);
	const corner = document.elementFromPoint(right - 4, top + 12);
	expect(list.contains(corner)).toBe(true);
});

test('Escape in a menu is not taken for anything else', async () => {
	let escapes = 0;
	const heard = (event: KeyboardEvent) => {
		if (event.key === 'Escape' && !event.defaultPrevented) escapes++;
	};
	addEventListener('keydown', heard);
	const screen = await render(Menu, { label: 'Options', items: [{ label: 'Rename', run() {} }] });
	await screen.getByRole('button', { name: 'Options' }).click();
	await userEvent.keyboard('{Escape}');
	expect(screen.getByRole('menu').query()).toBeNull();
	await userEvent.keyboard('{Escape}');
	expect(escapes).toBe(1);
	removeEventListener('keydown', heard);
});

test('Escape closes a dialog', async () => {
	let closed = 0;
	const props = {
		open: true,
		title: 'Sure?',
		children: words('It goes.'),
		onclose: () => closed++,
	};
	const screen = await render(Dialog, props);
	await expect.element(screen.getByRole('dialog', { name: 'Sure?' })).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => closed).toBe(1);
	expect(screen.getByRole('dialog').query()).toBeNull();
});

test('each paragraph of a text takes its own direction', async () => {
	const screen = await render(Text, { text: 'سلام دنیا\nHello' });
	const { firstChild, style } = screen.container.querySelector('.text') as HTMLElement;
	style.width = '400px';
	const place = (from: number, to: number) => {
		const range = document.createRange();
		range.setStart(firstChild!, from);
		range.setEnd(firstChild!, to);
		return range.getBoundingClientRect();
	};
	const persian = place(0, 9);
	const english = place(10, 15);
	expect(persian.left).toBeGreaterThan(english.right);
});

test('a text area grows with its text, to a limit', async () => {
	const screen = await render(TextArea, { label: 'Message', maxRows: 4 });
	const area = screen.getByRole('textbox', { name: 'Message' });
	const height = () => area.element().getBoundingClientRect().height;
	const one = height();
	await area.fill('a\nb\nc');
	await expect.poll(height).toBeGreaterThan(one * 1.5);
	const three = height();
	await area.fill('a\n'.repeat(40));
	await expect.poll(height).toBeGreaterThan(three);
	expect(height()).toBeLessThan(one * 4 + 1);
	expect(area.element().scrollHeight).toBeGreaterThan(height());
});

test('an empty text area has the direction of the page, a written one that of its text', async () => {
	const screen = await render(TextArea, { label: 'پیام' });
	screen.container.dir = 'rtl';
	const area = screen.getByRole('textbox');
	const direction = () => getComputedStyle(area.element()).direction;
	expect(direction()).toBe('rtl');
	await area.fill('Hello');
	expect(direction()).toBe('ltr');
	await area.fill('سلام');
	expect(direction()).toBe('rtl');
});

test('a deletion can be undone from its toast, once', async () => {
	let undone = 0;
	const screen = await render(ToastRegion);
	toasts.show({ text: 'It was deleted.', action: { label: 'Undo', run: () => undone++ } });
	await screen.getByRole('button', { name: 'Undo' }).click();
	expect(undone).toBe(1);
	expect(toasts.shown).toEqual([]);
});
