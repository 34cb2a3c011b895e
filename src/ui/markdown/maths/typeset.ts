import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Bounds for what a formula may define, and for how large it may draw, in ems. */
const MOST_EXPANSIONS = 200;
const LARGEST = 20;

/**
 * The elements of a formula, made by DOM calls: no HTML is read, nothing is loaded, no address becomes a link. With MathML
 * inside for screen readers. Undefined where the TeX cannot be read.
 */
export function typeset(tex: string, isDisplay: boolean): Element | undefined {
	const host = document.createElement('span');
	try {
		katex.render(tex, host, {
			displayMode: isDisplay,
			output: 'htmlAndMathml',
			trust: false,
			strict: 'ignore',
			maxExpand: MOST_EXPANSIONS,
			maxSize: LARGEST,
		});
	} catch {
		return undefined;
	}
	return host.firstElementChild ?? undefined;
}
