import type { Attachment } from 'svelte/attachments';

/**
 * Lifts an element above everything, so that no scroller or dialog cuts it off, and puts it below its opener,
 * or above where it fits better. `onstale` is called when its opener moves away from it: it should be closed.
 */
export function besideOpener(
	opener: () => HTMLElement,
	onstale: () => void,
): Attachment<HTMLElement> {
	return (element) => {
		element.popover = 'manual';
		element.showPopover();
		place(element, opener().getBoundingClientRect());
		const gone = new AbortController();
		const options = { capture: true, passive: true, signal: gone.signal };
		const scrolled = ({ target }: Event) => {
			if (target instanceof Node && target.contains(opener())) onstale();
		};
		addEventListener('scroll', scrolled, options);
		addEventListener('resize', onstale, options);
		return () => gone.abort();
	};
}

function place(element: HTMLElement, opener: DOMRect): void {
	const { offsetHeight: height, offsetWidth: width } = element;
	const { clientHeight, clientWidth } = document.documentElement;
	const below = clientHeight - opener.bottom;
	const isAbove = height > below && opener.top > below;
	const isRightToLeft = getComputedStyle(element).direction === 'rtl';
	const left = isRightToLeft ? opener.left : opener.right - width;
	element.style.top = `${isAbove ? opener.top - height : opener.bottom}px`;
	element.style.left = `${Math.max(0, Math.min(left, clientWidth - width))}px`;
}
