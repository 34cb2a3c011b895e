/**
 * Keeps the screen on until the returned function is called, where the browser can: it lets go whenever the page
 * is hidden, so it is asked again each time the page comes back. Never throws.
 */
export function stayAwake(): () => void {
	let isOver = false;
	let lock: WakeLockSentinel | undefined;
	const ask = async () => {
		if (isOver || document.visibilityState !== 'visible') return;
		// Refused on a low battery, and missing in old browsers.
		lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
		if (isOver) void lock?.release();
	};
	const look = () => void ask();
	document.addEventListener('visibilitychange', look);
	look();
	return () => {
		isOver = true;
		document.removeEventListener('visibilitychange', look);
		void lock?.release();
	};
}
