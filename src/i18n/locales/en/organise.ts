import { pluralsOf } from '../../plural.ts';

const plural = pluralsOf('en');

export default {
	pin: 'Pin to the top',
	unpin: 'Unpin',
	archive: 'Put into the archive',
	unarchive: 'Take out of the archive',
	move: 'Move to a project',
	archived: (p: { title: string }) => `“${p.title}” is in the archive.`,
	toArchive: (p: { count: number }) =>
		plural(p.count, { one: 'Archive (#)', other: 'Archive (#)' }),
	archiveTitle: 'Archive',
	archiveEmpty: 'Nothing is in the archive.',
	back: 'Back to the conversations',
	isArchived: 'In the archive',

	pinned: 'Pinned',
	today: 'Today',
	yesterday: 'Yesterday',
	earlier: 'Earlier',

	newProject: 'New project',
	editProject: 'Edit the project',
	projectName: 'Name of the project',
	instructions: 'Instructions',
	instructionsHint: 'The model reads them before each conversation of this project.',
	model: 'Model',
	usualModel: 'The one that answers elsewhere',
	missingModel: 'A model that is not on this device',
	save: 'Save',
	create: 'Create',
	projectOptions: (p: { name: string }) => `What to do with the project “${p.name}”`,
	newInProject: 'New conversation in it',
	edit: 'Edit',
	projectRemoved: (p: { name: string }) =>
		`The project “${p.name}” was deleted. Its conversations are kept.`,
	projectsUnreadable: (p: { count: number }) =>
		plural(p.count, {
			one: '# project cannot be read. It is kept as it is.',
			other: '# projects cannot be read. They are kept as they are.',
		}),
	moveTitle: 'Which project does it belong to?',
	noProject: 'None',
	projectEmpty: 'No conversation is in this project.',

	removedElsewhere: 'This conversation was deleted in another tab',
	removedElsewhereText: 'What you see is still on this page. You can bring it back.',
	bringBack: 'Bring it back',
	otherDraft: 'In another tab you have written something else here:',
	takeOther: 'Use that',
	keepThis: 'Keep this',

	titles: 'Names of conversations',
	modelTitles: 'Let the model name a conversation after its first answer',
	modelTitlesText: 'It takes a few seconds of the device. A name that you give is never changed.',
};
