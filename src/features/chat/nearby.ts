import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { nextTask } from '../../lib/next-task.ts';

/** How far beyond what is in view an element still is near, in heights of the scroller. */
const MARGIN = '150%';

/** Tells elements in a scroller when they come near to what is in view, or are no longer, one per task. */
export class Nearby {
	readonly #told = new Map<Element, (isNear: boolean) => void>();
	/** What is not told yet, and how far from the middle it is. */
	readonly #waiting = new Map<Element, { isNear: boolean; distance: number }>();
	#observer: IntersectionObserver | undefined;
	#isTelling = false;

	/** For an element that `tell` is about. */
	attach(tell: (isNear: boolean) => void): Attachment<HTMLElement> {
		return (element) => {
			this.#observer ??= new IntersectionObserver((entries) => this.#note(entries), {
				root: scrollerOf(element),
				rootMargin: `${MARGIN} 0px`,
			});
			this.#told.set(element, tell);
			this.#observer.observe(element);
			return () => {
				this.#observer?.unobserve(element);
				this.#told.delete(element);
				this.#waiting.delete(element);
			};
		};
	}

	/** Observes nothing any more. */
	stop(): void {
		this.#observer?.disconnect();
		this.#observer = undefined;
	}

	#note(entries: readonly IntersectionObserverEntry[]): void {
		for (const { target, isIntersecting, boundingClientRect: box, rootBounds } of entries) {
			const middle = rootBounds ? (rootBounds.top + rootBounds.bottom) / 2 : 0;
			const distance = Math.max(0, box.top - middle, middle - box.bottom);
			this.#waiting.set(target, { isNear: isIntersecting, distance });
		}
		void this.#tell();
	}

	async #tell(): Promise<void> {
		if (this.#isTelling) return;
		this.#isTelling = true;
		for (let next = this.#next(); next; next = this.#next()) {
			const [element, { isNear }] = next;
			this.#waiting.delete(element);
			this.#told.get(element)?.(isNear);
			await tick();
			await nextTask();
		}
		this.#isTelling = false;
	}

	/** What is in the middle first: it is what the person looks at. */
	#next() {
		return [...this.#waiting].sort(
			([, a], [, b]) => Number(b.isNear) - Number(a.isNear) || a.distance - b.distance,
		)[0];
	}
}

/** The nearest element around it that scrolls; null for the page. */
function scrollerOf(element: Element): Element | null {
	for (let around = element.parentElement; around; around = around.parentElement) {
		if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
	}
	return null;
}
