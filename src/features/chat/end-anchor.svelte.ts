import type { Attachment } from 'svelte/attachments';

/** Pixels from the end that still count as being there. */
const SLACK = 48;

/** Keeps a scroller at its end while it grows, as long as the person has not scrolled away from it. */
export class EndAnchor {
	#isAtEnd = $state.raw(true);
	#scroller: HTMLElement | undefined;

	/** Whether the newest is in view. */
	get isAtEnd(): boolean {
		return this.#isAtEnd;
	}

	scrollToEnd(): void {
		this.#isAtEnd = true;
		this.#scroller?.scrollTo({ top: this.#scroller.scrollHeight });
	}

	/** Another place is about to be shown: what grows meanwhile is not followed. */
	leave(): void {
		this.#isAtEnd = false;
	}

	/** For the element that scrolls; its first child is what grows. */
	readonly attach: Attachment<HTMLElement> = (scroller) => {
		this.#scroller = scroller;
		const measure = () => {
			const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
			this.#isAtEnd = left <= SLACK;
		};
		const follow = new ResizeObserver(() => {
			if (this.#isAtEnd) this.scrollToEnd();
		});
		follow.observe(scroller);
		if (scroller.firstElementChild) follow.observe(scroller.firstElementChild);
		scroller.addEventListener('scroll', measure, { passive: true });
		this.scrollToEnd();
		return () => {
			follow.disconnect();
			scroller.removeEventListener('scroll', measure);
			this.#scroller = undefined;
		};
	};
}
