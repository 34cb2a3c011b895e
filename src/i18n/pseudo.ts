import en, { type Messages } from './locales/en.ts';

const RIGHT_TO_LEFT_OVERRIDE = '\u202e';
const POP = '\u202c';

/** Longer by half and drawn from right to left, between brackets that show where text is cut. */
function disguise(text: string): string {
	const filler = '····· '.repeat(Math.ceil(text.length / 12)).trimEnd();
	return `[${RIGHT_TO_LEFT_OVERRIDE}${text}${filler}${POP}]`;
}

type Tree = { readonly [key: string]: Node };
type Node = string | ((...blanks: never[]) => string) | Tree;

function disguiseAll(node: Node): Node {
	if (typeof node === 'string') return disguise(node);
	if (typeof node === 'function') return (...blanks: never[]) => disguise(node(...blanks));
	return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, disguiseAll(value)]));
}

/** Shows what does not come from the messages, what does not fit, and what does not mirror. */
export default disguiseAll(en) as Messages;
