/** The ready-made assistants, in the order in which they are shown. */
export const LIBRARY_IDS = [
	'letters',
	'replies',
	'plain',
	'translation',
	'summaries',
	'explain',
	'minutes',
	'study',
	'job',
	'posts',
	'posters',
	'proofreading',
] as const;

export type LibraryId = (typeof LIBRARY_IDS)[number];

/** What is written of them in one language. The instructions are for the model. */
export type LibraryTexts = Readonly<
	Record<
		LibraryId,
		{
			readonly name: string;
			/** For the person, in a line. */
			readonly about: string;
			readonly instructions: string;
			readonly starters: readonly string[];
		}
	>
>;
