const OPENINGS = ['<!doctype html', '<html', '<head', '<body', '<script', '<meta'];

/** Enough bytes to recognise a page by, after white space and a byte order mark. */
const PEEK = 512;

/** Whether a body opens like an HTML page: what a captive portal or a filter sends in place of a file. */
export function opensLikePage(bytes: Uint8Array): boolean {
	const text = new TextDecoder('latin1').decode(bytes.subarray(0, PEEK));
	const start = text.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '').toLowerCase();
	return OPENINGS.some((opening) => start.startsWith(opening));
}
