import './code-colours.css';
import { KINDS, runsBetween, type CodeKind, type CodeRuns } from './code-runs.ts';

/** Whether the browser colours ranges of a text without elements around them (CSS Custom Highlight API). */
export const canPaint = typeof Highlight === 'function' && 'highlights' in CSS;

/** How far beyond the screen code is painted already. */
const AHEAD = '100% 0px';

const highlights = new Map<CodeKind, Highlight>();

function highlightOf(kind: CodeKind): Highlight {
	let highlight = highlights.get(kind);
	if (!highlight) {
		highlight = new Highlight();
		highlights.set(kind, highlight);
		CSS.highlights.set(`code-${kind}`, highlight);
	}
	return highlight;
}

/**
 * Colours the pieces of one block of code that are on the screen or near it. The document gets no element for it: a
 * highlighted text is the same text node.
 */
export class CodePainter {
	readonly #observer = new IntersectionObserver((entries) => this.#see(entries), {
		rootMargin: AHEAD,
	});
	readonly #painted = new Map<Element, (readonly [CodeKind, StaticRange])[]>();
	readonly #starts = new Map<Element, number>();
	#runs: CodeRuns | undefined;

	/** Paints elements, each with one text node, that hold the text which the runs are of. */
	paint(pieces: Iterable<Element>, runs: CodeRuns): void {
		this.clear();
		this.#runs = runs;
		let start = 0;
		for (const piece of pieces) {
			this.#starts.set(piece, start);
			start += piece.firstChild?.nodeValue?.length ?? 0;
			this.#observer.observe(piece);
		}
	}

	/** Takes the colours away. */
	clear(): void {
		this.#observer.disconnect();
		for (const piece of this.#painted.keys()) this.#wipe(piece);
		this.#starts.clear();
	}

	#see(entries: readonly IntersectionObserverEntry[]): void {
		for (const { target, isIntersecting } of entries) {
			this.#wipe(target);
			if (isIntersecting) this.#paintPiece(target);
		}
	}

	#paintPiece(piece: Element): void {
		const text = piece.firstChild;
		const from = this.#starts.get(piece);
		if (!text?.nodeValue || from === undefined || !this.#runs) return;
		const ranges = [];
		for (const { start, end, kind } of runsBetween(
			this.#runs,
			from,
			from + text.nodeValue.length,
		)) {
			const range = new StaticRange({
				startContainer: text,
				startOffset: start,
				endContainer: text,
				endOffset: end,
			});
			highlightOf(kind).add(range);
			ranges.push([kind, range] as const);
		}
		this.#painted.set(piece, ranges);
	}

	#wipe(piece: Element): void {
		for (const [kind, range] of this.#painted.get(piece) ?? []) highlightOf(kind).delete(range);
		this.#painted.delete(piece);
	}
}

/** How many ranges of each kind are painted on the whole page. */
export function paintedRanges(): Record<string, number> {
	return Object.fromEntries(KINDS.map((kind) => [kind, highlights.get(kind)?.size ?? 0]));
}
