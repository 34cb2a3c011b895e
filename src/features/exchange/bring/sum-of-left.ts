import type { LeftOut, LeftOuts } from '../../../formats/conversations/foreign-conversation.ts';

/** How many of each kind were left out of all conversations together. */
export function sumOfLeft(all: readonly LeftOuts[]): (readonly [LeftOut, number])[] {
	const sums = new Map<LeftOut, number>();
	for (const left of all) {
		for (const [kind, count] of Object.entries(left) as [LeftOut, number][]) {
			sums.set(kind, (sums.get(kind) ?? 0) + count);
		}
	}
	return [...sums];
}
