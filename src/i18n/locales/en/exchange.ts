import { pluralsOf } from '../../plural.ts';

const plural = pluralsOf('en');

/** Conversations as files: saving them, and bringing them in. */
export default {
	save: 'Save conversations',
	which: 'Which ones',
	all: (p: { count: number }) =>
		plural(p.count, { one: 'All (# conversation)', other: 'All (# conversations)' }),
	kind: 'As what',
	kinds: { markdown: 'Text (Markdown)', html: 'Page to read and print', json: 'For Quern (JSON)' },
	kindText: {
		markdown: 'Opens in any editor. Holds the variants that are shown now.',
		html: 'Opens in any browser, without a network. Holds the variants that are shown now.',
		json: 'Holds everything, with all variants, and can be brought in again.',
	},
	write: (p: { count: number }) =>
		plural(p.count, { one: 'Save # conversation', other: 'Save # conversations' }),
	saved: (p: { file: string }) => `“${p.file}” is saved. Anyone who gets it can read it.`,
	instructions: 'Instructions',

	bring: 'Bring conversations in',
	bringText:
		'From a file that Quern, Open WebUI or ChatGPT exported; of ChatGPT also the zip file as it came. You see what is in it before anything is changed.',
	choose: 'Choose a file of conversations',
	looking: 'Reading the file',
	found: (p: { count: number }) =>
		plural(p.count, { one: '# conversation so far', other: '# conversations so far' }),
	areNew: (p: { count: number }) =>
		plural(p.count, { one: '# conversation is new.', other: '# conversations are new.' }),
	haveMore: (p: { count: number }) =>
		plural(p.count, {
			one: '# conversation is here already and gets further messages.',
			other: '# conversations are here already and get further messages.',
		}),
	areHere: (p: { count: number }) =>
		plural(p.count, {
			one: '# conversation is here already and stays as it is.',
			other: '# conversations are here already and stay as they are.',
		}),
	unreadable: (p: { count: number }) =>
		plural(p.count, {
			one: '# conversation cannot be read and is left out.',
			other: '# conversations cannot be read and are left out.',
		}),
	states: {
		new: 'new',
		more: 'gets further messages',
		here: 'is here already',
		unreadable: 'cannot be read',
	},
	messages: (p: { count: number }) => plural(p.count, { one: '# message', other: '# messages' }),
	more: (p: { count: number }) => plural(p.count, { one: 'Show # more', other: 'Show # more' }),
	notTaken: 'This is not taken',
	without: (p: { what: string }) => `Without ${p.what}`,
	left: {
		system: (p: { count: number }) =>
			plural(p.count, { one: '# instruction to the model', other: '# instructions to the model' }),
		images: (p: { count: number }) => plural(p.count, { one: '# picture', other: '# pictures' }),
		files: (p: { count: number }) => plural(p.count, { one: '# file', other: '# files' }),
		tools: (p: { count: number }) =>
			plural(p.count, { one: '# use of a tool', other: '# uses of tools' }),
		thinking: (p: { count: number }) =>
			plural(p.count, { one: '# train of thought', other: '# trains of thought' }),
		unknown: (p: { count: number }) =>
			plural(p.count, {
				one: '# message of an unknown kind',
				other: '# messages of an unknown kind',
			}),
		broken: (p: { count: number }) =>
			plural(p.count, {
				one: '# link between messages that leads nowhere',
				other: '# links between messages that lead nowhere',
			}),
	},
	take: 'Bring them in',
	taking: 'Bringing the conversations in',
	taken: (p: { count: number }) =>
		plural(p.count, {
			one: '# conversation was brought in.',
			other: '# conversations were brought in.',
		}),
	see: 'See the conversations',
	undone: 'What was brought in is gone again.',
};
