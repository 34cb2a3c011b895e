/** Nothing can be fetched from inside, on top of what the app's own policy forbids. */
export const BARE_PAGE = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:"><body>`;

/** Elements that ask the network by their being there, run something, or hold another document. */
const DROPPED =
	'script, style, link, meta, base, title, iframe, frame, frameset, object, embed, portal, fencedframe, template, noscript';

/** Attributes that hold an address. Even one that cannot be followed makes some browsers look its host up. */
const ADDRESSES =
	/^(?:href|xlink:href|src|srcset|action|formaction|poster|background|ping|cite|data|manifest|imagesrcset|archive|codebase|longdesc|profile)$/i;
const HARMLESS = /^\s*(?:#|data:image\/)/i;

/**
 * Shows a page that a model wrote in an empty frame, which is to have `sandbox="allow-same-origin"` and `BARE_PAGE`. It
 * is read into a document of its own that does nothing, stripped, and moved over; its styles come as style sheet
 * objects, for the policy allows no others. No script runs: the sandbox forbids it, and the policy does.
 */
export function showPage(frame: HTMLIFrameElement, html: string): void {
	const [target, view] = [frame.contentDocument, frame.contentWindow];
	if (!target || !view) return;
	const page = new DOMParser().parseFromString(html, 'text/html');
	const styles = [...page.querySelectorAll('style')].map(({ textContent }) => textContent);
	page.querySelectorAll(DROPPED).forEach((element) => element.remove());
	const inline = [...page.querySelectorAll('*')].map(
		(element) => [element, strip(element)] as const,
	);
	const root = page.documentElement;
	target.documentElement.lang = root.lang;
	target.documentElement.dir = root.dir;
	target.documentElement.className = root.className;
	target.body.replaceWith(target.adoptNode(page.body));
	for (const [element, style] of inline) {
		if (style && 'style' in element) (element as HTMLElement).style.cssText = style;
	}
	const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
	sheet.replaceSync(styles.join('\n'));
	target.adoptedStyleSheets = [sheet];
}

/** Takes away what leads elsewhere or would run, and gives the style that stood in an attribute. */
function strip(element: Element): string | null {
	const style = element.getAttribute('style');
	for (const { name, value } of [...element.attributes]) {
		const leadsAway = ADDRESSES.test(name) && !HARMLESS.test(value);
		if (leadsAway || name === 'style' || name.startsWith('on')) element.removeAttribute(name);
	}
	return style;
}
