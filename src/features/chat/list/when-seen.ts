import type { Attachment } from 'svelte/attachments';

/** Calls `onseen` once, when the element comes into view. */
export function whenSeen(onseen: () => void): Attachment<HTMLElement> {
	return (element) => {
		const observer = new IntersectionObserver((entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			observer.disconnect();
			onseen();
		});
		observer.observe(element);
		return () => observer.disconnect();
	};
}
