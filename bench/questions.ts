import type { Question } from './pages/subject.ts';

const users = [
	'Name three rivers in Europe.',
	'Describe a windmill to a child.',
	'Write a short note to a neighbour.',
	'List some uses of clay.',
	'Tell me about the harvest moon.',
	'Explain how bread rises.',
	'Say something kind about rain.',
	'Give advice on drying herbs.',
];

/** Short prompts whose greedy answers are longer than `maxTokens`; a new one each round. */
export function questionOfRound(round: number, maxTokens: number): Question {
	return { system: 'Answer at length.', user: users[round % users.length]!, maxTokens };
}
