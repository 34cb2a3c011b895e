const LINES = 64;

/** A long text in pieces of some lines each. All but the last stay the same as the text grows. */
export function pieces(text: string): string[] {
	const result: string[] = [];
	let start = 0;
	let lines = 0;
	for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
		if (++lines % LINES !== 0) continue;
		result.push(text.slice(start, end + 1));
		start = end + 1;
	}
	result.push(text.slice(start));
	return result;
}
