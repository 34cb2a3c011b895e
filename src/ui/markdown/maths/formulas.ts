import type { Attachment } from 'svelte/attachments';

/** Milliseconds of one turn: between turns the page answers to the person. */
const TURN = 8;

interface Job {
	readonly element: HTMLElement;
	readonly tex: string;
	readonly isDisplay: boolean;
}

const waiting = new Set<Job>();
let isRunning = false;

/** Sets an element's formula, when its turn comes. Until then, and where it cannot be read, its source stands there. */
export function formula(source: string, tex: string, isDisplay: boolean): Attachment<HTMLElement> {
	return (element) => {
		element.textContent = source;
		const job = { element, tex, isDisplay };
		waiting.add(job);
		void run();
		return () => waiting.delete(job);
	};
}

async function run(): Promise<void> {
	if (isRunning) return;
	isRunning = true;
	try {
		const { typeset } = await import('./typeset.ts');
		while (waiting.size > 0) {
			const end = performance.now() + TURN;
			for (const job of waiting) {
				waiting.delete(job);
				const node = typeset(job.tex, job.isDisplay);
				if (node) job.element.replaceChildren(node);
				if (performance.now() > end) break;
			}
			await new Promise((resolve) => setTimeout(resolve));
		}
	} catch {
		// The code did not come: the sources stay, and the next formula tries again.
	} finally {
		isRunning = false;
	}
}
