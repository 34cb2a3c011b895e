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

test('a deletion can be undone from its toast, once', async () => {
	let undone = 0;
	const screen = await render(ToastRegion);
	toasts.show({ text: 'It was deleted.', action: { label: 'Undo', run: () => undone++ } });
	await screen.getByRole('button', { name: 'Undo' }).click();
	expect(undone).toBe(1);
	expect(toasts.shown).toEqual([]);
});
