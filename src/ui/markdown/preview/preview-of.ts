const PAGES = ['html', 'htm', 'xhtml'];
const DRAWING = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<svg[\s>]/i;

/** How code in a language can be shown, if the person asks: as a page, or as a drawing. */
export function previewOf(
	language: string | undefined,
	text: string,
): 'page' | 'drawing' | undefined {
	const name = language?.toLowerCase() ?? '';
	if (name === 'svg' || (name === 'xml' && DRAWING.test(text))) return 'drawing';
	if (!PAGES.includes(name)) return undefined;
	return DRAWING.test(text) ? 'drawing' : 'page';
}
