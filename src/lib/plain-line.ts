/** Control characters, line breaks, and those that turn the writing direction. */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A name from outside as one line of at most `max` characters that reads as it is written. */
export function plainLine(text: string, max: number): string {
	return text.replace(HIDDEN, ' ').replace(/\s+/g, ' ').trim().slice(0, max);
}
