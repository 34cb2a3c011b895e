import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';

const format = new Format('en');
const plural = pluralsOf('en');

export default {
	title: 'Prompts',
	lead: 'Texts that you use again. Type / in the message field to call one; its blanks are asked for.',
	none: 'None of your own yet. Type / in the message field to see the ready-made ones.',
	create: 'New prompt',
	change: (p: { name: string }) => `Change “${p.name}”`,
	remove: (p: { name: string }) => `Delete “${p.name}”`,
	removed: (p: { name: string }) => `“${p.name}” was deleted.`,
	name: 'Name, typed after /',
	text: 'Text',
	textHint: 'Write a blank in double braces, such as {{language}}.',
	blanks: (p: { names: readonly string[] }) => `It asks for: ${format.list(p.names)}`,
	save: 'Save',
	found: (p: { count: number }) =>
		plural(p.count, {
			one: '# prompt. Arrow keys to choose, Enter to take it.',
			other: '# prompts. Arrow keys to choose, Enter to take one.',
		}),
	ready: 'Ready-made',
	manage: 'Your own prompts',
	insert: 'Insert',
};
