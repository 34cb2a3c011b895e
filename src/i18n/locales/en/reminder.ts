import { pluralsOf } from '../../plural.ts';

const plural = pluralsOf('en');

/** A word about a backup, on pages that are not its own. */
export default {
	save: 'Save a backup',
	restore: 'Restore a backup',
	due: (p: { count: number; date: string }) =>
		plural(p.count, {
			one: `The last backup is from ${p.date}. # message has come since.`,
			other: `The last backup is from ${p.date}. # messages have come since.`,
		}),
	dueNever: 'Your conversations are only on this device, and there is no backup of them.',
	later: 'Not now',
};
