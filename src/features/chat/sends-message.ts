/**
 * Whether a key in the field sends what is in it. Never while a word is still being composed: Safari says so only by
 * its key code. On a touch keyboard Enter makes a new line, for there is no Shift at hand.
 */
export function sendsMessage(event: KeyboardEvent, enterSends: boolean): boolean {
	if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return false;
	if (event.ctrlKey || event.metaKey) return true;
	return enterSends && !event.shiftKey && !matchMedia('(pointer: coarse)').matches;
}
