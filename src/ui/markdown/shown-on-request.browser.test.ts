import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../base.css';
import '../tokens.css';
import Markdown from './Markdown.svelte';
import { BARE_PAGE, showPage } from './preview/page-preview.ts';
import { payloads } from './testing/xss-payloads.ts';

async function show(text: string, isStreaming = false) {
	const screen = await render(Markdown, { text, isStreaming });
	const find = () => screen.container.querySelector<HTMLElement>('.markdown');
	await expect.poll(find, { timeout: 60_000 }).not.toBeNull();
	return { ...screen, root: find()! };
}

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

test('a formula is drawn, read out by its MathML, and from left to right', async () => {
	const { root } = await show('متن $x^2$ و\n\n$$\\frac{a}{b}$$\n\nپایان');
	await expect.poll(() => root.querySelectorAll('.katex math').length, { timeout: 60_000 }).toBe(2);
	const inline = root.querySelector<HTMLElement>('p .maths')!;
	expect(getComputedStyle(inline).direction).toBe('ltr');
	expect(inline.querySelector('.katex-html')!.getAttribute('aria-hidden')).toBe('true');
	expect(inline.querySelector('math')!.textContent).toContain('2');
	expect(root.querySelector('[role="region"] .katex-display')).not.toBeNull();
});

test('TeX that cannot be read stays as it was written', async () => {
	const { root } = await show('$\\frac{a$ and $b_1$');
	await expect.poll(() => root.querySelector('.katex'), { timeout: 60_000 }).not.toBeNull();
	expect(root.textContent).toContain('$\\frac{a$ and ');
	expect(root.querySelectorAll('.katex')).toHaveLength(1);
});

test('a formula is copied as its source', async () => {
	const { root } = await show('So $x^2$ is\n\n$$y_1$$');
	await expect.poll(() => root.querySelectorAll('.katex').length, { timeout: 60_000 }).toBe(2);
	getSelection()!.selectAllChildren(root);
	const data = new DataTransfer();
	root.dispatchEvent(
		new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
	);
	expect(data.getData('text/plain')).toBe('So $x^2$ is\n$$y_1$$');
});

test('a page is shown on request only, with its styles, without scripts and requests', async () => {
	const text =
		'<!doctype html><html dir="rtl"><head><style>p { color: rgb(1, 2, 3); background: url(/leak/1.png) }</style>' +
		'<link rel="preconnect" href="//evil.invalid"><script>parent.hit()</script></head>' +
		'<body onload="parent.hit()"><p style="font-size: 30px">Hello</p><img src="/leak/2.png" onerror="parent.hit()">' +
		'<a href="/leak/3">away</a><iframe src="/leak/4"></iframe></body></html>';
	const { root } = await show(`\`\`\`html\n${text}\n\`\`\``);
	expect(root.querySelector('iframe')).toBeNull();
	await page.getByRole('button', { name: 'Show as a page' }).click();
	const frame = () => root.querySelector('iframe')?.contentDocument;
	await expect.poll(() => frame()?.querySelector('p')?.textContent).toBe('Hello');
	const { color, fontSize } = getComputedStyle(frame()!.querySelector('p')!);
	expect([color, fontSize, frame()!.documentElement.dir]).toEqual(['rgb(1, 2, 3)', '30px', 'rtl']);
	expect(root.querySelector('iframe')!.sandbox.value).toBe('allow-same-origin');
	expect(frame()!.querySelectorAll('script, link, iframe, [href], [src], [onerror]')).toHaveLength(
		0,
	);
	frame()!.querySelector('a')!.click();
	await page.getByRole('button', { name: 'Show as a page' }).click();
	await expect.poll(() => root.querySelector('iframe')).toBeNull();
	expect([hits, leaks()]).toEqual([0, []]);
});

test('a drawing is a picture: nothing in it runs', async () => {
	const svg =
		'<svg width="40" height="40" onload="parent.hit()"><script>parent.hit()</script><image href="/leak/5.png"/></svg>';
	const { root } = await show(`\`\`\`svg\n${svg}\n\`\`\`\n\n\`\`\`svg\n<svg><rect\n\`\`\``);
	for (const button of page.getByRole('button', { name: 'Show as a drawing' }).all())
		await button.click();
	await expect.poll(() => root.querySelector('img')?.naturalWidth).toBe(40);
	await expect.element(page.getByText('This is not a whole drawing')).toBeVisible();
	expect([hits, leaks()]).toEqual([0, []]);
});

test('no payload runs, fetches or leads anywhere as a page', async () => {
	const frame = document.createElement('iframe');
	frame.sandbox.value = 'allow-same-origin';
	frame.srcdoc = BARE_PAGE;
	const loaded = new Promise((resolve) => (frame.onload = resolve));
	document.body.append(frame);
	await loaded;
	const strange: string[] = [];
	for (const payload of payloads) {
		showPage(frame, `<style>p { background: url(/leak/0.png) }</style><p>x</p>${payload}`);
		const { body } = frame.contentDocument!;
		for (const element of body.querySelectorAll('*')) {
			const isWrong = /^(?:script|link|meta|base|iframe|object|embed)$/i.test(element.localName);
			const wrong = element
				.getAttributeNames()
				.filter((name) => /^on|^(?:href|src|srcset|action|ping|xlink:href)$/i.test(name))
				.filter((name) => !/^\s*(?:#|data:image\/)/i.test(element.getAttribute(name)!));
			if (isWrong || wrong.length > 0)
				strange.push(`${element.localName} ${wrong.join()} ${payload}`);
		}
	}
	expect(strange).toEqual([]);
	// A picture that is asked for after everything else: what had to be fetched before is then known too.
	const control = new Image();
	const failed = new Promise((resolve) => (control.onerror = resolve));
	control.src = '/control/page.png';
	await failed;
	const fetched = frame.contentWindow!.performance.getEntriesByType('resource');
	expect(fetched.filter(({ duration, name }) => duration > 0 && /leak|evil/.test(name))).toEqual(
		[],
	);
	expect([hits, leaks()]).toEqual([0, []]);
	frame.remove();
});

test('a long answer that is there already comes in steps, and is whole in the end', async () => {
	const text = Array.from(
		{ length: 4000 },
		(_, index) => `Paragraph **${index}** with words in it, to read.\n\n`,
	).join('');
	expect(text.length).toBeGreaterThan(180_000);
	const counts: number[] = [];
	const mutations = new MutationObserver(() =>
		counts.push(document.querySelectorAll('.markdown > p').length),
	);
	mutations.observe(document.body, { childList: true, subtree: true });
	const { root } = await show(text);
	await expect.poll(() => root.children.length, { timeout: 60_000 }).toBe(4000);
	mutations.disconnect();
	expect(root.lastElementChild!.textContent).toBe('Paragraph 3999 with words in it, to read.');
	const steps = counts.map((count, index) => count - (counts[index - 1] ?? 0));
	expect(Math.max(...steps)).toBeLessThan(400);
});
