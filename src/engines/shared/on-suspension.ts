/**
 * Tells when the browser is about to stop this page, to freeze it or to keep it for the way back, and when it
 * goes on. No code runs in between, and locks may be taken meanwhile.
 */
export function onSuspension({
	suspend,
	resume,
}: {
	suspend: () => void;
	resume: () => void;
}): void {
	document.addEventListener('freeze', suspend);
	document.addEventListener('resume', resume);
	addEventListener('pagehide', suspend);
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted) resume();
	});
}
