import { Format } from '../../format.ts';

const format = new Format('en');

export default {
	variants: 'Variants',
	before: 'Variant before',
	after: 'Variant after',
	place: (p: { number: number; count: number }) =>
		`${format.number(p.number)} of ${format.number(p.count)}`,
	edit: 'Change and send again',
	wording: 'Your message',
	editExplained: 'The message and the answer as they were stay, one step away.',
	fork: 'New conversation from here',
	forkOf: (p: { title: string }) => `${p.title} (2)`,
	questionOptions: 'What to do with your message',
	answerOptions: 'What to do with the answer',
};
