import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';

const format = new Format('en');
const plural = pluralsOf('en');

/** Backups: saving one, restoring one, and the reminder. */
export default {
	lead: 'One file with your conversations and everything else that you made here. Only the models are left out: they can be downloaded again.',
	last: (p: { date: string }) => `Last backup: ${p.date}.`,
	never: 'No backup has been saved yet.',
	go: 'Save or restore a backup',

	save: 'Save a backup',
	protection: 'Protection',
	locked: 'With a passphrase',
	open: 'Without',
	lockedText:
		'Without the passphrase nobody can read the file, and nobody can get the passphrase back. Several words that only you know are best. Keep them written down in a safe place.',
	openText: 'Whoever gets the file can read everything in it.',
	passphrase: 'Passphrase',
	repeat: 'The passphrase again',
	show: 'Show what is typed',
	different: 'The two are not the same.',
	write: 'Save the backup',
	writing: 'Writing the backup',
	written: (p: { bytes: number }) => `${format.bytes(p.bytes)} so far`,
	saved: (p: { file: string }) => `“${p.file}” is saved.`,
	savedNext:
		'Keep it where it is safe when this device is lost: on another one, or on a USB stick.',

	restore: 'Restore a backup',
	restoreText:
		'Choose a backup that Quern saved. You see what is in it before anything is changed.',
	choose: 'Choose a backup',
	isLocked: 'This backup is under a passphrase.',
	openIt: 'Open',
	opening: 'Reading and checking the backup',
	from: (p: { moment: string }) => `Backup of ${p.moment}`,
	stores: {
		conversations: 'Conversations',
		messages: 'Messages',
		projects: 'Projects',
		assistants: 'Assistants',
		prompts: 'Prompts',
		drafts: 'Drafts',
		attachments: 'Attachments',
		measurements: 'Measurements',
		ledger: 'Requests in the ledger',
		trustedLibraries: 'Trusted programs',
	},
	unreadable: (p: { count: number }) =>
		plural(p.count, {
			one: '# entry in it cannot be read and is left out.',
			other: '# entries in it cannot be read and are left out.',
		}),
	how: 'What happens to what is here',
	merge: 'Keep it, and add to it',
	replace: 'Replace it',
	added: (p: { count: number }) =>
		plural(p.count, { one: '# entry is added.', other: '# entries are added.' }),
	changed: (p: { count: number }) =>
		plural(p.count, {
			one: '# entry here is older and becomes that of the backup.',
			other: '# entries here are older and become those of the backup.',
		}),
	copied: (p: { count: number }) =>
		plural(p.count, {
			one: '# entry differs here and there. Both are kept.',
			other: '# entries differ here and there. Both are kept.',
		}),
	stays: (p: { count: number }) =>
		plural(p.count, {
			one: '# entry here is newer and stays as it is.',
			other: '# entries here are newer and stay as they are.',
		}),
	nothingNew: 'Everything in it is here already.',
	removed: (p: { count: number }) =>
		plural(p.count, {
			one: '# entry that is only here is removed.',
			other: '# entries that are only here are removed.',
		}),
	setBack: (p: { count: number }) =>
		plural(p.count, {
			one: '# entry that is newer here is set back.',
			other: '# entries that are newer here are set back.',
		}),
	trust: 'Also take over which programs and addresses are trusted',
	trustText:
		'Tick this only for a backup that you saved yourself: it decides what may run here and where models come from.',
	begin: 'Restore',
	beginReplace: 'Replace everything',
	restoring: 'Restoring the backup',
	restored: 'The backup is restored.',
	restoredText: 'Until you leave this page, it can be undone.',
	undone: 'Everything is as it was before.',
	seeConversations: 'See the conversations',
};
