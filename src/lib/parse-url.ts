/** An absolute URL, or undefined where the text is none. `URL.parse` is younger than the browsers that Quern runs in. */
export function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
