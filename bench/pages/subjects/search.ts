import { Database } from '../../../src/storage/database.ts';
import { MessageSearch } from '../../../src/storage/search/message-search.ts';
import { fillWithMessages } from '../many-messages.ts';
import type { Subject } from '../subject.ts';

/** What the driver asks of the page, beside what every subject does. */
export interface SearchSubject extends Subject {
	/** Stores messages made of these phrases, by language, and returns their characters. */
	fill(count: number, phrases: Readonly<Record<string, readonly string[]>>): Promise<number>;
	/** The first search: milliseconds until the first results, and until all messages have been read. */
	begin(typed: string): Promise<{ firstMs: number; wholeMs: number }>;
	/** Types a word letter by letter: milliseconds from each letter to the first results of it. */
	type(word: string): Promise<number[]>;
}

/** Quern's search, in its worker, over a database of its own. */
export function createSubject(): SearchSubject {
	const database = new Database('bench-search');
	const search = new MessageSearch(database.name);
	const nothing = async () => {
		throw new Error('this subject only searches');
	};
	return {
		fill: (count, phrases) => fillWithMessages(database, count, phrases),
		async begin(typed) {
			const start = performance.now();
			let firstMs: number | undefined;
			for await (const { isPartial, count } of search.search(typed)) {
				if (count > 0) firstMs ??= performance.now() - start;
				if (!isPartial) break;
			}
			const wholeMs = performance.now() - start;
			return { firstMs: firstMs ?? wholeMs, wholeMs };
		},
		async type(word) {
			const letters = [...word];
			const taken: number[] = [];
			for (let end = 1; end <= letters.length; end++) {
				const start = performance.now();
				for await (const { conversations } of search.search(letters.slice(0, end).join(''))) {
					void conversations;
					taken.push(performance.now() - start);
					break;
				}
			}
			return taken;
		},
		prepare: nothing,
		load: nothing,
		generate: nothing,
	};
}
