const BLOCKS = 'p, li, h2, h3, h4, h5, h6, tr, pre, blockquote, .display, .footnote';

/** Puts a formula's source, not its picture, into what is copied. Without a formula the browser does it. */
export function copySources(event: ClipboardEvent): void {
	const selection = getSelection();
	if (!selection?.rangeCount || !event.clipboardData) return;
	const range = selection.getRangeAt(0);
	const copy = range.cloneContents();
	const within = closestFormula(range.commonAncestorContainer);
	const formulas = [...copy.querySelectorAll<HTMLElement>('.maths')];
	if (!within && formulas.length === 0) return;
	for (const element of formulas) element.textContent = element.dataset['source'] ?? '';
	for (const block of copy.querySelectorAll(BLOCKS)) block.append('\n');
	event.clipboardData.setData('text/plain', within ?? copy.textContent.trim());
	event.preventDefault();
}

function closestFormula(node: Node): string | undefined {
	const element = node instanceof Element ? node : node.parentElement;
	return element?.closest<HTMLElement>('.maths')?.dataset['source'];
}
