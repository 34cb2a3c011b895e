/** Frames in which the place is corrected: what is drawn for the first time has another height than was thought. */
const FRAMES = 20;

/** Brings a message to the top of what is in view and gives it the focus. Ends early if the person scrolls. */
export async function scrollToMessage(list: Element, messageId: string): Promise<void> {
	const item = list.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`);
	if (!item) return;
	const isLeft = new AbortController();
	for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
		const options = { signal: isLeft.signal, once: true, passive: true, capture: true };
		addEventListener(type, () => isLeft.abort(), options);
	}
	item.focus({ preventScroll: true });
	for (let frame = 0; frame < FRAMES && !isLeft.signal.aborted; frame++) {
		item.scrollIntoView({ block: 'start' });
		await new Promise((resolve) => requestAnimationFrame(resolve));
	}
	isLeft.abort();
}
