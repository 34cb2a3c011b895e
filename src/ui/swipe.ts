import type { Attachment } from 'svelte/attachments';

/** Pixels along the line that make a movement of the finger a swipe. */
const LEAST = 64;

/**
 * Tells of a finger that crosses the element along the line of text: towards its end, or back to its start.
 * Only a shortcut: what it does has a button too. What the finger could mean otherwise goes first: scrolling,
 * selecting text, moving about in a page made larger.
 */
export function swipe(onswipe: (towards: 'start' | 'end') => void): Attachment<HTMLElement> {
	return (element) => {
		let from: { x: number; y: number } | undefined;

		const begin = ({ touches, target }: TouchEvent) => {
			const [touch] = touches;
			const isOne = touches.length === 1 && (visualViewport?.scale ?? 1) === 1;
			from =
				touch && isOne && !takesFinger(target as Element, element)
					? { x: touch.clientX, y: touch.clientY }
					: undefined;
		};
		const end = ({ changedTouches }: TouchEvent) => {
			const [touch] = changedTouches;
			if (!from || !touch) return;
			const along = touch.clientX - from.x;
			const across = Math.abs(touch.clientY - from.y);
			from = undefined;
			if (Math.abs(along) < LEAST || Math.abs(along) < 2 * across) return;
			if (getSelection()?.type === 'Range') return;
			const isRightToLeft = getComputedStyle(element).direction === 'rtl';
			onswipe(along > 0 === isRightToLeft ? 'start' : 'end');
		};
		const forget = () => (from = undefined);

		const gone = new AbortController();
		const options = { passive: true, signal: gone.signal };
		element.addEventListener('touchstart', begin, options);
		element.addEventListener('touchend', end, options);
		element.addEventListener('touchcancel', forget, options);
		return () => gone.abort();
	};
}

/** Whether something between the finger and the element has a use of its own for it. */
function takesFinger(target: Element, element: Element): boolean {
	for (let at: Element | null = target; at && at !== element; at = at.parentElement) {
		if (at.matches('input, textarea, dialog')) return true;
		const scrolls = /auto|scroll/.test(getComputedStyle(at).overflowX);
		if (scrolls && at.scrollWidth > at.clientWidth) return true;
	}
	return false;
}
