import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../base.css';
import '../tokens.css';
import { paintedRanges } from './code/code-painter.ts';
import { Highlighter } from './code/highlighter.ts';
import Markdown from './Markdown.svelte';

async function show(text: string, isStreaming = false) {
	const screen = await render(Markdown, { text, isStreaming });
	const find = () => screen.container.querySelector<HTMLElement>('.markdown');
	await expect.poll(find, { timeout: 60_000 }).not.toBeNull();
	return { ...screen, root: find()! };
}

/** Files that were handed over, by name. */
let saved: Record<string, string> = {};
const copied: string[] = [];
const total = () => Object.values(paintedRanges()).reduce((sum, count) => sum + count, 0);

beforeEach(() => {
	saved = {};
	copied.length = 0;
	vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(
		async (text) => void copied.push(text),
	);
	// The browser's own dialogue cannot be answered by a test: a file as the dialogue gives one.
	vi.stubGlobal('showSaveFilePicker', async ({ suggestedName }: { suggestedName: string }) => {
		const folder = await navigator.storage.getDirectory();
		const file = await folder.getFileHandle(suggestedName, { create: true });
		const read = async () => (saved[suggestedName] = await (await file.getFile()).text());
		return {
			name: suggestedName,
			createWritable: async () => {
				const stream = await file.createWritable();
				return {
					write: (data: Blob) => stream.write(data),
					close: async () => {
						await stream.close();
						await read();
					},
				};
			},
		};
	});
});

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

test('code gets its colours without an element, also after it has grown', async () => {
	const screen = await show('```js\nconst a = 1;\n', true);
	await expect.poll(() => paintedRanges()['keyword'], { timeout: 60_000 }).toBe(1);
	await screen.rerender({
		text: '```js\nconst a = 1;\nlet b = "x"; // c\n```',
		isStreaming: false,
	});
	await expect
		.poll(paintedRanges)
		.toMatchObject({ keyword: 2, string: 1, number: 1, comment: 1, title: 0 });
	expect(screen.root.querySelectorAll('code *')).toHaveLength(1);
	const code = screen.root.querySelector('code span')!;
	const colour = getComputedStyle(code, '::highlight(code-keyword)').color;
	expect(colour).not.toBe(getComputedStyle(code).color);
	await screen.unmount();
	expect(total()).toBe(0);
});

test('an unknown language, and text without one, stay in one colour', async () => {
	await show('```klingon\nlet a = 1;\n```\n\n```\nlet a = 1;\n```\n\n```js\nlet a;\n```');
	await expect.poll(() => paintedRanges()['keyword'], { timeout: 60_000 }).toBe(1);
	expect(total()).toBe(1);
});

test('of long code, only what is near the screen is painted', async () => {
	const lines = Array.from({ length: 6000 }, (_, index) => `const line${index} = ${index}; // x`);
	const text = `\`\`\`js\n${lines.join('\n')}\n\`\`\``;
	expect(text.length).toBeGreaterThan(150_000);
	const { root } = await show(text);
	await expect.poll(() => paintedRanges()['keyword'], { timeout: 60_000 }).toBeGreaterThan(50);
	expect(paintedRanges()['keyword']).toBeLessThan(1000);
	const last = root.querySelector('code span:last-child')!;
	last.scrollIntoView();
	const isLastPainted = () => {
		const ranges = [...CSS.highlights.get('code-keyword')!] as StaticRange[];
		return ranges.some(({ startContainer }) => last.contains(startContainer));
	};
	await expect.poll(isLastPainted).toBe(true);
	expect(paintedRanges()['keyword']).toBeLessThan(1000);
});

test('a grammar that does not come to an end is given up, and the next text gets its colours', async () => {
	const highlighter = new Highlighter(1);
	const { signal } = new AbortController();
	const long = 'const a = `${b}`; '.repeat(20_000);
	expect(await highlighter.highlight(long, 'javascript', signal)).toBeUndefined();
	const next = new Highlighter();
	expect((await next.highlight('let a', 'javascript', signal))?.length).toBe(3);
});

test('code is saved under a name of its language, and its long lines wrap on request', async () => {
	const { root } = await show(`\`\`\`python\nprint("${'long '.repeat(100)}")\n\`\`\``);
	root.style.width = '300px';
	await page.getByRole('button', { name: 'Save the code as a file' }).click();
	await expect.poll(() => saved['code.py']).toBe(`print("${'long '.repeat(100)}")`);
	const code = root.querySelector('pre')!;
	expect(code.scrollWidth).toBeGreaterThan(300);
	const wrap = page.getByRole('button', { name: 'Wrap long lines' });
	await wrap.click();
	await expect.element(wrap).toHaveAttribute('aria-pressed', 'true');
	expect(code.scrollWidth).toBeLessThanOrEqual(300);
});

test('a table is copied for spreadsheets and saved as CSV', async () => {
	await show('| نام | n |\n|---|--:|\n| سارا | 1,5 |');
	await page.getByRole('button', { name: 'Copy the table' }).click();
	await expect.poll(() => copied).toEqual(['نام\tn\nسارا\t1,5']);
	await page.getByRole('button', { name: 'Save the table as CSV' }).click();
	await expect.poll(() => saved['table.csv']).toBe('نام,n\r\nسارا,"1,5"\r\n');
});

test('notes lead there and back, each within its own text', async () => {
	const text = (name: string) => `${name} one[^1], two[^1], none[^2].\n\n[^1]: Note of ${name}.`;
	const first = await show(text('A'));
	const second = await show(text('B'));
	const references = second.root.querySelectorAll<HTMLElement>('[role="doc-noteref"]');
	expect(references).toHaveLength(2);
	expect(second.root.querySelector('p')!.textContent).toBe('B one1, two1, none2.');
	references[1]!.focus();
	await userEvent.keyboard('{Enter}');
	const note = second.root.querySelector<HTMLElement>('.footnote')!;
	expect(document.activeElement).toBe(note);
	expect(note.id).not.toBe(first.root.querySelector('.footnote')!.id);
	note.querySelector<HTMLElement>('button')!.click();
	expect(document.activeElement).toBe(references[1]);
	expect(location.hash).toBe('');
});

test('while a text arrives, a reference becomes a way to its note when that is there', async () => {
	const screen = await show('A[^n].\n', true);
	expect(screen.root.querySelector('[role="doc-noteref"]')).toBeNull();
	await screen.rerender({ text: 'A[^n].\n\n[^n]: The note.\n', isStreaming: true });
	await expect.poll(() => screen.root.querySelector('[role="doc-noteref"]')).not.toBeNull();
	expect(screen.root.querySelectorAll('sup')[0]!.textContent).toBe('n');
});
