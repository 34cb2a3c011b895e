/**
 * What Quern says to the model in the person's place, in the language that the model understands rather
 * than the language of the page. Small models follow short and plain requests best.
 */
export interface WordsForTheModel {
	/** First questions to try. */
	readonly starters: readonly string[];
	/** Asks for the rest of an answer that ended early. */
	readonly goOn: string;
}

const english: WordsForTheModel = {
	starters: [
		'What is the capital of France?',
		'Write a short thank-you note to my neighbour.',
		'Explain in two sentences how bread is made.',
		'Suggest three names for a small bakery.',
	],
	goOn: 'Please continue.',
};

const byLanguage: Readonly<Record<string, WordsForTheModel>> = { en: english };

/** `languages` are the BCP 47 tags of a pack, the best one first. */
export function wordsForTheModel(languages: readonly string[]): WordsForTheModel {
	const tag = languages.find((candidate) => candidate in byLanguage);
	return (tag && byLanguage[tag]) || english;
}
