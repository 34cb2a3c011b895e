import { Format } from '../../format.ts';

const format = new Format('en');

export default {
	title: 'How it answers',
	forConversation:
		'For this conversation only. What you leave as it is follows its assistant, then the settings.',
	forAll: 'For all conversations',
	forAllExplained: 'What holds in every conversation, unless it or its assistant says otherwise.',
	change: 'Change how models answer',
	unchosen: 'As it is',
	creativity: 'Creativity',
	creativityEffect:
		'How freely words are chosen. Exact for facts and figures, free for stories and ideas.',
	exact: 'Exact',
	balanced: 'Balanced',
	free: 'Free',
	wild: 'Very free',
	length: 'Length',
	lengthEffect:
		'How long an answer may become before it is cut. A token is about three quarters of a word.',
	short: 'Short',
	medium: 'Medium',
	long: 'Long',
	repetition: 'Repetition',
	repetitionEffect:
		'Holds the model back from words that it has used. Small models go in circles otherwise.',
	allowed: 'Allowed',
	less: 'Less',
	least: 'As little as possible',
	room: 'Room',
	roomEffect:
		'How much of the conversation the model reads again for each answer. Less is faster on a slow device, and it forgets the beginning sooner.',
	stop: 'Stop words',
	stopEffect: 'The answer ends where one of these would come. One on each line.',
	stopPlaceholder: 'For example: END',
	figures: 'In figures',
	seedEffect:
		'With a seed and some creativity, the same question gets the same answer again on the same device.',
	seed: 'Seed',
	temperature: 'Creativity (temperature)',
	topP: 'Share of likely words (top-p)',
	penalty: 'Repetition penalty',
	maxTokens: 'Length in tokens',
	roomTokens: 'Room in tokens',
	reset: 'Back to the defaults',
	tokens: (p: { count: number }) => `${format.number(p.count)} tokens`,
};
