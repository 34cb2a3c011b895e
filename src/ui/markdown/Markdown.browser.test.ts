import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { locale } from '../../i18n/locale.svelte.ts';
import '../base.css';
import '../tokens.css';
import Markdown from './Markdown.svelte';

/** The first text is plain until what shows Markdown is there. */
async function show(text: string, isStreaming = false) {
	const screen = await render(Markdown, { text, isStreaming });
	const find = () => screen.container.querySelector<HTMLElement>('.markdown');
	await expect.poll(find, { timeout: 60_000 }).not.toBeNull();
	return { ...screen, root: find()! };
}

const html = (element: Element) => element.innerHTML.replaceAll(/<!--.*?-->| class="[^"]*"/g, '');
const directionOf = (element: Element | null) => getComputedStyle(element!).direction;

test('inline marks', async () => {
	const { root } = await show('*a* **b** ~~c~~ `d  &amp;` e\\* &amp; &copy;&#33;\nnext');
	expect(html(root)).toBe(
		'<p dir="auto"><em>a</em> <strong>b</strong> <del>c</del> <code dir="ltr">d  &amp;amp;</code> e* &amp; ©!<br>next</p>',
	);
});

test('headings come below the one of the page', async () => {
	await show('# One\n\n## Two\n\n###### Six\n\nSetext\n===');
	await expect.element(page.getByRole('heading', { level: 2, name: 'One' })).toBeVisible();
	await expect.element(page.getByRole('heading', { level: 3, name: 'Two' })).toBeVisible();
	await expect.element(page.getByRole('heading', { level: 6, name: 'Six' })).toBeVisible();
	await expect.element(page.getByRole('heading', { level: 2, name: 'Setext' })).toBeVisible();
});

test('lists: nested, numbered from anywhere, loose, with tasks', async () => {
	const { root } = await show(
		'3. a\n4. b\n   - c\n\n---\n\n- [x] done\n- [ ] open\n\n---\n\n* p\n\n  q',
	);
	const ordered = root.querySelector('ol')!;
	expect(ordered.start).toBe(3);
	const { display, listStyleType } = getComputedStyle(ordered.querySelector('li')!);
	expect([display, listStyleType]).toEqual(['list-item', 'decimal']);
	expect(ordered.querySelector('li ul li')!.textContent).toBe('c');
	await expect.element(page.getByRole('checkbox', { name: 'Done', exact: true })).toBeChecked();
	await expect.element(page.getByRole('checkbox', { name: 'Not done' })).not.toBeChecked();
	await expect.element(page.getByRole('checkbox', { name: 'Not done' })).toBeDisabled();
	expect(root.querySelectorAll('ul:last-child > li > p')).toHaveLength(2);
	expect(root.querySelectorAll('hr')).toHaveLength(2);
});

test('a table has column headers and scrolls by itself', async () => {
	const wide = 'word '.repeat(30).trim().replaceAll(' ', '_');
	const { root } = await show(`| n | r | c |\n|:--|--:|:-:|\n| 1<br>2 | ${wide} | 3 |`);
	root.style.width = '300px';
	const headers = page.getByRole('columnheader').elements();
	expect(headers.map((header) => header.getAttribute('scope'))).toEqual(['col', 'col', 'col']);
	expect(headers.map((header) => getComputedStyle(header).textAlign)).toEqual([
		'start',
		'end',
		'center',
	]);
	const region = page.getByRole('region', { name: 'Table' });
	await expect.element(region).toHaveAttribute('tabindex', '0');
	expect(region.element().scrollWidth).toBeGreaterThan(300);
	expect(root.scrollWidth).toBe(300);
	expect(root.querySelector('td br')).not.toBeNull();
});

test('a quote, and a note at the foot', async () => {
	const { root } = await show('> a\n> > b\n\nText[^1]\n\n[^1]: The *note*');
	expect(root.querySelector('blockquote blockquote')!.textContent).toBe('b');
	expect(root.querySelector('p > sup')!.textContent).toBe('1');
	expect(root.querySelector('.footnote')!.textContent.trim()).toBe('1 The note');
});

test('code keeps every character, has a name, and is copied as it is', async () => {
	const lines = Array.from({ length: 200 }, (_, index) => `\tline ${index} <b> &amp;`).join('\n');
	const { root } = await show(`\`\`\`js title\n${lines}\n\`\`\``);
	const region = page.getByRole('region', { name: 'Code block, js' });
	expect(region.element().textContent).toBe(lines);
	expect(region.element().getAttribute('dir')).toBe('ltr');
	const copied: string[] = [];
	const { clipboard } = navigator;
	const write = clipboard.writeText;
	clipboard.writeText = async (text) => void copied.push(text);
	try {
		root.querySelector<HTMLElement>('[aria-label="Copy the code"]')!.focus();
		await userEvent.keyboard('{Enter}');
		await expect.poll(() => copied).toEqual([lines]);
	} finally {
		clipboard.writeText = write;
	}
	await expect.element(page.getByRole('button', { name: 'Copy the code' })).toBeVisible();
});

test('HTML is text, but for a line break', async () => {
	const { root } = await show('<b onclick="x()">bold</b> a<br>b\n\n<div>\n<img src=x>\n</div>');
	expect(root.textContent).toContain('<b onclick="x()">bold</b> ab');
	expect(root.textContent).toContain('<div>\n<img src=x>\n</div>');
	expect(root.querySelectorAll('b, div, img')).toHaveLength(0);
	expect(root.querySelectorAll('br')).toHaveLength(1);
});

test('an image is its words and its address, and is not fetched', async () => {
	const { root } = await show('![a cat](https://example.org/cat.png "title")');
	expect(root.textContent.replaceAll(/\s+/g, ' ').trim()).toBe(
		'a cat (https://example.org/cat.png)',
	);
	expect(root.querySelector('img')).toBeNull();
	await expect.element(page.getByRole('img', { name: 'Picture, not loaded:' })).toBeVisible();
});

test('a link tells its whole address and asks before it opens', async () => {
	const { root } = await show('[the *bank*](https://user@bänk.example/a?q=1&amp;r=2 "t")');
	expect(root.querySelector('a')).toBeNull();
	const link = page.getByRole('link', { name: 'the bank' });
	await link.click();
	const dialog = page.getByRole('dialog', { name: 'Open this address?' });
	await expect.element(dialog).toHaveTextContent('https://user@xn--bnk-qla.example/a?q=1&r=2');
	await expect.element(dialog).toHaveTextContent('Site: xn--bnk-qla.example');
	const open = dialog.getByRole('link', { name: 'Open' });
	await expect.element(open).toHaveAttribute('href', 'https://user@xn--bnk-qla.example/a?q=1&r=2');
	await expect.element(open).toHaveAttribute('rel', 'noopener noreferrer');
	await expect.element(open).toHaveAttribute('target', '_blank');
	await userEvent.keyboard('{Escape}');
	await expect.element(dialog).not.toBeInTheDocument();

	(link.element() as HTMLElement).focus();
	await userEvent.keyboard('{Enter}');
	await expect.element(dialog).toBeVisible();
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expect.element(dialog).not.toBeInTheDocument();
	await expect.element(link).toHaveFocus();
});

test('mail, bare addresses and reference links ask too', async () => {
	await show('<me@example.org>, www.example.org/x and [ref].\n\n[ref]: https://example.org/ref');
	const dialog = page.getByRole('dialog');
	for (const [name, address] of [
		['me@example.org', 'mailto:me@example.org'],
		['www.example.org/x', 'http://www.example.org/x'],
		['ref', 'https://example.org/ref'],
	] as const) {
		await page.getByRole('link', { name }).click();
		await expect.element(dialog).toHaveTextContent(address);
		await dialog.getByRole('button', { name: 'Cancel' }).click();
	}
});

test('what is no address of the web is not a link', async () => {
	const { root } = await show(
		'[a](javascript:alert(1)) [b](data:text/html,x) [c](/relative) [d](#e)',
	);
	expect(page.getByRole('link').elements()).toHaveLength(0);
	expect(root.textContent).toBe(
		'a (javascript:alert(1)) b (data:text/html,x) c (/relative) d (#e)',
	);
});

test('each block finds its own direction', async () => {
	const { root } = await show(
		[
			'# عنوان',
			'`code` متن فارسی',
			'English text',
			'- مورد\n- item\n\n  second\n\n  دومی',
			'> نقل قول\n> > inner',
			'| نام | age |\n|---|---|\n| سارا | x |',
			'- > - تو در تو',
		].join('\n\n'),
	);
	const directions = (selector: string) => [...root.querySelectorAll(selector)].map(directionOf);
	expect(directions(':scope > :is(h2, p)')).toEqual(['rtl', 'rtl', 'ltr']);
	expect(directions(':scope > ul:nth-of-type(1) > li')).toEqual(['rtl', 'ltr']);
	expect(directions('li p')).toContain('rtl');
	expect(directions('blockquote').slice(0, 2)).toEqual(['rtl', 'ltr']);
	expect(directions('table')).toEqual(['rtl']);
	expect(directions('td')).toEqual(['rtl', 'rtl']);
	expect(directions('td > bdi')).toEqual(['rtl', 'ltr']);
	expect(directions(':scope > ul:last-child *')).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
	expect(directions('code')).toEqual(['ltr']);
	const quote = getComputedStyle(root.querySelector('blockquote')!);
	expect([quote.borderRightWidth, quote.borderLeftWidth]).toEqual(['3px', '0px']);
	const item = getComputedStyle(root.querySelector('li')!);
	expect([item.marginRight, item.marginLeft]).toEqual(['28px', '0px']);
});

const STREAM = [
	'# Title here',
	'A paragraph with **strong words** and `code` and [a link](https://example.org/a).',
	'- one\n- two with *emphasis*\n  - nested\n- three',
	'| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |',
	'```js\nconst a = 1;\nconst b = 2;\n```',
	'> a quote\n> goes on',
	'The end, with *emphasis*.',
].join('\n\n');

test('as a text grows, what is on the page stays the same nodes', async () => {
	const screen = await show('', true);
	const before = new Map<number, Element>();
	for (let end = 1; end <= STREAM.length; end++) {
		await screen.rerender({ text: STREAM.slice(0, end), isStreaming: true });
		const blocks = [...screen.root.children];
		for (const [index, block] of blocks.entries()) {
			const known = before.get(index);
			expect(known === undefined || known === block, `block ${index} at ${end}`).toBe(true);
			before.set(index, block);
		}
	}
	await screen.rerender({ text: STREAM, isStreaming: false });
	expect([...screen.root.children].every((block, index) => before.get(index) === block)).toBe(true);
	expect(before.size).toBe(7);
});

test('a growing paragraph changes its last text only', async () => {
	const screen = await show('**Bold** and', true);
	const strong = screen.root.querySelector('strong')!;
	const changes: Node[] = [];
	const observer = new MutationObserver((records) => changes.push(...records.map((r) => r.target)));
	observer.observe(screen.root, { childList: true, characterData: true, subtree: true });
	await screen.rerender({ text: '**Bold** and more words' });
	await expect.element(page.getByText('and more words')).toBeVisible();
	observer.disconnect();
	expect(screen.root.querySelector('strong')).toBe(strong);
	expect(changes.map((node) => node.nodeType)).toEqual([Node.TEXT_NODE]);
});

test('in a long text, a delta touches the last block only', async () => {
	const block = (index: number) => `Paragraph ${index} with **some** words in it.\n\n`;
	const text = Array.from({ length: 4700 }, (_, index) => block(index)).join('');
	expect(text.length).toBeGreaterThan(200_000);
	const screen = await show(text, true);
	await expect.poll(() => screen.root.children.length, { timeout: 60_000 }).toBe(4700);
	const touched = new Set<Node>();
	const observer = new MutationObserver((records) => records.forEach((r) => touched.add(r.target)));
	observer.observe(screen.root, { childList: true, characterData: true, subtree: true });
	for (const more of ['The', 'The last', 'The last one'])
		await screen.rerender({ text: text + more });
	observer.takeRecords().forEach((record) => touched.add(record.target));
	observer.disconnect();
	expect(screen.root.lastElementChild!.textContent).toBe('The last one');
	const elsewhere = [...touched].filter((node) => {
		const element = node instanceof Element ? node : node.parentElement!;
		return element !== screen.root && !screen.root.lastElementChild!.contains(element);
	});
	expect(elsewhere).toEqual([]);
	expect(touched.size).toBeLessThan(4);
});

test('the words around an answer follow the language', async () => {
	await locale.use('fa');
	try {
		await show('```\nx\n```');
		await expect.element(page.getByRole('button', { name: 'کپی کد' })).toBeVisible();
	} finally {
		await locale.use('en');
	}
});
