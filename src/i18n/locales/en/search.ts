import { pluralsOf } from '../../plural.ts';

const plural = pluralsOf('en');

export default {
	title: 'Search',
	open: 'Search',
	label: 'Words to look for',
	hint: 'Every message on this device is searched. All words must be there, in any order; what stands in quotation marks, exactly so.',
	results: 'Results',
	found: (p: { count: number }) => plural(p.count, { one: '# result', other: '# results' }),
	none: 'Nothing found',
	noneNext: 'Try fewer words, or another spelling.',
	partial: 'Your conversations are still being read: there may be more.',
	more: (p: { count: number }) =>
		plural(p.count, { one: '# more message here', other: '# more messages here' }),
	limited: 'The first ones are shown. Add a word to narrow them down.',
	gone: 'This message is no longer there.',
};
