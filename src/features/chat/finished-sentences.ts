const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/**
 * The length of the leading part of `text` that is made of whole sentences. The last sentence counts only
 * once another has begun: before that, more of it may come.
 */
export function lengthOfFinishedSentences(text: string): number {
	let start = 0;
	for (const { index } of segmenter.segment(text)) start = index;
	return start;
}
