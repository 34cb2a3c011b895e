import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';

const format = new Format('en');
const plural = pluralsOf('en');

export default {
	title: 'Chat',
	conversations: 'Conversations',
	newConversation: 'New conversation',
	untitled: 'Untitled conversation',
	none: 'Conversations that you begin appear here.',
	options: 'What to do with this conversation',
	rename: 'Rename',
	renameTitle: 'Rename the conversation',
	renameLabel: 'Name',
	renameSave: 'Save',
	removed: (p: { title: string }) => `“${p.title}” was deleted.`,
	conversationsUnreadable: (p: { count: number }) =>
		plural(p.count, {
			one: '# conversation cannot be read. It is kept as it is.',
			other: '# conversations cannot be read. They are kept as they are.',
		}),
	messagesUnreadable: (p: { count: number }) =>
		plural(p.count, {
			one: '# message cannot be read. It is kept as it is.',
			other: '# messages cannot be read. They are kept as they are.',
		}),
	messages: 'Messages',
	you: 'You',
	answer: 'Answer',
	composer: 'Message',
	send: 'Send',
	stop: 'Stop',
	answerAgain: 'Answer again',
	goOn: 'Go on',
	toNewest: 'To the newest',
	waiting: 'Reading your message…',
	stopped: 'You stopped this answer.',
	interrupted: 'This answer was cut off. What was written is kept.',
	elsewhere: 'This answer is being written in another tab.',
	trimmed: (p: { turns: number }) =>
		plural(p.turns, {
			one: 'The oldest question and its answer no longer fit in the model’s memory and were left out of this answer.',
			other:
				'The oldest # questions and their answers no longer fit in the model’s memory and were left out of this answer.',
		}),
	restarted:
		'The graphics chip gave up for a moment. The model was loaded again, and the answer began anew.',
	outOfRoom: 'The answer ends here: the model’s memory is full.',
	failed: 'The answer failed',
	notSaved: 'This answer is not saved',
	notDone: 'That did not work',
	useProcessor: 'Use the processor instead',
	loading: 'Loading the model',
	preparing: 'Preparing the model for this device',
	mayWrite: 'You can already write.',
	loadFailed: 'The model could not be loaded',
	busyElsewhere: 'The model is answering in another conversation.',
	goThere: 'Go there',
	emptyTitle: 'Ask something small',
	emptyTextUnknown: (p: { model: string }) =>
		`${p.model} came from a file that does not say which languages it understands. It can be wrong, so check what matters.`,
	emptyText: (p: { model: string; languages: readonly string[] }) =>
		`${p.model} is a small model that understands ${format.list(p.languages)}. It is often wrong, so check what matters.`,
	emptyPrivate: 'What you write stays on this device.',
	starters: 'For example',
	noModel: 'No model is on this device yet',
	noModelText:
		'To chat, a model is needed. It is fetched once and then works without the internet.',
	getModel: 'See the starter model',
	installing: 'The model is on its way. You can already write, and send once it is here.',
	installPaused:
		'The download of the model is paused. You can already write, and send once it is here.',
	seeInstall: 'See the download',
};
