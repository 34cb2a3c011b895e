import { canPaint, CodePainter } from './code-painter.ts';
import { highlighter, LONGEST_CODE } from './highlighter.ts';

/** Code that still grows is highlighted when it has rested for so long, in milliseconds. */
const REST = 250;

/** The colours of one block of code, which may still be growing. */
export class CodeHighlighting {
	#painter: CodePainter | undefined;
	#controller: AbortController | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** Highlights what the element's pieces show, once they have come to rest. What was painted before stays until then. */
	show(code: HTMLElement, text: string, grammar: string | undefined): void {
		clearTimeout(this.#timer);
		this.#controller?.abort();
		const controller = (this.#controller = new AbortController());
		if (!canPaint || !grammar || text.trim() === '' || text.length > LONGEST_CODE) {
			this.#painter?.clear();
			return;
		}
		this.#timer = setTimeout(async () => {
			const runs = await highlighter.highlight(text, grammar, controller.signal);
			if (!runs || controller.signal.aborted) return;
			this.#painter ??= new CodePainter();
			this.#painter.paint(code.children, runs);
		}, REST);
	}

	/** The block leaves the page. */
	end(): void {
		clearTimeout(this.#timer);
		this.#controller?.abort();
		this.#painter?.clear();
	}
}
