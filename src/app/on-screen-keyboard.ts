/**
 * Where a keyboard on the screen covers the page instead of making it smaller, as in Safari, says by how much:
 * `--covered`, which the shell leaves free. Elsewhere it is nothing: the page's viewport asks for the room.
 */
export function leaveRoomForKeyboard(): void {
	const { visualViewport: seen } = window;
	if (!seen) return;
	const measure = () => {
		// In a page made larger with two fingers, what is out of sight is not covered.
		const covered = seen.scale === 1 ? innerHeight - seen.height - seen.offsetTop : 0;
		const { style } = document.documentElement;
		if (covered < 1) style.removeProperty('--covered');
		else style.setProperty('--covered', `${Math.round(covered)}px`);
	};
	seen.addEventListener('resize', measure);
	seen.addEventListener('scroll', measure);
}
