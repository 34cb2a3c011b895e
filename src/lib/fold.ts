/** Letters that people write in different ways, or cannot type, and what they are compared as. */
const ALIKE: Readonly<Record<string, string>> = {
	...each('ىیےې', 'ي'),
	...each('کڪګ', 'ك'),
	...each('ةۃەہھ', 'ه'),
	...each('ٱٲٳ', 'ا'),
	...digits('٠'),
	...digits('۰'),
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	þ: 'th',
	...each('ø', 'o'),
	...each('đð', 'd'),
	...each('ł', 'l'),
	...each('ħ', 'h'),
	...each('ı', 'i'),
	...each('ς', 'σ'),
};

const TO_REPLACE = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g');

/**
 * Marks (accents, tashkil, the hamza that sits on another letter), what only joins or directs letters (the
 * zero-width non-joiner, marks of direction, the soft hyphen), tatweel, and the hamza that stands alone.
 */
const TO_DROP = /[\p{Mn}\p{Me}\p{Cf}\u0640\u0621]/gu;

const ASCII = /^[\x00-\x7f]*$/;

/**
 * A text as it is compared in a search: without case, accents, vowel marks and joiners, with one form for letters
 * and digits that have several. The fold of two texts put together is their folds put together.
 */
export function fold(text: string): string {
	if (ASCII.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(TO_DROP, '')
		.replace(TO_REPLACE, (letter) => ALIKE[letter]!);
}

/** A folded text, and for each of its places, the end included, the place in the text that it comes from. */
export interface Folded {
	readonly text: string;
	readonly origins: readonly number[];
}

/** As `fold`, letter by letter: for short texts. */
export function foldWithOrigins(text: string): Folded {
	let folded = '';
	const origins: number[] = [];
	let at = 0;
	for (const character of text) {
		const piece = fold(character);
		for (let index = 0; index < piece.length; index++) origins.push(at);
		folded += piece;
		at += character.length;
	}
	origins.push(at);
	return { text: folded, origins };
}

function each(letters: string, alike: string): Record<string, string> {
	return Object.fromEntries([...letters].map((letter) => [letter, alike]));
}

function digits(zero: string): Record<string, string> {
	const first = zero.charCodeAt(0);
	return Object.fromEntries(
		Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(first + digit), String(digit)]),
	);
}
