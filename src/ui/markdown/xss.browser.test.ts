import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Markdown from './Markdown.svelte';
import { payloads } from './testing/xss-payloads.ts';

/** Every element that Markdown may become, with every attribute that it may have. */
const ALLOWED: Record<string, readonly string[]> = {
	P: [],
	...Object.fromEntries(['H2', 'H3', 'H4', 'H5', 'H6'].map((name) => [name, []])),
	STRONG: [],
	EM: [],
	DEL: [],
	SUP: [],
	BDI: [],
	BR: [],
	HR: [],
	UL: [],
	OL: ['start'],
	LI: [],
	BLOCKQUOTE: [],
	PRE: ['tabindex', 'role', 'aria-label'],
	CODE: [],
	SPAN: [
		'style',
		'aria-hidden',
		'aria-label',
		'data-source',
		'role',
		'tabindex',
		'aria-haspopup',
		'title',
	],
	DIV: ['id', 'role', 'tabindex', 'aria-label'],
	TABLE: [],
	THEAD: [],
	TBODY: [],
	TR: [],
	TH: ['scope'],
	TD: [],
	INPUT: ['type', 'disabled', 'aria-label'],
	BUTTON: ['type', 'role', 'aria-label', 'aria-pressed', 'title', 'data-note'],
};
const EVERYWHERE = ['class', 'dir'];

/** What KaTeX makes of a formula; none of it can lead anywhere. */
const MATHS: Record<string, readonly string[]> = {
	SVG: ['width', 'height', 'viewBox', 'preserveAspectRatio', 'xmlns', 'style'],
	PATH: ['d'],
	LINE: ['x1', 'x2', 'y1', 'y2', 'stroke-width'],
	...Object.fromEntries(
		[
			'MATH',
			'SEMANTICS',
			'ANNOTATION',
			'MROW',
			'MI',
			'MO',
			'MN',
			'MTEXT',
			'MSPACE',
			'MSTYLE',
			'MSUP',
		].map((name) => [
			name,
			[
				'xmlns',
				'display',
				'encoding',
				'mathvariant',
				'mathcolor',
				'mathbackground',
				'stretchy',
				'width',
				'height',
			],
		]),
	),
};

/** The icons of the app itself; nothing of a text is inside. */
const isIcon = (element: Element) => element.closest('svg.lucide-icon') !== null;

let hits = 0;
let requests: string[] = [];
const observer = new PerformanceObserver((list) =>
	requests.push(...list.getEntries().map(({ name }) => name)),
);
const leaks = () => requests.filter((name) => /leak|evil\.invalid/.test(name));

beforeEach(() => {
	hits = 0;
	requests = [];
	Object.assign(window, { hit: () => hits++ });
	observer.observe({ type: 'resource' });
});

afterEach(() => {
	observer.disconnect();
	Reflect.deleteProperty(window, 'hit');
});

let controls = 0;

/**
 * Waits until a picture that comes after everything else in the page was asked for, failed and ran its
 * handler: what the page had to load and run before is then seen too.
 */
async function settle() {
	const hitsBefore = hits;
	const address = `/control/${++controls}.png`;
	const careless = document.createElement('div');
	document.body.append(careless);
	careless.innerHTML = `<img src="${address}"><img src="x:x" onerror="hit()">`;
	await expect.poll(() => requests.join(), { timeout: 60_000 }).toContain(address);
	await expect.poll(() => hits, { timeout: 60_000 }).toBeGreaterThan(hitsBefore);
	expect(strangers(careless)).toEqual(['<IMG>', '<IMG>']);
	careless.remove();
	hits--;
}

function strangers(root: Element): string[] {
	return [...root.querySelectorAll('*')]
		.filter((element) => !isIcon(element))
		.flatMap((element) => {
			const isMaths = element.closest('.maths .katex') !== null;
			const name = element.tagName.toUpperCase();
			const attributes = (isMaths ? MATHS[name] : undefined) ?? ALLOWED[name];
			if (!attributes) return [`<${name}>`];
			return element
				.getAttributeNames()
				.filter((attribute) => !attributes.includes(attribute) && !EVERYWHERE.includes(attribute))
				.map((attribute) => `<${name} ${attribute}>`);
		});
}

async function show(text: string, isStreaming = false) {
	const screen = await render(Markdown, { text, isStreaming });
	const find = () => screen.container.querySelector('.markdown');
	await expect.poll(find, { timeout: 60_000 }).not.toBeNull();
	return { ...screen, root: find()! };
}

test('the corpus is large and has no two alike', () => {
	expect(payloads.length).toBeGreaterThanOrEqual(200);
	expect(new Set(payloads).size).toBe(payloads.length);
});

describe.each([
	['each by itself', payloads],
	['in a quote in a list', payloads.map((text) => `- > ${text.replaceAll('\n', '\n  > ')}`)],
	['after words, on one line', payloads.map((text) => `words ${text}`)],
	['all in one', [payloads.join('\n\n')]],
])('%s', (_, texts) => {
	test('nothing runs, loads, or becomes an element of its own', async () => {
		const address = location.href;
		const found: Record<string, string[]> = {};
		const shown = await Promise.all(texts.map((text) => show(text)));
		for (const [index, { root }] of shown.entries()) {
			const strange = strangers(root);
			if (strange.length > 0) found[texts[index]!] = strange;
			expect(root.textContent.trim()).not.toBe('');
		}
		await settle();
		expect(found).toEqual({});
		expect(hits).toBe(0);
		expect(leaks()).toEqual([]);
		expect(location.href).toBe(address);
		expect(document.title).not.toBe('taken over');
		for (const { unmount } of shown) await unmount();
	});
});

test('nothing happens while a payload arrives character by character', async () => {
	const found = new Set<string>();
	const { rerender, root } = await show('', true);
	for (const payload of payloads) {
		for (let end = 1; end <= payload.length; end++) {
			await rerender({ text: payload.slice(0, end) });
			strangers(root).forEach((strange) => found.add(`${strange} from ${payload}`));
		}
	}
	await settle();
	expect([...found]).toEqual([]);
	expect(hits).toBe(0);
	expect(leaks()).toEqual([]);
});

test('what can be pressed only asks, and only about addresses of the web', async () => {
	const opened = vi.spyOn(window, 'open');
	const address = location.href;
	const asked: string[] = [];
	for (const payload of payloads) {
		const { container, unmount } = await show(payload);
		for (const link of container.querySelectorAll<HTMLElement>('.markdown [role="link"]')) {
			link.click();
			const dialog = () => container.querySelector('dialog');
			await expect.poll(dialog).not.toBeNull();
			expect(strangers(container.querySelector('.markdown')!)).toEqual([]);
			const anchor = dialog()!.querySelector('a')!;
			asked.push(anchor.protocol);
			expect(dialog()!.querySelector('.address')!.textContent).toBe(anchor.href);
			dialog()!.close();
			await expect.poll(dialog).toBeNull();
		}
		await unmount();
	}
	await settle();
	expect([...new Set(asked)].sort()).toEqual(['http:', 'https:', 'mailto:']);
	expect(opened).not.toHaveBeenCalled();
	expect(hits).toBe(0);
	expect(leaks()).toEqual([]);
	expect(location.href).toBe(address);
});
