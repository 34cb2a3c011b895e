const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

const known = new Map<string, string>();

/**
 * The characters that references such as `&amp;` stand for. The browser's own table is asked, in a
 * document that is never shown and with nothing but the one reference in it.
 */
export function decodeReferences(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(REFERENCE, (reference) => {
		let character = known.get(reference);
		if (character === undefined) {
			const { body } = new DOMParser().parseFromString(reference, 'text/html');
			character = body.textContent || reference;
			known.set(reference, character);
		}
		return character;
	});
}
